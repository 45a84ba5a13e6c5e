"""The .deb, without a script of its own: dpkg's triggers bring icons, desktop database and manual pages up to date."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import tempfile
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from .facts import VERSION, build_date, debian_version, render
from .needs import depends, needs_of
from .releases import Release, releases
from .stage import LICENCES, stage

LEVEL = 19  # of zstd: see README.md for what others give


def build_deb(bundle: Path, out: Path, version: str = VERSION) -> Path:
    """Write photoloom_VERSION_ARCHITECTURE.deb into the folder `out`."""
    architecture = _output("dpkg", "--print-architecture")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".deb-") as folder:
        root = Path(folder, "photoloom")
        stage(bundle, root / "usr")
        _write_documents(root / "usr" / "share")
        root.chmod(0o755)
        _write_control(root, architecture, debian_version(version))
        deb = out / f"photoloom_{debian_version(version)}_{architecture}.deb"
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(build_date().timestamp()))}
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{LEVEL}", "--build", str(root), str(deb)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return deb


def _write_documents(share: Path) -> None:
    documents = share / "doc" / "photoloom"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(render("copyright", licences=f"/usr/{LICENCES}"), "utf-8")
    changelog = render("changelog", releases=releases(), debian_version=debian_version, release_date=_release_date)
    (documents / "changelog.gz").write_bytes(gzip.compress(changelog.rstrip("\n").encode() + b"\n", 9, mtime=0))
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    (overrides / "photoloom").write_text(render("lintian-overrides"), "utf-8")


def _write_control(root: Path, architecture: str, version: str) -> None:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    control = root / "DEBIAN"
    control.mkdir(mode=0o755)
    text = render(
        "control",
        debian_version=version,
        architecture=architecture,
        installed_kib=sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir()),
        depends=depends(needs_of(root / "usr" / "lib" / "photoloom")),
    )
    (control / "control").write_text(text, "utf-8")
    sums = [f"{_md5(path)}  {path.relative_to(root)}\n" for path in files]
    (control / "md5sums").write_text("".join(sums), "utf-8")


def _release_date(release: Release) -> str:
    date = datetime.fromisoformat(release.date).replace(tzinfo=UTC) if release.date else build_date()
    return format_datetime(date)


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
