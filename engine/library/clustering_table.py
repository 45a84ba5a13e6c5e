"""Clusterings that were made, their places on the map, and which one stands."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

import numpy as np

from engine.library.table import Table, from_blob, to_blob
from engine.records import Clustering, Projection, Update


class ClusteringTable(Table):
    """Earlier clusterings are kept: one can go back to them."""

    def add(self, clustering: Clustering, fingerprint: str) -> int:
        """Keep a clustering; `fingerprint` says which photos and words it was made from."""
        c = clustering
        with self._transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO clusterings (made_at, method, backbone, device, seed, parameters, history, curve, "
                "cluster_ids, ids, labels, probabilities, codes, fingerprint) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    datetime.now().isoformat(timespec="seconds"), c.method, c.backbone, c.device, c.seed,
                    json.dumps(c.parameters), json.dumps([asdict(u) for u in c.history]), json.dumps(c.curve),
                    json.dumps(c.cluster_ids), to_blob(c.ids, "<i8"), to_blob(c.labels, "<i4"),
                    to_blob(c.probabilities, "<f4"), None if c.codes is None else to_blob(c.codes, "<f4"),
                    fingerprint,
                ),
            )  # fmt: skip
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def get(self, id_: int) -> Clustering:
        row = self._connection.execute(
            "SELECT ids, labels, probabilities, cluster_ids, method, parameters, seed, backbone, device, history, "
            "curve, codes FROM clusterings WHERE id = ?",
            (id_,),
        ).fetchone()
        cluster_ids = tuple(json.loads(row[3]))
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
            curve=tuple((int(k), float(s)) for k, s in json.loads(row[10])),
            codes=None if row[11] is None else from_blob(row[11], "<f4").reshape(len(row[0]) // 8, -1),
        )

    def current(self) -> tuple[int, str] | None:
        """Id and fingerprint of the clustering that stands; None before the first."""
        row = self._connection.execute(
            "SELECT c.id, c.fingerprint FROM clusterings c JOIN settings s ON s.key = 'clustering' "
            "AND CAST(s.value AS INTEGER) = c.id"
        ).fetchone()
        return None if row is None else (int(row[0]), str(row[1]))

    def standing(self) -> Clustering | None:
        """The clustering that stands, as the machine made it; `ClusterTable.assignments` has the user's word."""
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
        """Where the photos lay last on the map called `name`, with its fingerprint."""
        row = self._connection.execute(
            "SELECT ids, xy, parameters, fingerprint FROM projections WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return None
        xy = from_blob(row[1], "<f4").reshape(-1, 2)
        return Projection(from_blob(row[0], "<i8"), xy, name, json.loads(row[2])), str(row[3])
