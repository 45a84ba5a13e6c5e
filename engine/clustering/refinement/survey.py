"""Answers as a survey of the library: where the user has confirmed clusters too, pins say what all of them are.

Strays dragged home are what a cluster lacks; answers to questions are what the library holds, and they leave some
photos where they are. Where answers are that many, a cluster is what the pins in it say, and one that every answer has
left is dissolved.
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
_LEAST_ANSWERS = 1.5  # placed photos, for each cluster that has photos
_CONFIRMED = 0.5  # share of the photos that stand in clusters with a photo that the user has left there
_MOST_MEMBERS = 3_000  # photos that stand for clusters that are not surveyed
STAGE = "weighing corrections"


def survey(features: Floats, standing: Standing, *, seed: int, job: Job) -> Moves:
    """The photos of surveyed clusters that belong elsewhere, by kernel features (n, m).

    Held-out answers do not tell whether this helps: they were asked because they are unlike each other
    (docs/benchmarks.md).
    """
    job.report(STAGE, 0, 0)
    surveyed = surveyed_clusters(standing)
    if not len(surveyed):
        return Moves.none()
    pins = np.flatnonzero(standing.pinned)
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
    """The clusters of which a photo was placed by the user, there or elsewhere; none where that is no survey.

    It is one where placed photos are _LEAST_ANSWERS a cluster, and clusters with _CONFIRMED of the photos have some
    that stayed. Locked clusters are not asked about.
    """
    occupied = np.unique(standing.labels[standing.labels >= 0])
    confirmed = np.unique(standing.pins[standing.pinned & (standing.pins == standing.fitted)])
    if standing.pinned.sum() < _LEAST_ANSWERS * len(occupied):
        return np.empty(0, np.int64)
    if np.isin(standing.labels, confirmed).mean() < _CONFIRMED:
        return np.empty(0, np.int64)
    asked = standing.fitted[standing.pinned]
    return np.setdiff1d(np.unique(asked[asked >= 0]), standing.closed)


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
