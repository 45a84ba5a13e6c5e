"""What ONNX Runtime's telemetry left on this machine before it was switched off (engine/__init__.py): removed once."""

from __future__ import annotations

import os
import re
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

STAMP = ".telemetry-removed"
_KEPT = re.compile(r"deviceid(\.lock|\.tmp\..+)?|onnxruntime\.db(-journal|-wal|-shm)?")
_SESSION = re.compile(rb"\d{13}\n[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n")


def remove_leftovers(data: Path) -> None:
    """Remove its device id, queue of events and session file, if an earlier run from this data folder may have made
    them; once, for what comes later is another program's. Files of any other name stay.
    """
    stamp = data / STAMP
    if stamp.exists():
        return
    with suppress(OSError):  # what cannot be removed now is tried again next time; the library opens all the same
        if (data / "models").is_dir() and _remove_queue(_caches() / "Microsoft" / "DeveloperTools" / ".onnxruntime"):
            _remove_session(Path(tempfile.gettempdir(), ".ses"))
        data.mkdir(parents=True, exist_ok=True)
        stamp.touch()


def _caches() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _remove_queue(folder: Path) -> bool:
    """Whether it was there; the folders above it go where nothing else is in them."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    for file in folder.iterdir():
        if _KEPT.fullmatch(file.name):
            file.unlink()
    for empty in (folder, *folder.parents[:2]):
        if any(empty.iterdir()):
            break
        empty.rmdir()
    return True


def _remove_session(file: Path) -> None:
    """The temporary folder is everybody's: only a plain file of this user's that reads as a session does."""
    with suppress(FileNotFoundError):
        status = file.lstat()
        ours = stat.S_ISREG(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())
        if ours and status.st_size < 100 and _SESSION.fullmatch(file.read_bytes()):
            file.unlink()
