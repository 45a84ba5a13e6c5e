"""The autoencoder that DEC is pretrained with: d-500-500-2000-10 and back (Xie et al. 2016, section 4.1)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from engine.clustering.augmentation import View
from engine.clustering.methods.parts.adam import Adam
from engine.core.devices import half_precision
from engine.core.fit_context import FitContext
from engine.core.job import observed_steps
from engine.core.records import Device, Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

BATCH = 256
_BLOCK = 4096  # rows encoded at once
QUIET = 1 / 3  # variance of an autoencoder's initial weights: codes that start near 0 separate by what matters


@dataclass(frozen=True)
class Samples:
    """Training data (n, d), the `view` that makes inputs of some of its rows, and the `generator` of their order."""

    data: Tensor
    view: View
    generator: torch.Generator

    def batches(self) -> tuple[Tensor, ...]:
        """All n rows in batches, shuffled anew on each call."""
        return shuffled(len(self.data), self.generator, self.data.device)


def multilayer(widths: Sequence[int], generator: torch.Generator, variance: float = 2.0) -> nn.Sequential:
    """Linear layers of these widths with ReLU in between, initialised from `generator`.

    `variance` is that of the weights times a layer's inputs: 2 keeps the scale of the signal (He et al. 2015).
    """
    import torch
    from torch import nn

    layers: list[nn.Module] = []
    for wide, narrow in itertools.pairwise(widths):
        linear = nn.Linear(wide, narrow, device="meta").to_empty(device="cpu")  # uses nothing of the global seed
        with torch.no_grad():
            linear.weight.normal_(0, math.sqrt(variance / wide), generator=generator)
            linear.bias.zero_()
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def pretrain(
    encoder: nn.Sequential,
    decoder: nn.Sequential,
    samples: Samples,
    epochs: int,
    corruption: float,
    context: FitContext,
) -> None:
    """Train a denoising autoencoder on `samples` end to end; a share `corruption` of each input is set to 0."""
    device = cast(Device, samples.data.device.type)
    optimiser = Adam([*encoder.parameters(), *decoder.parameters()], 1e-3)
    observed = observed_steps(epochs)
    for epoch in range(epochs):
        if epoch in observed:
            context.job.observe(partial(codes_of, encoder, samples.data))
        for rows in samples.batches():
            context.report(epoch, epochs)
            clean = samples.view(rows)
            noisy = _blanked(clean, corruption, samples.generator) if corruption else clean
            with half_precision(device):
                restored = decoder(encoder(noisy))
            loss = reconstruction_error(restored.float(), clean)
            optimiser.descend(loss)
    context.report(epochs, epochs)


def codes_of(encoder: nn.Sequential, data: Tensor) -> Floats:
    """The codes (n, c) of all `data` (n, d), as an array."""
    return cast(Floats, in_blocks(encoder, data).cpu().numpy())


def in_blocks(network: Callable[[Tensor], Tensor], data: Tensor) -> Tensor:
    """The outputs of `network` for all rows of `data`, block by block, without gradients."""
    import torch

    with torch.no_grad():
        return torch.cat([network(block) for block in torch.split(data, _BLOCK)])


def _blanked(data: Tensor, share: float, generator: torch.Generator) -> Tensor:
    import torch

    return data * (torch.rand(data.shape, generator=generator) >= share).to(data.device)


def shuffled(n: int, generator: torch.Generator, device: torch.device) -> tuple[Tensor, ...]:
    """All n rows in batches, shuffled by `generator`."""
    import torch

    return torch.split(torch.randperm(n, generator=generator).to(device), BATCH)


def reconstruction_error(restored: Tensor, data: Tensor) -> Tensor:
    """Mean squared error over all entries."""
    return (restored - data).square().mean()
