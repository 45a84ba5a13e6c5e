"""Evidence for names, one row a leaf of a fit: kept with it, so that the clusters of every cut can be named at once."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.appearance import LENGTH
from engine.clustering.naming.distinctive import Looks, Shares
from engine.clustering.naming.kinds import CLASSES
from engine.clustering.naming.naming import words_of_clusters
from engine.core.records import KINDS, Floats, Ints


def leaf_evidence(classes: Shares, looks: Looks) -> Floats:
    """Evidence (p, CLASSES + LENGTH + len(KINDS)) of p leaves: mean class probabilities, mean appearance or NaN.

    And the mean probabilities of the kinds of pictures, 0 where none is known.
    """
    return np.hstack([classes, *looks]).astype(np.float32)


def words_of_cut(evidence: Floats, leaves: Ints, labels: Ints, k: int) -> list[str]:
    """A word for each of k clusters made of `leaves` (n,), "" where the evidence is weak; `labels` (n,) in 0…k-1."""
    count = len(evidence)
    photos = np.bincount(labels * count + leaves, minlength=k * count).reshape(k, count)
    sizes = photos.sum(axis=1)
    classes = photos @ evidence[:, :CLASSES] / np.maximum(sizes, 1)[:, None]
    looks = evidence[:, CLASSES:]  # an earlier version did not look at the layout, or at the kinds of pictures
    looks = np.pad(looks, ((0, 0), (0, max(0, LENGTH + len(KINDS) - looks.shape[1]))))
    appearances, pictures = looks[:, :LENGTH], looks[:, LENGTH : LENGTH + len(KINDS)]
    known = photos * np.isfinite(appearances[:, 0])
    with np.errstate(invalid="ignore"):  # NaN again where none of a cluster was looked at
        mean = known @ np.nan_to_num(appearances) / known.sum(axis=1, keepdims=True)
    told = photos * np.isfinite(pictures[:, 0])
    kinds = told @ np.nan_to_num(pictures) / np.maximum(told.sum(axis=1), 1)[:, None]
    return words_of_clusters(classes, sizes, Looks(mean.astype(np.float32), kinds.astype(np.float32)))
