"""How good clusters are without labels: silhouette, elbow, and agreement between two clusterings."""

from __future__ import annotations

import numpy as np

from engine.job import Job
from engine.records import Floats, Ints

_SAMPLE = 2_000  # rows above which the silhouette is estimated: it costs their square
_BLOCK = 512


def nmi(first: Ints, second: Ints) -> float:
    """Normalised mutual information of two labelings (n,), 0…1, by the arithmetic mean of their entropies."""
    a, b = np.unique(first, return_inverse=True)[1], np.unique(second, return_inverse=True)[1]
    table = np.bincount(a * (b.max() + 1) + b).astype(np.float64) / len(a)
    joint, left, right = (_entropy(share) for share in (table, np.bincount(a) / len(a), np.bincount(b) / len(b)))
    # Two clusterings of one cluster each say the same: nothing.
    return 1.0 if left + right == 0 else float(np.clip(2 * (left + right - joint) / (left + right), 0, 1))


def effective(labels: Ints) -> float:
    """How many clusters of equal size hold as much information as these: the exponential of their entropy."""
    return float(np.exp(_entropy(np.bincount(labels) / len(labels))))


def silhouette(vectors: Floats, labels: Ints, *, seed: int = 0, job: Job | None = None, stage: str = "") -> float:
    """Mean silhouette (Rousseeuw 1987), -1…1, of `vectors` (n, d); 0 where there is only one cluster.

    Of a seeded sample of rows where there are many, against that sample. A photo alone in its cluster counts 0.
    """
    if len(vectors) > _SAMPLE:
        rows = np.sort(np.random.default_rng(seed).choice(len(vectors), _SAMPLE, replace=False))
        vectors, labels = vectors[rows], labels[rows]
    labels = np.unique(labels, return_inverse=True)[1]
    sizes = np.bincount(labels)
    if len(sizes) < 2:
        return 0.0
    members = np.eye(len(sizes), dtype=np.float32)[labels]
    total = 0.0
    for top in range(0, len(vectors), _BLOCK):
        if job is not None:
            job.report(stage, 0, 0)
        block, own = vectors[top : top + _BLOCK], labels[top : top + _BLOCK]
        sums = _distances(block, vectors) @ members
        total += _silhouettes(sums, own, sizes)
    return total / len(vectors)


def elbow(curve: list[tuple[int, float]]) -> int:
    """The k where a falling curve of (k, within-cluster sum of squares) bends most: farthest below its chord."""
    k, inertia = np.array(curve, np.float64).T
    if len(k) < 3 or np.ptp(inertia) == 0:
        return int(k[0])
    x, y = (k - k[0]) / (k[-1] - k[0]), (inertia - inertia[-1]) / (inertia[0] - inertia[-1])
    return int(k[np.argmax(1 - x - y)])


def _silhouettes(sums: Floats, own: Ints, sizes: Ints) -> float:
    """Sum of the silhouettes of a block from the sums of distances (m, k) to each cluster's members."""
    rows = np.arange(len(own))
    within = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    nearest = means.min(axis=1)
    widest = np.maximum(np.maximum(within, nearest), 1e-12)
    return float(np.where(sizes[own] > 1, (nearest - within) / widest, 0).sum())


def _distances(block: Floats, vectors: Floats) -> Floats:
    square = (block * block).sum(1)[:, None] - 2 * block @ vectors.T + (vectors * vectors).sum(1)
    return np.asarray(np.sqrt(np.maximum(square, 0)), np.float32)


def _entropy(shares: np.ndarray) -> float:
    positive = shares[shares > 0]
    return float(-(positive * np.log(positive)).sum())
