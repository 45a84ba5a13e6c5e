"""Active learning: selects the photos to ask about, uncertain, representative of others and diverse.

Facility location (Cornuéjols, Fisher & Nemhauser 1977) by the greedy choice, which is within 1 - 1/e of the best: an
answer covers the photos around it, and gains as much as those were uncertain and not yet covered.
"""

from __future__ import annotations

import numpy as np

from engine.clustering.assignment.uncertainty import margin_uncertainty
from engine.clustering.distances import squared_distances
from engine.core.job import Job
from engine.core.records import Floats, Ints

_MAX_PHOTOS = 3_000  # that are compared: the similarities cost their square
_MIN_UNCERTAINTY = 0.1  # of a photo, against 1 for one between two clusters: a sure assignment may be wrong
_STAGE = "looking for questions"


def suggest(vectors: Floats, probabilities: Floats, count: int, answered: Ints, *, seed: int, job: Job) -> Ints:
    """Rows of at most `count` photos to ask about, the most informative first; never one of the rows `answered`.

    `vectors` (n, c) are the method's codes, or the photos' vectors, `probabilities` (n, k) those of the clusters. On a
    seeded sample where there are many photos. The same input gives the same rows.
    """
    rows = _sample(len(vectors), answered, seed)
    known = np.isin(rows, answered)
    sample = vectors[rows]
    square = squared_distances(sample, sample)
    similar = 1 / (1 + square / _width(square, count + int(known.sum())))
    uncertainty = _MIN_UNCERTAINTY + (1 - _MIN_UNCERTAINTY) * margin_uncertainty(probabilities[rows])
    covered = similar[known].max(axis=0, initial=0)
    candidates = ~known
    chosen: list[int] = []
    for number in range(min(count, int(candidates.sum()))):
        job.report(_STAGE, number, count)
        gains = np.maximum(similar - covered, 0) @ uncertainty
        best = int(np.where(candidates, gains, -1).argmax())
        chosen.append(best)
        candidates[best] = False
        covered = np.maximum(covered, similar[best])
    job.report(_STAGE, count, count)
    return rows[np.array(chosen, np.int64)]


def _sample(n: int, answered: Ints, seed: int) -> Ints:
    if n <= _MAX_PHOTOS:
        return np.arange(n)
    drawn = np.random.default_rng(seed).permutation(n)[:_MAX_PHOTOS]
    return np.union1d(drawn, answered[:_MAX_PHOTOS])


def _width(square: Floats, answers: int) -> float:
    """The squared distance within which an answer covers others: to the farthest of half its share of photos."""
    share = min(max(1, len(square) // (2 * max(1, answers))), len(square) - 1)
    return max(float(np.median(np.partition(square, share, axis=1)[:, share])), 1e-12)
