"""Turning k: what stands, cut coarser or finer along one hierarchy; what the user has said holds on every level."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.clustering.assignment import hierarchy
from engine.clustering.assignment.corrections import enforce, require_room
from engine.clustering.assignment.identity import match
from engine.clustering.distances import squared_distances
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints, Learned

_FLOOR = 1e-6  # no cluster is impossible


@dataclass(frozen=True)
class DendrogramCut:
    """The hierarchy of a fit and where its photos stand by now: made once for many cuts.

    `fit` is the clustering that was learned, `base` its id in the catalog, `made[i]` the cluster in which its file
    `ids[i]` was put by the fit or the cut that stands, `standing[i]` the one it is in now (None: nowhere), `fresh`
    ids for new clusters, as many as there may be. Clusters in `retired` do not come back: others have their names.
    """

    fit: Clustering
    base: int
    learned: Learned
    made: tuple[str | None, ...]
    current_clusters: tuple[str | None, ...]
    corrections: Corrections
    fresh: tuple[str, ...]
    retired: frozenset[str] = frozenset()
    tree: hierarchy.Hierarchy = field(init=False, repr=False)
    rows: Ints = field(init=False, repr=False)  # those that stand in a cluster: all but the unsure ones

    def __post_init__(self) -> None:
        rows = np.flatnonzero([c is not None and c != UNSURE for c in self.current_clusters])
        nodes, cluster = self._nodes(rows)
        anchors = self.corrections.anchors
        locked = [node for node, name in enumerate(anchors) if name in self.corrections.locked]
        tree = hierarchy.nest(space(self.fit, self.learned)[rows], nodes, cluster, len(anchors), Job(), locked)
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
            [self.current_clusters[row] for row in self.rows],
            self.corrections.anchors,
            {place[file]: name for file, name in self.corrections.pins.items() if file in place},
            lambda: next(fresh),
        )
        labels = np.full(len(self.fit.ids), -1, np.int64)
        labels[self.rows] = found
        return labels, self._returned(found, ids)

    def _returned(self, found: Ints, ids: tuple[str, ...]) -> tuple[str, ...]:
        """`ids` with those of the fit's clusters that come back, after a coarser cut, in place of fresh ones."""
        votes = np.zeros((len(ids), len(self.fit.cluster_ids)))
        np.add.at(votes, (found, self.learned.parents[self.learned.leaves[self.rows]]), 1)
        renamed, fresh = list(ids), set(self.fresh)
        for label in np.argsort(-votes.max(axis=1), kind="stable").tolist():
            name = self.fit.cluster_ids[int(votes[label].argmax())]
            if ids[label] in fresh and name not in renamed and name not in self.retired:
                renamed[label] = name
        return tuple(renamed)

    def cut(self, k: int) -> Clustering:
        """k clusters of all files of the fit, with the ids they have now where they are the same; corrections hold.

        Also the unsure are put where they are likeliest. A UserError where k is less than there are anchors, or
        more than there are pieces.
        """
        require_room(k, self.corrections, self.fit.ids[self.rows])
        if k > self.most:
            raise UserError("These photos can be cut into {most} clusters at most: retrain for more.", most=self.most)
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
        """The node of each of `rows`, anchors first, and the cluster of the fit that each node is a part of.

        Of an anchor are the photos that the user or the fit has put there; those that a coarser cut has joined to it
        go their own ways again.
        """
        anchors, pins = self.corrections.anchors, self.corrections.pins
        of_anchor = {name: node for node, name in enumerate(anchors)}
        origin = self.learned.parents[self.learned.leaves[rows]]
        node = np.full(len(rows), -1, np.int64)
        for place, (row, column) in enumerate(zip(rows.tolist(), origin.tolist(), strict=True)):
            home = self.current_clusters[row]
            if home in of_anchor and (
                home in (self.fit.cluster_ids[column], pins.get(int(self.fit.ids[row]))) or home != self.made[row]
            ):
                node[place] = of_anchor[home]
        loose = node < 0
        present, place_of = np.unique(self.learned.leaves[rows[loose]], return_inverse=True)
        parents = [self._origin(name, origin[node == number]) for number, name in enumerate(anchors)]
        node[loose] = len(anchors) + place_of
        return node, np.array([*parents, *self.learned.parents[present]], np.int64)

    def _origin(self, anchor: str, origin: Ints) -> int:
        """The cluster of the fit that an anchor is a part of, by the `origin` (m,) of its photos where it is new."""
        if anchor in self.fit.cluster_ids:
            return self.fit.cluster_ids.index(anchor)
        return int(np.bincount(origin).argmax()) if origin.size else -1


def shared_out(fit: Clustering, learned: Learned, labels: Ints, ids: tuple[str, ...]) -> Floats:
    """Probabilities (n, k) of another cut of `fit`, in which its rows have `labels` (n,) among `ids`, or -1.

    A cluster of the fit that was split shares its probability out among its parts, by Student's t of the
    distances to their means; one that was joined to others adds to theirs. The own label's is the largest.
    """
    leaves, parents = learned.leaves, learned.parents
    told = np.flatnonzero(labels >= 0)
    votes = np.zeros((len(parents), len(ids)))
    np.add.at(votes, (leaves[told], labels[told]), 1)
    owner, used = votes.argmax(axis=1), votes.any(axis=1)
    chances = np.full((len(labels), len(ids)), _FLOOR, np.float32)
    for column, name in enumerate(fit.cluster_ids):
        parts = np.unique(owner[(parents == column) & used])
        if len(parts) > 1:
            share = _shares(space(fit, learned), parts, np.where(parents == column, owner, -1)[leaves])
            chances[:, parts] += fit.probabilities[:, [column]] * share
        elif len(parts) or name in ids:
            chances[:, parts[0] if len(parts) else ids.index(name)] += fit.probabilities[:, column]
    chances[told, labels[told]] = chances[told].max(axis=1) * (1 + 1e-6)
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float32)


def space(fit: Clustering, learned: Learned) -> Floats:
    """Where pieces are near one another: the codes (n, c) of `fit` or, without them reduced features (n, s)."""
    return learned.reduced if fit.codes is None else fit.codes


def _shares(codes: Floats, parts: Ints, part_of: Ints) -> Floats:
    """How likely each row is of each part (n, parts), given that it is of the cluster they make up."""
    means = np.stack([codes[part_of == part].mean(axis=0) for part in parts])
    kernel = 1 / (1 + squared_distances(codes, means))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
