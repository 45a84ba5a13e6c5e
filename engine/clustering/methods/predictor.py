"""The Predictor protocol: cluster probabilities of new photos after a fit; and the two that need no network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Protocol

import numpy as np

from engine.clustering.features import Directions, require_finite
from engine.core.packing import registered
from engine.core.records import Floats, Ints
from engine.core.registry import Registry

predictors = Registry(__name__.rpartition(".")[0], "predictor")


class Predictor(Protocol):
    """A frozen dataclass of arrays, numbers and such dataclasses, so that engine/core/packing.py can keep it.

    Registered by a name, under which a library keeps it; the window uses it too, so it computes with numpy alone.
    """

    name: ClassVar[str]

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities float32 (m, k) of `vectors` (m, d) that were not fitted; one not finite is a UserError."""
        ...

    def codes(self, vectors: Floats) -> Floats | None:
        """Their codes in the space of the fit, float32 (m, c); None where the fit has no codes."""
        ...


@predictors.register()
@dataclass(frozen=True, slots=True)
class CentroidPredictor:
    """Softmax of the squared distances to `centres` (k, d), such that a typical photo is e² times likelier in its
    cluster than elsewhere.

    In many dimensions all distances are alike and all densities apart: neither the ratio of distances nor a
    Gaussian's posterior says how sure a photo is, but its gap between the two nearest centres against the
    gaps of the others does. `scale` of the fitted data makes one of the other.
    """

    name: ClassVar[str] = "centroids"

    directions: Directions
    centres: Floats
    scale: float = 1.0

    @classmethod
    def fit(cls, directions: Directions, centres: Floats, data: Floats, labels: Ints) -> CentroidPredictor:
        """With the scale at which the typical row of the transformed `data` (n, d) is e² times likelier."""
        if len(centres) < 2:
            return cls(directions, centres)
        return cls(directions, centres, 2 / _gap(cls(directions, centres).relative_squares(data), labels))

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        square = self.relative_squares(self.directions.transform(vectors))
        return self.probabilities_of(square, square.argmin(axis=1))

    def codes(self, vectors: Floats) -> None:
        """None: the centres lie among the vectors themselves."""

    def relative_squares(self, data: Floats) -> Floats:
        """Squared distances (m, k) to the centres, up to a constant a row."""
        return np.asarray((self.centres * self.centres).sum(axis=1) - 2 * data @ self.centres.T)

    def probabilities_of(self, square: Floats, labels: Ints) -> Floats:
        """Probabilities (m, k) from `square` (m, k); the centre of a row's own label counts as its nearest."""
        rows = np.arange(len(labels))
        weights = np.exp(-np.maximum(square - square[rows, labels][:, None], 0) * self.scale)
        weights[rows, labels] *= 1 + 1e-6  # of equal ones, the label's is the largest
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


@predictors.register()
@dataclass(frozen=True, slots=True)
class ConstantPredictor:
    """The predictor of a fit into a single cluster."""

    name: ClassVar[str] = "constant"

    def __call__(self, vectors: Floats) -> Floats:
        """Ones (m, 1); a row that is not finite is a UserError."""
        require_finite(vectors)
        return np.ones((len(vectors), 1), np.float32)

    def codes(self, vectors: Floats) -> None:
        """None: there are no codes."""


@predictors.register()
@dataclass(frozen=True, slots=True)
class JoinedPredictor:
    """The `predictor` of a fit whose clusters were joined: the new cluster of each of its own is `columns` (k,)."""

    name: ClassVar[str] = "joined"

    predictor: Predictor = field(metadata=registered(predictors))
    columns: Ints

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        return summed_columns(self.predictor(vectors), self.columns)

    def codes(self, vectors: Floats) -> Floats | None:
        """Their codes, as those of the fit."""
        return self.predictor.codes(vectors)


def summed_columns(probabilities: Floats, columns: Ints) -> Floats:
    """`probabilities` (n, k) of clusters that were joined, column i into `columns[i]`: (n, j)."""
    joins = columns[:, None] == np.arange(columns.max() + 1)
    return np.asarray(probabilities @ joins.astype(np.float32), np.float32)


def _gap(square: Floats, labels: Ints) -> float:
    """The median gap between the squared distances to the second nearest centre and to a row's own."""
    rows = np.arange(len(labels))
    others = square.copy()
    others[rows, labels] = np.inf
    gaps = np.maximum(others.min(axis=1) - square[rows, labels], 0)
    return max(float(np.median(gaps)), 1e-9)
