"""Pictures as they were turned, and what is found in them as it lies before: text is read as the user sees it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import PictureText

Point = tuple[float, float]


def turned(pixels: NDArray[np.uint8], turn: int) -> NDArray[np.uint8]:
    """A picture (height, width, 3) turned by `turn` quarters clockwise."""
    return np.ascontiguousarray(np.rot90(pixels, -turn))


def turned_back(text: PictureText, turn: int) -> PictureText:
    """What was read in a picture that was turned, with its corners in shares of the picture as it lies without."""
    if turn % 4 == 0:
        return text
    lines = (line._replace(corners=tuple(_back(corner, turn % 4) for corner in line.corners)) for line in text.lines)
    return text._replace(lines=tuple(lines))


def turned_text(text: PictureText, turn: int) -> PictureText:
    """The other way: to be laid over a picture that is shown turned by `turn` quarters clockwise."""
    return turned_back(text, -turn % 4)


def _back(point: Point, turn: int) -> Point:
    x, y = point
    return {1: (y, 1 - x), 2: (1 - x, 1 - y), 3: (1 - y, x)}[turn]
