"""Checksums of the catalog's tables, kept with every change: a flipped bit that SQLite cannot see is noticed.

A table's sum is that of its rows' CRC-32, so that it follows a change without reading the table. Triggers keep it, in
the same transaction. They are of a connection, not of the file: another program can read and mend the file with any
tool, and what it changes is noticed.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable

# What the user said, and what is of use without it: few rows each, but for `assignments`. Checked at every start.
SAID = {
    "roots": "id, path",
    "clusters": "id, name, named_by_user, locked",
    "pins": "file, cluster",
    "rejections": "file, cluster",
    "pairs": "a, b, kind",
    "kept_copies": "file",
    "flags": "file, flag",
    "persons": "id, name, hidden",
    "person_names": "name, person",
    "face_words": "digest, x, y, width, height, word, person",
    "edits": "id, made_at, label, forward, inverse, undone, label_values",
    "settings": "key, value",
    "assignments": "file, cluster, confidence",
}
# Made by the program, and large: checked by the engine and by `check`.
MADE = {
    "files": "id, root, path, size, mtime_ns, digest",
    "contents": "digest, width, height, orientation, taken_at, latitude, longitude, camera",
    "vectors": "backbone, digest, shard, row",
    "clusterings": "id, method, backbone, seed, parameters, history, curve, cluster_ids, ids, labels, probabilities",
    "snapshots": "id, clustering, files, clusters, labels, confidences",
    "projections": "name, ids, xy, parameters",
}
SUMMED = SAID | MADE
SCHEMA = "schema"  # the row that says again what PRAGMA user_version says

# A stored sum is a multiple of this prime: where a flip has hit the sum itself, it is none.
_PRIME = 1_048_573
_MODULUS = 1 << 42


def watch(connection: sqlite3.Connection) -> None:
    """Let this connection keep the sums; outside any transaction."""
    connection.create_function("resummed", -1, _resummed, deterministic=True)
    connection.execute("PRAGMA recursive_triggers = ON")  # or rows that INSERT OR REPLACE removes are not seen
    connection.executescript("".join(_triggers()))


def fill(connection: sqlite3.Connection, schema: int, tables: Iterable[str] = tuple(SUMMED)) -> None:
    """Sum tables as they are, in a transaction of the caller's."""
    sums = {table: _sum(connection, table) for table in tables} | {SCHEMA: schema}
    connection.executemany("INSERT OR REPLACE INTO checks VALUES (?, ?)", [(t, s * _PRIME) for t, s in sums.items()])


def differing(connection: sqlite3.Connection, tables: Iterable[str]) -> list[str]:
    """The tables whose rows are not those that were written. A sum that was hit itself says nothing."""
    kept = kept_sums(connection)
    return [table for table in tables if kept.get(table) is not None and kept[table] != _sum(connection, table)]


def kept_sums(connection: sqlite3.Connection) -> dict[str, int | None]:
    """The sums as they were kept; None for one that was hit itself."""
    sums: dict[str, int | None] = {}
    for name, kept in connection.execute("SELECT name, sum FROM checks"):
        text = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
        sums[text] = kept // _PRIME if isinstance(kept, int) and kept % _PRIME == 0 else None
    return sums


def _sum(connection: sqlite3.Connection, table: str) -> int:
    factory = connection.text_factory
    connection.text_factory = bytes  # what is no UTF-8 any more can be summed as well
    try:
        rows = connection.execute(f"SELECT {SUMMED[table]} FROM {table}")
        return sum(zlib.crc32(repr(row).encode()) for row in rows) % _MODULUS
    finally:
        connection.text_factory = factory


def _resummed(kept: int, sign: int, *row: object) -> int:
    read = tuple(value.encode() if isinstance(value, str) else value for value in row)
    return (kept // _PRIME + sign * zlib.crc32(repr(read).encode())) % _MODULUS * _PRIME


def _triggers() -> Iterable[str]:
    for table, columns in SUMMED.items():
        names = columns.split(", ")
        old, new = (", ".join(f"{row}.{name}" for name in names) for row in ("OLD", "NEW"))
        for event, changes in (
            ("INSERT", [(1, new)]),
            ("DELETE", [(-1, old)]),
            (f"UPDATE OF {columns}", [(-1, old), (1, new)]),
        ):
            steps = "sum"
            for sign, row in changes:
                steps = f"resummed({steps}, {sign}, {row})"
            yield (
                f"CREATE TEMP TRIGGER sum_{table}_{event[:6]} AFTER {event} ON main.{table} BEGIN "
                f"UPDATE checks SET sum = {steps} WHERE name = '{table}'; END;"
            )
