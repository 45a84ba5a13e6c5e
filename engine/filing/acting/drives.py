"""Tells a drive that is away from a folder that is not there: by the device below it when the action began."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from engine.library.scan import is_away


@dataclass
class Drives:
    """Some folders, which need not be there yet, and the device that each is on, or would be made on."""

    devices: dict[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, folders: Iterable[str]) -> Drives:
        return cls({folder: _device(folder) for folder in set(folders)})

    def only(self, *folders: str) -> Drives:
        return Drives({folder: self.devices[folder] for folder in folders if folder in self.devices})

    def check(self) -> None:
        """Raise ENODEV where one is away: what is made below its empty mount point would lie on another drive."""
        for folder, device in self.devices.items():
            if _is_away(folder, device):
                raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(folder))

    def away(self) -> bool:
        return any(_is_away(folder, device) for folder, device in self.devices.items())


def _is_away(folder: str, device: int | None) -> bool:
    """A drive that comes back may be another device: then there is something in the folder, or it is a mount."""
    now = _device(folder)
    return now != device and (now is None or (is_away(Path(folder)) and not os.path.ismount(folder)))


def _device(folder: str) -> int | None:
    """The device of a folder, or of the nearest one above it that is there; None where the system cannot say."""
    while True:
        try:
            return os.stat(folder).st_dev  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            above = os.path.dirname(folder)  # noqa: PTH120
            if above == folder:
                return 0
            folder = above
        except PermissionError:
            return 0
        except OSError:
            return None
