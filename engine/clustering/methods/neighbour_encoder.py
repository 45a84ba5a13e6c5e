"""An encoder that keeps neighbours together: UMAP's cross-entropy on the neighbour graph, with a network.

Sainburg, McInnes & Gentner 2021 (parametric UMAP), with Student's t of DEC's equation 1 as the similarity of
two codes, so that what it learns is already in the terms of the self-training that follows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.methods.adam import Adam
from engine.clustering.methods.autoencoder import codes_of, multilayer
from engine.core.fit_context import FitContext
from engine.core.job import Job, observed_steps
from engine.core.records import Device
from engine.graph.neighbours import fuzzy_graph, nearest

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_HIDDEN = 1024  # one wide layer learns faster than several
_EDGES = 1024  # pulled at once
_PUSHES = 5  # for each pull, as in the paper
_LAST = 0.02  # of the learning rate, to which it falls in a line
_FLOOR = 1e-3  # keeps the push between equal photos finite


class Edges:
    """The edges of a fuzzy neighbour graph; each is drawn as often as it weighs. One seed, one sequence.

    `neighbours` of each row of `data` (n, d), n ≥ 2: fewer where there are few rows.
    """

    def __init__(self, data: Tensor, neighbours: int, device: Device, job: Job) -> None:
        import torch

        some = min(neighbours, max(1, round(len(data) ** 0.5)))
        indices, distances = nearest(data.cpu().numpy(), some, job, "looking for neighbours", device)
        self.graph = heads, tails, weights = fuzzy_graph(indices, distances)
        self._ends = torch.from_numpy(np.stack([heads, tails])).to(device)
        self._cumulated = torch.from_numpy(weights.cumsum(dtype=np.float64))

    def draw(self, count: int, generator: torch.Generator) -> Tensor:
        """Rows of the data at the two ends of `count` edges, (2, count)."""
        import torch

        at = torch.rand(count, generator=generator, dtype=torch.float64) * self._cumulated[-1]
        edges = torch.searchsorted(self._cumulated, at).clamp_(max=len(self._cumulated) - 1)
        return self._ends[:, edges.to(self._ends.device)]


def cross_entropy(codes: Tensor, places: Tensor, others: Tensor) -> Tensor:
    """-log q over the edges `places` (2, e) of `codes` (m, c), and -log (1 - q) to each head's `others` (e, p)."""
    import torch

    heads, tails = codes[places[0]], codes[places[1]]
    near = (heads - tails).square().sum(1)
    far = (heads[:, None] - codes[others]).square().sum(2)
    pull = torch.log1p(near).mean()
    push = (torch.log1p(far) - torch.log(far + _FLOOR)) * (others != places[0][:, None])
    return pull + push.sum(1).mean()


def make(data: Tensor, codes: int, generator: torch.Generator) -> nn.Sequential:
    """An encoder of `data` (n, d) to that many numbers, before it has learned anything."""
    return multilayer((data.shape[1], _HIDDEN, codes), generator).to(data.device)


def train(
    encoder: nn.Sequential,
    data: Tensor,
    edges: Edges,
    rounds: int,
    generator: torch.Generator,
    context: FitContext,
) -> None:
    """Fit `encoder` to the neighbour graph of `data` (n, d) by `rounds` steps (more for a large n)."""
    import torch

    n, device = len(data), data.device
    slots = torch.arange(2 * _EDGES, device=device).view(2, _EDGES)
    rounds = max(rounds, 20 * n // _EDGES)
    optimiser, fall = Adam(encoder.parameters(), 1e-3), _LAST - 1.0
    shown = observed_steps(rounds)
    for step in range(rounds):
        context.report(step, rounds)
        if step in shown:
            context.job.observe(partial(codes_of, encoder, data))
        ends = edges.draw(_EDGES, generator)
        # A small library is encoded whole, for less than all ends of the drawn edges.
        codes, places = (encoder(data), ends) if n <= 2 * _EDGES else (encoder(data[ends.flatten()]), slots)
        others = torch.randint(len(codes), (_EDGES, _PUSHES), generator=generator).to(device)
        loss = cross_entropy(codes, places, others)
        optimiser.descend(loss)
        optimiser.rate *= 1 + fall / (rounds + step * fall)
    context.report(rounds, rounds)
