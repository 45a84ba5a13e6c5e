"""Sheets of pictures, codes in two dimensions and curves, as PNG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image, ImageDraw

from engine.core.palette import COLOURS, colour
from engine.core.records import Floats, Ints, Pixels

_GAP = 2
_GROUND = "#ffffff"
_INK, _FAINT = "#1c2128", "#dde1e7"
_MARGIN = 44


def sheet(images: Floats, columns: int = 0, scale: int = 2) -> Image.Image:
    """`images` (n, h, w, c) in 0…1 row by row, about as many rows as columns."""
    columns = columns or max(1, math.ceil(math.sqrt(len(images))))
    rows = math.ceil(len(images) / columns)
    height, width = (side * scale for side in images.shape[1:3])
    canvas = Image.new("RGB", (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _FAINT)
    for number, image in enumerate(images):
        row, column = divmod(number, columns)
        at = (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP))
        canvas.paste(as_picture(image).resize((width, height), Image.Resampling.NEAREST), at)
    return canvas


def side_by_side(first: Floats, second: Floats, scale: int = 2) -> Image.Image:
    """Each of `first` (n, h, w, c) with that of `second` below it: originals and what was made of them."""
    both = np.stack([first, second])
    columns = min(len(first), 16)
    rows = [both[:, top : top + columns].reshape(-1, *first.shape[1:]) for top in range(0, len(first), columns)]
    sheets = [sheet(row, len(row) // 2, scale) for row in rows]
    canvas = Image.new("RGB", (max(s.width for s in sheets), sum(s.height + 6 for s in sheets) - 6), _GROUND)
    top = 0
    for one in sheets:
        canvas.paste(one, (0, top))
        top += one.height + 6
    return canvas


def map_of_codes(codes: Floats, images: Floats, labels: Ints | None, side: int = 1000) -> Image.Image:
    """Where pictures lie by their codes (n, 2): dots in the colour of their label, and some of the pictures."""
    canvas = Image.new("RGB", (side, side), _GROUND)
    draw = ImageDraw.Draw(canvas)
    low, high = np.quantile(codes, [0.005, 0.995], axis=0)
    places = ((codes - low) / np.maximum(high - low, 1e-12)).clip(0, 1) * (side - 2 * _MARGIN) + _MARGIN
    for number, (x, y) in enumerate(places.tolist()):
        tone = colour(int(labels[number]) % COLOURS) if labels is not None else "#8a94a3"
        draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=tone)
    taken: set[tuple[int, int]] = set()
    for number, (x, y) in enumerate(places.tolist()):
        cell = int(x // 48), int(y // 48)
        if cell not in taken:
            taken.add(cell)
            small = as_picture(images[number])
            small.thumbnail((40, 40), Image.Resampling.LANCZOS)
            canvas.paste(small, (int(x - small.width / 2), int(y - small.height / 2)))
    return canvas


def curves(values: Mapping[str, Sequence[float]], title: str, first: int = 1) -> Image.Image:
    """A line for each of `values` over its steps, numbered from `first`; each on a scale of its own."""
    width, height = 640, 160
    drawn = {name: list(line) for name, line in values.items() if len(line) > 1}
    canvas = Image.new("RGB", (width, 36 + max(1, len(drawn)) * height), _GROUND)
    draw = ImageDraw.Draw(canvas)
    draw.text((_MARGIN, 10), title, fill=_INK)
    for number, (name, line) in enumerate(drawn.items()):
        top = 36 + number * height
        low, high = min(line), max(line)
        spread = (high - low) or 1.0
        right, bottom = width - 16, top + height - 26
        draw.line((_MARGIN, bottom, right, bottom), fill=_FAINT)
        points = [
            (_MARGIN + (right - _MARGIN) * i / (len(line) - 1), bottom - (bottom - top - 22) * (v - low) / spread)
            for i, v in enumerate(line)
        ]
        draw.line(points, fill=colour(number), width=2)
        draw.text((_MARGIN, top), f"{name.replace('_', ' ')}: {line[-1]:.4g}", fill=_INK)
        draw.text((2, bottom - 12), f"{low:.3g}", fill=_INK)
        draw.text((2, top + 16), f"{high:.3g}", fill=_INK)
        draw.text((_MARGIN, bottom + 4), str(first), fill=_INK)
        draw.text((right - 24, bottom + 4), str(first + len(line) - 1), fill=_INK)
    return canvas


def as_picture(image: Floats) -> Image.Image:
    """One picture (h, w, c) in 0…1, grey or in colour."""
    pixels = as_pixels(image)
    return Image.fromarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels).convert("RGB")


def as_pixels(images: Floats) -> Pixels:
    """Pictures in 0…1 as bytes, of the same shape."""
    return np.asarray(images.clip(0, 1) * 255 + 0.5, np.uint8)
