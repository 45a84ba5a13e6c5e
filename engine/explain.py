"""Which failures a user can mend, said in a sentence; everything else keeps its traceback."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from engine.errors import UserError
from engine.library.catalog import is_damage, keep_aside


def explain(error: BaseException, library: Path | None) -> UserError | None:
    """The sentence for a failure the user can mend (a full disk, a damaged catalog…), or None for our bugs."""
    if isinstance(error, UserError):
        return error
    where = f"the library {library}" if library else "the library"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(f"The disk is full while writing {error.filename or where}: free some room and run again.")
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserError(f"{error.filename or where} cannot be written ({error.strerror}).")
    if isinstance(error, sqlite3.DatabaseError):
        if is_damage(error) and library is not None:
            return keep_aside(library / "catalog.db")
        if "full" in str(error):
            return UserError(f"The disk is full while writing {where}: free some room and run again.")
        if "readonly" in str(error) or "unable to open" in str(error) or "disk I/O" in str(error):
            return UserError(f"The catalog of {where} cannot be written ({error}).")
        if "locked" in str(error):
            return UserError(f"The catalog of {where} is busy in another program: try again in a moment.")
    return None
