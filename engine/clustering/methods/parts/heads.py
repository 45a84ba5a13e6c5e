"""Clustering heads on frozen vectors: linear maps to k clusters, many at once, trained on nearest neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.clustering.features import Components, Directions, components, require_finite
from engine.clustering.methods.method import Fit
from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.predictor import ConstantPredictor, predictors
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.graph.neighbours import nearest

if TYPE_CHECKING:
    import torch
    from torch import Tensor

STAGE = "learning"
_COMPONENTS = 128
_BATCH = 512
_BLOCK = 4096

# The loss of every head (h,) from the logits (h, b, k) of a batch and of one neighbour of each of its rows.
PairLoss = Callable[["Heads", "Tensor", "Tensor"], "Tensor"]


@dataclass(slots=True)
class Heads:
    """Linear heads: `weights` (h, d, k) and `bias` (h, 1, k)."""

    weights: Tensor
    bias: Tensor

    @classmethod
    def start(cls, heads: int, dimensions: int, k: int, context: FitContext, generator: torch.Generator) -> Heads:
        import torch

        weights = torch.randn(heads, dimensions, k, generator=generator) / dimensions**0.5
        return cls(
            weights.to(context.device).requires_grad_(), torch.zeros(heads, 1, k).to(context.device).requires_grad_()
        )

    def logits(self, data: Tensor) -> Tensor:
        """(h, n, k) of `data` (n, d)."""
        return data @ self.weights + self.bias


@dataclass(frozen=True, slots=True)
class Training:
    """How heads are trained: `steps` of batches of rows and one of their `neighbours` each, at a learning `rate`."""

    heads: int
    steps: int
    neighbours: int
    rate: float
    loss: PairLoss
    after: Callable[[Heads], None] = lambda heads: None


def fit_heads(vectors: Floats, k: int, training: Training, context: FitContext) -> Fit:
    """Train heads on `vectors` (n, d), and cluster by the one with the lowest loss at the end of the training."""
    import torch

    require_finite(vectors)
    n = len(vectors)
    if k == 1 or n < 2:
        context.report(1, 1)
        return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=ConstantPredictor())
    with reproducible():
        directions = Directions.fit(vectors)
        leading, data = components(directions.transform(vectors), _COMPONENTS, context.device, context.job, STAGE)
        generator = torch.Generator().manual_seed(context.seed)
        heads = Heads.start(training.heads, data.shape[1], k, context, generator)
        losses = _train(heads, data, training, generator, context)
        best = int(losses.argmin())
        weights, bias = heads.weights.detach()[best], heads.bias.detach()[best, 0]
    predictor = _predictor(directions, leading, weights, bias)
    probabilities = predictor.probabilities_of(data.cpu().numpy())
    return Fit(probabilities.argmax(axis=1), probabilities, predict=predictor)


def _train(heads: Heads, data: Tensor, training: Training, generator: torch.Generator, context: FitContext) -> Tensor:
    """Train in place; returns the mean loss of each head (h,) over the last tenth of the steps."""
    import torch

    count = min(training.neighbours, max(1, round(len(data) ** 0.5)))  # of few photos only the nearest are alike
    near = torch.from_numpy(nearest(data.cpu().numpy(), count, context.job, STAGE, context.device)[0])
    optimiser = Adam([heads.weights, heads.bias], training.rate)
    last = torch.zeros(training.heads, device=data.device)
    for step in range(training.steps):
        context.report(step, training.steps)
        rows = torch.randint(len(data), (min(_BATCH, len(data)),), generator=generator)
        column = torch.randint(near.shape[1], (len(rows),), generator=generator)
        pairs = near[rows, column]
        losses = training.loss(heads, data[rows.to(data.device)], data[pairs.to(data.device)])
        optimiser.descend(losses.sum())
        training.after(heads)
        if step >= 0.9 * training.steps:
            last += losses.detach()
    context.report(training.steps, training.steps)
    return last


def _predictor(directions: Directions, leading: Components, weights: Tensor, bias: Tensor) -> HeadPredictor:
    arrays = (leading.mean, leading.axes / leading.scale, weights, bias)
    return HeadPredictor(directions, *(np.array(one.cpu().numpy(), np.float32) for one in arrays))


@predictors.register()
@dataclass(frozen=True, slots=True)
class HeadPredictor:
    """Softmax of `weights` (c, k) and `bias` (k,) on principal components along `axes` (d, c) from `mean` (d,)."""

    name: ClassVar[str] = "head"

    directions: Directions
    mean: Floats
    axes: Floats
    weights: Floats
    bias: Floats

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        data = np.asarray((self.directions.transform(vectors) - self.mean) @ self.axes, np.float32)
        return self.probabilities_of(data)

    def codes(self, vectors: Floats) -> None:
        """None: heads stand on the vectors themselves."""

    def probabilities_of(self, data: Floats) -> Floats:
        """Probabilities (m, k) of principal components `data` (m, c)."""
        logits = data @ self.weights + self.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=0))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
