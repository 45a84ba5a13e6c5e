"""What DEC's network sees of a row; and its predictor: cluster probabilities of other rows, in numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.clustering.features import Components, Directions, require_finite
from engine.clustering.methods.parts.label_spreading import NeighbourVote
from engine.clustering.methods.predictor import predictors
from engine.clustering.pixels import edge_histograms
from engine.core.job import Job
from engine.core.records import Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_BLOCK = 4096  # rows

Layers = tuple[tuple[Floats, Floats], ...]


@dataclass(frozen=True)
class Inputs:
    """Makes network inputs: edge histograms where rows are pictures of a `side`, directions, principal components."""

    directions: Directions
    components: Components
    side: int | None

    def transform(self, device: torch.device, rows: Floats) -> Tensor:
        """The network inputs (m, components) of `rows` (m, d)."""
        import torch

        features = rows if self.side is None else edge_histograms(rows, self.side, Job(), "")
        return self.components.scores(torch.from_numpy(self.directions.transform(features)).to(device))

    def restore(self, inputs: Tensor, rows: Floats) -> Floats | None:
        """The rows (m, d) that network `inputs` stand for; None of edge histograms, which nothing turns back.

        Directions have lost how far a row lies from the mean: that is taken from `rows` (m, d).
        """
        if self.side is not None:
            return None
        seen = as_array((inputs * self.components.scale) @ self.components.axes.T + self.components.mean)
        far = np.linalg.norm(rows - self.directions.mean, axis=1, keepdims=True)
        return np.asarray(self.directions.mean + far * seen, np.float32)


@predictors.register()
@dataclass(frozen=True, slots=True)
class EncoderPredictor:
    """DEC's encoder and centres (k, c): directions from the mean, principal components, linear layers with ReLU.

    `axes` (d, m) are the components over their scale; `layers` the (weights (out, in), bias (out,)) in turn.
    Where there is a `side`, rows are grey pictures (side²) and their edge histograms are encoded (see pixels.py).
    """

    name: ClassVar[str] = "encoder"

    directions: Directions
    mean: Floats
    axes: Floats
    layers: Layers
    centres: Floats
    vote: NeighbourVote | None = None
    side: int | None = None

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d): q of DEC's equation 1, with the vote of the fitted neighbours.

        A row that is not finite is a UserError.
        """
        require_finite(vectors)
        parts = [self._probabilities(vectors[top : top + _BLOCK]) for top in range(0, len(vectors), _BLOCK)]
        return np.concatenate(parts) if parts else np.empty((0, len(self.centres)), np.float32)

    def _probabilities(self, vectors: Floats) -> Floats:
        scores = self._scores(vectors)
        q = _soft_assignment(encoded(scores, self.layers), self.centres)
        return q if self.vote is None else self.vote.predict(scores, q)

    def codes(self, vectors: Floats) -> Floats:
        """The codes (m, c) of `vectors` (m, d)."""
        return encoded(self._scores(vectors), self.layers)

    def _scores(self, vectors: Floats) -> Floats:
        features = vectors if self.side is None else edge_histograms(vectors, self.side, Job(), "")
        return np.asarray((self.directions.transform(features) - self.mean) @ self.axes, np.float32)


def build_predictor(
    directions: Directions, leading: Components, encoder: nn.Sequential, centres: Tensor, side: int | None
) -> EncoderPredictor:
    """A predictor from a trained encoder and its centres (k, c), copied off the device; without a vote."""
    mean, axes = as_array(leading.mean), as_array(leading.axes / leading.scale)
    return EncoderPredictor(directions, mean, axes, layers_of(encoder), as_array(centres), side=side)


def layers_of(encoder: nn.Sequential) -> Layers:
    """The (weights (out, in), bias (out,)) of linear layers in turn, copied off the device."""
    parameters = [as_array(parameter) for parameter in encoder.parameters()]
    return tuple(zip(parameters[::2], parameters[1::2], strict=True))


def encoded(data: Floats, layers: Layers) -> Floats:
    """`data` (n, d) after `layers` with ReLU in between, (n, c)."""
    for depth, (weights, bias) in enumerate(layers):
        data = np.asarray((data if depth == 0 else np.maximum(data, 0)) @ weights.T + bias, np.float32)
    return data


def as_array(tensor: Tensor) -> Floats:
    """A copy of a tensor as a float32 array."""
    return np.array(tensor.detach().cpu().numpy(), np.float32)


def _soft_assignment(codes: Floats, centres: Floats) -> Floats:
    kernel = 1 / (1 + np.square(codes[:, None] - centres).sum(axis=2))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)
