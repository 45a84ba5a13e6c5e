"""A nested hierarchy of clusters (agglomerative, Ward 1963): coarse clusters are unions of fine ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.clustering.methods.kmeans import lloyd
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints

_MAX_LEAVES = 200  # nobody looks through more clusters
_STAGE = "nesting clusters"


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """`leaves` int64 (n,): the finest cluster of each row. `merges` int64 (m, 2): (a, b) in turn, b joins a < b.

    The first `anchors` leaves are anchors: whole on every level and never merged with one another.
    """

    leaves: Ints
    merges: Ints
    finest: int
    anchors: int = 0

    @property
    def coarsest(self) -> int:
        """The smallest number of clusters that it can be cut into."""
        return self.finest - len(self.merges)

    def cut(self, k: int) -> Ints:
        """Labels int64 (n,) in 0…k-1 with k clamped to coarsest…finest; anchors are clusters 0…anchors-1."""
        owner = np.arange(self.finest)
        for a, b in self.merges[: self.finest - max(k, self.coarsest)]:
            owner[owner == b] = a
        return np.asarray(np.unique(owner, return_inverse=True)[1].astype(np.int64)[self.leaves])


def build(codes: Floats, labels: Ints | None = None, anchors: int = 0, *, seed: int, job: Job) -> Hierarchy:
    """The hierarchy over and under the clusters `labels` (n,) of `codes` (n, c); all rows are one where None.

    Ward's method (1963) on small k-means clusters: first within each cluster, so that `labels` is one of the
    levels, then between them. Labels 0…anchors-1 are the anchors.
    """
    whole = np.zeros(len(codes), np.int64) if labels is None else labels
    leaves, cluster = split(codes, whole, anchors, seed=seed, job=job)
    return merge_leaves(codes, leaves, [cluster], anchors, job)


def merge_leaves(
    codes: Floats, leaves: Ints, levels: Sequence[Ints], anchors: int, job: Job, closed: Sequence[int] = ()
) -> Hierarchy:
    """The hierarchy of `leaves` (n,) of `codes` (n, c) by Ward's method: within the groups of each level in turn.

    `levels` (p,) each have the group of every leaf; at last any two may be merged. The first `anchors` leaves are
    anchors; nothing is ever merged with a leaf in `closed`.
    """
    count = len(levels[0])
    sizes = np.bincount(leaves, minlength=count).astype(np.float64)
    sums = np.stack([np.bincount(leaves, column, count) for column in codes.T], axis=1)
    means = sums / np.maximum(sizes, 1)[:, None]
    apart = np.zeros((count, count), np.bool_)
    apart[:anchors, :anchors] = True
    apart[list(closed)] = apart[:, list(closed)] = True
    apart |= (sizes == 0)[:, None] | (sizes == 0)  # an anchor without photos stays, for new ones
    merges: list[tuple[int, int]] = []
    for group in (*levels, np.zeros(count, np.int64)):
        merges += _ward(sizes, means, (group[:, None] == group) & ~apart, job)
    return Hierarchy(leaves, np.array(merges, np.int64).reshape(-1, 2), count, anchors)


def split(codes: Floats, labels: Ints, anchors: int = 0, *, seed: int, job: Job) -> tuple[Ints, Ints]:
    """The leaf of each row of `codes` (n, c), the first `anchors` clusters whole, and the cluster of each leaf."""
    leaves = labels.copy()
    cluster = list(range(anchors))
    for label in range(anchors, labels.max(initial=-1) + 1):
        rows = np.flatnonzero(labels == label)
        if not rows.size:
            continue
        share = min(len(rows), -(-_MAX_LEAVES * len(rows) // len(labels)))
        found = np.arange(len(rows))  # of few photos each is a leaf
        if share < len(rows):
            found, _ = lloyd(codes[rows], share, FitContext(seed, "cpu", job, _STAGE), starts=1)
        occupied, place = np.unique(found, return_inverse=True)
        leaves[rows] = len(cluster) + place
        cluster += [label] * len(occupied)
    return leaves, np.array(cluster, np.int64)


def _ward(
    sizes: NDArray[np.float64], means: NDArray[np.float64], allowed: NDArray[np.bool_], job: Job
) -> list[tuple[int, int]]:
    """Merge the two allowed clusters that add the least variance until none may; `sizes` and `means` in place.

    b joins a < b: its size is 0 from then on.
    """
    merged = sizes == 0
    costs = np.full(allowed.shape, np.inf)
    merges: list[tuple[int, int]] = []

    def update_costs(a: int) -> None:
        added = sizes[a] * sizes / np.maximum(sizes[a] + sizes, 1) * np.square(means - means[a]).sum(axis=1)
        eligible = allowed[a] & ~merged
        eligible[a] = False
        costs[a] = costs[:, a] = np.where(eligible, added, np.inf)

    for row in np.flatnonzero(~merged).tolist():
        update_costs(row)
    while True:
        job.report(_STAGE, len(merges), len(sizes))
        flat = int(costs.argmin())
        a, b = sorted((flat // len(sizes), flat % len(sizes)))
        if not np.isfinite(costs[a, b]):
            return merges
        means[a] = (sizes[a] * means[a] + sizes[b] * means[b]) / (sizes[a] + sizes[b])
        sizes[a], sizes[b] = sizes[a] + sizes[b], 0
        merged[b] = True
        costs[b] = costs[:, b] = np.inf
        merges.append((a, b))
        update_costs(a)
