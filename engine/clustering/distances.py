"""Squared Euclidean distances by one matrix product."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats


def squared_distances(first: Floats, second: Floats) -> Floats:
    """Squared distances of each row of `first` (m, d) to each of `second` (n, d), float32 (m, n), never below 0.

    By the expanded square, which keeps few digits of small distances.
    """
    squares = (first * first).sum(axis=1)[:, None] - 2 * first @ second.T + (second * second).sum(axis=1)
    return np.asarray(np.maximum(squares, 0), np.float32)
