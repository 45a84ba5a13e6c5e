from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.clustering.naming.appearance import BRIGHT, COLOURS, GREY, LAYOUTS, SHADED, WRITTEN, appearance_of


def photo(height=200, width=300):
    """Light that falls off smoothly, and the grain of a sensor."""
    rows, columns = np.mgrid[:height, :width] / max(height, width)
    light = 120 + 60 * np.sin(7 * rows) + 50 * np.cos(5 * columns)
    grain = np.random.default_rng(0).normal(0, 8, (height, width))
    return np.clip((light + grain)[..., None] * [1, 0.8, 0.6], 0, 255).astype(np.uint8)


def drawing(fill="green"):
    image = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(image).ellipse((50, 30, 250, 170), fill=fill)
    return np.asarray(image)


def page(ink="black", paper="white"):
    image = Image.new("RGB", (300, 200), paper)
    for line in range(6, 190, 9):
        ImageDraw.Draw(image).text((10, line), "two of bread, one of milk, and the change from ten", fill=ink)
    return np.asarray(image)


def test_photos_are_shaded_and_drawings_and_pages_are_not():
    assert appearance_of(photo())[SHADED] > 0.5
    assert appearance_of(drawing())[SHADED] < 0.2
    assert appearance_of(page())[SHADED] < 0.4


@pytest.mark.parametrize("colours", [("black", "white"), ("white", "navy"), ("#333", "#f4ecd8")])
def test_a_page_is_written_in_any_colours(colours):
    assert appearance_of(page(*colours))[WRITTEN] > 0.4
    assert appearance_of(drawing(colours[0]))[WRITTEN] < 0.2


@pytest.mark.parametrize("fill", ["red", "orange", "yellow", "green", "blue", "purple"])
def test_the_colour_is_that_of_what_is_not_background(fill):
    seen = appearance_of(drawing(fill))
    assert next(c for c, share in zip(COLOURS, seen[GREY + 1 :], strict=True) if share > 0.9).startswith(fill)
    assert seen[GREY] < 0.1


def test_white_on_black_is_dark_and_grey():
    dark, bright = appearance_of(page("white", "black")), appearance_of(page())
    assert dark[BRIGHT] < 0.3 < 0.7 < bright[BRIGHT]
    assert min(dark[GREY], bright[GREY]) > 0.9


@pytest.mark.parametrize("size", [(1, 1), (1, 320), (320, 1), (2, 2), (15, 17)])
def test_a_tiny_or_plain_picture_has_a_look(size):
    assert np.isfinite(appearance_of(np.full((*size, 3), 200, np.uint8))).all()
    assert np.isfinite(appearance_of(photo(*size))).all()


@pytest.mark.parametrize(
    ("height", "width", "layout"),
    [(320, 120, [1, 1, 0]), (320, 240, [0, 1, 0]), (240, 320, [0, 0, 1]), (300, 300, [0, 0, 0]), (300, 320, [0, 0, 0])],
)
def test_a_picture_is_long_upright_wide_or_nearly_square(height, width, layout):
    seen = appearance_of(np.full((height, width, 3), 200, np.uint8))
    assert seen[-len(LAYOUTS) :].tolist() == layout
