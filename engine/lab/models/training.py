"""Training by epochs: shuffled batches, Adam, a learning rate that falls to 0 along a half cosine."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from engine.clustering.methods.parts.adam import Adam
from engine.core.fit_context import FitContext
from engine.lab.models.model import Curve
from engine.lab.models.networks import BATCH, batches

if TYPE_CHECKING:
    import torch
    from torch import Tensor

_RATE = 2e-3
_LEAST_STEPS = 600  # nothing is learned in fewer …
_MOST_FOR_FEW = 30  # … and of a handful of pictures that many times the epochs are enough

Loss = Callable[["Tensor", float], tuple["Tensor", dict[str, "Tensor"]]]  # of a batch, at a progress of 0…1


def train(
    parameters: Iterable[Tensor],
    data: Tensor,
    epochs: int,
    loss: Loss,
    generator: torch.Generator,
    context: FitContext,
) -> Curve:
    """Step `parameters` down `loss` for `epochs` passes over `data` (n, …), for more where these are few batches.

    `loss` gives the scalar to descend, and values of its parts, (batch,) each: the curve holds their means by epoch.
    """
    optimiser, curve = Adam(parameters, _RATE), Curve()
    epochs = max(epochs, min(_MOST_FOR_FEW * epochs, _LEAST_STEPS // -(-len(data) // BATCH)))
    for epoch in range(epochs):
        totals: dict[str, float] = {}
        parts = batches(len(data), generator)
        for number, rows in enumerate(parts):
            context.report(epoch * len(parts) + number, epochs * len(parts))
            progress = (epoch + number / len(parts)) / epochs
            optimiser.rate = _RATE * annealed(progress)
            descended, values = loss(data[rows], progress)
            optimiser.descend(descended)
            for name, value in values.items():
                totals[name] = totals.get(name, 0.0) + float(value.detach().sum())
        curve.add(**{name: total / len(data) for name, total in totals.items()})
        context.tell(curve.values)
        if context.job.finish_requested():
            break
    context.report(1, 1)
    return curve


def annealed(progress: float) -> float:
    """The share of the first learning rate at `progress` 0…1 (Loshchilov & Hutter 2017)."""
    return 0.5 * (1 + math.cos(math.pi * progress))
