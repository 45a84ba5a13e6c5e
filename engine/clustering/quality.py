"""Internal measures of a clustering (silhouette, inertia, elbow), and agreement between two clusterings (NMI)."""

from __future__ import annotations

import numpy as np

from engine.clustering.distances import squared_distances
from engine.core.records import Floats, Ints

_SAMPLE = 2_000  # rows above which the silhouette is estimated: it costs their square


def nmi(first: Ints, second: Ints) -> float:
    """Normalised mutual information of two labelings (n,), 0…1, by the arithmetic mean of their entropies."""
    a, b = np.unique(first, return_inverse=True)[1], np.unique(second, return_inverse=True)[1]
    table = np.bincount(a * (b.max() + 1) + b).astype(np.float64) / len(a)
    joint, left, right = (_entropy(share) for share in (table, np.bincount(a) / len(a), np.bincount(b) / len(b)))
    # Two clusterings of one cluster each agree.
    return 1.0 if left + right == 0 else float(np.clip(2 * (left + right - joint) / (left + right), 0, 1))


def effective_count(labels: Ints) -> float:
    """The effective number of clusters of `labels` (n,): the exponential of their entropy."""
    return float(np.exp(_entropy(np.bincount(labels) / len(labels))))


class Silhouette:
    """Mean silhouettes (Rousseeuw 1987) of many clusterings of the same `vectors` (n, d): distances are taken once.

    Of a seeded sample of rows where there are many, against that sample. A photo alone in its cluster counts 0.
    """

    def __init__(self, vectors: Floats, *, seed: int = 0) -> None:
        self._rows: Ints = np.arange(len(vectors))
        if len(vectors) > _SAMPLE:
            self._rows = np.sort(np.random.default_rng(seed).choice(len(vectors), _SAMPLE, replace=False))
        self._distances = _distances(vectors[self._rows])

    def mean(self, labels: Ints) -> float:
        """The mean silhouette of `labels` (n,), -1…1; 0 where there is only one cluster."""
        own = np.unique(labels[self._rows], return_inverse=True)[1]
        sizes, rows = np.bincount(own), np.arange(len(own))
        if len(sizes) < 2:
            return 0.0
        sums = self._distances @ np.eye(len(sizes), dtype=np.float32)[own]
        within = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
        means = sums / sizes
        means[rows, own] = np.inf
        nearest = means.min(axis=1)
        widest = np.maximum(np.maximum(within, nearest), 1e-12)
        return float(np.where(sizes[own] > 1, (nearest - within) / widest, 0).mean())


def inertia(vectors: Floats, labels: Ints) -> float:
    """The within-cluster sum of squares: of the distances of `vectors` (n, d) from the mean of their cluster."""
    sizes = np.maximum(np.bincount(labels), 1)
    means = np.stack([np.bincount(labels, column) for column in vectors.T], axis=1) / sizes[:, None]
    return float(np.square(vectors - means[labels]).sum())


def elbow(curve: list[tuple[int, float]]) -> int:
    """The k where a falling curve of (k, within-cluster sum of squares) bends most: farthest below its chord.

    As Kneedle does on the whole curve (Satopää et al. 2011), which is scaled to 0…1 both ways.
    """
    k, inertia = np.array(curve, np.float64).T
    if len(k) < 3 or np.ptp(inertia) == 0:
        return int(k[0])
    x, y = (k - k[0]) / (k[-1] - k[0]), (inertia - inertia[-1]) / (inertia[0] - inertia[-1])
    return int(k[np.argmax(1 - x - y)])


def _distances(vectors: Floats) -> Floats:
    square = squared_distances(vectors, vectors)
    np.fill_diagonal(square, 0)
    return np.asarray(np.sqrt(square), np.float32)


def _entropy(shares: np.ndarray) -> float:
    positive = shares[shares > 0]
    return float(-(positive * np.log(positive)).sum())
