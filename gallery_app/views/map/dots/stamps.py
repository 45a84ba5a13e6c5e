"""Stamps: the pixels that a dot of a shape and a size covers."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from gallery_app.base.marks import DISC, outline

PAD = 12  # pixels around a picture, so that dots at its edge need no bounds check
SMALLEST = 5.0  # pixels: below, every shape looks like a disc
Stamp = tuple[tuple[int, int, int], ...]  # (dy, dx, coverage in 256ths), ascending by coverage


@lru_cache(maxsize=256)
def stamp_of(shape: int, diameter: float, soft: bool) -> Stamp:
    """The pixels of a dot; without soft edges the coverage is 256 everywhere."""
    radius = diameter / 2 if shape == DISC else max(diameter, SMALLEST) / 2
    cover = _disc(radius) if shape == DISC else _drawn(shape, radius)
    if not soft:
        cover = np.where(cover >= 0.5, 1.0, 0.0)
    middle = len(cover) // 2
    down, across = np.nonzero(cover > 0.06)
    pixels = [
        (y - middle, x - middle, round(cover[y, x] * 256) if cover[y, x] < 0.94 else 256)
        for y, x in zip(down.tolist(), across.tolist(), strict=True)
    ]
    return tuple(sorted(pixels, key=lambda pixel: pixel[2]))


def _disc(radius: float) -> NDArray[np.float64]:
    reach = min(int(radius + 0.999), PAD - 1)
    away = np.arange(-reach, reach + 1)
    cover: NDArray[np.float64] = np.clip(radius + 0.5 - np.hypot(away[:, None], away), 0.0, 1.0)
    return cover


def _drawn(shape: int, radius: float) -> NDArray[np.float64]:
    """The coverage of a shape as Qt paints it, so that it is the one of the cards."""
    reach = min(int(1.35 * radius + 0.999), PAD - 1)
    side = 2 * reach + 1
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(QTransform().translate(side / 2, side / 2).scale(radius, radius))
        painter.fillPath(outline(shape), Qt.GlobalColor.black)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(side, side)
    cover: NDArray[np.float64] = (pixels >> np.uint32(24)) / 255.0
    return cover
