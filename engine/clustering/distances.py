"""Squared Euclidean distances by one matrix product."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats, Ints

_BLOCK = 4096  # rows compared at once


def squared_distances(first: Floats, second: Floats) -> Floats:
    """Squared distances of each row of `first` (m, d) to each of `second` (n, d), float32 (m, n), never below 0.

    By the expanded square, which keeps few digits of small distances.
    """
    squares = (first * first).sum(axis=1)[:, None] - 2 * first @ second.T + (second * second).sum(axis=1)
    return np.asarray(np.maximum(squares, 0), np.float32)


def nearest_centre(rows: Floats, centres: Floats) -> Ints:
    """The row of `centres` (k, d) nearest to each of `rows` (n, d), int64 (n,), block by block."""
    blocks = range(0, max(len(rows), 1), _BLOCK)
    return np.concatenate([squared_distances(rows[top : top + _BLOCK], centres).argmin(axis=1) for top in blocks])
