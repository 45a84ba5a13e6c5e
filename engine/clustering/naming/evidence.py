"""What the pieces of a fit show: kept with it, so that the clusters of every later cut can be named at once."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.kinds import CLASSES
from engine.clustering.naming.naming import VAGUE, Shares, words_for
from engine.core.records import Floats, Ints


def leaf_evidence(classes: Shares, looks: Floats) -> Floats:
    """Evidence (p, CLASSES + LENGTH) of p pieces: their mean class probabilities, and a look at some of each or NaN."""
    return np.hstack([classes, looks]).astype(np.float32)


def words_of_cut(evidence: Floats, leaves: Ints, labels: Ints, k: int) -> list[str]:
    """A word for each of k clusters made of `leaves` (n,), "" where nothing is told; `labels` (n,) in 0…k-1."""
    count = len(evidence)
    photos = np.bincount(labels * count + leaves, minlength=k * count).reshape(k, count)
    sizes = photos.sum(axis=1)
    classes = photos @ evidence[:, :CLASSES] / np.maximum(sizes, 1)[:, None]
    looks = evidence[:, CLASSES:]
    known = photos * np.isfinite(looks[:, 0])
    with np.errstate(invalid="ignore"):  # NaN again where none of a cluster was looked at
        mean = known @ np.nan_to_num(looks) / known.sum(axis=1, keepdims=True)
    return ["" if word in VAGUE else word for word in words_for(classes, sizes, mean.astype(np.float32))]
