"""Room: which drives a plan writes to, how many bytes each needs and has, and whether it has a trash."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from engine.core.errors import UserError
from engine.filing.actions.desktop_trash import has_trash
from engine.filing.actions.quarantine import mount_point
from engine.filing.operations import Drive, Plan


class Drives:
    """Drives of folders, each asked once; a folder that is not there yet is on that of the nearest above it."""

    def __init__(self) -> None:
        self._devices: dict[str, int] = {}

    def device(self, folder: str) -> int:
        """The number of the drive (st_dev)."""
        if folder not in self._devices:
            try:
                self._devices[folder] = os.stat(folder).st_dev
            except (FileNotFoundError, NotADirectoryError):
                above = os.path.dirname(folder)
                self._devices[folder] = -1 if above == folder else self.device(above)
        return self._devices[folder]

    def same(self, one: str, other: str) -> bool:
        """Whether two folders are on one drive."""
        return self.device(one) == self.device(other)

    def drive(self, folder: str, needed: int) -> Drive:
        """The drive of a folder, as `Drive`."""
        there = folder
        while not os.path.isdir(there) and os.path.dirname(there) != there:
            there = os.path.dirname(there)
        return Drive(str(mount_point(Path(there))), needed, shutil.disk_usage(there).free, has_trash(Path(there)))


def lacking(drives: Iterable[Drive]) -> Drive | None:
    """A drive that cannot hold what it is to get."""
    return next((drive for drive in drives if drive.needed > drive.free), None)


def check_room(plan: Plan) -> None:
    """A UserError where a plan cannot fit."""
    short = lacking(plan.drives)
    if short is not None:
        raise UserError(
            "{drive} has {free} free, and this needs {needed}: make room there, or choose another folder.",
            drive=short.path,
            free=readable_bytes(short.free),
            needed=readable_bytes(short.needed),
        )


def readable_bytes(count: int) -> str:
    """ "1.5 GB" """
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{count} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
