"""A group of codes that turned out to be two people, divided: k-means with two means (Lloyd 1982)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats

_ROUNDS = 50


def halves(codes: Floats) -> NDArray[np.bool_]:
    """Which of n codes (n, d), two or more, are the second half: the smaller, and never none."""
    far = int(((codes - codes.mean(0)) ** 2).sum(1).argmax())
    other = int(((codes - codes[far]) ** 2).sum(1).argmax())
    second = np.zeros(len(codes), np.bool_)
    second[far if far != other else -1] = True
    means = np.stack([codes[other], codes[far]])
    for _ in range(_ROUNDS):
        apart = ((codes[:, None, :] - means) ** 2).sum(2)
        found = apart[:, 1] < apart[:, 0]
        if found.all() or not found.any() or np.array_equal(found, second):
            break
        second = found
        means = np.stack([codes[~second].mean(0), codes[second].mean(0)])
    return ~second if 2 * second.sum() > len(codes) else second
