"""Pretraining on the neighbour graph: UMAP's cross-entropy, minimised by an encoder.

Source: parametric UMAP (Sainburg, McInnes & Gentner 2021), with Student's t of DEC's equation 1 as the similarity of
two codes, the same that self-training uses afterwards.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.parts.autoencoder import codes_of, multilayer
from engine.core.fit_context import FitContext
from engine.core.job import Job, observed_steps
from engine.core.records import Device
from engine.graph.neighbours import fuzzy_graph, nearest

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_HIDDEN = 1024  # one wide layer learns faster than several
_EDGES = 1024  # a batch
_NEGATIVES = 5  # negative samples for each edge, as in the paper
_FINAL_RATE = 0.02  # share of the learning rate to which it falls linearly
_FLOOR = 1e-3  # keeps the push between equal photos finite


class Edges:
    """The edges of the fuzzy neighbour graph of `data` (n, d), n ≥ 2, sampled in proportion to their weight.

    `neighbours` a row, fewer where there are few rows. One seed gives one sequence.
    """

    def __init__(self, data: Tensor, neighbours: int, device: Device, job: Job) -> None:
        import torch

        count = min(neighbours, max(1, round(len(data) ** 0.5)))
        indices, distances = nearest(data.cpu().numpy(), count, job, "looking for neighbours", device)
        self.graph = heads, tails, weights = fuzzy_graph(indices, distances)
        self._ends = torch.from_numpy(np.stack([heads, tails])).to(device)
        self._cumulated = torch.from_numpy(weights.cumsum(dtype=np.float64))

    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        """Draw `count` edges: the rows of the data at their two ends, (2, count)."""
        import torch

        at = torch.rand(count, generator=generator, dtype=torch.float64) * self._cumulated[-1]
        edges = torch.searchsorted(self._cumulated, at).clamp_(max=len(self._cumulated) - 1)
        return self._ends[:, edges.to(self._ends.device)]


def cross_entropy(codes: Tensor, edges: Tensor, negatives: Tensor) -> Tensor:
    """UMAP's loss: -log q over `edges` (2, e) of `codes` (m, c), and -log (1 - q) over `negatives` (e, p) of heads."""
    import torch

    heads, tails = codes[edges[0]], codes[edges[1]]
    near = (heads - tails).square().sum(1)
    far = (heads[:, None] - codes[negatives]).square().sum(2)
    pull = torch.log1p(near).mean()
    push = (torch.log1p(far) - torch.log(far + _FLOOR)) * (negatives != edges[0][:, None])
    return pull + push.sum(1).mean()


def build_encoder(data: Tensor, codes: int, generator: torch.Generator) -> nn.Sequential:
    """An untrained encoder of `data` (n, d) to `codes` numbers."""
    return multilayer((data.shape[1], _HIDDEN, codes), generator).to(data.device)


def train_encoder(
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
    optimiser, fall = Adam(encoder.parameters(), 1e-3), _FINAL_RATE - 1.0
    observed = observed_steps(rounds)
    for step in range(rounds):
        context.report(step, rounds)
        if step in observed:
            context.job.observe(partial(codes_of, encoder, data))
        ends = edges.sample(_EDGES, generator)
        # A small library is encoded whole, for less than all ends of the drawn edges.
        codes, pairs = (encoder(data), ends) if n <= 2 * _EDGES else (encoder(data[ends.flatten()]), slots)
        negatives = torch.randint(len(codes), (_EDGES, _NEGATIVES), generator=generator).to(device)
        loss = cross_entropy(codes, pairs, negatives)
        optimiser.descend(loss)
        optimiser.rate *= 1 + fall / (rounds + step * fall)
    context.report(rounds, rounds)
