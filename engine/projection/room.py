"""Room on the map: photos of a small library are moved apart until each can be seen as a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.projection.shape import normalise

FEW = 5_000  # photos up to which there is room for pictures: beyond, a map is a cloud of dots
_FILLED = 0.2  # of the square that holds the map: the rest are the straits between the islands
_STEPS, _LAST, _REPEATS = 40, 10, 3
_GOLDEN = 2.39996  # the golden angle in radians: photos at one place part in all directions


def make_room(xy: NDArray[np.floating], job: Job, stage: str = "map") -> Floats:
    """`xy` (n, 2) in its frame, with photos that lie too close pushed apart; more than FEW stay as they are.

    Two photos then differ by about √(4 · _FILLED / n) in x or in y, so that square pictures of that side do not
    overlap. The distance grows step by step, so islands swell as a whole and keep their order inside.
    """
    n = len(xy)
    if not 1 < n <= FEW:
        return normalise(xy)
    turns = np.arange(n) * _GOLDEN
    y = normalise(xy) + 1e-4 * np.column_stack([np.cos(turns), np.sin(turns)])
    side = np.sqrt(4 * _FILLED / n)
    for step in range(_STEPS):
        apart = side * min((step + 1) / (_STEPS - _LAST), 1.0)
        for _ in range(_REPEATS):
            job.report(stage, step, _STEPS)
            pairs = _close(y, apart)
            if not len(pairs):
                break
            y += _pushes(y, pairs, apart)
    job.report(stage, _STEPS, _STEPS)
    return normalise(y)


def _close(y: NDArray[np.float64], apart: float) -> Ints:
    """Pairs (m, 2) of photos nearer than `apart` in both directions."""
    from scipy.spatial import cKDTree

    pairs: Ints = cKDTree(y).query_pairs(apart, p=np.inf, output_type="ndarray")
    return pairs


def _pushes(y: NDArray[np.float64], pairs: Ints, apart: float) -> NDArray[np.float64]:
    """How far each photo moves, (n, 2): each pair shares what it lacks; one with many neighbours moves less."""
    a, b = pairs.T
    between = y[a] - y[b]
    near = np.maximum(np.abs(between).max(axis=1), 1e-9)
    push = between * (0.5 * (apart - near) / near)[:, None]
    shares = 1 / np.sqrt(np.maximum(np.bincount(pairs.ravel(), minlength=len(y)), 1))
    moved = [np.bincount(a, push[:, d], len(y)) - np.bincount(b, push[:, d], len(y)) for d in (0, 1)]
    return np.asarray(shares[:, None] * np.column_stack(moved))
