"""Paths of folders as SQLite keeps them; without numpy, for the window asks before its first frame."""

from __future__ import annotations

import os


def to_path(path: str) -> str | bytes:
    """The path of a folder as SQLite keeps it: as text, or as it is on the disk where that is no UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def from_path(kept: str | bytes) -> str:
    return os.fsdecode(kept)
