"""What an encoder is shown of small pictures: each time a little elsewhere and turned, for that changes no cluster.

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

View = Callable[["Tensor"], "Tensor"]  # rows (b,) of the data to what is shown of them (b, d)

_DEGREES = 100.0  # turned by at most so many times the share of a side it is moved by: 10° for a tenth, as in the paper


def augmented(
    pictures: Floats, side: int, share: float, see: Callable[[Floats], Tensor], generator: torch.Generator
) -> View:
    """Shows `pictures` (n, side²) moved by up to that `share` of a side and turned, as `see` makes data of them."""
    import torch

    whole = torch.from_numpy(np.require(pictures, np.float32, ["C", "W"]))
    return lambda rows: see(jiggled(whole[rows.cpu()], side, share, generator).numpy())


def jiggled(pictures: Tensor, side: int, share: float, generator: torch.Generator) -> Tensor:
    """`pictures` (b, side²), each moved both ways and turned about its middle at random; what comes in is 0."""
    import torch

    drawn = 2 * torch.rand(len(pictures), 3, generator=generator) - 1
    turn = drawn[:, 0] * math.radians(_DEGREES * share)
    move = drawn[:, 1:] * (2 * share)  # the sampled square is two wide
    cos, sin = turn.cos(), turn.sin()
    across = torch.stack([cos, -sin, move[:, 0]], dim=1)
    down = torch.stack([sin, cos, move[:, 1]], dim=1)
    images = pictures.view(-1, 1, side, side)
    places = torch.nn.functional.affine_grid(
        torch.stack([across, down], dim=1), list(images.shape), align_corners=False
    )
    return torch.nn.functional.grid_sample(images, places, align_corners=False).flatten(1)
