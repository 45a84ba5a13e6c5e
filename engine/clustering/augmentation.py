"""Data augmentation of small pictures: random shifts and rotations, which change no cluster.

Guo, Zhu, Liu & Yin, Deep Embedded Clustering with Data Augmentation, ACML 2018.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.core.records import Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor

View = Callable[["Tensor"], "Tensor"]  # rows (b,) of the data to the inputs made of them (b, d)

_DEGREES_PER_SHIFT = 100.0  # of rotation for a shift by a whole side: 10° for a tenth, as in the paper


def augmented_view(
    pictures: Floats, side: int, shift: float, to_data: Callable[[Floats], Tensor], generator: torch.Generator
) -> View:
    """A view of `pictures` (n, side²) shifted by up to `shift` of a side and rotated, encoded by `to_data`."""
    import torch

    images = torch.from_numpy(np.require(pictures, np.float32, ["C", "W"]))
    return lambda rows: to_data(randomly_moved(images[rows.cpu()], side, shift, generator).numpy())


def randomly_moved(pictures: Tensor, side: int, shift: float, generator: torch.Generator) -> Tensor:
    """`pictures` (b, side²), each shifted both ways and rotated about its centre at random; empty borders are 0."""
    import torch

    drawn = 2 * torch.rand(len(pictures), 3, generator=generator) - 1
    turn = drawn[:, 0] * math.radians(_DEGREES_PER_SHIFT * shift)
    move = drawn[:, 1:] * (2 * shift)  # the sampled square is two wide
    cos, sin = turn.cos(), turn.sin()
    across = torch.stack([cos, -sin, move[:, 0]], dim=1)
    down = torch.stack([sin, cos, move[:, 1]], dim=1)
    images = pictures.view(-1, 1, side, side)
    sampling_grid = torch.nn.functional.affine_grid(
        torch.stack([across, down], dim=1), list(images.shape), align_corners=False
    )
    return torch.nn.functional.grid_sample(images, sampling_grid, align_corners=False).flatten(1)
