"""The user's corrections: pins, rejections, pairs together and apart; and which copies are to be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from engine.core.records import Corrections
from engine.library.catalog.table import Table

Kind = Literal["together", "apart"]


class CorrectionTable(Table):
    """Stored as soon as they are made; only the user, or an undo, removes one."""

    def all(self) -> Corrections:
        """All corrections; members of a locked cluster are pins: that is what a lock means."""
        with self._reading():
            return self._all()

    def pin_of(self, file: int) -> str | None:
        row = self._connection.execute("SELECT cluster FROM pins WHERE file = ?", (file,)).fetchone()
        return None if row is None else str(row[0])

    def pin(self, pins: Iterable[tuple[int, str]]) -> None:
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO pins VALUES (?, ?)", pins)

    def unpin(self, files: Iterable[int]) -> None:
        with self._transaction() as connection:
            connection.executemany("DELETE FROM pins WHERE file = ?", ((i,) for i in files))

    def rejections_of(self, file: int) -> list[str]:
        rows = self._connection.execute("SELECT cluster FROM rejections WHERE file = ? ORDER BY cluster", (file,))
        return [str(c) for (c,) in rows]

    def set_rejections(self, file: int, clusters: Iterable[str]) -> None:
        with self._transaction() as connection:
            connection.execute("DELETE FROM rejections WHERE file = ?", (file,))
            connection.executemany("INSERT INTO rejections VALUES (?, ?)", ((file, c) for c in clusters))

    def pairs_of(self, file: int) -> list[tuple[int, int, Kind]]:
        rows = self._connection.execute("SELECT a, b, kind FROM pairs WHERE a = ?1 OR b = ?1 ORDER BY a, b", (file,))
        return [(int(a), int(b), kind) for a, b, kind in rows]

    def set_pair(self, a: int, b: int, kind: Kind) -> None:
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)", (min(a, b), max(a, b), kind))

    def drop_pairs_of(self, file: int) -> None:
        with self._transaction() as connection:
            connection.execute("DELETE FROM pairs WHERE a = ?1 OR b = ?1", (file,))

    def kept_copies(self) -> frozenset[int]:
        """The files that the user keeps, though others look the same."""
        return frozenset(int(f) for (f,) in self._connection.execute("SELECT file FROM kept_copies"))

    def keep_copies(self, files: Iterable[int]) -> None:
        with self._transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO kept_copies VALUES (?)", ((i,) for i in files))

    def release_copies(self, files: Iterable[int]) -> None:
        with self._transaction() as connection:
            connection.executemany("DELETE FROM kept_copies WHERE file = ?", ((i,) for i in files))

    def _all(self) -> Corrections:
        connection = self._connection
        locked = connection.execute(
            "SELECT a.file, a.cluster FROM assignments a JOIN clusters c ON c.id = a.cluster AND c.locked = 1"
        )
        pins = {int(f): str(c) for f, c in locked}
        pins |= {int(f): str(c) for f, c in connection.execute("SELECT file, cluster FROM pins")}
        rejections: dict[int, set[str]] = {}
        for file, cluster in connection.execute("SELECT file, cluster FROM rejections"):
            rejections.setdefault(file, set()).add(cluster)
        named = connection.execute("SELECT id, locked FROM clusters WHERE named_by_user = 1 OR locked = 1").fetchall()
        anchors = {str(c) for c, _ in named} | set(pins.values())
        return Corrections(
            pins=pins,
            rejections={file: frozenset(clusters) for file, clusters in rejections.items()},
            together=self._pairs("together"),
            apart=self._pairs("apart"),
            anchors=_in_order(anchors),
            locked=_in_order({str(c) for c, locked in named if locked}),
        )

    def _pairs(self, kind: Kind) -> tuple[tuple[int, int], ...]:
        rows = self._connection.execute("SELECT a, b FROM pairs WHERE kind = ? ORDER BY a, b", (kind,))
        return tuple((int(a), int(b)) for a, b in rows)


def _in_order(clusters: set[str]) -> tuple[str, ...]:
    return tuple(sorted(clusters, key=lambda c: int(c[1:])))
