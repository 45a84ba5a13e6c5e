"""Failures that a user can mend, as sentences; everything else keeps its traceback."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from engine.core.errors import Sentence, UserError, why
from engine.library.catalog.catalog import suspected
from engine.library.safety.condition import is_damage


def explain(error: BaseException, library: Path | None) -> UserError | None:
    """The sentence for a failure the user can mend (a full disk, a damaged catalog…), or None for our bugs."""
    if isinstance(error, UserError):
        return error
    where = Sentence("the library {folder}", folder=library) if library else Sentence("the library")
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(
            "The disk is full while writing {place}: free some room and run again.", place=error.filename or where
        )
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserError("{place} cannot be written ({reason}).", place=error.filename or where, reason=why(error))
    if isinstance(error, sqlite3.DatabaseError):
        if is_damage(error) and library is not None:
            return suspected(library / "catalog.db")
        if "full" in str(error):
            return UserError("The disk is full while writing {place}: free some room and run again.", place=where)
        if "readonly" in str(error) or "unable to open" in str(error) or "disk I/O" in str(error):
            return UserError("The catalog of {place} cannot be written ({error}).", place=where, error=error)
        if "locked" in str(error):
            return UserError("The catalog of {place} is busy in another program: try again in a moment.", place=where)
    return None
