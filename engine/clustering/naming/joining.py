"""Clusters that a person would not tell apart, joined: for where their number was chosen by the machine."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np

from engine.clustering.methods.method import Fit
from engine.clustering.methods.predictor import JoinedPredictor, summed_columns
from engine.clustering.naming.distinctive import Looks, Shares
from engine.clustering.naming.naming import alike
from engine.core.records import Floats, Ints


def joined(fit: Fit, space: Floats, classes: Shares, looks: Looks) -> Fit:
    """`fit` in which two clusters of one word are one where nothing tells them apart and each is nearest to the other.

    Near in `space` (n, s), by the distance of the means and by Ward's cost. Mean probabilities of ImageNet's `classes`
    (k, CLASSES) and `looks` as words_of_clusters takes them.
    """
    photos = np.bincount(fit.labels, minlength=fit.probabilities.shape[1])
    sums = np.stack([np.bincount(fit.labels, column, len(photos)) for column in space.T], axis=1)
    columns = np.arange(len(photos))
    while True:
        weights = (columns == np.arange(columns.max() + 1)[:, None]) * photos
        means = weights @ (sums / np.maximum(photos, 1)[:, None]) / np.maximum(weights.sum(axis=1, keepdims=True), 1)
        groups = alike(
            _averaged(weights, classes),
            weights.sum(axis=1),
            Looks(*(_averaged(weights, values) for values in looks)),
        )
        pair = _nearest_pair(groups, means, weights.sum(axis=1))
        if pair is None:
            break
        columns[columns == pair[1]] = pair[0]
        columns[columns > pair[1]] -= 1
    if columns.max() + 1 == len(photos):
        return fit
    probabilities = summed_columns(fit.probabilities, columns)
    predict = None if fit.predict is None else JoinedPredictor(fit.predict, columns)
    return replace(fit, labels=probabilities.argmax(axis=1), probabilities=probabilities, predict=predict)


def _nearest_pair(groups: list[list[int]], means: Shares, sizes: Ints) -> tuple[int, int] | None:
    """The nearest two of a group that are each other's nearest, a < b; None where there are none."""
    far = np.square(means[:, None] - means).sum(axis=2)
    cost = far * sizes * sizes[:, None] / np.maximum(sizes + sizes[:, None], 1)
    none = (sizes == 0) | (sizes == 0)[:, None] | np.eye(len(sizes), dtype=np.bool_)
    far[none] = cost[none] = np.inf
    pairs = [
        (cost[a, b], a, b)
        for group in groups
        for a, b in itertools.combinations(group, 2)
        if all(of[a, b] <= min(of[a].min(), of[b].min()) < np.inf for of in (far, cost))
    ]
    return min(pairs)[1:] if pairs else None


def _averaged(weights: Ints, values: Shares | Floats) -> Any:
    """The mean of `values` (k, m) over the clusters that are joined, by `weights` (j, k); NaN where none is known."""
    known = weights * np.isfinite(values[:, 0])
    with np.errstate(invalid="ignore"):
        return (known @ np.nan_to_num(values) / known.sum(axis=1, keepdims=True)).astype(values.dtype)
