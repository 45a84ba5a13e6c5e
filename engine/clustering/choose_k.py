"""How many clusters: clusters that stand apart, about as many as a person would make."""

from __future__ import annotations

import math

import numpy as np

from engine.clustering.features import components, directions, require_finite
from engine.clustering.kmeans import lloyd
from engine.clustering.quality import silhouette
from engine.job import Job
from engine.records import Floats

Curve = list[tuple[int, float]]

_SAMPLE = 3_000  # photos looked at: a silhouette costs their square
_COMPONENTS = 32  # beyond, all photos are equally far apart and the curve is flat
_STARTS = 5
_CUSTOMARY = 20  # clusters: more piles than that nobody looks through
_LEANING = 0.15  # of the highest silhouette, for a factor e from the customary k
_STAGE = "counting clusters"


def choose_k(vectors: Floats, low: int, high: int, *, seed: int, job: Job) -> tuple[int, Curve]:
    """The k in `low`…`high` (inclusive) that suits `vectors` (n, d) best, and the curve of (k, silhouette).

    By the silhouette of k-means, leaning to as many clusters as a person would make (see `_best`). k is clamped
    to 2…n-1; min(n, low) with an empty curve where that leaves nothing to choose or all photos are the same.
    Of a seeded sample where there are many photos.
    """
    require_finite(vectors)
    n = len(vectors)
    low, high = max(2, low), min(high, n - 1)
    rows = np.random.default_rng(seed).permutation(n)[:_SAMPLE]
    data = components(directions(vectors[np.sort(rows)]), _COMPONENTS, "cpu", job, _STAGE)[1].numpy()
    if low > high or np.ptp(data, axis=0).max(initial=0) == 0:
        return max(1, min(n, low)), []
    curve: Curve = []
    for k in range(low, high + 1):
        job.report(_STAGE, k - low, high + 1 - low)
        labels, _ = lloyd(data, k, seed=seed, starts=_STARTS, job=job, stage=_STAGE)
        curve.append((k, silhouette(data, labels, seed=seed, job=job, stage=_STAGE)))
        job.publish("curve", k=k, silhouette=curve[-1][1])
    job.report(_STAGE, high + 1 - low, high + 1 - low)
    return _best(curve, n), curve


def _best(curve: Curve, n: int) -> int:
    """The k with the highest silhouette, less a little for every factor away from √(n/2) clusters.

    The silhouette alone favours two or three large groups (pictures and papers), or splits without end where
    it is flat; √(n/2) is the rule of thumb of Mardia, Kent & Bibby (1979), _CUSTOMARY the most of it.
    """
    customary = min(_CUSTOMARY, (n / 2) ** 0.5)
    top = max(max(value for _, value in curve), 1e-9)
    return max(curve, key=lambda point: point[1] / top - _LEANING * math.log(point[0] / customary) ** 2)[0]
