"""Clusterings that were made, their maps, and which one is active."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import numpy as np

from engine.core.errors import UserError
from engine.core.records import Clustering, CurvePoint, Learned, Projection, Update
from engine.library.catalog.edit_table import NEEDED
from engine.library.catalog.table import Table, from_blob, to_blob

KEPT = 8  # newest fits whose models are kept; each may be tens of megabytes

_NEWEST = "SELECT id FROM clusterings ORDER BY id DESC LIMIT :kept"
_NEWEST_FITS = "SELECT id FROM clusterings WHERE base IS NULL ORDER BY id DESC LIMIT :kept"
_ACTIVE = "SELECT c.id FROM clusterings c JOIN settings s ON s.key = 'clustering' AND CAST(s.value AS INTEGER) = c.id"
_UNDOABLE = "SELECT DISTINCT clustering FROM snapshots WHERE clustering IS NOT NULL"


@dataclass(frozen=True, slots=True)
class ClusteringSummary:
    """A clustering in short: `k` clusters of `photos` photos."""

    id: int
    made_at: datetime
    method: str
    k: int
    photos: int


class ClusteringTable(Table):
    """Earlier clusterings are kept: one can activate them again, and undo to any that the log names.

    A cut shares the codes and the history of the fit that it is a cut of.
    """

    def add(self, clustering: Clustering, fingerprint: str, learned: Learned | None = None) -> int:
        """Keep a clustering; `fingerprint` identifies the options it was made from."""
        c = clustering
        history = c.history if c.base is None else ()
        with self._transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO clusterings (made_at, method, backbone, device, seed, parameters, history, curve, "
                "cluster_ids, ids, labels, probabilities, codes, fingerprint, base, placed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    datetime.now().isoformat(timespec="seconds"), c.method, c.backbone, c.device, c.seed,
                    json.dumps(c.parameters), json.dumps([asdict(u) for u in history]), json.dumps(c.curve),
                    json.dumps(c.cluster_ids), *_rows(c), fingerprint, c.base, c.placed,
                ),
            )  # fmt: skip
            assert cursor.lastrowid is not None
            if learned is not None:
                evidence = None if learned.evidence is None else to_blob(learned.evidence, "<f2")
                fixed = learned.model, to_blob(learned.parents, "<i4"), evidence
                connection.execute(
                    "INSERT INTO learned (clustering, model, origins, evidence, contents, sights, pieces) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (cursor.lastrowid, *fixed, *_learned_rows(learned)),
                )
        return cursor.lastrowid

    def extend(self, id_: int, clustering: Clustering, learned: Learned | None = None) -> None:
        """Replace the rows of `id_` by those of `clustering`: the same one, with later photos.

        Those of `learned` as well; its model, parents and evidence stay as they are.
        """
        with self._transaction() as connection:
            connection.execute(
                "UPDATE clusterings SET ids = ?, labels = ?, probabilities = ?, codes = ?, placed = ? WHERE id = ?",
                (*_rows(clustering), clustering.placed, id_),
            )
            if learned is not None:
                connection.execute(
                    "UPDATE learned SET contents = ?, sights = ?, pieces = ? WHERE clustering = ?",
                    (*_learned_rows(learned), id_),
                )

    def change_contents(self, changed: Mapping[int, int]) -> None:
        """Files whose content has another number, by id, and are no other photos for that: in whatever was learned."""
        rows = self._connection.execute(
            "SELECT l.clustering, l.contents, c.ids FROM learned l JOIN clusterings c ON c.id = l.clustering"
        ).fetchall()
        with self._transaction() as connection:
            for id_, contents, ids in rows:
                known = from_blob(contents, "<i8").copy()
                for row, file in enumerate(from_blob(ids, "<i8")[: len(known)].tolist()):
                    known[row] = changed.get(file, known[row])
                connection.execute("UPDATE learned SET contents = ? WHERE clustering = ?", (to_blob(known, "<i8"), id_))

    def learned(self, id_: int) -> Learned | None:
        """The fitted state of `id_`; None for one of an earlier version."""
        row = self._connection.execute(
            "SELECT model, contents, sights, pieces, origins, evidence FROM learned WHERE clustering = ?", (id_,)
        ).fetchone()
        if row is None:
            return None
        contents, parents = from_blob(row[1], "<i8"), from_blob(row[4], "<i4").astype(np.int64)
        return Learned(
            model=row[0],
            contents=contents,
            reduced=from_blob(row[2], "<f2").astype(np.float32).reshape(len(contents), -1),
            leaves=from_blob(row[3], "<i4").astype(np.int64),
            parents=parents,
            evidence=None if row[5] is None else from_blob(row[5], "<f2").astype(np.float32).reshape(len(parents), -1),
        )

    def get(self, id_: int) -> Clustering:
        """The clustering `id_`; a UserError where it was dropped meanwhile (see `forget_unused`)."""
        row = self._connection.execute(
            "SELECT c.ids, c.labels, c.probabilities, c.cluster_ids, c.method, c.parameters, c.seed, c.backbone, "
            "c.device, COALESCE(b.history, c.history), c.curve, COALESCE(c.codes, b.codes), c.base, c.placed, "
            "LENGTH(CASE WHEN c.codes IS NULL THEN b.ids ELSE c.ids END) / 8 "
            "FROM clusterings c LEFT JOIN clusterings b ON b.id = c.base WHERE c.id = ?",
            (id_,),
        ).fetchone()
        if row is None:
            raise UserError(
                "This clustering is no longer kept: of those that were never taken, only the newest "
                "{kept} are. Choose another one, or retrain.",
                kept=KEPT,
            )
        cluster_ids = tuple(json.loads(row[3]))
        count = len(row[0]) // 8  # photos that were assigned while a cut was not active are last among its fit's
        return Clustering(
            ids=from_blob(row[0], "<i8"),
            labels=from_blob(row[1], "<i4").astype(np.int64),
            probabilities=from_blob(row[2], "<f4").reshape(-1, len(cluster_ids)),
            cluster_ids=cluster_ids,
            method=row[4],
            parameters=json.loads(row[5]),
            seed=row[6],
            backbone=row[7],
            device=row[8],
            history=tuple(Update(**u) for u in json.loads(row[9])),
            curve=tuple(CurvePoint(*point) for point in json.loads(row[10])),
            codes=None if row[11] is None else from_blob(row[11], "<f4").reshape(row[14], -1)[:count],
            base=row[12],
            placed=row[13],
        )

    def newest(self, fingerprint: str, after: int) -> int | None:
        """The id of the last fit with this fingerprint since the clustering `after`; None where there is none."""
        (id_,) = self._connection.execute(
            "SELECT MAX(id) FROM clusterings WHERE fingerprint = ? AND base IS NULL AND id > ?", (fingerprint, after)
        ).fetchone()
        return None if id_ is None else int(id_)

    def first_cut(self, base: int, cluster: str) -> Clustering | None:
        """The oldest kept cut of the fit `base` that has this cluster; None where there is none."""
        row = self._connection.execute(
            "SELECT MIN(id) FROM clusterings WHERE base = ? AND cluster_ids LIKE ?", (base, f'%"{cluster}"%')
        ).fetchone()
        return None if row[0] is None else self.get(int(row[0]))

    def kept(self) -> list[ClusteringSummary]:
        """Every clustering that was made, the newest first."""
        rows = self._connection.execute(
            "SELECT id, made_at, method, cluster_ids, LENGTH(ids) / 8 FROM clusterings ORDER BY id DESC"
        )
        return [
            ClusteringSummary(i, datetime.fromisoformat(at), m, len(json.loads(names)), n)
            for i, at, m, names, n in rows
        ]

    def forget_unused(self) -> None:
        """Delete what nothing refers to; what an edit can be undone to stays, however old.

        The models of the newest fits and of the active one are kept. An older one is activated without: it is trained
        again when many photos are new or k changes.
        """
        with self._transaction() as connection:

            def ids(sql: str) -> set[int]:
                return {int(i) for (i,) in connection.execute(sql, {"kept": KEPT})}

            # Earlier versions have left a snapshot behind with every undo and redo.
            connection.execute(f"DELETE FROM snapshots WHERE id NOT IN ({NEEDED})")
            base = dict(connection.execute("SELECT id, COALESCE(base, id) FROM clusterings").fetchall())
            shown = ids(_NEWEST) | ids(_ACTIVE)
            with_model = ids(_NEWEST_FITS) | {base[i] for i in shown}
            undoable = ids(_UNDOABLE)
            kept = shown | with_model | undoable | {base[i] for i in undoable}
            without_model = [(i,) for i in base if i not in with_model]
            connection.executemany("DELETE FROM learned WHERE clustering = ?", without_model)
            connection.executemany(
                "UPDATE clusterings SET codes = NULL WHERE id = ? AND codes IS NOT NULL", without_model
            )
            unused = sorted(base.keys() - kept, reverse=True)  # cuts before their fits
            connection.executemany("DELETE FROM clusterings WHERE id = ?", [(i,) for i in unused])

    def current(self) -> tuple[int, str] | None:
        """Id and fingerprint of the active clustering; None before the first."""
        row = self._connection.execute(
            "SELECT c.id, c.fingerprint FROM clusterings c JOIN settings s ON s.key = 'clustering' "
            "AND CAST(s.value AS INTEGER) = c.id"
        ).fetchone()
        return None if row is None else (int(row[0]), str(row[1]))

    def active(self) -> Clustering | None:
        """The active clustering as the method made it; `ClusterTable.assignments` has the corrections."""
        with self._reading():
            current = self.current()
            return None if current is None else self.get(current[0])

    def set_projection(self, projection: Projection, fingerprint: str) -> None:
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO projections VALUES (?, ?, ?, ?, ?)",
                (
                    projection.name,
                    to_blob(projection.ids, "<i8"),
                    to_blob(projection.xy, "<f4"),
                    json.dumps(projection.parameters),
                    fingerprint,
                ),
            )

    def projection(self, name: str) -> tuple[Projection, str] | None:
        """The last map called `name`, with its fingerprint."""
        row = self._connection.execute(
            "SELECT ids, xy, parameters, fingerprint FROM projections WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return None
        xy = from_blob(row[1], "<f4").reshape(-1, 2)
        return Projection(from_blob(row[0], "<i8"), xy, name, json.loads(row[2])), str(row[3])


def _rows(clustering: Clustering) -> tuple[bytes, bytes, bytes, bytes | None]:
    """Ids, labels, probabilities and codes as they are kept."""
    codes = None if clustering.codes is None or clustering.base is not None else to_blob(clustering.codes, "<f4")
    return (
        to_blob(clustering.ids, "<i8"),
        to_blob(clustering.labels, "<i4"),
        to_blob(clustering.probabilities, "<f4"),
        codes,
    )


def _learned_rows(learned: Learned) -> tuple[bytes, bytes, bytes]:
    """Contents, reduced features and leaves as they are stored; features, only compared, in half precision."""
    return to_blob(learned.contents, "<i8"), to_blob(learned.reduced, "<f2"), to_blob(learned.leaves, "<i4")
