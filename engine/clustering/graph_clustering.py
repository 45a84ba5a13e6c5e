"""Clusters of any shape from the neighbour graph: k-means would cut long ones and join close ones.

Agglomerative clustering of the graph (Bonald et al. 2018, Hierarchical Graph Clustering using Node Pair Sampling),
starting from many small k-means clusters, the leaves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.clustering.methods.kmeans import lloyd
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.graph.layout import Graph

_LEAVES_PER_CLUSTER = 10  # with twice as many the islands of Fashion-MNIST depended on the seed


def islands(positions: Floats, graph: Graph, k: int, *, seed: int, job: Job, stage: str) -> Ints:
    """Labels int64 (n,) in 0…k-1 of `positions` (n, c), the layout of `graph` (see neighbours.fuzzy_graph)."""
    leaves, _ = lloyd(
        positions, min(_LEAVES_PER_CLUSTER * k, len(positions)), FitContext(seed, "cpu", job, stage), starts=1
    )
    leaves = np.unique(leaves, return_inverse=True)[1]
    owner = _merged(_weights(leaves, graph), k)
    return np.asarray(np.unique(owner, return_inverse=True)[1][leaves], np.int64)


def _weights(leaves: Ints, graph: Graph) -> NDArray[np.float64]:
    """The total weight of the edges between each two of m leaves, (m, m)."""
    heads, tails, weights = graph
    count = int(leaves.max()) + 1
    between = leaves[heads] * count + leaves[tails]
    return np.bincount(between, weights, count * count).astype(np.float64).reshape(count, count)


def _merged(weights: NDArray[np.float64], k: int) -> Ints:
    """The leaf that each leaf was merged into when k are left; the largest weight over both volumes goes first."""
    owner = np.arange(len(weights))
    volumes = np.maximum(weights.sum(axis=1), 1e-12)
    np.fill_diagonal(weights, 0)
    left = np.ones(len(owner), bool)
    for _ in range(len(owner) - k):
        links = np.where(left[:, None] & left, weights / np.outer(volumes, volumes), -1)
        np.fill_diagonal(links, -1)
        a, b = divmod(int(links.argmax()), len(owner))
        weights[a] += weights[b]
        weights[:, a] += weights[:, b]
        weights[a, a] = 0
        volumes[a] += volumes[b]
        left[b] = False
        owner[owner == b] = a
    return owner
