"""Which photos are most worth asking about: unsure, typical of others, and each of another region.

Facility location (Cornuéjols, Fisher & Nemhauser 1977) by the greedy choice, which is within 1 - 1/e of the best:
an answer speaks for the photos around it, and counts for as much as those were unsure and not yet spoken for.
"""

from __future__ import annotations

import numpy as np

from engine.clustering.assignment.reach import margin_uncertainty
from engine.clustering.distances import squared_distances
from engine.core.job import Job
from engine.core.records import Floats, Ints

_MOST = 3_000  # photos looked at: the similarities cost their square
_CERTAIN = 0.1  # what a sure photo still counts, against 1 for one between two clusters: clusters may be wrong
_STAGE = "looking for questions"


def suggest(places: Floats, probabilities: Floats, count: int, answered: Ints, *, seed: int, job: Job) -> Ints:
    """Rows of at most `count` photos to ask about, the most telling first; never one of the rows `answered`.

    `places` (n, c) says which photos are alike (the method's codes, or the vectors), `probabilities` (n, k) how
    sure each is. Of a seeded sample where there are many photos. The same input gives the same rows.
    """
    rows = _sample(len(places), answered, seed)
    known = np.isin(rows, answered)
    some = places[rows]
    square = squared_distances(some, some)
    similar = 1 / (1 + square / _width(square, count + int(known.sum())))
    unsure = _CERTAIN + (1 - _CERTAIN) * margin_uncertainty(probabilities[rows])
    spoken = similar[known].max(axis=0, initial=0)
    open_to = ~known
    chosen: list[int] = []
    for asked in range(min(count, int(open_to.sum()))):
        job.report(_STAGE, asked, count)
        gains = np.maximum(similar - spoken, 0) @ unsure
        best = int(np.where(open_to, gains, -1).argmax())
        chosen.append(best)
        open_to[best] = False
        spoken = np.maximum(spoken, similar[best])
    job.report(_STAGE, count, count)
    return rows[np.array(chosen, np.int64)]


def _sample(n: int, answered: Ints, seed: int) -> Ints:
    if n <= _MOST:
        return np.arange(n)
    drawn = np.random.default_rng(seed).permutation(n)[:_MOST]
    return np.union1d(drawn, answered[:_MOST])


def _width(square: Floats, answers: int) -> float:
    """The squared distance within which an answer speaks for others: to the farthest of half its share of photos."""
    share = min(max(1, len(square) // (2 * max(1, answers))), len(square) - 1)
    return max(float(np.median(np.partition(square, share, axis=1)[:, share])), 1e-12)
