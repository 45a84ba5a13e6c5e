"""The user's corrections, as constraints of a fit and as hard facts after it.

Where corrections contradict each other the stronger one holds: a pin, then a rejection, then together, then apart. The
members of a locked cluster are passed on as pins, and nothing else is put into it: a guess must not become a fact.
Corrections of files that are missing are ignored.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.clustering.methods.method import Constraints
from engine.core.errors import UserError
from engine.core.records import Clustering, Corrections, Floats, Ints

Scores = NDArray[np.float64]  # log-probabilities (rows, k); -inf where a cluster is ruled out
_FLOOR = 1e-12  # of a probability: a cluster of probability 0 can still be the only one left
_MAX_BACKTRACKS = 2_000  # of the search for an assignment that keeps all pairs apart
_TIE = 1e-6  # log-probabilities that float32 may not tell apart


def constraints(corrections: Corrections, ids: Ints) -> Constraints:
    """The corrections of files `ids` (n,), as rows and anchor indices; those of other files are left out."""
    rows = _rows(corrections, ids)
    anchor = {name: index for index, name in enumerate(corrections.anchors)}
    pins = np.full(len(ids), -1, np.int64)
    for file, name in corrections.pins.items():
        if file in rows:
            pins[rows[file]] = anchor[name]
    rejections = [
        (rows[file], anchor[name])
        for file, names in corrections.rejections.items()
        for name in sorted(names)
        if file in rows and name in anchor
    ]
    return Constraints(
        anchors=len(anchor),
        pins=pins,
        rejections=_pairs(rejections),
        together=_pairs(_row_pairs(corrections.together, rows)),
        apart=_pairs(_row_pairs(corrections.apart, rows)),
        closed=np.array([anchor[name] for name in corrections.locked if name in anchor], np.int64),
    )


def enforce(clustering: Clustering, corrections: Corrections) -> Clustering:
    """Apply to `clustering` every correction that no stronger one contradicts.

    A pinned file is in its cluster with probability 1, a rejected cluster has probability 0 (of a file that
    rejects every cluster the rejections are void). Together: the group takes a pinned member's cluster, else
    its jointly likeliest one. Apart: the less sure photo, with its group, moves to its next likeliest one.
    A file that would come into a locked cluster goes to its next likeliest one. Anchors and pinned-to clusters that
    are missing are appended. `violated` lists what could not be kept.
    """
    names = tuple(dict.fromkeys([*clustering.cluster_ids, *corrections.anchors, *corrections.pins.values()]))
    index = {name: column for column, name in enumerate(names)}
    n, k = len(clustering.ids), len(names)
    probabilities = np.zeros((n, k), np.float32)
    probabilities[:, : len(clustering.cluster_ids)] = clustering.probabilities
    labels = clustering.labels.copy()

    corrected = _rows(corrections, clustering.ids) | _in_locked_clusters(corrections, clustering, labels, index)
    row_of = {file: row for row, file in enumerate(corrected)}
    rows = np.fromiter(corrected.values(), np.int64, len(corrected))
    scores = _admissible(_scores(probabilities[rows], labels[rows]), corrections, row_of, index)
    units = _join_groups(scores, _row_pairs(corrections.together, row_of))
    choice = _keep_apart(scores, units, _row_pairs(corrections.apart, row_of))
    labels[rows] = choice
    probabilities[rows] = _final_probabilities(scores, choice)
    return dataclasses.replace(clustering, labels=labels, probabilities=probabilities, cluster_ids=names)


def minimum_k(corrections: Corrections, ids: Ints) -> int:
    """The fewest clusters for files `ids` (n,): every anchor, and one more where all are locked but not all inside."""
    anchors, locked = corrections.anchors, set(corrections.locked)
    closed = bool(anchors) and locked.issuperset(anchors)
    return len(anchors) + (closed and any(corrections.pins.get(id_) not in locked for id_ in ids.tolist()))


def require_room(k: int, corrections: Corrections, ids: Ints) -> None:
    """A UserError where `k` clusters of files `ids` (n,) are too few: no anchor may be dissolved."""
    anchors, least = len(corrections.anchors), minimum_k(corrections, ids)
    if k >= least:
        return
    if k >= anchors:
        raise UserError(
            "k = {k} leaves no room for the photos outside of your locked clusters: choose {least}.", k=k, least=least
        )
    raise UserError(
        "k = {k} is less than the {anchors} clusters you have named, locked or moved photos to: choose "
        "{least} or more.",
        k=k,
        anchors=anchors,
        least=least,
    )


def violated(clustering: Clustering, corrections: Corrections) -> Corrections:
    """The corrections that do not hold in `clustering` because others contradict them."""
    where = _rows(corrections, clustering.ids)
    cluster_of = {file: clustering.cluster_ids[clustering.labels[row]] for file, row in where.items()}
    return Corrections(
        pins={file: name for file, name in corrections.pins.items() if cluster_of.get(file, name) != name},
        rejections={
            file: frozenset({cluster_of[file]})
            for file, names in corrections.rejections.items()
            if file in cluster_of and cluster_of[file] in names
        },
        together=tuple(
            (a, b) for a, b in corrections.together if {a, b} <= cluster_of.keys() and cluster_of[a] != cluster_of[b]
        ),
        apart=tuple(
            (a, b) for a, b in corrections.apart if {a, b} <= cluster_of.keys() and cluster_of[a] == cluster_of[b]
        ),
        anchors=tuple(name for name in corrections.anchors if name not in clustering.cluster_ids),
    )


def _rows(corrections: Corrections, ids: Ints) -> dict[int, int]:
    """The row of every corrected file that is among `ids`."""
    pairs = (*corrections.together, *corrections.apart)
    files = {*corrections.pins, *corrections.rejections, *(file for pair in pairs for file in pair)}
    rows = np.flatnonzero(np.isin(ids, np.fromiter(files, np.int64, len(files))))
    return dict(zip(ids[rows].tolist(), rows.tolist(), strict=True))


def _in_locked_clusters(
    corrections: Corrections, clustering: Clustering, labels: Ints, index: dict[str, int]
) -> dict[int, int]:
    """The row of every unpinned file that a method has put into a locked cluster."""
    rows = np.flatnonzero(np.isin(labels, [index[name] for name in corrections.locked]))
    found = zip(clustering.ids[rows].tolist(), rows.tolist(), strict=True)
    return {file: row for file, row in found if corrections.pins.get(file) not in corrections.locked}


def _row_pairs(pairs: Iterable[tuple[int, int]], row_of: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pairs of files as pairs of rows, where both files are present."""
    return [(row_of[a], row_of[b]) for a, b in pairs if a in row_of and b in row_of]


def _pairs(pairs: Iterable[tuple[int, int]]) -> Ints:
    return np.array(list(pairs), np.int64).reshape(-1, 2)


def _scores(probabilities: Floats, labels: Ints) -> Scores:
    """Log-probabilities in which a row's own label comes first, whatever the method's probabilities say."""
    scores = np.log(np.maximum(probabilities.astype(np.float64), _FLOOR))
    scores[np.arange(len(labels)), labels] = scores.max(axis=1, initial=-np.inf) + 1e-6
    return scores


def _admissible(scores: Scores, corrections: Corrections, row_of: dict[int, int], index: dict[str, int]) -> Scores:
    """Rule out what locks, rejections and pins exclude."""
    allowed = np.ones(scores.shape, bool)
    allowed[:, [index[name] for name in corrections.locked]] = False
    for group in connected_components(corrections.together):  # together with a pinned member, so it may join it
        for name in {name for file in group if (name := corrections.pins.get(file)) in corrections.locked}:
            allowed[[row_of[file] for file in group if file in row_of], index[name]] = True
    for file, names in corrections.rejections.items():
        if file in row_of:
            allowed[row_of[file], [index[name] for name in names if name in index]] = False
    allowed[~allowed.any(axis=1)] = True
    pinned = [(row_of[file], index[name]) for file, name in corrections.pins.items() if file in row_of]
    rows, columns = _pairs(pinned).T
    allowed[rows] = False
    allowed[rows, columns] = True
    return np.where(allowed, scores, -np.inf)


def _join_groups(scores: Scores, pairs: list[tuple[int, int]]) -> Ints:
    """Give each together-group its joint scores, in place; returns each row's unit: one row that represents it.

    A group without a cluster that all its members admit is divided into as few units as possible.
    """
    units = np.arange(len(scores))
    for group in connected_components(pairs):
        members = np.array(group, np.int64)
        while len(members):
            admits = np.isfinite(scores[members])
            votes = admits.sum(axis=0)
            joint = np.where(admits, scores[members], 0).sum(axis=0)
            common = int(np.where(votes == votes.max(), joint, -np.inf).argmax())
            agreeing = members[admits[:, common]]
            scores[agreeing] = scores[agreeing].sum(axis=0)
            units[agreeing] = agreeing[0]
            members = members[~admits[:, common]]
    return units


def connected_components(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components of a graph given by its edges (union-find)."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for a, b in pairs:
        parent[root(b)] = root(a)
    groups: dict[int, list[int]] = {}
    for node in list(parent):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def _keep_apart(scores: Scores, units: Ints, pairs: list[tuple[int, int]]) -> Ints:
    """The cluster of every row: the likeliest of its unit, unless it must be apart from another unit."""
    choice = scores.argmax(axis=1)
    edges = [(int(units[a]), int(units[b])) for a, b in pairs]
    edges = [(a, b) for a, b in edges if a != b and not _bound_to_same(scores[a], scores[b])]
    for nodes in connected_components(edges):
        local = {node: index for index, node in enumerate(nodes)}
        neighbours: list[set[int]] = [set() for _ in nodes]
        for a, b in edges:
            if a in local:
                neighbours[local[a]].add(local[b])
                neighbours[local[b]].add(local[a])
        choice[nodes] = _separate(scores[nodes], neighbours)
    return np.asarray(choice[units])


def _bound_to_same(one: NDArray[np.float64], other: NDArray[np.float64]) -> bool:
    """Whether both admit one and the same single cluster, so that they cannot be kept apart."""
    admitted = np.isfinite(one)
    return admitted.sum() == 1 and bool((admitted == np.isfinite(other)).all())


def _separate(scores: Scores, neighbours: list[set[int]]) -> Ints:
    """A cluster for every unit, none the same as a neighbour's: colouring by depth-first search.

    The unit with the fewest clusters left chooses first, then the surer one. Where no solution exists or is found
    in time, each takes the cluster with the fewest conflicts.
    """
    certainty = _softmax(scores).max(axis=1)
    choice = np.full(len(scores), -1)
    taken = np.zeros(scores.shape, np.int64)  # neighbours in each cluster
    path: list[tuple[int, list[int]]] = []  # units in order of choice, and the clusters left to try
    for _ in range(len(scores) + _MAX_BACKTRACKS):
        if len(path) == len(scores):
            return choice
        free = np.isfinite(scores) & (taken == 0)
        unit = int(np.where(choice < 0, free.sum(axis=1) - certainty, np.inf).argmin())
        left = [int(c) for c in np.argsort(-scores[unit], kind="stable") if free[unit, c]]
        while not left and path:
            unit, left = path.pop()
            taken[list(neighbours[unit]), choice[unit]] -= 1
            choice[unit] = -1
        if not left:
            break
        choice[unit] = left[0]
        taken[list(neighbours[unit]), choice[unit]] += 1
        path.append((unit, left[1:]))
    return _fewest_conflicts(scores, neighbours, np.argsort(-certainty, kind="stable"))


def _fewest_conflicts(scores: Scores, neighbours: list[set[int]], order: Ints) -> Ints:
    """Each unit in turn takes the admissible cluster with the fewest neighbours so far, or the likeliest."""
    choice = np.zeros(len(scores), np.int64)
    taken = np.zeros(scores.shape)
    for unit in order:
        admissible = np.isfinite(scores[unit])
        fewest = taken[unit] == taken[unit][admissible].min()
        choice[unit] = np.where(admissible & fewest, scores[unit], -np.inf).argmax()
        taken[list(neighbours[unit]), choice[unit]] += 1
    return choice


def _final_probabilities(scores: Scores, choice: Ints) -> Floats:
    """Probabilities in which `choice` is the likeliest: clusters of a higher score have been ruled out."""
    chosen = scores[np.arange(len(choice)), choice][:, None]
    earlier = np.arange(scores.shape[1]) < choice[:, None]  # of equals argmax takes the first
    ruled_out = np.where(earlier, scores > chosen - _TIE, scores > chosen)
    return _softmax(np.where(ruled_out, -np.inf, scores)).astype(np.float32)


def _softmax(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
