"""Other numbers of clusters: the current clustering cut coarser or finer along one hierarchy; corrections hold."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Origins:
    """`parts` numbers 1, 2 … the files that the user's splits have put into parts, `members` has the files of clusters
    that a split or a cut has made, as they were then.
    """

    parts: Mapping[int, int] = field(default_factory=dict)
    members: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class DendrogramCut:
    """The hierarchy of a fit over and under the current clusters of its photos: built once for many cuts.

    What stands is a level of it. Below are the clusters of the fit, as the user has split them, where what stands is
    coarser than those; above, where it is finer.

    `fit` is the trained clustering, `base` its id in the catalog, `made[i]` the cluster that the active clustering (the
    fit or a cut of it) gave file `fit.ids[i]`, `current_clusters[i]` the one it is in now (None: in none), `fresh` ids
    for new clusters, as many as there may be. A cluster in `namesakes` is not restored beside the one that has its name
    now.
    """

    fit: Clustering
    base: int
    learned: Learned
    made: tuple[str | None, ...]
    current_clusters: tuple[str | None, ...]
    corrections: Corrections
    fresh: tuple[str, ...]
    origins: Origins = field(default_factory=Origins)
    namesakes: Mapping[str, str] = field(default_factory=dict)
    tree: hierarchy.Hierarchy = field(init=False, repr=False)
    rows: Ints = field(init=False, repr=False)  # those in a cluster: all but the unsure ones

    def __post_init__(self) -> None:
        rows = np.flatnonzero([c is not None and c != UNSURE for c in self.current_clusters])
        nodes, levels = self._nodes(rows)
        anchors = self.corrections.anchors
        locked = [node for node, name in enumerate(anchors) if name in self.corrections.locked]
        tree = hierarchy.merge_leaves(
            clustering_space(self.fit, self.learned)[rows], nodes, levels, len(anchors), Job(), locked
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
        """`ids` in which a cluster of the fit that reappears, as after a coarser cut, has its id again."""
        votes = np.zeros((len(ids), len(self.fit.cluster_ids)))
        np.add.at(votes, (cut_labels, self.learned.parents[self.learned.leaves[self.rows]]), 1)
        larger = np.maximum(votes.sum(axis=1, keepdims=True), votes.sum(axis=0))
        renamed, settled = list(ids), {*self.corrections.anchors, *self.fit.cluster_ids}
        fresh = set(self.fresh)
        for label in np.argsort(-votes.max(axis=1), kind="stable").tolist():
            column = int(votes[label].argmax())
            name, same = self.fit.cluster_ids[column], votes[label, column] / max(1, larger[label, column])
            others = {*renamed[:label], *renamed[label + 1 :], UNSURE}
            free = name not in renamed and self.namesakes.get(name) not in others
            if free and ((same > 0.5 and ids[label] in fresh) or (same == 1 and ids[label] not in settled)):
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

    def _nodes(self, rows: Ints) -> tuple[Ints, list[Ints]]:
        """The node of each of `rows`, anchors first, and the levels by which nodes are merged (see merge_leaves)."""
        anchors = self.corrections.anchors
        standing = np.unique([*anchors, *(self.current_clusters[row] or "" for row in rows)], return_inverse=True)[1]
        own, current = standing[: len(anchors)], standing[len(anchors) :]
        node, source = self._anchor_nodes(rows), self._sources(rows)
        free = np.flatnonzero(node < 0)
        pieces = np.column_stack([self.learned.leaves[rows], source, current])[free]
        found, place = np.unique(pieces, axis=0, return_inverse=True)
        node[free] = len(anchors) + place.reshape(-1)
        of_anchor = [
            int(np.bincount(source[node == number]).argmax())
            if name in self.fit.cluster_ids and (node == number).any()
            else -1 - number
            for number, name in enumerate(anchors)
        ]
        fitted, stands = np.array([*of_anchor, *found[:, 1]], np.int64), np.array([*own, *found[:, 2]], np.int64)
        both = np.unique(np.column_stack([fitted, stands]), axis=0, return_inverse=True)[1].reshape(-1)
        return node, [both, stands, fitted]

    def _anchor_nodes(self, rows: Ints) -> Ints:
        """The anchor that each of `rows` is a part of, or -1.

        An anchor's node has the photos that the user has put there, and those it was made of; not those that a coarser
        cut has merged into it.
        """
        of_anchor = {name: node for node, name in enumerate(self.corrections.anchors)}
        parent = self.learned.parents[self.learned.leaves[rows]]
        node = np.full(len(rows), -1, np.int64)
        for index, (row, column) in enumerate(zip(rows.tolist(), parent.tolist(), strict=True)):
            current, file = self.current_clusters[row], int(self.fit.ids[row])
            if current not in of_anchor:
                continue
            made_of = self.origins.members.get(current)
            original = current == self.fit.cluster_ids[column] if made_of is None else file in made_of
            if original or current == self.corrections.pins.get(file) or current != self.made[row]:
                node[index] = of_anchor[current]
        return node

    def _sources(self, rows: Ints) -> Ints:
        """The cluster of the fit that each of `rows` came from or, where the user has split that, the part of it.

        Photos that were assigned since are in the part that most of their leaf are in.
        """
        leaves = self.learned.leaves[rows]
        part = np.array([self.origins.parts.get(int(id_), 0) for id_ in self.fit.ids[rows]], np.int64)
        if part.any():
            votes = np.zeros((len(self.learned.parents), part.max() + 1), np.int64)
            np.add.at(votes, (leaves, part), 1)
            part = np.where(part > 0, part, votes[leaves].argmax(axis=1))
        return np.asarray(self.learned.parents[leaves] * (part.max(initial=0) + 1) + part, np.int64)


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
