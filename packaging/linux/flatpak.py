"""The tarball of a release (bin, lib and share), and the Flatpak manifest that is made of it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

from .carried import carry
from .facts import APP_ID, HOMEPAGE, VERSION, build_date, render
from .stage import stage

LEVEL = 19  # of zstd


def build_tarball(bundle: Path, out: Path) -> Path:
    """Write photoloom-VERSION-linux-x86_64.tar.zst into the folder `out`: its one folder can be put anywhere."""
    out.mkdir(parents=True, exist_ok=True)
    name = f"photoloom-{VERSION}-linux-x86_64"
    tarball = out / f"{name}.tar.zst"
    with tempfile.TemporaryDirectory(dir=out, prefix=".tarball-") as folder:
        stage(bundle, Path(folder, name))
        carry(Path(folder, name, "lib", "photoloom"))
        when = f"--mtime=@{int(build_date().timestamp())}"
        owner = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name", when, "--clamp-mtime"]
        command = ["tar", "--zstd", *owner, "-C", folder, "-cf", str(tarball), name]
        subprocess.run(command, check=True, env={**os.environ, "ZSTD_CLEVEL": str(LEVEL), "ZSTD_NBTHREADS": "0"})
    return tarball


def write_manifest(tarball: Path, out: Path) -> Path:
    """Write the manifest into the folder `out`: it fetches this tarball from its release."""
    out.mkdir(parents=True, exist_ok=True)
    with tarball.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    url = f"{HOMEPAGE}/releases/download/v{VERSION}/{tarball.name}"
    manifest = out / f"{APP_ID}.yml"
    manifest.write_text(render("flatpak.yml", url=url, checksum=checksum), "utf-8")
    return manifest
