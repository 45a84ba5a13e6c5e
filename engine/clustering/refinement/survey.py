"""Answers as a survey of the library: photos asked about one by one, all over it, say what its clusters hold.

Strays dragged home are what a cluster lacks; answers also leave photos where they are. Where they are many, a cluster
in which some stayed is what the answers in it say, and one that an answer has left, and none stayed in, is dissolved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.kernel_logistic import STAGE, class_probabilities
from engine.clustering.methods.parts.label_spreading import confidence
from engine.clustering.refinement.standing import Moves, Standing
from engine.core.job import Job
from engine.core.records import Floats, Ints

CODES_WEIGHT = 5.0  # of the codes beside the principal components
_LEAD = 1.5  # how many times as probable as its cluster another one must be
_UNPINNED = 1.0  # weight of all photos of a cluster that is not surveyed, against 1 of each pin
_LEAST_ANSWERS = 1.4  # for each cluster that has photos
_CONFIRMED = 0.5  # share of the photos that stand in clusters in which an answer has left a photo
_LEFT = 2  # photos that were dragged out one by one of a cluster in which none stayed
_POWER = 1.5  # that turns the probabilities into confidences (see label_spreading.confidence)
_MOST_MEMBERS = 3_000  # photos that stand for clusters that are not surveyed


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What answers say of the photos `rows` (m,): those that move, and the probabilities (m, k) of the clusters."""

    moves: Moves
    rows: Ints
    probabilities: Floats

    @classmethod
    def none(cls, k: int) -> Surveyed:
        return cls(Moves.none(), np.empty(0, np.int64), np.empty((0, k), np.float32))


def survey(features: Floats, standing: Standing, surveyed: Ints, *, seed: int, job: Job) -> Surveyed:
    """What answers say of the photos in the clusters `surveyed`, by kernel features (n, m).

    Held-out answers do not tell whether this helps: they were asked because they are unlike each other
    (docs/benchmarks.md).
    """
    job.report(STAGE, 0, 0)
    probabilities = _probabilities(features, standing, seed)
    rows = np.flatnonzero(standing.movable & np.isin(standing.labels, surveyed))
    allowed = np.zeros((len(rows), standing.k), bool)
    for cluster in standing.open_targets.tolist():
        allowed[:, cluster] = standing.allows(rows, np.full(len(rows), cluster))
    candidates = np.where(allowed, probabilities[rows], 0)
    best = candidates.argmax(axis=1)
    found, own = candidates[np.arange(len(rows)), best], probabilities[rows, standing.labels[rows]]
    moves = (found > _LEAD * own) & (best != standing.labels[rows])
    moved = Moves(rows[moves], best[moves], (found / (found + own))[moves].astype(np.float32))
    return Surveyed(moved, rows, confidence(probabilities[rows], _POWER))


def surveyed_clusters(standing: Standing) -> Ints:
    """The clusters about which answers say what they hold, int64 (s,); none where answers are too few for a survey.

    Locked clusters are never among them.
    """
    answered = standing.pinned & (standing.asked >= 0) & ~np.isin(standing.pins, standing.closed)
    occupied = np.setdiff1d(np.unique(standing.labels[standing.labels >= 0]), standing.closed)
    stayed = answered & (standing.pins == standing.asked)
    confirmed = np.unique(standing.pins[stayed])
    if answered.sum() < _LEAST_ANSWERS * len(occupied):
        return np.empty(0, np.int64)
    if np.isin(standing.labels[standing.movable], confirmed).mean() < _CONFIRMED:
        return np.empty(0, np.int64)
    return np.setdiff1d(np.union1d(confirmed, standing.asked[answered]), [*standing.closed, standing.k])


def _probabilities(features: Floats, standing: Standing, seed: int) -> Floats:
    """The probabilities (n, k) of the clusters for each photo: each cluster weighs the same, by its answers.

    One without answers by its pins; and by its photos as well, unless answers stayed in it or have left it: one to a
    question, or _LEFT photos that the user placed alone.
    """
    answered = standing.pinned & (standing.asked >= 0)
    told = np.bincount(standing.asked[answered], minlength=standing.k + 1) >= _LEFT
    told[standing.asked[answered & standing.questions]] = True
    told[standing.pins[answered & (standing.pins == standing.asked)]] = True
    with_answers = np.unique(standing.pins[answered])
    pins = np.flatnonzero(answered | (standing.pinned & ~np.isin(standing.pins, with_answers)))
    others = np.flatnonzero(~standing.pinned & (standing.labels >= 0) & ~told[standing.labels])
    others = np.sort(np.random.default_rng(seed).permutation(others)[:_MOST_MEMBERS])
    rows = np.concatenate([pins, others])
    classes = np.concatenate([standing.pins[pins], standing.labels[others]])
    sizes = np.bincount(standing.labels[others], minlength=standing.k)
    weights = np.concatenate([np.ones(len(pins)), _UNPINNED / np.maximum(sizes, 1)[standing.labels[others]]])
    of_cluster = np.bincount(classes, weights, standing.k)
    weights *= of_cluster[of_cluster > 0].mean() / of_cluster[classes]
    return class_probabilities(features, rows, classes, weights, standing.k)
