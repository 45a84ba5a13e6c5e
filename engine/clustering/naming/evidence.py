"""Evidence for names, one row a leaf of a fit: kept with it, so that the clusters of every cut can be named at once."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.appearance import LENGTH
from engine.clustering.naming.distinctive import Shares
from engine.clustering.naming.kinds import CLASSES
from engine.clustering.naming.naming import words_of_clusters
from engine.core.records import Floats, Ints


def leaf_evidence(classes: Shares, appearances: Floats) -> Floats:
    """Evidence (p, CLASSES + LENGTH) of p leaves: mean class probabilities, and mean appearance or NaN."""
    return np.hstack([classes, appearances]).astype(np.float32)


def words_of_cut(evidence: Floats, leaves: Ints, labels: Ints, k: int) -> list[str]:
    """A word for each of k clusters made of `leaves` (n,), "" where the evidence is weak; `labels` (n,) in 0…k-1."""
    count = len(evidence)
    photos = np.bincount(labels * count + leaves, minlength=k * count).reshape(k, count)
    sizes = photos.sum(axis=1)
    classes = photos @ evidence[:, :CLASSES] / np.maximum(sizes, 1)[:, None]
    appearances = evidence[:, CLASSES:]
    if appearances.shape[1] < LENGTH:  # kept by an earlier version, that did not look at the layout
        appearances = np.pad(appearances, ((0, 0), (0, LENGTH - appearances.shape[1])))
    known = photos * np.isfinite(appearances[:, 0])
    with np.errstate(invalid="ignore"):  # NaN again where none of a cluster was looked at
        mean = known @ np.nan_to_num(appearances) / known.sum(axis=1, keepdims=True)
    return words_of_clusters(classes, sizes, mean.astype(np.float32))
