"""What lies below a transparent picture: white, and grey for a drawing that could not be seen on white."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

WHITE, GREY = 255, 128
_SIDE = 96  # pixels: drawings are looked at in this size
_SEEN = 96  # of 255: a line with this contrast is seen as well as any
_BETTER = 1.5  # so much more must be seen on grey


def lay(image: Image.Image, ground: int) -> Image.Image:
    """An LA or RGBA picture over a ground of one grey, as RGB."""
    below = Image.new("RGBA", image.size, (ground, ground, ground, 255))
    below.alpha_composite(image.convert("RGBA"))
    return below.convert("RGB")


def ground_of(image: Image.Image) -> int:
    """The ground on which most of a drawing is seen, told from the whole LA or RGBA picture.

    What is seen are lines: how much the colours differ from each pixel to its neighbours. So a ghost is drawn on grey
    though its eyes are black, and a penguin on white though its belly is.
    """
    small = (image if image.mode == "RGBA" else image.convert("RGBA")).convert(
        "RGBa"
    )  # what is transparent has no colour
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=1.0)
    bands = np.ascontiguousarray(np.moveaxis(np.asarray(small), 2, 0)).astype(np.int16)
    colours, clear = bands[:3], 255 - bands[3]
    white, grey = _lines(colours + clear), _lines(colours + (clear >> 1))
    return GREY if grey > _BETTER * white else WHITE


def _lines(bands: NDArray[np.int16]) -> int:
    """How much pixels of (3, height, width) differ from those to their right and below, in the band that does most."""
    steps = (np.abs(np.diff(bands, axis=axis)).max(axis=0) for axis in (1, 2))
    return sum(int(np.minimum(step, _SEEN).sum()) for step in steps)
