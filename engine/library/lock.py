"""One lock a library: whoever opened it, window or headless, holds it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from filelock import FileLock, Timeout

from engine.core.errors import UserError, why


class LibraryInUse(UserError):  # noqa: N818 - the user's situation, not a fault
    """Another program holds the library."""


class LibraryLock:
    """Held from `take` to `release`; the operating system lets go of it when the process dies."""

    def __init__(self, folder: Path, program: str) -> None:
        self._folder, self._program = folder, program
        self._lock = FileLock(folder / "library.lock", thread_local=False)
        self._note = folder / "library.holder"

    def take(self) -> None:
        """Take the lock at once; raises LibraryInUse, or UserError where the folder cannot be written."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            holder = self._holder()
            raise LibraryInUse(
                "The library {folder} is open in {program} (process {process}): close it there first.",
                folder=self._folder,
                program=holder.get("program", "another program"),
                process=holder.get("pid", "unknown"),
            ) from None
        except OSError as error:
            raise UserError(
                "The library {folder} cannot be written ({reason}): name another with --library.",
                folder=self._folder,
                reason=why(error),
            ) from error
        try:
            self._write_note()
        except OSError as error:
            self._lock.release()
            raise UserError(
                "{note} cannot be written ({reason}): remove it, if it is no file of your own.",
                note=self._note,
                reason=why(error),
            ) from error

    def release(self) -> None:
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()

    def _write_note(self) -> None:
        """Who holds it, for the others; a link in its place is not followed."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(self._note, flags, 0o600), "w", encoding="utf-8") as note:
            json.dump({"pid": os.getpid(), "program": self._program}, note)

    def _holder(self) -> dict[str, object]:
        """What that program wrote about itself."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}
