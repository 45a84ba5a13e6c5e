"""Turning k: what stands, cut coarser or finer along one hierarchy; what the user has said holds on every level."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.clustering import hierarchy
from engine.clustering.corrections import enforce, require_room
from engine.clustering.identity import match
from engine.clustering.newcomers import squares
from engine.errors import UserError
from engine.job import Job
from engine.records import UNSURE, Clustering, Corrections, Floats, Ints, Learned

_FLOOR = 1e-6  # no cluster is impossible


@dataclass(frozen=True)
class Granularity:
    """The hierarchy of a fit and where its photos stand by now: made once for many cuts.

    `fit` is the clustering that was learned, `base` its id in the catalog, `standing[i]` the cluster of its file
    `ids[i]` (None: nowhere), `fresh` ids for new clusters, as many as there may be.
    """

    fit: Clustering
    base: int
    learned: Learned
    standing: tuple[str | None, ...]
    corrections: Corrections
    fresh: tuple[str, ...]
    tree: hierarchy.Hierarchy = field(init=False, repr=False)
    rows: Ints = field(init=False, repr=False)  # those that stand in a cluster: all but the unsure ones

    def __post_init__(self) -> None:
        rows = np.flatnonzero([c is not None and c != UNSURE for c in self.standing])
        nodes, cluster = self._nodes(rows)
        tree = hierarchy.nest(space(self.fit, self.learned)[rows], nodes, cluster, len(self.corrections.anchors), Job())
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "tree", tree)

    @property
    def least(self) -> int:
        """The fewest clusters: no anchor is dissolved."""
        return max(1, self.tree.coarsest)

    @property
    def most(self) -> int:
        return self.tree.finest

    def _cut(self, k: int) -> tuple[Ints, tuple[str, ...]]:
        """Labels (n,) of the fit's files, -1 for the unsure, and the ids of the clusters."""
        found = self.tree.cut(k)
        place = {int(id_): row for row, id_ in enumerate(self.fit.ids[self.rows])}
        fresh = iter(self.fresh)
        ids = match(
            found,
            max(k, self.least),
            [self.standing[row] for row in self.rows],
            self.corrections.anchors,
            {place[file]: name for file, name in self.corrections.pins.items() if file in place},
            lambda: next(fresh),
        )
        labels = np.full(len(self.fit.ids), -1, np.int64)
        labels[self.rows] = found
        return labels, ids

    def cut(self, k: int) -> Clustering:
        """k clusters of all files of the fit, with the ids they have now where they are the same; corrections hold.

        Also the unsure are put where they are likeliest. A UserError where k is less than there are anchors, or
        more than there are pieces.
        """
        require_room(k, self.corrections)
        if k > self.most:
            raise UserError(f"These photos can be cut into {self.most} clusters at most: retrain for more.")
        labels, ids = self._cut(k)
        chances = shared_out(self.fit, self.learned, labels, ids)
        labels = np.where(labels < 0, chances.argmax(axis=1), labels)
        fit = self.fit
        made = Clustering(
            ids=fit.ids,
            labels=labels,
            probabilities=chances,
            cluster_ids=ids,
            method=fit.method,
            parameters=fit.parameters,
            seed=fit.seed,
            backbone=fit.backbone,
            device=fit.device,
            history=fit.history,
            codes=fit.codes,
            base=self.base,
            placed=fit.placed,
        )
        return enforce(made, self.corrections)

    def _nodes(self, rows: Ints) -> tuple[Ints, Ints]:
        """The node of each of `rows`, anchors first, and the cluster of the fit that each node is a part of."""
        anchors = self.corrections.anchors
        of_anchor = {name: node for node, name in enumerate(anchors)}
        columns = {name: column for column, name in enumerate(self.fit.cluster_ids)}
        node = np.array([of_anchor.get(self.standing[row] or "", -1) for row in rows], np.int64)
        loose = node < 0
        present, place = np.unique(self.learned.pieces[rows[loose]], return_inverse=True)
        node[loose] = len(anchors) + place
        # An anchor that the fit does not know is no part of any of its clusters.
        origins = [columns.get(name, len(columns) + number) for number, name in enumerate(anchors)]
        return node, np.array([*origins, *self.learned.origins[present]], np.int64)


def shared_out(fit: Clustering, learned: Learned, labels: Ints, ids: tuple[str, ...]) -> Floats:
    """Probabilities (n, k) of another cut of `fit`, in which its rows have `labels` (n,) among `ids`, or -1.

    A cluster of the fit that was split shares its probability out among its parts, by Student's t of the
    distances to their means; one that was joined to others adds to theirs. The own label's is the largest.
    """
    pieces, origins = learned.pieces, learned.origins
    told = np.flatnonzero(labels >= 0)
    votes = np.zeros((len(origins), len(ids)))
    np.add.at(votes, (pieces[told], labels[told]), 1)
    owner, used = votes.argmax(axis=1), votes.any(axis=1)
    chances = np.full((len(labels), len(ids)), _FLOOR, np.float32)
    for column, name in enumerate(fit.cluster_ids):
        parts = np.unique(owner[(origins == column) & used])
        if len(parts) > 1:
            share = _shares(space(fit, learned), parts, np.where(origins == column, owner, -1)[pieces])
            chances[:, parts] += fit.probabilities[:, [column]] * share
        elif len(parts) or name in ids:
            chances[:, parts[0] if len(parts) else ids.index(name)] += fit.probabilities[:, column]
    chances[told, labels[told]] = chances[told].max(axis=1) * (1 + 1e-6)
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float32)


def space(fit: Clustering, learned: Learned) -> Floats:
    """Where pieces are near one another: the codes (n, c) of `fit` or, of a method without them, sights (n, s)."""
    return learned.sights if fit.codes is None else fit.codes


def _shares(codes: Floats, parts: Ints, part_of: Ints) -> Floats:
    """How likely each row is of each part (n, parts), given that it is of the cluster they make up."""
    means = np.stack([codes[part_of == part].mean(axis=0) for part in parts])
    kernel = 1 / (1 + squares(codes, means))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
