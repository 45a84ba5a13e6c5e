"""A small network on pictures or vectors: trained with torch, and passed through with numpy by a predictor."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.core.fit_context import FitContext
from engine.core.records import Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_CHANNELS = 8, 16, 32, 16
_STRIDES = 1, 2, 2, 1
_WIDTHS = 512, 128  # of the dense layers in place of the convolutions, where rows are no pictures
_BLOCK = 256


def network(dimensions: int, side: int | None, generator: torch.Generator) -> nn.Sequential:
    """Four convolutions of 8, 16, 32 and 16 channels on grey pictures (n, 1, side, side), else two dense layers.

    Each with batch normalisation and ReLU, but for the last, whose outputs are the features.
    """
    import torch
    from torch import nn

    layers: list[nn.Module] = []
    before = 1 if side else dimensions
    for width, stride in zip(_CHANNELS, _STRIDES, strict=True) if side else ((w, 0) for w in _WIDTHS):
        layers.append(nn.Conv2d(before, width, 3, stride, 1) if side else nn.Linear(before, width))
        layers += [nn.BatchNorm2d(width) if side else nn.BatchNorm1d(width), nn.ReLU()]
        before = width
    made = nn.Sequential(*layers[:-1], nn.Flatten())
    with torch.no_grad():
        for weights in (layer.weight for layer in made if isinstance(layer, nn.Conv2d | nn.Linear)):
            weights.normal_(0, (2 / weights[0].numel()) ** 0.5, generator=generator)
    return made


def shaped(rows: Tensor, side: int | None) -> Tensor:
    """Rows (n, d) as a network takes them: grey pictures (n, 1, side, side) where there is a `side`."""
    return rows.view(-1, 1, side, side) if side else rows


def passed(net: nn.Sequential, rows: Tensor, side: int | None, context: FitContext) -> Floats:
    """The features (n, f) of `rows` (n, d) by a network that still learns, as it would predict."""
    import torch

    parts = []
    net.eval()
    with torch.no_grad():
        for number, block in enumerate(blocks := torch.split(rows, _BLOCK)):
            context.job.report(context.stage, number, len(blocks))
            parts.append(net(shaped(block, side).to(context.device)).cpu())
    return np.asarray(torch.cat(parts).numpy(), np.float32)


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution `weights` (out, in, 3, 3) with a `stride`, or a dense layer (out, in) with stride 0; and `bias`."""

    weights: Floats
    bias: Floats
    stride: int


def folded(trained: nn.Sequential) -> tuple[Layer, ...]:
    """The layers of a network, its batch normalisation folded into them."""
    from torch import nn

    layers: list[Layer] = []
    for part in trained:
        if isinstance(part, nn.Conv2d | nn.Linear):
            stride = int(part.stride[0]) if isinstance(part, nn.Conv2d) else 0
            assert part.bias is not None  # none is made without
            layers.append(Layer(_array(part.weight), _array(part.bias), stride))
        elif isinstance(part, nn.BatchNorm1d | nn.BatchNorm2d):
            assert part.running_var is not None  # they track statistics
            assert part.running_mean is not None
            scale = _array(part.weight) / np.sqrt(_array(part.running_var) + np.float32(part.eps))
            last = layers.pop()
            shaped = scale.reshape(-1, *[1] * (last.weights.ndim - 1))
            bias = (last.bias - _array(part.running_mean)) * scale + _array(part.bias)
            layers.append(Layer(last.weights * shaped, bias, last.stride))
    return tuple(layers)


def features(layers: tuple[Layer, ...], rows: Floats, side: int | None) -> Floats:
    """The features (n, f) of `rows` (n, d), which are grey pictures where there is a `side`."""
    parts = []
    for top in range(0, max(len(rows), 1), _BLOCK):
        block = rows[top : top + _BLOCK]
        values = block.reshape(-1, side, side, 1) if side else block
        for depth, layer in enumerate(layers):
            values = _passed(layer, values if depth == 0 else np.maximum(values, 0))
        if side:
            values = values.transpose(0, 3, 1, 2)  # as torch has them
        parts.append(values.reshape(len(block), math.prod(values.shape[1:])))
    return np.asarray(np.concatenate(parts), np.float32)


def _passed(layer: Layer, values: Floats) -> Floats:
    """What a layer makes of vectors (n, in), or of pictures (n, height, width, in)."""
    if not layer.stride:
        return np.asarray(values @ layer.weights.T + layer.bias, np.float32)
    padded = np.pad(values, ((0, 0), (1, 1), (1, 1), (0, 0)))
    windows = sliding_window_view(padded, (3, 3), axis=(1, 2))[:, :: layer.stride, :: layer.stride]
    patches = windows.transpose(0, 1, 2, 4, 5, 3).reshape(*windows.shape[:3], -1)  # (n, h, w, 3 · 3 · in)
    weights = layer.weights.transpose(2, 3, 1, 0).reshape(patches.shape[-1], -1)
    return np.asarray(patches @ weights + layer.bias, np.float32)


def _array(tensor: Tensor) -> Floats:
    return np.array(tensor.detach().cpu().numpy(), np.float32)
