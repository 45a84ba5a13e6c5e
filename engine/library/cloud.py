"""Placeholders of files in a cloud: opening one downloads it, so they are recognised by their attributes."""

from __future__ import annotations

import os
import stat

_RECALL_ON_OPEN = 0x00040000  # of Windows, for OneDrive, iCloud and others; Python's stat does not name these two
_RECALL_ON_DATA_ACCESS = 0x00400000
_AWAY = stat.FILE_ATTRIBUTE_OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA_ACCESS
_DATALESS = 0x40000000  # SF_DATALESS of macOS


def attributes(status: os.stat_result) -> tuple[int, int]:
    """Windows' file attributes and macOS's flags; 0 where the system has none."""
    return getattr(status, "st_file_attributes", 0), getattr(status, "st_flags", 0)


def in_cloud(status: os.stat_result) -> bool:
    """Whether the content of a file is not on this computer, by its `os.stat`."""
    windows, macos = attributes(status)
    return bool(windows & _AWAY or macos & _DATALESS)
