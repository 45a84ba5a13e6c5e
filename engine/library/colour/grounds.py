"""What lies below a transparent picture: white, and grey for a drawing that could not be seen on white."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

WHITE, GREY = 255, 128
_SIDE = 160  # pixels: drawings are looked at in this size
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
    small = image.convert("RGBA").convert("RGBa")  # what is transparent has no colour
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=1.0)
    drawing = small.convert("RGBA")
    return GREY if _lines(lay(drawing, GREY)) > _BETTER * _lines(lay(drawing, WHITE)) else WHITE


def _lines(image: Image.Image) -> int:
    most, least = (
        np.asarray(image.filter(kind(3)), np.int16) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter)
    )
    return int(np.minimum((most - least).max(axis=2), _SEEN).sum())
