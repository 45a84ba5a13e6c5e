"""Answers as a survey of the library: where the user has confirmed clusters too, pins say what all of them are.

Strays dragged home are what a cluster lacks; answers to questions are what it holds. Only where a photo was confirmed
in its cluster is that cluster surveyed, and what stands in it may move to any cluster with pins.
"""

from __future__ import annotations

import numpy as np

from engine.clustering.kernel_logistic import class_probabilities
from engine.clustering.refinement.standing import Moves, Standing
from engine.core.job import Job
from engine.core.records import Floats, Ints

CODES_WEIGHT = 5.0  # of the codes beside the principal components
_LEAD = 1.5  # how many times as probable as its cluster another one must be
_UNPINNED = 1.0  # weight of all photos of a cluster that is not surveyed, against 1 of each pin
_LEAST_ANSWERS = 1.5  # pins, for each cluster that has photos
_MOST_MEMBERS = 3_000  # photos that stand for clusters that are not surveyed
STAGE = "weighing answers"


def survey(features: Floats, standing: Standing, *, seed: int, job: Job) -> Moves:
    """The photos of surveyed clusters that belong elsewhere, by kernel features (n, m).

    None where answers are fewer than _LEAST_ANSWERS a cluster. Held-out answers do not tell whether this helps: they
    were asked because they are unlike each other (docs/benchmarks.md).
    """
    job.report(STAGE, 0, 0)
    surveyed = surveyed_clusters(standing)
    pins = np.flatnonzero(standing.pinned)
    occupied = np.unique(standing.labels[standing.labels >= 0])
    if not len(surveyed) or len(pins) < _LEAST_ANSWERS * len(occupied):
        return Moves.none()
    probabilities = _probabilities(features, standing, pins, seed)
    rows = np.flatnonzero(standing.movable & np.isin(standing.labels, surveyed))
    allowed = np.zeros((len(rows), standing.k), bool)
    for cluster in standing.open_targets.tolist():
        allowed[:, cluster] = standing.allows(rows, np.full(len(rows), cluster))
    candidates = np.where(allowed, probabilities[rows], 0)
    best = candidates.argmax(axis=1)
    found, own = candidates[np.arange(len(rows)), best], probabilities[rows, standing.labels[rows]]
    moves = (found > _LEAD * own) & (best != standing.labels[rows])
    return Moves(rows[moves], best[moves], (found / (found + own))[moves].astype(np.float32))


def surveyed_clusters(standing: Standing) -> Ints:
    """The clusters in which the user has confirmed a photo that a method had put there; locked ones are not asked."""
    confirmed = standing.pinned & (standing.pins == standing.fitted)
    return np.setdiff1d(np.unique(standing.pins[confirmed]), standing.closed)


def _probabilities(features: Floats, standing: Standing, pins: Ints, seed: int) -> Floats:
    """The probabilities (n, k) of the clusters for each photo: each cluster weighs the same, by its pins.

    A cluster that is not surveyed is represented by its photos as well.
    """
    surveyed = surveyed_clusters(standing)
    others = np.flatnonzero(~standing.pinned & (standing.labels >= 0) & ~np.isin(standing.labels, surveyed))
    others = np.sort(np.random.default_rng(seed).permutation(others)[:_MOST_MEMBERS])
    rows = np.concatenate([pins, others])
    classes = np.concatenate([standing.pins[pins], standing.labels[others]])
    sizes = np.bincount(standing.labels[others], minlength=standing.k)
    weights = np.concatenate([np.ones(len(pins)), _UNPINNED / np.maximum(sizes, 1)[standing.labels[others]]])
    of_cluster = np.bincount(classes, weights, standing.k)
    weights *= of_cluster[of_cluster > 0].mean() / of_cluster[classes]
    return class_probabilities(features, rows, classes, weights, standing.k)
