"""What is read in a turned picture is kept as the picture lies."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.records import PictureText, TextLine
from engine.text.turning import turned, turned_back, turned_text


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_place_in_the_turned_picture_is_that_of_the_same_pixel_before(turn: int) -> None:
    pixels = np.zeros((30, 40, 3), np.uint8)
    pixels[4, 10] = 255
    ((row, column),) = np.argwhere(turned(pixels, turn)[:, :, 0])
    height, width = turned(pixels, turn).shape[:2]
    corner = ((column + 0.5) / width, (row + 0.5) / height)
    text = PictureText((TextLine("dot", (corner,) * 4, 1.0),))
    back = turned_back(text, turn)
    assert back.lines[0].corners[0] == pytest.approx((10.5 / 40, 4.5 / 30))
    assert turned_text(back, turn).lines[0].corners[0] == pytest.approx(corner)
