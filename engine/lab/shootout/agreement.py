"""How much like its owner a method files: corrections that it was not told, or folder names."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.clustering.assignment.corrections import constraints
from engine.clustering.methods.method import Constraints, Fit
from engine.core.records import Corrections, Ints

FOLDS = 5

FitWith = Callable[[Constraints], Fit]


def with_corrections(corrections: Corrections, ids: Ints, seed: int, fit: FitWith) -> float | None:
    """The share of pinned photos that a fit puts where the user did, when it was told of the other folds' pins alone.

    A cluster stands for the anchor of most pins in it that were told. None where there are fewer pins than folds.
    """
    all_told = constraints(corrections, ids)
    pinned = np.flatnonzero(all_told.pins >= 0)
    if len(pinned) < FOLDS:
        return None
    fold = np.random.default_rng(seed).permutation(len(pinned)) % FOLDS
    right = 0
    for number in range(FOLDS):
        held_out = pinned[fold == number]
        pins = all_told.pins.copy()
        pins[held_out] = -1
        told = Constraints(
            all_told.anchors, pins, all_told.rejections, all_told.together, all_told.apart, all_told.closed
        )
        labels = fit(told).labels
        meaning = _meaning(labels, pins)
        right += sum(meaning.get(int(labels[row])) == all_told.pins[row] for row in held_out)
    return right / len(pinned)


def _meaning(labels: Ints, pins: Ints) -> dict[int, int]:
    """The anchor that most of the pins in each cluster belong to."""
    meaning: dict[int, int] = {}
    for cluster in np.unique(labels[pins >= 0]).tolist():
        anchors, counts = np.unique(pins[(labels == cluster) & (pins >= 0)], return_counts=True)
        meaning[cluster] = int(anchors[counts.argmax()])
    return meaning
