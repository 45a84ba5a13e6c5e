"""Clusters of a sample, and what they make of every other row: for methods whose cost is the square of the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.distances import squared_distances
from engine.clustering.features import Directions, components, require_finite
from engine.clustering.methods.method import Fit
from engine.clustering.methods.predictor import ConstantPredictor, predictors
from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints

STAGE = "grouping"
_MOST = 4_000  # rows that are clustered themselves
_COMPONENTS = 64
_VOTERS = 10
_OWN = 0.51  # of the vote is the nearest row's: it alone decides, the others say how sure that is
_BLOCK = 2048


def fit_sample(vectors: Floats, k: int, cluster: Callable[[Floats], Ints], context: FitContext) -> Fit:
    """Fit `cluster`, which labels principal components (m, c) by 0…k-1, to a seeded sample of `vectors` (n, d).

    Every row has the label of the nearest row of the sample: its own, where it is one of them.
    """
    require_finite(vectors)
    n = len(vectors)
    if k == 1 or n < 2:
        context.at(STAGE).report(1, 1)
        return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=ConstantPredictor())
    directions = Directions.fit(vectors)
    leading, scores = components(directions.transform(vectors), _COMPONENTS, context.device, context.job, STAGE)
    data = scores.cpu().numpy()
    rows = np.arange(n)
    if n > _MOST:
        rows = np.sort(np.random.default_rng(context.seed).choice(n, _MOST, replace=False))
    labels = cluster(data[rows])
    mean, axes = leading.mean.cpu().numpy(), (leading.axes / leading.scale).cpu().numpy()
    predictor = NearestRowsPredictor(directions, mean, axes, data[rows], labels.astype(np.int64), k)
    parts = []
    for top in range(0, n, _BLOCK):
        context.at(STAGE).report(top, n)
        parts.append(predictor.probabilities_of(data[top : top + _BLOCK]))
    context.at(STAGE).report(n, n)
    probabilities = np.concatenate(parts)
    return Fit(probabilities.argmax(axis=1), probabilities, predict=predictor)


@predictors.register()
@dataclass(frozen=True, slots=True)
class NearestRowsPredictor:
    """A vote of the nearest of some labelled `rows` (m, c), principal components along `axes` (d, c) from `mean` (d,).

    The nearest row's label is the likeliest; how many of the next agree says how sure that is.
    """

    name: ClassVar[str] = "nearest-rows"

    directions: Directions
    mean: Floats
    axes: Floats
    rows: Floats
    labels: Ints
    k: int

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        data = np.asarray((self.directions.transform(vectors) - self.mean) @ self.axes, np.float32)
        parts = [self.probabilities_of(data[top : top + _BLOCK]) for top in range(0, len(data), _BLOCK)]
        return np.concatenate(parts) if parts else np.empty((0, self.k), np.float32)

    def codes(self, vectors: Floats) -> None:
        """None: the rows lie among the vectors themselves."""

    def probabilities_of(self, data: Floats) -> Floats:
        """Probabilities (m, k) of principal components `data` (m, c)."""
        squares = squared_distances(data, self.rows)
        votes = np.full((len(data), self.k), 0.0, np.float32)
        at = np.arange(len(data))
        count = min(_VOTERS, len(self.rows))
        for voter in np.argpartition(squares, count - 1, axis=1)[:, :count].T:
            votes[at, self.labels[voter]] += (1 - _OWN) / count
        votes[at, self.labels[squares.argmin(axis=1)]] += _OWN
        return np.asarray(votes / votes.sum(axis=1, keepdims=True), np.float32)
