"""Pretraining for many photos: an encoder is fitted to a layout of the neighbour graph and to the islands in it.

A step of a layout is a hundred times cheaper than one of an encoder: from some ten thousand photos on it gets farther
in the same time. Source: N2D (McConville et al. 2020) clusters such layouts; here an encoder learns one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.graph_clustering import islands
from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.parts.autoencoder import multilayer, shuffled
from engine.clustering.methods.parts.soft_assignment import divergence, soft_assignment
from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints
from engine.graph.layout import RADIUS, Descent, Graph, lay_out
from engine.graph.neighbours import fit_ab

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

MIN_PHOTOS = 20_000  # from which on it is worth it
_HIDDEN = (512, 512)  # one layer of any width fits badly
_STEPS = 100
_GRAVITY = 0.0005
_IMITATION, _SHARPENING = 12, 2  # epochs


def train_encoder(
    data: Tensor, graph: Graph, k: int, codes: int, generator: torch.Generator, context: FitContext
) -> nn.Sequential:
    """An encoder of `data` (n, d) to `codes` numbers, in which the `k` islands of `graph` are separate clusters."""
    spread = data[:, :codes].cpu().numpy()
    first = np.zeros((len(data), codes), np.float32)
    first[:, : spread.shape[1]] = spread * (RADIUS / codes**0.5 / max(float(spread.std()), 1e-12))
    positions = lay_out(
        graph,
        first,
        fit_ab(0.0),
        Descent(_STEPS, rate=1.0, gravity=_GRAVITY),
        context,
        on_layout=lambda positions: context.job.observe(lambda: positions),
    )
    labels = islands(positions, graph, k, seed=context.seed, job=context.job, stage=context.stage)
    encoder = multilayer((data.shape[1], *_HIDDEN, codes), generator).to(data.device)
    _imitate(encoder, data, positions, labels, generator, context)
    return encoder


def _imitate(
    encoder: nn.Sequential,
    data: Tensor,
    positions: Floats,
    labels: Ints,
    generator: torch.Generator,
    context: FitContext,
) -> None:
    """Fit the codes to `positions` (n, c), then q (DEC, equation 1) to the islands' `labels` (n,)."""
    import torch

    targets = torch.from_numpy(positions).to(data.device)
    centres, width = _islands(targets, torch.from_numpy(labels).to(data.device))
    one_hot_labels = torch.nn.functional.one_hot(torch.from_numpy(labels), len(centres)).to(data.device, data.dtype)
    optimiser = Adam(encoder.parameters(), 1e-3)
    epochs = _IMITATION + _SHARPENING
    for epoch in range(epochs):
        optimiser.rate = 1e-3 * max(1 - epoch / _IMITATION, 0.1)
        for rows in shuffled(len(data), generator, data.device):
            context.report(epoch, epochs)
            codes = encoder(data[rows])
            if epoch < _IMITATION:
                loss = (codes - targets[rows]).square().sum(1).mean()
            else:
                loss = divergence(one_hot_labels[rows], soft_assignment(codes / width, centres / width))
            optimiser.descend(loss)
    context.report(epochs, epochs)


def _islands(positions: Tensor, labels: Tensor) -> tuple[Tensor, float]:
    """The mean of each island, (k, c), and the root mean squared distance of `positions` (n, c) to their mean."""
    import torch

    count = int(labels.max()) + 1
    members = torch.bincount(labels, minlength=count)[:, None]
    order = labels.argsort(stable=True)  # sums by segments are the same on every run
    means = torch.segment_reduce(positions[order], "sum", lengths=members.flatten()) / members
    return means, max(float((positions - means[labels]).square().sum(1).mean().sqrt()), 1e-12)
