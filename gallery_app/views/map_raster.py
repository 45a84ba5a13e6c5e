"""Dots painted into a picture by numpy: 100,000 in a few milliseconds, where QPainter needs a hundred."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.records import Floats

Pixels = NDArray[np.uint32]
PAD = 12  # pixels around the picture, so that a dot at the edge needs no test for each of its pixels
HOST = 300_000  # more dots than this are five pixels each
SOFT = 30_000  # more dots than this have hard edges: blending costs three times as much


def paint_dots(canvas: Pixels, points: Floats, colours: Pixels, diameter: float) -> None:
    """Paint discs at `points` (n, 2; pixels) in `colours` (n,; 0xffrrggbb), the last on top; soft edges if few.

    `canvas` is (height + 2 PAD, width + 2 PAD); points outside are left out.
    """
    height, width = canvas.shape[0] - 2 * PAD, canvas.shape[1] - 2 * PAD
    reach = min(diameter / 2 + 1, PAD - 1)
    x, y = points[:, 0], points[:, 1]
    seen = (x > -reach) & (x < width + reach - 1) & (y > -reach) & (y < height + reach - 1)
    if not seen.all():
        points, colours = points[seen], colours[seen]
    pixel = np.rint(points).astype(np.int64) + PAD
    place = pixel[:, 1] * canvas.shape[1] + pixel[:, 0]
    flat = canvas.reshape(-1)
    for dy, dx, cover in disc(round(diameter * 4) / 4, len(points) <= SOFT):
        there = place + (dy * canvas.shape[1] + dx)
        if cover == 256:
            flat[there] = colours
        else:
            flat[there] = blend(flat[there], colours, cover)


def blend(below: Pixels | np.uint32, above: Pixels, cover: int) -> Pixels:
    """`above` laid over `below` with `cover` 256ths; two channels at a time."""
    a, b, eight = np.uint32(cover), np.uint32(256 - cover), np.uint32(8)
    mask, byte = np.uint32(0xFF00FF), np.uint32(0xFF)
    red_blue = ((above & mask) * a + (below & mask) * b) >> eight & mask
    green = ((above >> eight & byte) * a + (below >> eight & byte) * b) & np.uint32(0xFF00)
    return red_blue | green | np.uint32(0xFF000000)


@lru_cache(maxsize=64)
def disc(diameter: float, soft: bool) -> tuple[tuple[int, int, int], ...]:
    """Offsets (dy, dx) of a disc's pixels with how much of each it covers, in 256ths; the faint ones first.

    Without soft edges a pixel is covered or not.
    """
    radius = diameter / 2
    reach = min(int(radius + 0.999), PAD - 1)
    pixels = []
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            cover = min(max(radius + 0.5 - float(np.hypot(dx, dy)), 0.0), 1.0)
            if not soft:
                cover = float(cover >= 0.5)
            if cover > 0.06:
                pixels.append((dy, dx, round(cover * 256) if cover < 0.94 else 256))
    return tuple(sorted(pixels, key=lambda p: p[2]))


def blank(width: int, height: int, colour: int) -> Pixels:
    """An empty canvas of `width` × `height` pixels for `paint_dots`."""
    return np.full((height + 2 * PAD, width + 2 * PAD), colour, np.uint32)


def diameter_for(count: int) -> float:
    """A good diameter in pixels for so many dots in view: the fewer, the larger."""
    least = 3.0 if count <= HOST else 2.0
    return float(np.clip(3.0 + 1.6 * (4.6 - np.log10(max(count, 1))), least, 8.0))
