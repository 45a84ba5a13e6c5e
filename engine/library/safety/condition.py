"""The condition of a catalog's file: what SQLite's own checks, the foreign keys and the checksums say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.library.catalog.schema import MIGRATIONS
from engine.library.safety.checksums import MADE, SAID, SCHEMA, differing, kept_sums

CHECKED_AT_ONCE = 256 << 20  # bytes; of a larger file the tables of blobs wait for the weekly check
_BLOBS = ("learned", "clusterings", "projections", "snapshots")
_STEPS = 100_000  # of SQLite's machine between two questions whether to stop, some milliseconds
_HEADER = 100  # bytes
_MAGIC = b"SQLite format 3\0"
_SAYS = (
    "malformed", "not a database", "unsupported file format", "decode to utf-8", "no such table", "no such column",
    "already exists", "duplicate column", "foreign key constraint", "damaged:",
)  # fmt: skip


class Damage(sqlite3.DatabaseError):
    """A catalog whose rows are not those that were written; the message says which."""


def suspect(path: Path) -> Path:
    """The mark that damage was seen in a catalog while it was open: the next start looks after it."""
    return path.with_name("catalog.suspect")


def is_damage(error: BaseException) -> bool:
    """Whether the file itself is broken, rather than busy, full or unwritable."""
    if isinstance(error, Damage):
        return True
    return isinstance(error, sqlite3.Error) and any(text in str(error).lower() for text in _SAYS)


def require_whole(
    path: Path, *, made: bool = False, thorough: bool = False, read_only: bool = False, job: Job | None = None
) -> None:
    """Damage, or another sqlite3.DatabaseError, where the catalog is broken.

    `made` also sums the tables that the program has made; `thorough` is SQLite's whole integrity check. One that is
    `read_only` lies where nothing can be written beside it. What others write meanwhile is not seen. Raises Cancelled
    once the `job` is to stop.
    """
    if not path.exists() or not path.stat().st_size:
        return
    _require_header(path)
    source = f"{path.absolute().as_uri()}?immutable=1" if read_only else str(path)
    connection = sqlite3.connect(source, timeout=10, isolation_level=None, uri=read_only)
    connection.text_factory = bytes  # what is no UTF-8 is for the sums to find
    if job is not None:
        connection.set_progress_handler(lambda: job.cancelled, _STEPS)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("BEGIN")  # rows and their sums are of one moment
        _require_sound(connection, path.stat().st_size, thorough)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {bytes(name) for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if b"checks" not in tables:
            if version == len(MIGRATIONS):
                raise Damage("damaged: its checksums are gone")
            return  # of an earlier version
        said = kept_sums(connection).get(SCHEMA)
        if said is not None and said != version:
            raise Damage("damaged: the number of its version")
        if version > len(MIGRATIONS):
            return  # a newer one is refused by `migrate`
        differ = differing(connection, SAID | (MADE if made else {}))
        if differ:
            raise Damage(f"damaged: {', '.join(differ)}")
        for table in SAID:
            if connection.execute(f"PRAGMA foreign_key_check({table})").fetchone():
                raise Damage(f"damaged: {table}")
    except sqlite3.OperationalError as error:
        if job is not None and job.cancelled:
            raise Cancelled("check") from error
        raise
    finally:
        connection.close()


def _require_header(path: Path) -> None:
    """SQLite takes an unknown format number for a file that may not be written."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    formats = header[18:20]
    if len(header) < _HEADER or not header.startswith(_MAGIC) or not set(formats) <= {1, 2}:
        raise Damage("damaged: it is not a database")


def _require_sound(connection: sqlite3.Connection, size: int, thorough: bool) -> None:
    if thorough:
        checks = ["integrity_check(1)"]
    elif size <= CHECKED_AT_ONCE:
        checks = ["quick_check(1)"]
    else:
        names = [
            bytes(name).decode("utf-8", "replace")
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        checks = [f"quick_check('{name}')" for name in names if name not in _BLOBS and "'" not in name]
    for check in checks:
        try:
            (verdict,) = connection.execute(f"PRAGMA {check}").fetchone()
        except UnicodeDecodeError as error:  # what SQLite says of a damaged schema holds a piece of it
            raise Damage("malformed: its schema cannot be read") from error
        if verdict != b"ok":
            raise Damage(f"malformed: {bytes(verdict).decode('utf-8', 'replace')}")
