"""Recovery of a damaged or missing catalog: from what can still be read of it and the newest good backup.

The damaged file is kept aside, whole. A table whose checksum holds is taken as it was; of another the rows that can be
read are laid over those of the backup.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.core.errors import UserError
from engine.library.catalog.schema import MIGRATIONS, migrate
from engine.library.safety.backups import backups, made_at, newest_good
from engine.library.safety.checksums import SAID, SUMMED, differing, fill, kept_sums
from engine.library.safety.condition import suspect

Row = tuple[Any, ...]
_PAGE = 4096  # bytes, as SQLite makes them
_HEADER = {0: b"SQLite format 3\0", 18: b"\2\2\0\x40\x20\x20", 44: b"\0\0\0\4", 56: b"\0\0\0\1"}
_ORDER = (  # what others refer to comes first
    "roots", "contents", "files", "vectors", "hashes", "clusters", "assignments", "pins", "rejections", "pairs",
    "kept_copies", "flags", "persons", "person_names", "face_words", "settings", "clusterings", "snapshots", "edits",
    "learned", "projections", "texts",
)  # fmt: skip
# What is counted as a correction; of the clusters and persons those that the user has named, locked or hidden.
CORRECTIONS = ("pins", "rejections", "pairs", "kept_copies", "flags", "face_words", "persons", "clusters")
_COUNT = {table: f"SELECT COUNT(*) FROM {table}" for table in CORRECTIONS}
_COUNT["persons"] += " WHERE name != '' OR hidden"
_COUNT["clusters"] += " WHERE named_by_user OR locked"
_SAID_BY_USER = frozenset(SAID) - {"assignments"}
_JSON = {"edits": ("forward", "inverse"), "clusterings": ("parameters", "history", "curve", "cluster_ids")}
_JSON |= {"snapshots": ("clusters",), "projections": ("parameters",)}


class CatalogDamaged(UserError):  # noqa: N818 - the user's situation, not a fault
    """A catalog that was damaged or missing. `kept` is the damaged file's new place, `backup` the backup that was used,
    `salvaged` how many corrections there are now, `exact` whether they are all that there were; `recovered` is False
    where there is no catalog now."""

    kept: Path | None = None
    backup: Path | None = None
    salvaged = 0
    exact = False
    recovered = False


@dataclass
class Rebuilt:
    """What a catalog was built of: the tables of the damaged one that are whole, those that could be read at all, and
    the corrections by table: how many the damaged one has counted (None: unreadable), and how many there are now."""

    whole: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    counted: dict[str, int | None] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)

    @property
    def exact(self) -> bool:
        """All that was said is as it was written."""
        return self.whole >= _SAID_BY_USER

    @property
    def readable(self) -> bool:
        return not self.read.isdisjoint(_SAID_BY_USER)

    @property
    def count(self) -> int:
        return sum(self.kept.values())


def recover(path: Path) -> CatalogDamaged:
    """Keep a damaged catalog aside and put a recovered one in its place; the error to raise, which says so."""
    backup = newest_good(path.parent)
    part = path.with_name(f"{path.name}.part")
    rebuilt = build(part, path, backup)
    exact, count = rebuilt.exact, rebuilt.count
    kept = keep_aside(path)
    if not rebuilt.readable and backup is None:
        part.unlink()
        return _said(CatalogDamaged(
            "The catalog {path} is damaged; it was kept as {kept} and nothing was deleted. Nothing of it can be read "
            "and there is no backup: `check FOLDER --mend` begins a new one.", path=path, kept=kept.name,
        ), kept=kept)  # fmt: skip
    _put(part, path)
    if exact:
        error = CatalogDamaged(
            "The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. It was repaired, and "
            "everything that you said is there ({count:,} corrections). Run again.",
            path=path, kept=kept.name, count=count,
        )  # fmt: skip
    elif backup is not None:
        error = CatalogDamaged(
            "The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. It was repaired from the "
            "backup of {when} and what could still be read: {count:,} corrections; the last ones may be missing. Run "
            "again.",
            path=path, kept=kept.name, when=f"{made_at(backup):%Y-%m-%d %H:%M}", count=count,
        )  # fmt: skip
    else:
        error = CatalogDamaged(
            "The catalog {path} was damaged; it was kept as {kept} and nothing was deleted. There is no backup; what "
            "could still be read was taken over: {count:,} corrections, some may be missing. Run again.",
            path=path, kept=kept.name, count=count,
        )  # fmt: skip
    return _said(error, kept=kept, backup=backup, salvaged=count, exact=exact, recovered=True)


def salvage(library: Path) -> tuple[Path | None, Rebuilt]:
    """Put what can be read of a damaged catalog in its place, over the newest good backup; where that is kept now."""
    return _replace(library, library / "catalog.db", newest_good(library))


def restore(library: Path, backup: Path) -> tuple[Path | None, Rebuilt]:
    """Put a backup in the catalog's place; returns where the catalog that was there is kept now."""
    return _replace(library, None, backup)


def begin_anew(library: Path) -> Path | None:
    """What the user has to ask for: an empty catalog; returns where the one that was there is kept now."""
    return _replace(library, None, None)[0]


def is_missing(path: Path) -> bool:
    return not path.exists() or not path.stat().st_size


def is_full(library: Path) -> bool:
    """Whether a library without a catalog is more than an empty folder."""
    return bool(backups(library)) or next(library.glob("vectors/*/*.f32"), None) is not None


def require_present(path: Path, *, bring_back: bool = True) -> None:
    """A missing or empty catalog beside a full library is brought back from its backup, or refused; never made anew."""
    if not is_missing(path):
        return
    library = path.parent
    backup = newest_good(library) if bring_back else None
    if backup is not None:
        path.unlink(missing_ok=True)
        part = path.with_name(f"{path.name}.part")
        count = build(part, None, backup).count
        _put(part, path)
        error = CatalogDamaged(
            "The catalog {path} was missing. It was brought back from the backup of {when}: {count:,} corrections; the "
            "last ones may be missing. Run again.",
            path=path, when=f"{made_at(backup):%Y-%m-%d %H:%M}", count=count,
        )  # fmt: skip
        raise _said(error, backup=backup, salvaged=count, recovered=True)
    if is_full(library):
        raise CatalogDamaged(
            "The catalog {path} is missing, but the library is full: put the file back, or begin a new one, without "
            "what you said in the old one, by `check FOLDER --mend`.",
            path=path,
        )


def keep_aside(path: Path) -> Path:
    """Rename a damaged catalog and its side files; returns the catalog's new place."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 2
    while kept.exists():
        kept = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
        number += 1
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    suspect(path).unlink(missing_ok=True)
    return kept


def build(part: Path, damaged: Path | None, backup: Path | None) -> Rebuilt:
    """Write a catalog to `part`: what can be read of the damaged one, over the backup. Neither is changed."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if backup is not None:
        shutil.copyfile(backup, part)
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        migrate(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN")
        rebuilt = Rebuilt() if damaged is None else _take_all(connection, damaged)
        _mend(connection)
        connection.execute("DELETE FROM checks")
        fill(connection, len(MIGRATIONS))
        rebuilt.kept = {table: counted(connection, table) or 0 for table in CORRECTIONS}
        connection.execute("COMMIT")
    return rebuilt


def _replace(library: Path, damaged: Path | None, backup: Path | None) -> tuple[Path | None, Rebuilt]:
    path = library / "catalog.db"
    part = path.with_name(f"{path.name}.part")
    rebuilt = build(part, damaged, backup)
    kept = None if is_missing(path) else keep_aside(path)
    _put(part, path)
    return kept, rebuilt


def _put(part: Path, path: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)


def _take_all(connection: sqlite3.Connection, damaged: Path) -> Rebuilt:
    """Take what can be read. Read from a copy: SQLite would write to the damaged file."""
    copy = damaged.with_name(f"{damaged.stem}.part")
    rebuilt = Rebuilt()
    try:
        for suffix in ("", "-wal"):
            if (side := damaged.with_name(damaged.name + suffix)).exists():
                shutil.copyfile(side, copy.with_name(copy.name + suffix))
        _repair_header(copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as source:
            source.execute("PRAGMA writable_schema = ON")  # a table that cannot be parsed costs only itself
            source.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
            for table in _ORDER:
                whole = _take(connection, source, table)
                if whole is not None:
                    rebuilt.read.add(table)
                if whole:
                    rebuilt.whole.add(table)
            rebuilt.counted = {table: counted(source, table) for table in CORRECTIONS}
    except sqlite3.DatabaseError:
        rebuilt = Rebuilt()  # nothing of it can be read: the sentence says so
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    return rebuilt


def counted(source: sqlite3.Connection, table: str) -> int | None:
    """How many corrections a catalog has in a table, None where it cannot say; a damaged one's index often can."""
    try:
        return int(source.execute(_COUNT[table]).fetchone()[0])
    except sqlite3.DatabaseError:
        return None


def _repair_header(copy: Path) -> None:
    """What is the same in every catalog; https://www.sqlite.org/fileformat.html has the places."""
    with copy.open("rb+") as file:
        size = int.from_bytes(file.read(18)[16:], "big")
        for place, right in _HEADER.items():
            file.seek(place)
            file.write(right)
        if size not in (1, *(1 << power for power in range(9, 16))):
            file.seek(16)
            file.write(_PAGE.to_bytes(2, "big"))


def _take(connection: sqlite3.Connection, source: sqlite3.Connection, table: str) -> bool | None:
    """Take a table's rows: True where they are all there as they were written; None where none can be read."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    try:
        known = {str(row[1]) for row in source.execute(f"PRAGMA table_info({table})")}
        columns = [name for name in columns if name in known]
        rows, complete = _read(source, table, columns)
    except sqlite3.DatabaseError:
        return None
    if not columns:
        return None
    trusted = complete and _sum_holds(source, table)
    if trusted:
        connection.execute(f"DELETE FROM {table}")
    elif table in ("clusterings", "learned", "snapshots", "projections"):
        return False  # numbers that nobody can check: they are made again
    for row in _sane(table, columns, rows):
        with suppress(sqlite3.IntegrityError):  # a row that breaks the table's own rules is damaged
            connection.execute(
                f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", row
            )
    return trusted


def _read(source: sqlite3.Connection, table: str, columns: list[str]) -> tuple[list[Row], bool]:
    """All rows from the front until a page is broken, and from the back; whether that is all."""
    keys = [row[1] for row in sorted(source.execute(f"PRAGMA table_info({table})"), key=lambda row: row[5]) if row[5]]
    select = f"SELECT {', '.join(columns)} FROM {table} ORDER BY "
    rows: list[Row] = []
    complete = True
    for way in ("ASC", "DESC"):
        try:
            rows.extend(source.execute(select + ", ".join(f"{key} {way}" for key in keys)))
            break
        except sqlite3.DatabaseError:
            complete = False
    return list(dict.fromkeys(rows)), complete


def _sum_holds(source: sqlite3.Connection, table: str) -> bool:
    if table not in SUMMED:
        return True
    try:
        return kept_sums(source).get(table) is not None and not differing(source, [table])
    except sqlite3.DatabaseError:
        return False


def _sane(table: str, columns: list[str], rows: Iterable[Row]) -> Iterator[Row]:
    """Rows whose texts are texts, JSON and dates again."""
    for row in rows:
        values = dict(zip(columns, row, strict=True))
        try:
            for value in row:
                if isinstance(value, str):
                    value.encode()
            for name in _JSON.get(table, ()):
                json.loads(values[name])
            if values.get("taken_at"):
                datetime.fromisoformat(values["taken_at"])
            if table == "settings" and values["value"][:1] in ("{", "["):
                json.loads(values["value"])
            if table == "clusters" and not re.fullmatch(r"c\d+", values["id"]):
                continue
        except (ValueError, TypeError):
            continue
        yield row


def _mend(connection: sqlite3.Connection) -> None:
    """Make references whole: a cluster that a correction names comes back, with its id for a name.

    A folder that was lost gets a name that no folder has, and is found by its files when it is opened.
    """
    connection.execute(
        "INSERT OR IGNORE INTO roots (id, path) SELECT DISTINCT root, '/lost/' || root FROM files "
        "WHERE root NOT IN (SELECT id FROM roots)"
    )
    for table in ("pins", "rejections", "assignments"):
        connection.execute(
            "INSERT OR IGNORE INTO clusters (id, name, named_by_user) SELECT DISTINCT cluster, cluster, 1 "
            f"FROM {table} WHERE cluster NOT IN (SELECT id FROM clusters) AND cluster GLOB 'c[0-9]*'"
        )
        connection.execute(f"DELETE FROM {table} WHERE cluster NOT IN (SELECT id FROM clusters)")
    for table, column in (
        ("pins", "file"), ("rejections", "file"), ("assignments", "file"), ("kept_copies", "file"), ("flags", "file"),
        ("pairs", "a"), ("pairs", "b"),
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM files)")
    for table in ("face_words", "person_names"):
        connection.execute(
            f"INSERT OR IGNORE INTO persons (id, name) SELECT DISTINCT person, '' FROM {table} WHERE person > 0"
        )
    connection.execute("UPDATE clusterings SET base = NULL WHERE base NOT IN (SELECT id FROM clusterings)")
    connection.execute("DELETE FROM learned WHERE clustering NOT IN (SELECT id FROM clusterings)")
    connection.execute("UPDATE snapshots SET clustering = NULL WHERE clustering NOT IN (SELECT id FROM clusterings)")


def _said(error: CatalogDamaged, **facts: Any) -> CatalogDamaged:
    for name, value in facts.items():
        setattr(error, name, value)
    return error
