"""Rectangles at any angle, and the order in which they are read."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.core.records import Floats
from engine.text.detection import lines_in
from engine.text.rectangles import cut_out, enlarged, in_rows, sides, smallest_around


def _rectangle(x: float, y: float, width: float, height: float, degrees: float = 0) -> Floats:
    angle = np.deg2rad(degrees)
    right, down = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    corners = [(x, y) + a * width * right + b * height * down for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
    return np.array(corners, np.float32)


@pytest.mark.parametrize("degrees", [-40, -12, 0, 7, 35])
def test_the_smallest_rectangle_around_points_is_found_whatever_its_angle(degrees: float) -> None:
    corners = _rectangle(100, 80, 60, 20, degrees)
    rng = np.random.default_rng(0)
    u, v = rng.uniform(size=(2, 200, 1))
    inside = corners[0] + u * (corners[1] - corners[0]) + v * (corners[3] - corners[0])
    found = smallest_around(np.concatenate([inside, corners]).astype(np.float32))
    assert found == pytest.approx(corners, abs=0.01)
    assert sides(enlarged(found, 5)) == pytest.approx((70, 30), abs=0.01)


def test_what_is_cut_out_of_a_tilted_box_is_upright() -> None:
    corners = _rectangle(60, 40, 80, 20, 20)
    picture = Image.new("RGB", (200, 160))
    ImageDraw.Draw(picture).polygon([tuple(corner) for corner in corners.tolist()], fill="white")
    cut = cut_out(picture, corners)
    assert cut.size == (80, 20)
    assert np.asarray(cut)[3:-3, 3:-3].min() > 200


def test_rows_are_read_from_the_top_and_each_from_the_left_also_on_a_tilted_page() -> None:
    page = [(0, 0, 50), (80, 1, 30), (0, 30, 60), (90, 28, 20), (0, 60, 40)]
    for degrees in (0, 14, -14):
        turn = _rectangle(0, 0, 1, 1, degrees)
        right, down = turn[1] - turn[0], turn[3] - turn[0]
        boxes = []
        for x, y, width in page:
            start = 200 + x * right + y * down
            boxes.append(_rectangle(float(start[0]), float(start[1]), width, 16, degrees))
        shuffled = [4, 1, 3, 0, 2]
        assert [shuffled[i] for i in in_rows([boxes[i] for i in shuffled])] == [0, 1, 2, 3, 4]
    assert in_rows([]) == []


def test_lines_are_grown_from_their_middles_and_specks_and_haze_are_none() -> None:
    likelihood = np.zeros((96, 160), np.float32)
    likelihood[20:28, 20:120] = 0.9
    likelihood[50, 60] = 0.9
    likelihood[60:80, 20:60] = 0.4
    found = lines_in(likelihood)
    assert len(found.corners) == 1
    assert found.scores[0] > 0.75
    left, top = found.corners[0, 0]
    assert 8 < left < 20
    assert 10 < top < 20
    assert len(lines_in(np.zeros((32, 32), np.float32)).scores) == 0
