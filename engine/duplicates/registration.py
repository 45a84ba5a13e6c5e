"""Lays one picture over another that may be a copy of it: cropped by a little, smaller, brighter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.records import Floats

Pair64 = NDArray[np.float64]
Box = tuple[float, float, float, float]  # left, top, right, bottom

_LEVELS = ((48, 8, 0.92), (128, 4, 0.95))  # (longest side in pixels, iterations at most, least correlation)
_MOST = 0.07  # of a side: how far two copies that were cropped by up to 5 % may lie apart, or differ in scale
_LAST = 3  # iterations
_SETTLED = 0.05  # pixels: a smaller step changes nothing
_RIDGE = 0.05  # grey levels² a pixel: where a picture is flat, nothing is moved
_FAINT = 16.0  # grey levels²: noise, beside which a correlation says nothing


@dataclass(frozen=True, slots=True)
class Registration:
    """Where b lies on a, along x and y: a's point p, 0…1 of its sides, is b's point scale · p + shift."""

    scale: Pair64
    shift: Pair64

    @property
    def common(self) -> tuple[Pair64, Pair64]:
        """From where to where on a, 0…1, both show something."""
        return np.maximum(0, -self.shift / self.scale), np.minimum(1, (1 - self.shift) / self.scale)


def register(a: Image.Image, b: Image.Image) -> Registration | None:
    """How two grey pictures lie on one another; None where they hardly resemble one another at all.

    Gauss-Newton on scale and shift along each axis, brightness and contrast (Lucas & Kanade 1981; Baker & Matthews
    2004), from coarse to fine.
    """
    best = Registration(np.ones(2), np.zeros(2))
    for edge, iterations, least in _LEVELS:
        small = [_shrunk(picture, 2 * edge) for picture in (a, b)]
        best, likeness = _refined(small[0], small[1], best, edge, iterations)
        if likeness < least:
            return None
    return best


def settle(a: Image.Image, b: Image.Image, how: Registration, edge: int) -> Registration:
    """The same at `edge` pixels, where a finer step can be seen."""
    return _refined(_shrunk(a, edge), _shrunk(b, edge), how, edge, _LAST)[0]


def common_part(a: Image.Image, b: Image.Image, how: Registration, edge: int) -> tuple[Image.Image, Image.Image]:
    """What both show, at one size: no larger than the smaller of them, its longest side `edge` at most."""
    low, high = how.common
    box_a, box_b = _boxes(a, b, how)
    extent = (high - low) * a.size
    longest = min(float(edge), extent.max(), max(box_b[2] - box_b[0], box_b[3] - box_b[1]))
    width, height = (max(8, round(side)) for side in extent * longest / extent.max())
    return (
        a.resize((width, height), Image.Resampling.BICUBIC, box=box_a),
        b.resize((width, height), Image.Resampling.BICUBIC, box=box_b),
    )


def correlation(a: Floats, b: Floats) -> float:
    """Of two grey pictures, -1…1; near 1 where both are flat."""
    a, b = a - a.mean(), b - b.mean()
    return float(((a * b).mean() + _FAINT) / np.sqrt(((a * a).mean() + _FAINT) * ((b * b).mean() + _FAINT)))


def _refined(
    a: Image.Image, b: Image.Image, start: Registration, edge: int, iterations: int
) -> tuple[Registration, float]:
    """The best of some steps from `start`, and the correlation there."""
    best, most, here = start, -1.0, start
    for _ in range(iterations + 1):
        over, under = (_smooth(part) for part in common_part(a, b, here, edge))
        likeness = correlation(over, under)
        if likeness <= most:
            break
        best, most = here, likeness
        here, moved = _step(over, under, here, b.size)
        if moved < _SETTLED:
            break
    return best, most


def _step(over: Floats, under: Floats, here: Registration, size: tuple[int, int]) -> tuple[Registration, float]:
    """One Gauss-Newton step from parts that lie on one another by `here`, and how many pixels it moves them."""
    height, width = over.shape
    down, right = np.gradient(under)
    x = (np.arange(width, dtype=np.float32) + 0.5) / width - 0.5
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height - 0.5)[:, None]
    columns = np.stack([right, right * x, down, down * y, under, np.ones_like(under)], axis=-1).reshape(-1, 6)
    normal = (columns.T @ columns).astype(np.float64)
    normal[np.arange(4), np.arange(4)] += _RIDGE * len(columns)
    normal[5, 5] += 1e-6
    found = np.linalg.solve(normal + 1e-9 * np.eye(6), columns.T @ over.ravel())
    gain = found[4] if abs(found[4]) > 0.2 else 1.0
    moves = found[:4] / gain  # pixels of the parts: of their middle, and of their whole length, along x and y
    low, high = here.common
    pixel = here.scale * (high - low) / (width, height)
    middle = (low + high) / 2
    scale = np.clip(here.scale + moves[1::2] * pixel / (high - low), 1 - _MOST, 1 / (1 - _MOST))
    there = here.scale * middle + here.shift + moves[::2] * pixel
    shift = np.clip(there - scale * middle, -_MOST, _MOST)
    return Registration(scale, shift), float(np.abs(moves).max())


def _boxes(a: Image.Image, b: Image.Image, how: Registration) -> tuple[Box, Box]:
    """The common part in pixels of each."""
    low, high = how.common
    on_a = np.clip([low * a.size, high * a.size], 0, a.size)
    on_b = np.clip([(how.scale * low + how.shift) * b.size, (how.scale * high + how.shift) * b.size], 0, b.size)
    return _box(on_a), _box(on_b)


def _box(corners: Pair64) -> Box:
    left, top, right, bottom = corners.ravel().tolist()
    return left, top, right, bottom


def _shrunk(picture: Image.Image, edge: int) -> Image.Image:
    factor = max(picture.size) // edge
    return picture.reduce(factor) if factor > 1 else picture


def _smooth(part: Image.Image) -> Floats:
    from scipy.ndimage import gaussian_filter

    return np.asarray(gaussian_filter(np.asarray(part, np.float32), 1, mode="nearest"))
