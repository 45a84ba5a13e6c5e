"""HDBSCAN: clusters are where photos lie densely, of any shape and size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.distances import nearest_centre
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.nearest_rows import STAGE, fit_sample
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints

_DIMENSIONS = 10  # density means little in more
_TRIED = 8  # sizes of the smallest cluster


@methods.register()
@dataclass(frozen=True, slots=True)
class Hdbscan:
    """Campello, Moulavi & Sander (2013), scikit-learn's, with the size of cluster that gives nearest to k of them.

    Of at most 4,000 photos; noise joins the nearest cluster's middle, the others the photo most alike.
    """

    name: ClassVar[str] = "hdbscan"
    label: ClassVar[str] = "HDBSCAN"
    help: ClassVar[str] = "Finds crowds of photos that look alike; it may find fewer groups than you want."

    samples: int = param(3, 1, 100, label="Crowd", help="How many neighbours make a place dense.")

    def fit(
        self,
        vectors: Floats,
        k: int,
        *,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None = None,
    ) -> Fit:
        """Cluster `vectors` (n, d) into at most `k` (see Method.fit); a row that is not finite is a UserError."""
        context = FitContext(seed, device, job, STAGE)
        return fit_sample(vectors, k, lambda data: self._labels(data[:, :_DIMENSIONS], k, context), context)

    def _labels(self, data: Floats, k: int, context: FitContext) -> Ints:
        """The clustering with the most clusters, but no more than k, of several smallest sizes."""
        from sklearn.cluster import HDBSCAN

        n = len(data)
        best = np.zeros(n, np.int64)
        sizes = np.unique(np.geomspace(2, max(2, n // k), _TRIED).round().astype(int))
        for step, size in enumerate(sizes.tolist()):
            context.report(step, len(sizes))
            samples = min(self.samples, size, n)
            labels = HDBSCAN(min_cluster_size=min(size, n), min_samples=samples, copy=True).fit(data).labels_
            if best.max() < labels.max() < k:
                best = _without_noise(data, labels)
        return best


def _without_noise(data: Floats, labels: Ints) -> Ints:
    """`labels` (n,) with those of noise, -1, replaced by that of the nearest mean."""
    means = np.stack([data[labels == c].mean(axis=0) for c in range(labels.max() + 1)])
    return np.where(labels < 0, nearest_centre(data, means), labels).astype(np.int64)
