"""One program at a time at what lies in the user's data folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from engine.core.errors import UserError


@contextmanager
def exclusively(lock: Path, busy: UserError) -> Iterator[None]:
    """Hold the file `lock`, which the system lets go of with the process; raises `busy` where another holds it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout as error:
        raise busy from error
    try:
        yield
    finally:
        held.release()
