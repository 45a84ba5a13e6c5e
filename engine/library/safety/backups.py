"""Backups of a catalog, beside it in LIBRARY/backups: 8 newest, then the last of 7 days and of 5 weeks.

A backup is a catalog of its own with all that the user said, the files and where they stand, read in one transaction.
What the program can make again (models, codes, maps, old clusterings that no undo needs) is left out: it is most of the
bytes.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from engine.library.catalog.schema import MIGRATIONS, migrate
from engine.library.safety.checksums import SUMMED, fill, kept_sums
from engine.library.safety.condition import is_damage, require_whole

FOLDER = "backups"
NEWEST, DAYS, WEEKS = 8, 7, 5
_FORM = "catalog-%Y%m%d-%H%M%S-%f.db"
# What is found again; what the user said of faces is kept.
_UNDERSTOOD = ("faces", "faces_looked", "face_persons", "texts", "picture_classes")
_LEFT_OUT = ("learned", "projections", "hashes", "checks", "sqlite_sequence", *_UNDERSTOOD)
_ACTIVE = (
    "SELECT CAST(value AS INTEGER) FROM source.settings WHERE key = 'clustering' "
    "UNION SELECT clustering FROM source.snapshots WHERE clustering IS NOT NULL"
)
_WANTED = f"WHERE id IN ({_ACTIVE} UNION SELECT base FROM source.clusterings WHERE id IN ({_ACTIVE}))"


def backups(library: Path) -> list[Path]:
    """The backups, the newest first; they may be damaged."""
    found = (path for path in (library / FOLDER).glob("catalog-*.db") if _is_dated(path))
    return sorted(found, key=lambda path: path.name, reverse=True)


def newest_good(library: Path) -> Path | None:
    """The newest backup that is whole."""
    return next((path for path in backups(library) if is_whole(path)), None)


def made_at(backup: Path) -> datetime:
    return datetime.strptime(backup.name, _FORM)


def is_whole(backup: Path) -> bool:
    try:
        require_whole(backup, made=True)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return False
    return True


def back_up(catalog: Path) -> Path | None:
    """Back a whole catalog up, unless the newest backup holds the same; what is no longer wanted goes.

    Returns the new backup. Raises OSError and sqlite3.Error as they come.
    """
    newest = next(iter(backups(catalog.parent)), None)
    if newest is not None and _sums(newest) == _sums(catalog):
        return None
    folder = catalog.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    place = folder / _moment(newest).strftime(_FORM)
    part = place.with_suffix(".part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        _copy(catalog, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    for path in unwanted(backups(catalog.parent)):
        path.unlink()
    return place


def _moment(newest: Path | None) -> datetime:
    """Now, or the least after the newest backup: where the clock was set back, the last one stays the newest."""
    now = datetime.now()
    return now if newest is None else max(now, made_at(newest) + timedelta(microseconds=1))


def unwanted(newest_first: list[Path]) -> list[Path]:
    """The backups that are neither among the newest nor the last of one of the last days or weeks."""
    kept = set(newest_first[:NEWEST])
    for count, form in ((DAYS, "%Y-%j"), (WEEKS, "%G-%V")):
        last: dict[str, Path] = {}
        for path in newest_first:
            last.setdefault(made_at(path).strftime(form), path)
        kept |= set(list(last.values())[:count])
    return [path for path in newest_first if path not in kept]


def _copy(catalog: Path, place: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        with closing(sqlite3.connect(catalog)) as source:
            (version,) = source.execute("PRAGMA user_version").fetchone()
            if version != len(MIGRATIONS):  # an earlier one's, before it is brought up: as it is
                source.backup(connection)
                return
        migrate(connection)
        connection.execute("ATTACH ? AS source", (str(catalog),))
        connection.execute("BEGIN")
        tables = [n for (n,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for table in (name for name in tables if name not in _LEFT_OUT):
            connection.execute(f"DELETE FROM main.{table}")
            columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            values = ", ".join("NULL" if name == "codes" else name for name in columns)
            where = _WANTED if table == "clusterings" else ""
            connection.execute(
                f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {values} FROM source.{table} {where}"
            )
        connection.execute("DELETE FROM main.sqlite_sequence")
        connection.execute("INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence")
        # Its own sums are those of the catalog that it was made of, but for what is left out; beside them, those.
        connection.execute("INSERT OR REPLACE INTO main.checks SELECT name, sum FROM source.checks")
        connection.execute("INSERT INTO main.checks SELECT 'source ' || name, sum FROM source.checks")
        fill(connection, version, ("clusterings", "projections"))
        connection.execute("COMMIT")


def _sums(catalog: Path) -> dict[str, int | None]:
    """Of what a backup was made of, by table; of a catalog what it holds."""
    try:
        with closing(sqlite3.connect(catalog)) as connection:
            sums = kept_sums(connection)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return {}
    sources = {name.removeprefix("source "): s for name, s in sums.items() if name.startswith("source ")}
    return {name: s for name, s in (sources or sums).items() if name in SUMMED}


def _is_dated(path: Path) -> bool:
    try:
        made_at(path)
    except ValueError:
        return False
    return True
