"""What lies below a transparent picture: white, and grey for a drawing that could not be seen on white."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

WHITE, GREY = 255, 128
_SIDE = 160  # pixels: outlines are looked at in this size
_EDGE = 96  # of 255: the alpha of an outline changes by as much from one pixel to the next
_SEEN = 96.0  # of 255: an outline with this contrast is seen as well as any
_BETTER = 1.5  # so much better must grey be


def lay(image: Image.Image, ground: int) -> Image.Image:
    """An LA or RGBA picture over a ground of one grey, as RGB."""
    below = Image.new("RGBA", image.size, (ground, ground, ground, 255))
    below.alpha_composite(image.convert("RGBA"))
    return below.convert("RGB")


def ground_of(image: Image.Image) -> int:
    """The ground on which the outline of a drawing is seen, told from the whole LA or RGBA picture.

    An outline is where its alpha changes; how well it is seen is how much the colours on its two sides differ.
    """
    small = image.convert("RGBa")  # what is transparent has no colour
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=1.0)
    framed = Image.new("RGBa", (small.width + 2, small.height + 2))  # a drawing may touch its border
    framed.paste(small, (1, 1))
    drawing = framed.convert("RGBA")
    outline = _change(drawing)[..., 3] >= _EDGE
    if not outline.any():
        return WHITE
    seen = {ground: _change(lay(drawing, ground)).max(axis=2)[outline] for ground in (WHITE, GREY)}
    on_white, on_grey = (np.minimum(contrast, _SEEN).mean() for contrast in seen.values())
    return GREY if on_grey > _BETTER * on_white else WHITE


def _change(image: Image.Image) -> np.typing.NDArray[np.int16]:
    """How much each channel changes within a pixel's neighbours."""
    most, least = (
        np.asarray(image.filter(kind(3)), np.int16) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter)
    )
    return most - least
