"""Other numbers of clusters: the current clustering cut coarser or finer along one hierarchy; corrections hold."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.clustering.assignment import hierarchy
from engine.clustering.assignment.corrections import enforce, require_room
from engine.clustering.assignment.identity import match_ids
from engine.clustering.distances import squared_distances
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import UNSURE, Clustering, Corrections, Floats, Ints, Learned

_MIN_PROBABILITY = 1e-6  # no cluster is impossible


@dataclass(frozen=True)
class DendrogramCut:
    """The hierarchy of a fit over the current clusters of its photos: built once for many cuts.

    `fit` is the trained clustering, `base` its id in the catalog, `made[i]` the cluster that the active clustering (the
    fit or a cut of it) gave file `fit.ids[i]`, `current_clusters[i]` the one it is in now (None: in none), `fresh` ids
    for new clusters, as many as there may be. Clusters in `retired` are not restored: others have their names.
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
    rows: Ints = field(init=False, repr=False)  # those in a cluster: all but the unsure ones

    def __post_init__(self) -> None:
        rows = np.flatnonzero([c is not None and c != UNSURE for c in self.current_clusters])
        nodes, cluster = self._nodes(rows)
        anchors = self.corrections.anchors
        locked = [node for node, name in enumerate(anchors) if name in self.corrections.locked]
        tree = hierarchy.merge_leaves(
            clustering_space(self.fit, self.learned)[rows], nodes, cluster, len(anchors), Job(), locked
        )
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "tree", tree)

    @property
    def least(self) -> int:
        """The smallest k: no anchor is dissolved."""
        return max(1, self.tree.coarsest)

    @property
    def most(self) -> int:
        """The largest k: the number of leaves."""
        return self.tree.finest

    def _cut(self, k: int) -> tuple[Ints, tuple[str, ...]]:
        """Labels (n,) of the fit's files, -1 for the unsure, and the ids of the clusters."""
        cut_labels = self.tree.cut(k)
        row_of = {int(id_): row for row, id_ in enumerate(self.fit.ids[self.rows])}
        fresh = iter(self.fresh)
        ids = match_ids(
            cut_labels,
            max(k, self.least),
            [self.current_clusters[row] for row in self.rows],
            self.corrections.anchors,
            {row_of[file]: name for file, name in self.corrections.pins.items() if file in row_of},
            lambda: next(fresh),
        )
        labels = np.full(len(self.fit.ids), -1, np.int64)
        labels[self.rows] = cut_labels
        return labels, self._restored_ids(cut_labels, ids)

    def _restored_ids(self, cut_labels: Ints, ids: tuple[str, ...]) -> tuple[str, ...]:
        """`ids` in which a cluster of the fit that reappears, after a coarser cut, has its id again."""
        votes = np.zeros((len(ids), len(self.fit.cluster_ids)))
        np.add.at(votes, (cut_labels, self.learned.parents[self.learned.leaves[self.rows]]), 1)
        renamed, fresh = list(ids), set(self.fresh)
        for label in np.argsort(-votes.max(axis=1), kind="stable").tolist():
            name = self.fit.cluster_ids[int(votes[label].argmax())]
            if ids[label] in fresh and name not in renamed and name not in self.retired:
                renamed[label] = name
        return tuple(renamed)

    def cut(self, k: int) -> Clustering:
        """k clusters of all files of the fit, with their current ids where they are mostly the same; corrections hold.

        The unsure are put into their likeliest cluster. A UserError where k is below the number of anchors or above
        the number of leaves.
        """
        require_room(k, self.corrections, self.fit.ids[self.rows])
        if k > self.most:
            raise UserError("These photos can be cut into {most} clusters at most: retrain for more.", most=self.most)
        labels, ids = self._cut(k)
        probabilities = redistributed(self.fit, self.learned, labels, ids)
        labels = np.where(labels < 0, probabilities.argmax(axis=1), labels)
        fit = self.fit
        made = Clustering(
            ids=fit.ids,
            labels=labels,
            probabilities=probabilities,
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

        An anchor's node has the photos that the user or the fit has put there, not those that a coarser cut has
        merged into it.
        """
        anchors, pins = self.corrections.anchors, self.corrections.pins
        of_anchor = {name: node for node, name in enumerate(anchors)}
        parent = self.learned.parents[self.learned.leaves[rows]]
        node = np.full(len(rows), -1, np.int64)
        for index, (row, column) in enumerate(zip(rows.tolist(), parent.tolist(), strict=True)):
            current = self.current_clusters[row]
            if current in of_anchor and (
                current in (self.fit.cluster_ids[column], pins.get(int(self.fit.ids[row]))) or current != self.made[row]
            ):
                node[index] = of_anchor[current]
        in_no_anchor = node < 0
        present, leaf_index = np.unique(self.learned.leaves[rows[in_no_anchor]], return_inverse=True)
        parents = [self._parent_of_anchor(name, parent[node == number]) for number, name in enumerate(anchors)]
        node[in_no_anchor] = len(anchors) + leaf_index
        return node, np.array([*parents, *self.learned.parents[present]], np.int64)

    def _parent_of_anchor(self, anchor: str, parent: Ints) -> int:
        """The cluster of the fit that an anchor is a part of, by the `parent` (m,) of its photos where it is new."""
        if anchor in self.fit.cluster_ids:
            return self.fit.cluster_ids.index(anchor)
        return int(np.bincount(parent).argmax()) if parent.size else -1


def redistributed(fit: Clustering, learned: Learned, labels: Ints, ids: tuple[str, ...]) -> Floats:
    """Probabilities (n, k) of another cut of `fit`, in which its rows have `labels` (n,) among `ids`, or -1.

    The probability of a cluster that was split is divided among its parts by Student's t of the distances to their
    means; those of merged clusters are added up. The own label's is the largest.
    """
    leaves, parents = learned.leaves, learned.parents
    labelled = np.flatnonzero(labels >= 0)
    votes = np.zeros((len(parents), len(ids)))
    np.add.at(votes, (leaves[labelled], labels[labelled]), 1)
    owner, used = votes.argmax(axis=1), votes.any(axis=1)
    probabilities = np.full((len(labels), len(ids)), _MIN_PROBABILITY, np.float32)
    for column, name in enumerate(fit.cluster_ids):
        parts = np.unique(owner[(parents == column) & used])
        if len(parts) > 1:
            share = _part_probabilities(
                clustering_space(fit, learned), parts, np.where(parents == column, owner, -1)[leaves]
            )
            probabilities[:, parts] += fit.probabilities[:, [column]] * share
        elif len(parts) or name in ids:
            probabilities[:, parts[0] if len(parts) else ids.index(name)] += fit.probabilities[:, column]
    probabilities[labelled, labels[labelled]] = probabilities[labelled].max(axis=1) * (1 + 1e-6)
    return np.asarray(probabilities / probabilities.sum(axis=1, keepdims=True), np.float32)


def clustering_space(fit: Clustering, learned: Learned) -> Floats:
    """The space in which leaves are compared: the codes (n, c) of `fit`, or without them reduced features (n, s)."""
    return learned.reduced if fit.codes is None else fit.codes


def _part_probabilities(codes: Floats, parts: Ints, part_of: Ints) -> Floats:
    """The probability of each part (n, parts) for each row, given the cluster that the parts make up."""
    means = np.stack([codes[part_of == part].mean(axis=0) for part in parts])
    kernel = 1 / (1 + squared_distances(codes, means))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
