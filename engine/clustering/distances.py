"""Squared Euclidean distances by one matrix product."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats


def squared_distances(some: Floats, others: Floats) -> Floats:
    """Between each row of `some` (m, d) and each of `others` (n, d), float32 (m, n), never below 0.

    The expanded square: of rows that are nearly alike it keeps few digits.
    """
    lengths = (some * some).sum(axis=1)[:, None] - 2 * some @ others.T + (others * others).sum(axis=1)
    return np.asarray(np.maximum(lengths, 0), np.float32)
