"""A library is its owner's alone: folders 0700, files 0600, whatever the umask; and what a kill has left is swept."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

_OLD = 86_400  # seconds: nothing is written for so long
_PART = re.compile(r".+\.(\d+)\.part")
_CATALOG = ("", "-wal", "-shm")


def make_private(catalog: Path) -> None:
    """Take the catalog's files from everyone else; those of SQLite's that are to come get its rights."""
    for suffix in _CATALOG:
        _restrict(catalog.with_name(catalog.name + suffix), 0o600)


def make_folder_private(library: Path) -> None:
    """Nobody else can reach what is in the folder then, whatever the rights of the files are."""
    _restrict(library, 0o700)
    with os.scandir(library) as entries:
        for entry in entries:
            if not entry.is_symlink():
                _restrict(Path(entry.path), 0o700 if entry.is_dir() else 0o600)


def sweep(library: Path) -> None:
    """Remove half-written files of processes that are no more, or that are a day old; nobody else's."""
    places = [library, *(p for name in ("thumbnails", "turned", "backups") for p in _with_folders(library / name))]
    for place in places:
        for path in place.glob("*.part"):
            if _is_left(path):
                with suppress(OSError):
                    path.unlink()


def _with_folders(place: Path) -> list[Path]:
    return [place, *(path for path in place.glob("*") if path.is_dir())] if place.is_dir() else []


def _is_left(path: Path) -> bool:
    """Whether its writer has died: its number is in the name, or it was last written a day ago."""
    found = _PART.fullmatch(path.name)
    if found and os.name == "posix":
        try:
            os.kill(int(found[1]), 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except OSError:
        return False


def _restrict(path: Path, mode: int) -> None:
    if os.name != "posix":
        return  # a folder of the user's is private there
    with suppress(OSError):  # somebody else's, or a file system without rights
        if path.stat().st_mode & 0o077:
            path.chmod(mode)
