"""Open-set classes: a cluster takes in what is near the photos that the user has put there, and far from the rest.

A kernel logistic regression of each such cluster against everything else (positive and unlabelled learning: Elkan &
Noto, KDD 2008): the pins weigh 1 each, all other photos together a few times as much, for most of them are none of
its kind. The cluster's own photos that are not pinned are evidence for neither. How it was chosen stands in
docs/benchmarks.md.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.clustering.kernel_logistic import Weights, class_probabilities
from engine.clustering.refinement.standing import Moves, Standing
from engine.core.job import Job
from engine.core.records import Floats, Ints

CODES_WEIGHT = 3.0  # of the codes beside the principal components
STAGE = "weighing corrections"

_NEGATIVES = 3.0  # times the weight of the pins: what all other photos together weigh
_LIKELY, _LIKELY_WEIGHT = 0.5, 0.3  # unlabelled photos above this probability are weak positives in a second fit
# Above this probability a photo is taken in: by a cluster of pins alone, and by one that a method has filled.
_ACCEPT_OWN, _ACCEPT_FILLED = 0.55, 0.8
_MOST_NEGATIVES = 3_000  # photos that are fitted beside the pins
_FOLDS = 5
_TOP = 0.1  # held-out pins are found again among this share of the photos that are likest to the others
_SIGNIFICANT = 0.1  # the chance to find so many although they have nothing in common


def claims(features: Floats, standing: Standing, *, seed: int, job: Job) -> Moves:
    """The photos that clusters with pins take in, by kernel features (n, m); of several the likeliest cluster's.

    A cluster takes in nothing where its pins, held out in turn, would not be taken in more often than by chance.
    """
    best = np.zeros(len(features), np.float32)
    target = np.full(len(features), -1, np.int64)
    for number, cluster in enumerate(standing.open_targets.tolist()):
        job.report(STAGE, number, len(standing.open_targets))
        probability = _probability(features, standing, cluster, seed=seed, job=job)
        staying = (standing.labels == cluster) & (probability > best)
        best[staying], target[staying] = probability[staying], -1
        taken = (probability > best) & _taken_in(probability, standing, cluster)
        best[taken], target[taken] = probability[taken], cluster
    rows = np.flatnonzero(target >= 0)
    return Moves(rows, target[rows], best[rows])


def _taken_in(probability: Floats, standing: Standing, cluster: int) -> Ints:
    """Which photos the cluster takes in, bool (n,)."""
    rows = np.arange(len(probability))
    return np.asarray(
        (probability > _threshold(standing, cluster))
        & (standing.labels != cluster)
        & standing.movable
        & standing.allows(rows, np.full(len(rows), cluster))
    )


def _threshold(standing: Standing, cluster: int) -> float:
    filled = (standing.labels == cluster) & (standing.pins != cluster)
    return _ACCEPT_FILLED if filled.any() else _ACCEPT_OWN


def _probability(features: Floats, standing: Standing, cluster: int, *, seed: int, job: Job) -> Floats:
    """The probability of each photo to be of the cluster's kind, (n,); 0 where its pins have nothing in common."""
    pins = np.flatnonzero(standing.pins == cluster)
    others = _others(standing, cluster, seed)

    def fit(some: Ints) -> Floats:
        job.report(STAGE, 0, 0)
        return _fitted_twice(features, some, others)

    probability = fit(pins)
    threshold = _threshold(standing, cluster)
    return probability if _found_again(pins, others, threshold, fit) else np.zeros_like(probability)


def _others(standing: Standing, cluster: int, seed: int) -> Ints:
    """The photos that stand for everything else: those outside the cluster, or a seeded sample and all corrected."""
    outside = standing.labels != cluster
    outside[standing.rejections[standing.rejections[:, 1] == cluster, 0]] = True
    rows = np.flatnonzero(outside & (standing.pins != cluster))
    if len(rows) <= _MOST_NEGATIVES:
        return rows
    told = rows[standing.pinned[rows]]
    return np.union1d(told, np.random.default_rng(seed).permutation(rows)[:_MOST_NEGATIVES])


def _fitted_twice(features: Floats, pins: Ints, others: Ints) -> Floats:
    """The probability of each row to be like `pins`, fitted again with the likely ones as weak positives, (n,)."""
    rows = np.concatenate([pins, others])
    classes = np.concatenate([np.ones(len(pins), np.int64), np.zeros(len(others), np.int64)])
    weights = _weights(classes, np.ones(len(pins)))
    probability = class_probabilities(features, rows, classes, weights, 2)[:, 1]
    likely = others[probability[others] > _LIKELY]
    if not len(likely):
        return np.asarray(probability)
    others = np.setdiff1d(others, likely)
    rows = np.concatenate([pins, likely, others])
    classes = np.concatenate([np.ones(len(pins) + len(likely), np.int64), np.zeros(len(others), np.int64)])
    weights = _weights(classes, np.concatenate([np.ones(len(pins)), np.full(len(likely), _LIKELY_WEIGHT)]))
    return np.asarray(class_probabilities(features, rows, classes, weights, 2)[:, 1])


def _weights(classes: Ints, positive: Weights) -> Weights:
    """The weight of each row: `positive` of the first, and as the others together have _NEGATIVES times as much."""
    others = len(classes) - len(positive)
    return np.concatenate([positive, np.full(others, _NEGATIVES * positive.sum() / max(others, 1))])


def _found_again(pins: Ints, others: Ints, threshold: float, fit: Callable[[Ints], Floats]) -> bool:
    """Whether more of the held-out pins are taken in, or among the likest, than by chance (five folds, binomial)."""
    from scipy.stats import binom

    if len(pins) < 2:
        return False
    fold = np.arange(len(pins)) % min(_FOLDS, len(pins))
    found, chance = 0, 0.0
    for part in np.unique(fold):
        probability = fit(pins[fold != part])
        bound = min(threshold, float(np.quantile(probability[others], 1 - _TOP)))
        found += int((probability[pins[fold == part]] > bound).sum())
        chance = max(chance, float((probability[others] > bound).mean()))
    return bool(binom.sf(found - 1, len(pins), chance) < _SIGNIFICANT)
