"""Networks between pictures and codes: dense and convolutional, and passing arrays through them in blocks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.core.devices import reproducible
from engine.core.errors import UserError
from engine.core.records import Device, Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

BATCH = 128
_BLOCK = 512  # pictures passed through a network at once, without gradients

ACTIVATIONS = ("relu", "gelu", "tanh", "elu")


def activation(name: str) -> nn.Module:
    from torch import nn

    known: dict[str, type[nn.Module]] = {"relu": nn.ReLU, "gelu": nn.GELU, "tanh": nn.Tanh, "elu": nn.ELU}
    return known[name]()


def dense(widths: tuple[int, ...], nonlinearity: str) -> nn.Sequential:
    """Linear layers of these widths with an activation in between, which start as He et al. 2015 advise.

    torch's own start lets a signal fade from layer to layer: an autoencoder then needs an epoch to find it again.
    """
    from torch import nn

    layers: list[nn.Module] = []
    for wide, narrow in itertools.pairwise(widths):
        linear = nn.Linear(wide, narrow)
        nn.init.kaiming_normal_(linear.weight)
        nn.init.zeros_(linear.bias)
        layers += [linear, activation(nonlinearity)]
    return nn.Sequential(*layers[:-1])


def convolutional_encoder(shape: tuple[int, ...], outputs: int, width: int, nonlinearity: str) -> nn.Sequential:
    """Halves height and width twice by strided convolutions of `width` and twice as many channels, then one layer."""
    from torch import nn

    height, across, channels = quartered(shape)
    return nn.Sequential(
        nn.Conv2d(channels, width, 4, 2, 1),
        activation(nonlinearity),
        nn.Conv2d(width, 2 * width, 4, 2, 1),
        activation(nonlinearity),
        nn.Flatten(),
        nn.Linear(2 * width * height * across, 256),
        activation(nonlinearity),
        nn.Linear(256, outputs),
    )


def convolutional_decoder(shape: tuple[int, ...], inputs: int, width: int, nonlinearity: str) -> nn.Sequential:
    """The encoder turned round; its outputs are logits of the pixels."""
    from torch import nn

    height, across, channels = quartered(shape)
    return nn.Sequential(
        nn.Linear(inputs, 256),
        activation(nonlinearity),
        nn.Linear(256, 2 * width * height * across),
        activation(nonlinearity),
        nn.Unflatten(1, (2 * width, height, across)),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        activation(nonlinearity),
        nn.ConvTranspose2d(width, channels, 4, 2, 1),
    )


def quartered(shape: tuple[int, ...]) -> tuple[int, int, int]:
    """A quarter of height and width, and the channels, of pictures of this (height, width, channels)."""
    height, across, channels = shape
    if height % 4 or across % 4:
        raise UserError(
            "Convolutions take pictures whose sides are multiples of 4; these are {width} × {height}.",
            width=across,
            height=height,
        )
    return height // 4, across // 4, channels


def as_planes(images: Floats, device: Device) -> Tensor:
    """Pictures (n, h, w, c) as a tensor (n, c, h, w)."""
    import torch

    return torch.from_numpy(np.require(images.transpose(0, 3, 1, 2), np.float32, ["C", "W"])).to(device)


def as_pictures(planes: Tensor) -> Floats:
    """A tensor (n, c, h, w) as pictures (n, h, w, c)."""
    return cast(Floats, planes.permute(0, 2, 3, 1).contiguous().cpu().numpy())


def passed(network: Callable[[Tensor], Tensor], data: Tensor) -> Tensor:
    """The outputs of `network` for all rows of `data`, block by block, without gradients."""
    import torch

    with torch.no_grad():
        return torch.cat([network(block) for block in torch.split(data, _BLOCK)])


def batches(n: int, generator: torch.Generator, size: int = BATCH) -> tuple[Tensor, ...]:
    """All n rows in batches, shuffled by `generator`."""
    import torch

    return torch.split(torch.randperm(n, generator=generator), size)


@contextmanager
def seeded(seed: int) -> Iterator[torch.Generator]:
    """Torch made deterministic: its global generator starts at `seed` and is as before afterwards."""
    import torch

    with reproducible(), torch.random.fork_rng():
        torch.manual_seed(seed)
        yield torch.Generator().manual_seed(seed)


def prior_codes(n: int, code: int, device: Device) -> Tensor:
    """Always the same `n` codes (n, code) of N(0, 1), without use of any generator of a training."""
    import torch

    return torch.randn(n, code, generator=torch.Generator().manual_seed(0)).to(device)
