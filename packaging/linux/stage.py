"""The file tree that all packages share: the bundle, links to its programs, and what a desktop shows of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from .carried import leave_to_host
from .facts import APP_ID, HOMEPAGE, PROGRAMS, VERSION, render
from .icons import write_icons
from .man_pages import write_man_pages
from .releases import releases

LICENCES = "lib/photoloom/_internal/engine/_resources/licences.txt"  # of all it brings; packaging/bundle writes it


def stage(bundle: Path, prefix: Path) -> None:
    """Fill `prefix` (usr, or /app of Flatpak) from a bundle folder, which stays as it is.

    lib/photoloom, as FHS 4.7 has it for what is one program's own and depends on the machine: dpkg owns it whole, and
    /opt would stay outside what Debian's tools check. Programs are links: PyInstaller's loader follows them.
    """
    for program in PROGRAMS:
        if not (bundle / program).is_file():
            raise SystemExit(f"{bundle} is no bundle: there is no {program} in it. Build it with `make bundle`.")
    home = prefix / "lib" / "photoloom"
    shutil.copytree(bundle, home, symlinks=True)
    leave_to_host(home)
    (prefix / "bin").mkdir()
    for program in PROGRAMS:
        (prefix / "bin" / program).symlink_to(f"../lib/photoloom/{program}")
    share = prefix / "share"
    write_icons(share / "icons" / "hicolor")
    write_man_pages(share / "man")
    _write(share / "applications" / f"{APP_ID}.desktop", render("photoloom.desktop"))
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo())
    _set_modes(prefix)


def metainfo() -> str:
    """What software centres show. Pictures are those of this version's tag."""
    raw = HOMEPAGE.replace("github.com", "raw.githubusercontent.com")
    return render("metainfo.xml", releases=releases(), pictures=f"{raw}/v{VERSION}/docs/tour")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _set_modes(prefix: Path) -> None:
    """Readable by all and written by root, whatever umask the bundle was built under; only what can run is run."""
    for path in (prefix, *prefix.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _runs(path) else 0o644)


def _runs(file: Path) -> bool:
    """Whether it is a program: some wheels mark texts and libraries as well."""
    if not file.stat().st_mode & 0o100 or ".so" in file.name:
        return False
    with file.open("rb") as opened:
        return opened.read(4).startswith((b"\x7fELF", b"#!"))
