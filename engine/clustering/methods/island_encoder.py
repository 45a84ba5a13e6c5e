"""An encoder of many photos: it imitates a layout of their neighbour graph and tells the islands of it apart.

A layout moves codes freely, a hundred times cheaper a step than an encoder does: from some ten thousand photos on it
comes farther in the same time (N2D, McConville et al. 2020, clusters such layouts; here an encoder learns one).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.clustering.islands import islands
from engine.clustering.methods.adam import Adam
from engine.clustering.methods.autoencoder import multilayer, shuffled
from engine.clustering.methods.soft_assignment import divergence, soft_assignment
from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints
from engine.graph.layout import RADIUS, Descent, Graph, lay_out
from engine.graph.neighbours import fit_ab

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

MANY = 20_000  # photos from which on it is worth it
_HIDDEN = (512, 512)  # one layer of any width imitates badly
_STEPS = 100
_GRAVITY = 0.0005
_IMITATION, _SHARPENING = 12, 2  # epochs


def learn(
    data: Tensor, graph: Graph, k: int, codes: int, generator: torch.Generator, context: FitContext
) -> nn.Sequential:
    """An encoder of `data` (n, d) to that many codes, in which the `k` islands of `graph` stand apart."""
    spread = data[:, :codes].cpu().numpy()
    first = np.zeros((len(data), codes), np.float32)
    first[:, : spread.shape[1]] = spread * (RADIUS / codes**0.5 / max(float(spread.std()), 1e-12))
    places = lay_out(
        graph,
        first,
        fit_ab(0.0),
        Descent(_STEPS, rate=1.0, gravity=_GRAVITY),
        context,
        on_layout=lambda places: context.job.observe(lambda: places),
    )
    labels = islands(places, graph, k, seed=context.seed, job=context.job, stage=context.stage)
    encoder = multilayer((data.shape[1], *_HIDDEN, codes), generator).to(data.device)
    _imitate(encoder, data, places, labels, generator, context)
    return encoder


def _imitate(
    encoder: nn.Sequential,
    data: Tensor,
    places: Floats,
    labels: Ints,
    generator: torch.Generator,
    context: FitContext,
) -> None:
    """Fit the codes to `places` (n, c), then q to the islands `labels` (n,)."""
    import torch

    wanted = torch.from_numpy(places).to(data.device)
    centres, width = _islands(wanted, torch.from_numpy(labels).to(data.device))
    certain = torch.nn.functional.one_hot(torch.from_numpy(labels), len(centres)).to(data.device, data.dtype)
    optimiser = Adam(encoder.parameters(), 1e-3)
    epochs = _IMITATION + _SHARPENING
    for epoch in range(epochs):
        optimiser.rate = 1e-3 * max(1 - epoch / _IMITATION, 0.1)
        for rows in shuffled(len(data), generator, data.device):
            context.report(epoch, epochs)
            found = encoder(data[rows])
            if epoch < _IMITATION:
                loss = (found - wanted[rows]).square().sum(1).mean()
            else:
                loss = divergence(certain[rows], soft_assignment(found / width, centres / width))
            optimiser.descend(loss)
    context.report(epochs, epochs)


def _islands(places: Tensor, labels: Tensor) -> tuple[Tensor, float]:
    """The mean of each island, (k, c), and the root mean squared distance of the places (n, c) to theirs."""
    import torch

    count = int(labels.max()) + 1
    members = torch.bincount(labels, minlength=count)[:, None]
    order = labels.argsort(stable=True)  # sums by segments are the same on every run
    means = torch.segment_reduce(places[order], "sum", lengths=members.flatten()) / members
    return means, max(float((places - means[labels]).square().sum(1).mean().sqrt()), 1e-12)
