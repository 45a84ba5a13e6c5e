"""Which clusters new rows belong to, by what a fit has learned; numpy alone, for the window asks it too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.features import Directions, require_finite
from engine.clustering.pixels import edge_histograms
from engine.job import Job
from engine.neighbours import memberships
from engine.records import Floats, Ints

_BLOCK = 4096  # rows
_ROWS = 256  # compared with all fitted rows at once


@dataclass(frozen=True, slots=True)
class EncoderPredictor:
    """DEC's encoder and centres (k, c): directions from the mean, principal components, linear layers with ReLU.

    `axes` (d, m) are the components over their scale; `layers` the (weights (out, in), bias (out,)) in turn.
    Where there is a `side`, rows are pictures (side², grey) that are seen by their edges (see pixels.py).
    """

    directions: Directions
    mean: Floats
    axes: Floats
    layers: tuple[tuple[Floats, Floats], ...]
    centres: Floats
    around: NeighbourVote | None = None
    side: int | None = None

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d): q of DEC's equation 1, and what the fitted rows around say.

        A row that is not finite is a UserError.
        """
        require_finite(vectors)
        parts = [self._assigned(vectors[top : top + _BLOCK]) for top in range(0, len(vectors), _BLOCK)]
        return np.concatenate(parts) if parts else np.empty((0, len(self.centres)), np.float32)

    def _assigned(self, vectors: Floats) -> Floats:
        scores = self._scores(vectors)
        q = _similarity(self._encoded(scores), self.centres)
        return q if self.around is None else self.around.tell(scores, q)

    def codes(self, vectors: Floats) -> Floats:
        """What the encoder makes of `vectors` (m, d): codes (m, c)."""
        return self._encoded(self._scores(vectors))

    def _scores(self, vectors: Floats) -> Floats:
        features = vectors if self.side is None else edge_histograms(vectors, self.side, Job(), "")
        return np.asarray((self.directions.of(features) - self.mean) @ self.axes, np.float32)

    def _encoded(self, codes: Floats) -> Floats:
        for depth, (weights, bias) in enumerate(self.layers):
            codes = np.asarray((codes if depth == 0 else np.maximum(codes, 0)) @ weights.T + bias, np.float32)
        return codes


@dataclass(frozen=True, slots=True)
class CentroidPredictor:
    """Softmax of the squared distances to `centres` (k, d), such that a typical photo is e² times likelier in its
    cluster than elsewhere.

    In many dimensions all distances are alike and all densities apart: neither the ratio of distances nor a
    Gaussian's posterior says how sure a photo is, but its gap between the two nearest centres against the
    gaps of the others does. `scale` of the fitted data makes one of the other.
    """

    directions: Directions
    centres: Floats
    scale: float = 1.0

    @classmethod
    def fit(cls, directions: Directions, centres: Floats, data: Floats, labels: Ints) -> CentroidPredictor:
        """With the scale at which the typical row of `data` (n, d), seen in `directions`, is e² times likelier."""
        if len(centres) < 2:
            return cls(directions, centres)
        return cls(directions, centres, 2 / _gap(cls(directions, centres).squares(data), labels))

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        square = self.squares(self.directions.of(vectors))
        return self.weigh(square, square.argmin(axis=1))

    def squares(self, data: Floats) -> Floats:
        """Squared distances (m, k) but for a constant of each row."""
        return np.asarray((self.centres * self.centres).sum(axis=1) - 2 * data @ self.centres.T)

    def weigh(self, square: Floats, labels: Ints) -> Floats:
        """The centre of a photo's own cluster counts as its nearest."""
        rows = np.arange(len(labels))
        weights = np.exp(-np.maximum(square - square[rows, labels][:, None], 0) * self.scale)
        weights[rows, labels] *= 1 + 1e-6  # of equal ones, the label's is the largest
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class ConstantPredictor:
    """What a fit into a single cluster has learned."""

    def __call__(self, vectors: Floats) -> Floats:
        """Certainty, (m, 1); a row that is not finite is a UserError."""
        require_finite(vectors)
        return np.ones((len(vectors), 1), np.float32)


# A fit's `predict`: dataclasses of arrays, so that engine/packing.py can keep them.
Predictor = EncoderPredictor | CentroidPredictor | ConstantPredictor


def _gap(square: Floats, labels: Ints) -> float:
    """How much farther the second nearest centre is than a photo's own, for the typical photo."""
    rows = np.arange(len(labels))
    others = square.copy()
    others[rows, labels] = np.inf
    gaps = np.maximum(others.min(axis=1) - square[rows, labels], 0)
    return max(float(np.median(gaps)), 1e-9)


@dataclass(frozen=True, slots=True)
class NeighbourVote:
    """The fitted rows: their scores (n, m), the shares of each cluster heard there (n, k); see spreading.py.

    `share` of a new row's place is what its `neighbours` nearest fitted rows say, the rest its own q; `power`
    makes confidence of it.
    """

    scores: Floats
    heard: Floats
    neighbours: int
    share: float
    power: float

    def tell(self, scores: Floats, q: Floats) -> Floats:
        """Probabilities (m, k) of new rows by their `scores` (m, components) and their q (m, k).

        Label spreading out of its sample: Delalleau, Bengio & Le Roux, AISTATS 2005, equation 7.
        """
        lengths = (self.scores * self.scores).sum(axis=1)
        neighbours = min(self.neighbours, len(self.scores))
        told = np.empty_like(q)
        for top in range(0, len(scores), _ROWS):
            rows = scores[top : top + _ROWS]
            square = lengths - 2 * rows @ self.scores.T + (rows * rows).sum(axis=1)[:, None]
            near = np.argpartition(square, neighbours - 1, axis=1)[:, :neighbours]
            distances = np.sqrt(np.maximum(np.take_along_axis(square, near, axis=1), 0))
            weights = memberships(distances)[:, :, None]
            told[top : top + _ROWS] = (weights * self.heard[near]).sum(axis=1) / weights.sum(axis=1)
        return confidence(self.share * told + (1 - self.share) * q, self.power)


def confidence(shares: Floats, power: float) -> Floats:
    """Probabilities float32 (n, k), rows sum to 1, of the `shares` of each cluster (n, k) by a power of them."""
    powers = np.power(shares / np.maximum(shares.max(axis=1, keepdims=True), 1e-30), power)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def _similarity(codes: Floats, centres: Floats) -> Floats:
    kernel = 1 / (1 + np.square(codes[:, None] - centres).sum(axis=2))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
