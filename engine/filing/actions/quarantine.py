"""Where photos go that are thrown away on a drive without a trash: a folder on that drive, never deletion."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

FOLDER = ".photoloom-quarantine"


def mount_point(path: Path) -> Path:
    """The top folder of the drive that a path is on, or would be made on."""
    while not path.exists():
        path = path.parent
    path = Path(os.path.realpath(path))
    while not path.is_mount() and path != path.parent:
        path = path.parent
    return path


def quarantine_of(source: Path, today: date) -> Path:
    """The place of a file in the quarantine of its drive; beside the file's folder where its top cannot be written."""
    top = mount_point(source.parent)
    if not os.access(top, os.W_OK):
        top = _highest_writable(source.parent, top)
    return top / FOLDER / today.isoformat() / source.relative_to(top)


def remove_empty(folder: Path) -> None:
    """Remove folders of a quarantine in which nothing is left, up to the quarantine itself."""
    with suppress(OSError):  # the first that is not empty
        while FOLDER in folder.parts:
            folder.rmdir()
            folder = folder.parent


def _highest_writable(folder: Path, top: Path) -> Path:
    writable = folder
    for above in (folder, *folder.parents):
        if not os.access(above, os.W_OK) or above == top:
            return writable
        writable = above
    return writable
