"""Which cluster of one clustering is which of another, so that maps of both can have the same colours."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.core.records import Ints


def matched(labels: Ints, reference: Ints | Sequence[int]) -> list[int]:
    """For each cluster 0…max of `labels` (n,) that of `reference` (n,) it shares most with, one to one; else -1.

    By the Hungarian method; rows of which the reference is negative are left out.
    """
    from scipy.optimize import linear_sum_assignment

    other = np.asarray(reference, np.int64)
    known = other >= 0
    found = [-1] * (int(labels.max(initial=-1)) + 1)
    if not known.any():
        return found
    width = int(other.max()) + 1
    flat = np.bincount(labels[known] * width + other[known], minlength=len(found) * width)
    shared = flat.reshape(len(found), width)
    for row, column in zip(*linear_sum_assignment(shared, maximize=True), strict=True):
        if shared[row, column]:
            found[row] = int(column)
    return found


def numbered_as(labels: Ints, reference: Ints) -> Ints:
    """`labels` (n,) with the numbers of the clusters of `reference` (n,) they are matched to; others come after."""
    found, after = matched(labels, reference), int(reference.max(initial=-1)) + 1
    for label, number in enumerate(found):
        if number < 0:
            found[label], after = after, after + 1
    return np.array(found, np.int64)[labels]
