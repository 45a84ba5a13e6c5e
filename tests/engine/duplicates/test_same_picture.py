"""What a person calls the same picture, pair by pair: copies are, what only looks alike is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance, ImageOps

from engine.duplicates.same_picture import CLOSE, GLANCE, Look, compare
from tests.engine.duplicates import drawn
from tests.engine.duplicates.copies import COPIES

PICTURES: dict[str, Callable[[], Image.Image]] = {
    "landscape": lambda: drawn.landscape(1),
    "receipt": lambda: drawn.receipt(1, 1),
    "screenshot": lambda: drawn.screenshot(1, 1),
    "meme": lambda: drawn.meme(drawn.landscape(2), 1),
}


def same(a: Image.Image, b: Image.Image, look: Look = GLANCE) -> bool:
    found = compare(a.convert("RGB"), b.convert("RGB"), look)
    return found is not None and found.same


def thumbnail(image: Image.Image) -> Image.Image:
    image = image.convert("RGB")
    image.thumbnail((GLANCE.edge, GLANCE.edge))
    return image


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("made", COPIES)
def test_a_copy_is_the_same_picture(kind: str, made: str, tmp_path: Path) -> None:
    image = PICTURES[kind]()
    for seed in range(2):
        path = tmp_path / f"{seed}.jpg"
        COPIES[made](image, path, random.Random(seed), Image.Exif())
        with Image.open(path) as copy:
            assert same(thumbnail(image), thumbnail(ImageOps.exif_transpose(copy)))


def all_different(images: list[Image.Image]) -> bool:
    return not any(same(thumbnail(a), thumbnail(b)) for a, b in combinations(images, 2))


def test_receipts_of_one_shop_differ() -> None:
    assert all_different([drawn.receipt(1, seed) for seed in range(4)])


def test_receipts_with_the_same_goods_at_other_prices_differ() -> None:
    assert all_different([drawn.receipt(1, seed, same_goods=True) for seed in range(4)])


def test_screenshots_of_one_program_differ() -> None:
    assert all_different([drawn.screenshot(1, seed) for seed in range(4)])


def test_memes_of_one_template_differ() -> None:
    template = drawn.landscape(2)
    assert all_different([template, *(drawn.meme(template, seed) for seed in range(3))])


def test_moments_of_a_burst_differ() -> None:
    scene = drawn.landscape(3)
    assert all_different([scene, *(drawn.moment_later(scene, seed, 0.012) for seed in range(3))])


def test_exposures_of_a_bracket_differ() -> None:
    scene = drawn.landscape(4)
    assert all_different([ImageEnhance.Brightness(scene).enhance(by) for by in (0.54, 0.73, 1, 1.37)])


def test_parts_of_a_panorama_differ() -> None:
    wide = drawn.landscape(5, (1200, 400))
    assert all_different([wide.crop((left, 0, left + 640, 400)) for left in (0, 180, 360)])


def test_plain_pictures_are_compared_by_colour() -> None:
    assert all_different([drawn.plain(colour) for colour in drawn.COLOURS])
    assert same(drawn.plain("#c62828"), drawn.plain("#c52a27").resize((150, 100)))


def test_a_grey_version_is_a_version_of_its_own() -> None:
    scene = drawn.landscape(6)
    assert all_different([scene, scene.convert("L")])


def test_pages_that_differ_by_an_amount_are_told_apart_where_it_can_be_read() -> None:
    one, other = drawn.page(1, 1), drawn.page(1, 2)
    assert same(thumbnail(one), thumbnail(other))  # nobody could: that is why originals are read
    assert not same(one, other, CLOSE)
    assert same(one, one.resize((992, 1403)), CLOSE)
