"""Roots, files, contents and the locations of their vectors."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Content, File, MadeBy
from engine.library import reasons
from engine.library.catalog.folder_path import from_path, to_path
from engine.library.catalog.table import Table, from_blob, to_blob
from engine.library.catalog.understanding.revisions import count_all

Hash = NDArray[np.uint64]

_TRIES = 2  # in a row, by run, of a file that costs a decoder each time; then it waits a day, then two, four…
_DAY = 86_400
_DUE = f"(tries < {_TRIES} OR ? NOT BETWEEN tried_at AND tried_at + {_DAY} * (1 << MIN(tries - {_TRIES}, 16)))"
_FILE = "id, root, path, size, mtime_ns, digest, problem"
_SIZE = "digest, width, height, orientation"
_METADATA = "taken_at, latitude, longitude, camera, taken_precision, taken_from, changed, metadata_version, made_by"
_VALUES = ", ".join("?" * len(_METADATA.split(",")))


# Another program has written into a file whose picture has the size it had, so that places in it are where they were.
_CARRY_WORDS = """
    INSERT OR IGNORE INTO face_words (digest, x, y, width, height, word, person)
    SELECT files.digest, x, y, w.width, w.height, word, person FROM files
    JOIN face_words w ON w.digest = files.formerly
    JOIN contents before ON before.digest = files.formerly JOIN contents now ON now.digest = files.digest
    WHERE files.formerly IS NOT NULL AND files.formerly != files.digest
    AND before.width = now.width AND before.height = now.height
"""


class VectorRow(NamedTuple):
    """Where the vector of a content lies, and its CRC-32; None: from before checksums were kept."""

    backbone: str
    shard: str
    row: int
    digest: str
    checksum: int | None


class FileTable(Table):
    """Files by id; a file that is gone is kept, for its corrections and because it may come back."""

    def add_root(self, path: str, device: int, inode: int) -> int:
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO roots (path, device, inode) VALUES (?, ?, ?) "
                "ON CONFLICT (path) DO UPDATE SET device = excluded.device, inode = excluded.inode",
                (to_path(path), device, inode),
            )
            (root,) = connection.execute("SELECT id FROM roots WHERE path = ?", (to_path(path),)).fetchone()
        return int(root)

    def move_root(self, root: int, path: str) -> None:
        with self._transaction() as connection:
            connection.execute("UPDATE roots SET path = ? WHERE id = ?", (to_path(path), root))

    def roots(self) -> list[tuple[int, str]]:
        return [(int(i), from_path(p)) for i, p in self._connection.execute("SELECT id, path FROM roots ORDER BY id")]

    def devices(self) -> dict[int, int]:
        """The device, as os.stat numbers it, on which each root was when it was opened last."""
        return dict(self._connection.execute("SELECT id, device FROM roots").fetchall())

    def all(self, root: int | None = None) -> list[File]:
        """The files that are there, readable or not, by root and path."""
        return self._files("gone = 0") if root is None else self._files("gone = 0 AND root = ?", root)

    def readable(self) -> list[File]:
        """The files that are there and have been read, by root and path."""
        return self._files("gone = 0 AND problem IS NULL AND digest IS NOT NULL")

    def unread(self) -> list[File]:
        """The files that are there and are to be read: new ones, and those that could not be read for a passing reason.

        One that has cost a decoder run after run waits longer from try to try, but is never given up.
        """
        files = self._files(f"gone = 0 AND digest IS NULL AND (problem IS NULL OR {_DUE})", time.time())
        return [file for file in files if file.problem is None or reasons.passes(file.problem)]

    def due(self) -> list[File]:
        """The readable files that may be read once more, for a thumbnail that was lost: see `unread`."""
        return self._files(f"gone = 0 AND problem IS NULL AND digest IS NOT NULL AND {_DUE}", time.time())

    def gone(self, root: int) -> list[File]:
        """The files of a root that were there once."""
        return self._files("gone = 1 AND root = ?", root)

    def elsewhere(self, root: int) -> tuple[list[File], list[File]]:
        """The files that were read, of all roots but this: those that are gone, and those that were there last."""
        where = "digest IS NOT NULL AND root != ?"
        return self._files(f"gone = 1 AND {where}", root), self._files(f"gone = 0 AND {where}", root)

    def add(self, root: int, found: Iterable[tuple[str, int, int]]) -> None:
        """Enter new files as (path, size, mtime_ns); what they hold is not known yet."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT INTO files (root, path, size, mtime_ns) VALUES (?, ?, ?, ?)",
                ((root, os.fsencode(path), size, mtime) for path, size, mtime in found),
            )

    def revise(self, revised: Iterable[tuple[int, str, int, int]], root: int | None = None) -> None:
        """Files edited in place or moved, as (id, path, size, mtime_ns), to `root` if given: same id, back if gone."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET root = COALESCE(?, root), path = ?, size = ?, mtime_ns = ?, problem = NULL, "
                "tries = 0, gone = 0 WHERE id = ?",
                ((root, os.fsencode(path), size, mtime, id_) for id_, path, size, mtime in revised),
            )

    def relocate(self, moved: Sequence[tuple[int, int, str, int, int]]) -> None:
        """Files that were moved, as (id, root, path, size, mtime_ns): same id, same content, there again if gone.

        Whatever was known under their new path is gone.
        """
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET gone = 1 WHERE root = ? AND path = ? AND gone = 0 AND id != ?",
                ((root, os.fsencode(path), id_) for id_, root, path, _, _ in moved),
            )
            connection.executemany(
                "UPDATE files SET root = ?, path = ?, size = ?, mtime_ns = ?, gone = 0 WHERE id = ?",
                ((root, os.fsencode(path), size, mtime, id_) for id_, root, path, size, mtime in moved),
            )

    def restamp(self, written: Sequence[tuple[int, str, int, int]]) -> None:
        """Files that were written by us, as (id, digest, size, mtime_ns)."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET digest = ?2, size = ?3, mtime_ns = ?4, problem = NULL WHERE id = ?1", written
            )

    def forget_digest(self, ids: Iterable[int]) -> None:
        with self._transaction() as connection:
            sql = "UPDATE files SET formerly = COALESCE(digest, formerly), digest = NULL WHERE id = ?"
            connection.executemany(sql, ((i,) for i in ids))

    def mark_gone(self, ids: Iterable[int]) -> None:
        with self._transaction() as connection:
            connection.executemany("UPDATE files SET gone = 1 WHERE id = ?", ((i,) for i in ids))

    def set_read(self, read: Sequence[tuple[int, str]]) -> None:
        """(id, digest) of files whose content is known; what was said of the faces in an edited one holds on."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET digest = ?, problem = NULL, tries = 0 WHERE id = ?", ((d, i) for i, d in read)
            )
            connection.execute(_CARRY_WORDS)
            connection.execute("UPDATE files SET formerly = NULL WHERE formerly IS NOT NULL AND digest IS NOT NULL")

    def set_problems(self, problems: Sequence[tuple[int, str]]) -> None:
        """(id, sentence) of files that could not be read."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET problem = ?, tries = tries + ?, tried_at = ? WHERE id = ?",
                ((p, reasons.costs(p), time.time(), i) for i, p in problems),
            )

    def add_tries(self, ids: Sequence[int]) -> None:
        """Files that stay readable, though their thumbnail could not be made again."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET tries = tries + 1, tried_at = ? WHERE id = ?", ((time.time(), i) for i in ids)
            )

    def quarantine(self, file: int, problem: str) -> None:
        """A file (id) at which the whole program has died is left for a day at once; see `unread`."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE files SET problem = CASE WHEN digest IS NULL THEN ? END, tries = MAX(tries + 1, ?), "
                "tried_at = ? WHERE id = ?",
                (problem, _TRIES, time.time(), file),
            )

    def try_again(self, ids: Iterable[int]) -> None:
        """Files that the next run reads as if they were new."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE files SET problem = NULL, tries = 0 WHERE id = ?",
                ((i,) for i in ids),
            )

    def add_contents(self, contents: Iterable[Content]) -> None:
        with self._transaction() as connection:
            connection.executemany(
                f"INSERT OR REPLACE INTO contents ({_SIZE}, {_METADATA}) VALUES (?, ?, ?, ?, {_VALUES})",
                ((c.digest, c.width, c.height, c.orientation, *_metadata(c)) for c in contents),
            )

    def set_metadata(self, contents: Iterable[Content]) -> None:
        """What was read of known contents beside their pixels, which stay as they are."""
        with self._transaction() as connection:
            connection.executemany(
                f"UPDATE contents SET ({_METADATA}) = ({_VALUES}) WHERE digest = ?",
                ((*_metadata(c), c.digest) for c in contents),
            )

    def outdated(self, version: int) -> list[File]:
        """The readable files whose metadata was read by an earlier version of the reader."""
        old = "SELECT digest FROM contents WHERE metadata_version < ?"
        return self._files(f"gone = 0 AND problem IS NULL AND digest IN ({old})", version)

    def contents(self) -> dict[str, Content]:
        rows = self._connection.execute(f"SELECT {_SIZE}, {_METADATA} FROM contents")
        return {
            d: Content(d, w, h, o, datetime.fromisoformat(t) if t else None, la, lo, c, p, s, bool(x), v, _maker(m))
            for d, w, h, o, t, la, lo, c, p, s, x, v, m in rows
        }

    def known_digests(self) -> set[str]:
        return {d for (d,) in self._connection.execute("SELECT digest FROM contents")}

    def add_vectors(
        self, backbone: str, digests: Sequence[str], shard: str, first_row: int, checksums: Sequence[int] | None = None
    ) -> None:
        """Enter vectors that lie fsynced in `shard` from `first_row` on; `checksums` is None where none are known."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO vectors (backbone, digest, shard, row, checksum) VALUES (?, ?, ?, ?, ?)",
                (
                    (backbone, digest, shard, first_row + i, checksums[i] if checksums is not None else None)
                    for i, digest in enumerate(digests)
                ),
            )

    def vector_rows(self) -> list[VectorRow]:
        """Every vector, shard by shard."""
        rows = self._connection.execute(
            "SELECT backbone, shard, row, digest, checksum FROM vectors ORDER BY backbone, shard, row"
        )
        return [VectorRow(*row) for row in rows]

    def has_unknown_checksums(self) -> bool:
        found = self._connection.execute("SELECT EXISTS (SELECT 1 FROM vectors WHERE checksum IS NULL)")
        return bool(found.fetchone()[0])

    def set_checksums(self, backbone: str, checksums: Iterable[tuple[str, int]]) -> None:
        """(digest, checksum) of vectors from before checksums were kept."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE vectors SET checksum = ? WHERE backbone = ? AND digest = ? AND checksum IS NULL",
                ((sum_, backbone, digest) for digest, sum_ in checksums),
            )

    def vector_locations(self, backbone: str, digests: Sequence[str] | None = None) -> dict[str, tuple[str, int]]:
        """Shard and row of each content's vector, or of those of some hundred `digests`."""
        sql, values = "SELECT digest, shard, row FROM vectors WHERE backbone = ?", [backbone]
        if digests is not None:
            sql += f" AND digest IN ({', '.join('?' * len(digests))})"
            values += digests
        return {digest: (shard, row) for digest, shard, row in self._connection.execute(sql, values)}

    def drop_vectors(self, backbone: str, digests: Iterable[str]) -> None:
        """Forget vectors whose bytes were lost, so that they are made again."""
        with self._transaction() as connection:
            connection.executemany(
                "DELETE FROM vectors WHERE backbone = ? AND digest = ?", ((backbone, d) for d in digests)
            )

    def copy_content(self, pairs: Sequence[tuple[str, str]]) -> None:
        """What is known of the picture of one content holds for another as well, as (known, new) digests."""
        names = f"{_SIZE}, {_METADATA}".removeprefix("digest, ")
        tables = (
            ("contents", names),
            ("vectors", "backbone, shard, row, checksum"),
            ("hashes", "hash"),
            ("texts", "model, turn, words, places, unread, problem"),
            ("picture_kinds", "model, evidence, probabilities"),
            ("picture_classes", "backbone, top"),
            ("face_words", "x, y, width, height, word, person"),  # faces themselves are found again
        )
        with self._transaction() as connection:
            # What was said last holds: of a file that is put back, the older words of its former content go.
            there = "SELECT 1 FROM face_words WHERE digest = ?1"
            connection.executemany(f"DELETE FROM face_words WHERE digest = ?2 AND EXISTS ({there})", pairs)
            for table, columns in tables:
                connection.executemany(
                    f"INSERT OR IGNORE INTO {table} (digest, {columns}) SELECT ?2, {columns} FROM {table} "
                    "WHERE digest = ?1",
                    pairs,
                )
            count_all(connection)

    def forget_looks(self, digests: Sequence[str]) -> None:
        """Forget what was computed from pictures that turn out to look different: all is made again."""
        with self._transaction() as connection:
            for table in ("vectors", "hashes", "picture_classes", "picture_kinds", "texts", "faces_looked"):
                connection.executemany(f"DELETE FROM {table} WHERE digest = ?", ((d,) for d in digests))
            count_all(connection)

    def hashes(self) -> dict[str, Hash]:
        """The perceptual hash, uint64 (2,), of the contents that have one."""
        rows = self._connection.execute("SELECT digest, hash FROM hashes")
        return {digest: from_blob(hash_, "<u8") for digest, hash_ in rows}

    def add_hashes(self, hashes: Mapping[str, Hash]) -> None:
        with self._transaction() as connection:
            rows = ((digest, to_blob(hash_, "<u8")) for digest, hash_ in hashes.items())
            connection.executemany("INSERT OR REPLACE INTO hashes VALUES (?, ?)", rows)

    def _files(self, condition: str, *values: float) -> list[File]:
        rows = self._connection.execute(f"SELECT {_FILE} FROM files WHERE {condition} ORDER BY root, path", values)
        return [File(i, r, os.fsdecode(p), s, m, d, x) for i, r, p, s, m, d, x in rows]


def _metadata(content: Content) -> tuple[str | float | None, ...]:
    """The values of _METADATA."""
    taken = content.taken_at.isoformat() if content.taken_at else None
    place = content.latitude, content.longitude
    source = content.taken_precision, content.taken_from, content.changed
    maker = None if content.made_by is None else json.dumps(content.made_by)
    return taken, *place, content.camera, *source, content.metadata_version, maker


def _maker(written: str | None) -> MadeBy | None:
    return MadeBy(*json.loads(written)) if written else None
