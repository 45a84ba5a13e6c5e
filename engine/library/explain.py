"""Failures that a user can mend, as sentences; everything else keeps its traceback."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path

from engine.core.errors import Sentence, UserError, why
from engine.library.catalog.catalog import suspected
from engine.library.safety.condition import is_damage

_LITTLE = 256 << 10  # bytes
_FAILING = ("EIO", "ENXIO", "ENODEV", "EREMOTEIO", "ESTALE", "ETIMEDOUT")
_OF_THE_DRIVE = tuple(getattr(errno, name) for name in _FAILING if hasattr(errno, name))


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
        return _denied(error, where)
    if isinstance(error, OSError) and error.errno in _OF_THE_DRIVE:
        return UserError(
            "{place} cannot be read or written ({reason}): is its drive plugged in, and well? What was done so far is "
            "kept; run again.",
            place=error.filename or where,
            reason=why(error),
        )
    if isinstance(error, sqlite3.DatabaseError):
        if is_damage(error) and library is not None:
            return suspected(library / "catalog.db")
        if "full" in str(error) or _code(error) == sqlite3.SQLITE_FULL or (_is_io(error) and _is_full(library)):
            return UserError("The disk is full while writing {place}: free some room and run again.", place=where)
        if _is_reading(error):
            return UserError("The catalog of {place} cannot be read ({error}).", place=where, error=error)
        if "unable to open" in str(error):
            return UserError("The catalog of {place} cannot be opened ({error}).", place=where, error=error)
        if "readonly" in str(error) or _is_io(error):
            return UserError("The catalog of {place} cannot be written ({error}).", place=where, error=error)
        if "locked" in str(error):
            return UserError("The catalog of {place} is busy in another program: try again in a moment.", place=where)
    return None


def _denied(error: OSError, where: Sentence) -> UserError:
    """Whether it was reading or writing that is not allowed; where the rights allow both, nobody can tell."""
    name = error.filename
    if isinstance(name, str | bytes | os.PathLike) and os.path.lexists(name):
        if not os.access(name, os.R_OK):
            return UserError("{place} cannot be read ({reason}).", place=name, reason=why(error))
        if os.access(name, os.W_OK):
            return UserError("{place} cannot be opened ({reason}).", place=name, reason=why(error))
    return UserError("{place} cannot be written ({reason}).", place=name or where, reason=why(error))


def _is_reading(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)


def _is_io(error: sqlite3.DatabaseError) -> bool:
    return _code(error) == sqlite3.SQLITE_IOERR


def _is_full(library: Path | None) -> bool:
    """SQLite calls it an I/O error where there is no room for its own side files."""
    return library is not None and library.exists() and shutil.disk_usage(library).free < _LITTLE


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code; 0 for an error that is Python's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
