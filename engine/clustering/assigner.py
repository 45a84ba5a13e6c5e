"""Which clusters new rows belong to, by what a fit has learned; numpy alone, for the window asks it too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.clustering.features import Directions, require_finite
from engine.records import Floats

_BLOCK = 4096  # rows


@dataclass(frozen=True, slots=True)
class Assigner:
    """DEC's encoder and centres (k, c): directions from the mean, principal components, linear layers with ReLU.

    `axes` (d, m) are the components over their scale; `layers` the (weights (out, in), bias (out,)) in turn.
    """

    directions: Directions
    mean: Floats
    axes: Floats
    layers: tuple[tuple[Floats, Floats], ...]
    centres: Floats

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d): q of DEC's equation 1. A row not finite is a UserError."""
        require_finite(vectors)
        tops = range(0, len(vectors), _BLOCK)
        parts = [_similarity(self.codes(vectors[top : top + _BLOCK]), self.centres) for top in tops]
        return np.concatenate(parts) if parts else np.empty((0, len(self.centres)), np.float32)

    def codes(self, vectors: Floats) -> Floats:
        """What the encoder makes of `vectors` (m, d): codes (m, c)."""
        codes: Floats = np.asarray((self.directions.of(vectors) - self.mean) @ self.axes, np.float32)
        for depth, (weights, bias) in enumerate(self.layers):
            codes = np.asarray((codes if depth == 0 else np.maximum(codes, 0)) @ weights.T + bias, np.float32)
        return codes


def _similarity(codes: Floats, centres: Floats) -> Floats:
    kernel = 1 / (1 + np.square(codes[:, None] - centres).sum(axis=2))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
