"""Uncertainty of photos between two clusters, and the photos that an answer about one of them influences."""

from __future__ import annotations

import numpy as np

from engine.clustering.distances import squared_distances
from engine.core.records import Floats, Ints

CLOSE_CALL = 0.85  # uncertainty above which a photo is a close call: its two likeliest clusters differ by < 0.15


def margin_uncertainty(probabilities: Floats) -> Floats:
    """Margin uncertainty of each row of `probabilities` (n, k), 0…1: 1 where two clusters are equally likely.

    Scheffer, Decomain & Wrobel 2001 (margin sampling).
    """
    if probabilities.shape[1] < 2:
        return np.zeros(len(probabilities), np.float32)
    two = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.asarray(1 - (two[:, 1] - two[:, 0]), np.float32)


def close_calls(probabilities: Floats) -> Ints:
    """Rows of `probabilities` (n, k) that are close calls between two clusters."""
    return np.flatnonzero(margin_uncertainty(probabilities) > CLOSE_CALL)


def influence(vectors: Floats, asked: Ints) -> list[Ints]:
    """For each of the rows `asked` the other rows that its answer influences: those within a common radius.

    `vectors` (n, c) are the photos' codes. A row belongs to the nearest of those asked, so that none is counted
    twice. Rows come in order.
    """
    if not len(asked):
        return []
    others = np.setdiff1d(np.arange(len(vectors)), asked)
    square = squared_distances(vectors[asked], vectors)
    share = min(max(1, len(vectors) // (2 * len(asked))), len(vectors) - 1)
    radius = np.median(np.partition(square, share, axis=1)[:, share])
    near = square[:, others]
    nearest = near.argmin(axis=0)
    influenced = near[nearest, np.arange(len(others))] <= radius
    return [others[influenced & (nearest == index)] for index in range(len(asked))]
