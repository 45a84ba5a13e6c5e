"""Forget all faces: what was found, coded, named and said of people, in the catalog and in its backups, for good."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import ALLOWED, TABLES
from engine.library.catalog.understanding.revisions import count_all
from engine.library.safety.backups import backups
from engine.library.safety.checksums import SUMMED, fill

# The edits that are about people (engine/edits/people.py), which hold names and places of faces.
EDITS = (
    *("name person", "hide person", "merge persons", "is person", "not person", "stranger", "not a face"),
    *("draw face", "split person", "restore people"),
)
_SETTINGS = ("faces grouped",)
_MARKS = ", ".join("?" * len(EDITS))
_OF_PEOPLE = f"json_extract(forward, '$.do') IN ({_MARKS}) OR json_extract(inverse, '$.do') IN ({_MARKS})"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many faces and backups were cleared, and what may still hold some: damaged catalogs that were kept aside."""

    faces: int
    backups: int
    left: tuple[Path, ...] = ()


def forget_faces(catalog: Catalog) -> Forgotten:
    """Outside any transaction. They are not looked for again before the user agrees anew.

    What is deleted is overwritten, and the files are written anew without it, so that no bytes of it stay in them.
    """
    folder = catalog.path.parent
    connection = catalog.connection
    (count,) = connection.execute("SELECT COUNT(*) FROM faces").fetchone()
    connection.execute("PRAGMA secure_delete = ON")
    with catalog.transaction():
        _clear(connection, set(TABLES))
        count_all(connection)
        catalog.set_setting(ALLOWED, "no")
    _rewrite(connection)
    cleared = sum(_clear_backup(backup) for backup in backups(folder))
    damaged = sorted(path for path in folder.glob("catalog.damaged-*") if path.suffix == ".db")
    return Forgotten(count, cleared, tuple(damaged))


def _clear(connection: sqlite3.Connection, tables: set[str]) -> None:
    for table in (name for name in TABLES if name in tables):
        connection.execute(f"DELETE FROM {table}")
    connection.execute(f"DELETE FROM edits WHERE {_OF_PEOPLE}", (*EDITS, *EDITS))
    connection.executemany("DELETE FROM settings WHERE key = ?", ((key,) for key in _SETTINGS))


def _rewrite(connection: sqlite3.Connection) -> None:
    """Without what was deleted. Beside another process that reads, what was overwritten has to do."""
    connection.execute("PRAGMA temp_store = MEMORY")
    try:
        with suppress(sqlite3.OperationalError):
            connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.execute("PRAGMA temp_store = DEFAULT")


def _clear_backup(backup: Path) -> bool:
    """Whether there was anything in it; a backup that is damaged is not kept."""
    part = backup.with_suffix(".part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        shutil.copyfile(backup, part)
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            there = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            ours = there.intersection(TABLES)
            held = any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in ours)
            if not held:
                return False
            connection.execute("BEGIN")
            _clear(connection, there)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            fill(connection, version, [name for name in (*TABLES, "edits", "settings") if name in SUMMED])
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(backup)
        return True
    except sqlite3.DatabaseError:
        backup.unlink(missing_ok=True)
        return True
    finally:
        part.unlink(missing_ok=True)
