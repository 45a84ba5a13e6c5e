"""The appearance of a picture, whatever it shows: shaded as photos are, drawn, written; its colours and layout."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats

COLOURS = ("red", "orange & brown", "yellow", "green", "blue", "purple")
LAYOUTS = ("long", "upright", "wide")
SHADED, WRITTEN, BRIGHT, GREY = 0, 1, 2, 3
LENGTH = 4 + len(COLOURS) + len(LAYOUTS)

_TILE = 16  # pixels: a few letters of a page that was shrunk to 320
_LONG, _OBLONG = 1.8, 1.15  # how many times the other side the longer one is: receipts, and more than nearly square
_HUES = (15, 45, 75, 165, 255, 330)  # degrees: where each of COLOURS ends; red begins again at the last


def appearance_of(pixels: NDArray[np.uint8]) -> Floats:
    """Describe an RGB picture uint8 (h, w, 3), best at about 320 pixels, by LENGTH shares in 0…1.

    SHADED: of what is not background, how much differs a little from pixel to pixel: photos above 0.4, drawings
    and writing below. WRITTEN: how much of its busy tiles are strokes on plain paper. BRIGHT: the mean of its
    luma. GREY, then COLOURS: the colours of what is not background. Last of LAYOUTS each that it has, as 0 or 1.
    """
    small = pixels[::2, ::2].astype(np.int16)
    plain = _largest(np.abs(small - _background(small))) <= 20
    luma: Floats = pixels.astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    bright = float(luma.mean()) / 255
    step = np.maximum(np.abs(np.diff(luma, axis=1))[:-1], np.abs(np.diff(luma, axis=0))[:, :-1])
    content = ~plain.repeat(2, axis=0).repeat(2, axis=1)[: step.shape[0], : step.shape[1]]
    shaded = ((step > 3) & (step < 28) & content).sum() / max(1, content.sum())
    return np.array([shaded, _written(luma), bright, *_colours(small[~plain]), *_layout(*luma.shape)], np.float32)


def _layout(height: int, width: int) -> tuple[bool, bool, bool]:
    """Whether it is long, upright, wide."""
    return height >= _LONG * width, height >= _OBLONG * width, width >= _OBLONG * height


def _largest(pixels: NDArray[np.int16]) -> NDArray[np.int16]:
    """Of the three channels (…, 3); NumPy's own maximum along so short an axis takes ten times as long."""
    return np.asarray(np.maximum(np.maximum(pixels[..., 0], pixels[..., 1]), pixels[..., 2]))


def _background(pixels: NDArray[np.int16]) -> NDArray[np.int16]:
    """The commonest colour, in steps of eight."""
    r, g, b = np.moveaxis(pixels >> 3, -1, 0)
    code = int(np.bincount(((r << 10) + (g << 5) + b).ravel()).argmax())
    return np.array([code >> 10, code >> 5 & 31, code & 31], np.int16) * 8 + 4


def _written(luma: Floats) -> float:
    """The share of the tiles with contrast whose rows cross several strokes, most of the tile being paper."""
    rows, columns = luma.shape[0] // _TILE, luma.shape[1] // _TILE
    grid = luma[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    tiles = grid.swapaxes(1, 2).reshape(-1, _TILE, _TILE)
    flat = tiles.reshape(len(tiles), _TILE * _TILE)
    contrast = flat.max(axis=1) - flat.min(axis=1)
    tiles, contrast = tiles[contrast > 40], contrast[contrast > 40]
    if not len(tiles):
        return 0.0
    crossed = np.abs(np.diff(tiles, axis=2)).sum(axis=2).mean(axis=1) / contrast
    paper = np.median(tiles, axis=(1, 2))[:, None, None]
    on_paper = (np.abs(tiles - paper) <= 0.15 * contrast[:, None, None]).mean(axis=(1, 2))
    return float(((crossed > 1.3) & (on_paper > 0.6)).mean())


def _colours(pixels: NDArray[np.int16]) -> list[float]:
    """The shares of grey and of each of COLOURS in pixels (n, 3)."""
    if not len(pixels):
        return [1.0] + [0.0] * len(COLOURS)
    r, g, b = np.ascontiguousarray(pixels.T).astype(np.float32)
    top = _largest(pixels)
    spread = (top + _largest(-pixels)).astype(np.float32)
    grey = spread < 0.15 * np.maximum(top, 96)
    with np.errstate(divide="ignore", invalid="ignore"):
        hue = np.where(top == r, (g - b) / spread % 6, np.where(top == g, (b - r) / spread + 2, (r - g) / spread + 4))
    colour = np.digitize(np.where(grey, 0, hue) * 60, _HUES) % len(COLOURS)
    counts = np.bincount(colour[~grey], minlength=len(COLOURS))
    return [float(grey.mean()), *(counts / len(pixels)).tolist()]
