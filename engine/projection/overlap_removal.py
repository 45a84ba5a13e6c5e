"""Overlap removal: photos of a small library are moved apart until each can be shown as a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.projection.shape import normalise

MAX_PHOTOS = 5_000  # up to which a map shows pictures: beyond, it is a cloud of dots
_COVERAGE = 0.2  # share of the map's square that pictures fill: the rest is space between islands
_STEPS, _FINAL_STEPS, _REPEATS = 40, 10, 3
_GOLDEN = 2.39996  # the golden angle in radians: photos at one place part in all directions


def remove_overlaps(xy: NDArray[np.floating], job: Job, stage: str = "map") -> Floats:
    """`xy` (n, 2) in its frame, with photos that lie too close pushed apart; more than MAX_PHOTOS stay as they are.

    Two photos then differ by about √(4 · _COVERAGE / n) in x or in y, so that square pictures of that side do not
    overlap. The distance grows step by step, so islands swell as a whole and keep their order inside.
    """
    n = len(xy)
    if not 1 < n <= MAX_PHOTOS:
        return normalise(xy)
    turns = np.arange(n) * _GOLDEN
    y = normalise(xy) + 1e-4 * np.column_stack([np.cos(turns), np.sin(turns)])
    side = np.sqrt(4 * _COVERAGE / n)
    for step in range(_STEPS):
        apart = side * min((step + 1) / (_STEPS - _FINAL_STEPS), 1.0)
        for _ in range(_REPEATS):
            job.report(stage, step, _STEPS)
            pairs = _overlapping(y, apart)
            if not len(pairs):
                break
            y += _displacements(y, pairs, apart)
    job.report(stage, _STEPS, _STEPS)
    return normalise(y)


def _overlapping(y: NDArray[np.float64], apart: float) -> Ints:
    """Pairs (m, 2) of photos nearer than `apart` in both directions."""
    from scipy.spatial import cKDTree

    pairs: Ints = cKDTree(y).query_pairs(apart, p=np.inf, output_type="ndarray")
    return pairs


def _displacements(y: NDArray[np.float64], pairs: Ints, apart: float) -> NDArray[np.float64]:
    """How far each photo moves, (n, 2): each pair shares what it lacks; one with many neighbours moves less."""
    a, b = pairs.T
    between = y[a] - y[b]
    near = np.maximum(np.abs(between).max(axis=1), 1e-9)
    push = between * (0.5 * (apart - near) / near)[:, None]
    shares = 1 / np.sqrt(np.maximum(np.bincount(pairs.ravel(), minlength=len(y)), 1))
    moved = [np.bincount(a, push[:, d], len(y)) - np.bincount(b, push[:, d], len(y)) for d in (0, 1)]
    return np.asarray(shares[:, None] * np.column_stack(moved))
