"""Clusters as a person sees them, and the current assignment of each file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.core.records import UNSURE, Cluster, Floats, Ints
from engine.library.catalog.table import Table, from_blob, to_blob

_CLUSTER = """
    SELECT c.id, c.name, c.named_by_user, c.locked, COALESCE(a.members, 0), COALESCE(p.pins, 0)
    FROM clusters c
    LEFT JOIN (SELECT cluster, COUNT(*) AS members FROM assignments JOIN files ON files.id = file AND gone = 0
               GROUP BY cluster) a ON a.cluster = c.id
    LEFT JOIN (SELECT cluster, COUNT(*) AS pins FROM pins GROUP BY cluster) p ON p.cluster = c.id
"""


@dataclass(frozen=True, slots=True)
class Assignments:
    """Current assignments: file `ids[i]` is in `clusters[i]` with `confidences[i]`."""

    ids: Ints
    clusters: list[str]
    confidences: Floats


class ClusterTable(Table):
    """Rows are never deleted, so that an id is never used for another cluster (but see provisional_table.py)."""

    def visible(self) -> list[Cluster]:
        """The clusters that have members or are anchors (named, locked, pinned to); the largest first, Unsure last."""
        return sorted((c for c in self.all() if c.members or c.anchor), key=lambda c: c.rank)

    def all(self) -> list[Cluster]:
        """Every cluster that was ever made."""
        rows = self._connection.execute(_CLUSTER)
        return [Cluster(i, n, members, bool(u), bool(lk), pins) for i, n, u, lk, members, pins in rows]

    def get(self, id_: str) -> Cluster | None:
        row = self._connection.execute(f"{_CLUSTER} WHERE c.id = ?", (id_,)).fetchone()
        return None if row is None else Cluster(row[0], row[1], row[4], bool(row[2]), bool(row[3]), row[5])

    def fresh_ids(self, count: int) -> list[str]:
        """Ids that no cluster has ever had."""
        (last,) = self._connection.execute(
            "SELECT COALESCE(MAX(CAST(SUBSTR(id, 2) AS INTEGER)), 0) FROM clusters"
        ).fetchone()
        return [f"c{last + i}" for i in range(1, count + 1)]

    def add(self, names: Mapping[str, str]) -> None:
        """Enter clusters {id: name}; those that are there keep their name."""
        with self._transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO clusters (id, name) VALUES (?, ?)", names.items())

    def put(self, cluster: Cluster) -> None:
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO clusters (id, name, named_by_user, locked) VALUES (?, ?, ?, ?)"
                if self.get(cluster.id) is None
                else "UPDATE clusters SET id = ?1, name = ?2, named_by_user = ?3, locked = ?4 WHERE id = ?1",
                (cluster.id, cluster.name, int(cluster.named_by_user), int(cluster.locked)),
            )

    def assignments(self, *, gone: bool = False) -> Assignments:
        """The current assignments of the files that are present; with `gone` also of those that are missing."""
        rows = self._connection.execute(
            "SELECT file, cluster, confidence FROM assignments JOIN files ON files.id = file AND gone <= ? "
            "ORDER BY file",
            (int(gone),),
        ).fetchall()
        return Assignments(
            np.array([r[0] for r in rows], np.int64),
            [r[1] for r in rows],
            np.array([r[2] for r in rows], np.float32),
        )

    def members(self, cluster: str) -> list[int]:
        rows = self._connection.execute("SELECT file FROM assignments WHERE cluster = ? ORDER BY file", (cluster,))
        return [int(i) for (i,) in rows]

    def assignments_of(self, files: list[int]) -> dict[int, tuple[str | None, float]]:
        """Cluster and confidence of each of these files; (None, 0) where one is in none."""
        found: dict[int, tuple[str | None, float]] = dict.fromkeys(files, (None, 0.0))
        for file in files:
            row = self._connection.execute(
                "SELECT cluster, confidence FROM assignments WHERE file = ?", (file,)
            ).fetchone()
            if row is not None:
                found[file] = (str(row[0]), float(row[1]))
        return found

    def assign(self, files: Iterable[tuple[int, str, float]]) -> None:
        """Put files into clusters, as (file, cluster, confidence)."""
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO assignments VALUES (?, ?, ?)", files)

    def unassign(self, files: Iterable[int]) -> None:
        """Take files out of every cluster."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM assignments WHERE file = ?", ((i,) for i in files))

    def add_snapshot(self, assignments: Assignments, clustering: int | None) -> int:
        """Store assignments to be restored once; `clustering` is the one they belong to. Returns the snapshot's id."""
        names = sorted(set(assignments.clusters))
        index = {name: i for i, name in enumerate(names)}
        labels = np.array([index[c] for c in assignments.clusters], np.int32)
        with self._transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO snapshots (clustering, files, clusters, labels, confidences) VALUES (?, ?, ?, ?, ?)",
                (
                    clustering,
                    to_blob(assignments.ids, "<i8"),
                    json.dumps(names),
                    to_blob(labels, "<i4"),
                    to_blob(assignments.confidences, "<f4"),
                ),
            )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def restore_snapshot(self, id_: int) -> None:
        """Make a snapshot the current assignments. It is deleted: undoing this makes another.

        Readable files that it does not name are new: they go to Unsure. Others, missing or unreadable for now, keep
        their assignment while that cluster exists: a lock holds for them as well.
        """
        with self._transaction() as connection:
            clustering, files, names, labels, confidences = connection.execute(
                "SELECT clustering, files, clusters, labels, confidences FROM snapshots WHERE id = ?", (id_,)
            ).fetchone()
            clusters, ids = json.loads(names), from_blob(files, "<i8").tolist()
            dissolved = [(c.id,) for c in self.all() if not c.anchor and c.id not in clusters]
            connection.executemany("DELETE FROM assignments WHERE cluster = ?", dissolved)
            readable = connection.execute(
                "SELECT id FROM files WHERE gone = 0 AND problem IS NULL AND digest IS NOT NULL"
            )
            new_files = {int(i) for (i,) in readable} - set(ids)
            self.assign((file, UNSURE, 0.0) for file in sorted(new_files))
            self.assign(
                zip(
                    ids,
                    (clusters[i] for i in from_blob(labels, "<i4").tolist()),
                    from_blob(confidences, "<f4").tolist(),
                    strict=True,
                )
            )
            connection.execute("DELETE FROM settings WHERE key = 'clustering'")
            if clustering is not None:
                connection.execute("INSERT INTO settings VALUES ('clustering', ?)", (str(clustering),))
            connection.execute("DELETE FROM snapshots WHERE id = ?", (id_,))

    def set_new_kinds(self, kinds: Sequence[Sequence[int]]) -> None:
        """Store which unsure files are similar to each other, the largest kind first."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES ('new kinds', ?)", (json.dumps(kinds),))

    def new_kinds(self) -> list[list[int]]:
        """What was stored last; some of these files may be in a cluster by now."""
        row = self._connection.execute("SELECT value FROM settings WHERE key = 'new kinds'").fetchone()
        return [] if row is None else json.loads(row[0])
