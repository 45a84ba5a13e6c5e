"""What an answer about one photo says of others: those around it, the doubtful above all."""

from __future__ import annotations

import numpy as np

from engine.clustering.distances import squared_distances
from engine.core.records import Floats, Ints

CLOSE_CALL = 0.85  # a photo with more of it is a close call: its two likeliest clusters lie less than 0.15 apart


def margin_uncertainty(probabilities: Floats) -> Floats:
    """How doubtful each row of `probabilities` (n, k) is, 0…1: 1 where two clusters are equally likely."""
    if probabilities.shape[1] < 2:
        return np.zeros(len(probabilities), np.float32)
    two = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.asarray(1 - (two[:, 1] - two[:, 0]), np.float32)


def doubtful(probabilities: Floats) -> Ints:
    """Rows of `probabilities` (n, k) that are close calls between two clusters."""
    return np.flatnonzero(margin_uncertainty(probabilities) > CLOSE_CALL)


def reach(places: Floats, asked: Ints) -> list[Ints]:
    """For each of the rows `asked` the other rows it speaks for: those nearer than its share of all photos lies.

    `places` (n, c) says which photos are alike. A row belongs to the nearest of those asked, so that none is
    counted twice. Rows come in order.
    """
    if not len(asked):
        return []
    others = np.setdiff1d(np.arange(len(places)), asked)
    square = squared_distances(places[asked], places)
    share = min(max(1, len(places) // (2 * len(asked))), len(places) - 1)
    within = np.median(np.partition(square, share, axis=1)[:, share])
    near = square[:, others]
    nearest = near.argmin(axis=0)
    heard = near[nearest, np.arange(len(others))] <= within
    return [others[heard & (nearest == place)] for place in range(len(asked))]
