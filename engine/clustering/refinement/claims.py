"""Open-set classes: a cluster takes in what is near the photos that the user has put there, and far from the rest.

A kernel logistic regression of each such cluster against everything else (positive and unlabelled learning: Elkan &
Noto, KDD 2008): the pins weigh 1 each, all other photos together a few times as much, for most of them are none of
its kind. The cluster's own photos that are not pinned are evidence for neither. How it was chosen stands in
docs/benchmarks.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.kernel_logistic import STAGE, Weights, class_probabilities
from engine.clustering.refinement.standing import Moves, Rows, Standing
from engine.core.job import Job
from engine.core.records import Floats, Ints

CODES_WEIGHT = 3.0  # of the codes beside the principal components

_NEGATIVES = 3.0  # times the weight of the pins: what all other photos together weigh
_LIKELY, _LIKELY_WEIGHT = 0.5, 0.3  # unlabelled photos above this probability are weak positives in a second fit
# A photo is taken in above this probability by a cluster that a method has filled; by one of pins alone above the
# median of its held-out pins, within bounds.
_ACCEPT_FILLED = 0.8
_LEAST_ACCEPT, _MOST_ACCEPT = 0.38, 0.55
_TOLD_WEIGHT = 1.0  # of a photo that the user has refused or placed elsewhere, as of a pin
_MOST_NEGATIVES = 2_000  # photos that are fitted beside the pins
_FOLDS = 5
_TOP = 0.1  # held-out pins are found again among this share of the photos that are likest to the others
_SIGNIFICANT = 0.25  # the chance to find so many although they have nothing in common


def claims(features: Floats, standing: Standing, *, seed: int, job: Job) -> Moves:
    """The photos that clusters with pins take in, by kernel features (n, m); of several the likeliest cluster's.

    A cluster takes in nothing where its pins, held out in turn, would not be taken in more often than by chance.
    """
    best = np.zeros(len(features), np.float32)
    target = np.full(len(features), -1, np.int64)
    for number, cluster in enumerate(standing.open_targets.tolist()):
        job.report(STAGE, number, len(standing.open_targets))
        probability, threshold = _likeness(features, standing, cluster, seed=seed, job=job)
        staying = (standing.labels == cluster) & (probability > best)
        best[staying], target[staying] = probability[staying], -1
        taken = (probability > best) & (probability > threshold) & _may_enter(standing, cluster)
        best[taken], target[taken] = probability[taken], cluster
    rows = np.flatnonzero(target >= 0)
    return Moves(rows, target[rows], best[rows])


def _may_enter(standing: Standing, cluster: int) -> Rows:
    """Which photos the cluster may take in, bool (n,)."""
    rows = np.arange(len(standing.labels))
    allowed = standing.allows(rows, np.full(len(rows), cluster))
    return np.asarray((standing.labels != cluster) & standing.movable & allowed)


def _likeness(features: Floats, standing: Standing, cluster: int, *, seed: int, job: Job) -> tuple[Floats, float]:
    """The probability of each photo to be of the cluster's kind, (n,), and above which it is taken in.

    Zeros where the pins have nothing in common.
    """
    pins = np.flatnonzero(standing.pins == cluster)
    others, told = _others(standing, cluster, seed)
    if not len(others):
        return np.zeros(len(features), np.float32), 1.0
    examples = _Examples(features, others, told)
    probability = examples.likeness(pins)
    held_out, chance = _held_out(examples, pins, job)
    if not _found_again(held_out, chance):
        return np.zeros_like(probability), 1.0
    if ((standing.labels == cluster) & (standing.pins != cluster)).any():
        return probability, _ACCEPT_FILLED
    return probability, float(np.clip(np.median(held_out[:, 0]), _LEAST_ACCEPT, _MOST_ACCEPT))


def _others(standing: Standing, cluster: int, seed: int) -> tuple[Ints, Rows]:
    """The photos that stand for everything else, int64 (o,), and which of them the user has told so, bool (o,).

    Those are pinned elsewhere or were refused. The rest are what stands outside the cluster, sampled where they are
    many.
    """
    refused = np.zeros(len(standing.labels), bool)
    refused[standing.rejections[standing.rejections[:, 1] == cluster, 0]] = True
    told = (refused | standing.pinned) & (standing.pins != cluster)
    rest = np.flatnonzero(~told & ~standing.pinned & (standing.labels != cluster))
    if len(rest) > _MOST_NEGATIVES:
        rest = np.sort(np.random.default_rng(seed).permutation(rest)[:_MOST_NEGATIVES])
    rows = np.concatenate([np.flatnonzero(told), rest])
    return rows, np.arange(len(rows)) < told.sum()


@dataclass(frozen=True, slots=True)
class _Examples:
    """Kernel features (n, m) of all photos, and those that stand for everything else: some of them `told` so."""

    features: Floats
    others: Ints
    told: Rows

    def likeness(self, pins: Ints) -> Floats:
        """The probability of each photo to be like `pins`, (n,); the likely ones are weak positives of a second fit."""
        probability = self._fitted(pins, np.ones(len(pins)), self.others, self.told)
        likely = ~self.told & (probability[self.others] > _LIKELY)
        if not likely.any() or likely.all():
            return probability
        weights = np.concatenate([np.ones(len(pins)), np.full(int(likely.sum()), _LIKELY_WEIGHT)])
        positives = np.concatenate([pins, self.others[likely]])
        return self._fitted(positives, weights, self.others[~likely], self.told[~likely])

    def _fitted(self, positives: Ints, weights: Weights, others: Ints, told: Rows) -> Floats:
        """The probability of each photo to be like `positives`, weighted (p,), rather than like the `others`, (n,)."""
        rows = np.concatenate([positives, others])
        classes = np.concatenate([np.ones(len(positives), np.int64), np.zeros(len(others), np.int64)])
        share = _NEGATIVES * weights.sum() / len(others)
        negative = np.where(told, max(_TOLD_WEIGHT, share), share)
        return np.asarray(
            class_probabilities(self.features, rows, classes, np.concatenate([weights, negative]), 2)[:, 1]
        )


def _held_out(examples: _Examples, pins: Ints, job: Job) -> tuple[Floats, float]:
    """Each pin's probability when it is held out, and the bound above which it is found again, (p, 2); and the chance.

    Found again is what would be taken in, or is among the likest. The chance is that of any other photo.
    """
    held_out = np.zeros((len(pins), 2), np.float32)
    held_out[:, 1], chance = 1, 0.0
    fold = np.arange(len(pins)) % _FOLDS
    for part in np.unique(fold) if len(pins) > 1 else ():
        job.report(STAGE, int(part), _FOLDS)
        probability = examples.likeness(pins[fold != part])
        bound = min(_LIKELY, float(np.quantile(probability[examples.others], 1 - _TOP)))
        held_out[fold == part] = np.stack([probability[pins[fold == part]], np.full((fold == part).sum(), bound)], 1)
        chance = max(chance, float((probability[examples.others] > bound).mean()))
    return held_out, chance


def _found_again(held_out: Floats, chance: float) -> bool:
    """Whether more of the pins are found again than by chance (a binomial test)."""
    from scipy.stats import binom

    found = int((held_out[:, 0] > held_out[:, 1]).sum())
    return bool(binom.sf(found - 1, len(held_out), chance) < _SIGNIFICANT)
