"""A layout in which neighbours lie together: UMAP's cross-entropy, minimised over all edges at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints

Graph = tuple[Ints, Ints, Floats]  # see neighbours.fuzzy_graph

RADIUS = 5.0  # of a first layout, about that of a finished one, in units of 1 / (1 + a·d^(2b))
_BLOCK = 2048  # rows whose forces are found at once: what is needed for them stays in the processor's cache
_NEGATIVES = 5  # pushes for each pull, as in the paper


@dataclass(frozen=True, slots=True)
class Descent:
    """How far it goes: the `rate` falls to 0 over the `steps`; `gravity` pulls to the middle, so that islands stay."""

    steps: int
    rate: float
    gravity: float


def lay_out(
    graph: Graph,
    initial: Floats,
    similarity: tuple[float, float],
    descent: Descent,
    context: FitContext,
    on_layout: Callable[[Floats], None] | None = None,
) -> Floats:
    """Positions (n, c) of the rows of `graph`, from `initial` (n, c): McInnes, Healy & Melville 2018, stepped by Adam.

    `similarity` is a and b of 1 / (1 + a·d^(2b)). `on_layout` is called with the layout of every twentieth step.
    """
    import torch

    device, steps = context.device, descent.steps

    rows, cols, weights = (torch.from_numpy(part).to(device) for part in graph)
    n = len(initial)
    ends = torch.cat([rows.new_zeros(1), torch.bincount(rows, minlength=n).cumsum(0)])
    push_weights = _NEGATIVES * torch.segment_reduce(weights, "sum", offsets=ends)
    random = torch.Generator(device=device).manual_seed(context.seed)
    y = torch.from_numpy(initial).to(device)
    y = y + 1e-3 * torch.randn(y.shape, generator=random, device=device)  # duplicates must be able to part
    mean, square, gradient = torch.zeros_like(y), torch.zeros_like(y), torch.empty_like(y)
    blocks = _blocks(ends, _BLOCK if device == "cpu" else n)
    for step in range(steps):
        context.report(step, steps)
        others = torch.randint(n, (n, _NEGATIVES), generator=random, device=device)
        for top, bottom, first_edge, last_edge in blocks:
            edges, own = slice(first_edge, last_edge), slice(top, bottom)
            forces = _pull(y, rows[edges], cols[edges], weights[edges], ends[top : bottom + 1] - first_edge, similarity)
            forces -= _push(y[own], y[others[own]], push_weights[own], similarity)
            gradient[own] = forces.add_(descent.gravity * push_weights[own, None] * y[own])
        # Adam (Kingma & Ba 2015) by hand: torch.optim takes seconds to import for these three lines.
        mean.lerp_(gradient, 0.1)
        square.lerp_(gradient * gradient, 0.01)
        corrected = mean / (1 - 0.9 ** (step + 1)), square / (1 - 0.99 ** (step + 1))
        y -= descent.rate * (1 - step / steps) * corrected[0] / (corrected[1].sqrt() + 1e-8)
        if on_layout is not None and step % 20 == 0:
            on_layout(y.cpu().numpy())
    context.report(steps, steps)
    return np.asarray(y.cpu().numpy(), np.float32)


def _blocks(ends: Any, height: int) -> list[tuple[int, int, int, int]]:
    """Rows from, to, and their edges from, to, `height` rows at a time."""
    n = len(ends) - 1
    bounds = [(top, min(top + height, n)) for top in range(0, n, height)]
    return [(top, bottom, int(ends[top]), int(ends[bottom])) for top, bottom in bounds]


def _pull(y: Any, rows: Any, cols: Any, weights: Any, ends: Any, similarity: tuple[float, float]) -> Any:
    """Gradient of -w·log q over all edges, (n, c); the graph holds both directions, hence twice."""
    import torch

    a, b = similarity
    difference = y[rows] - y[cols]
    square = (difference * difference).sum(1).clamp_min_(1e-8)
    power = square**b
    strength = weights * (4 * a * b) * power / (square * (1 + a * power))
    # By segments, not by scattering: faster, and the same sum on every run on a GPU too.
    return torch.segment_reduce(strength[:, None] * difference, "sum", offsets=ends)


def _push(y: Any, others: Any, push_weights: Any, similarity: tuple[float, float]) -> Any:
    """Minus the gradient of -log(1 - q) to random `others` (n, m, c), (n, c), weighted by each row's pulls."""
    a, b = similarity
    difference = y[:, None] - others
    square = (difference * difference).sum(2)
    strength = 2 * b / ((1e-3 + square) * (1 + a * square**b))
    force = (strength[..., None] * difference).clamp_(-4, 4)
    return force.mean(1) * push_weights[:, None]
