"""Pictures are read: at any angle, in reading order, and no nonsense is told of what cannot be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from engine.core.records import PictureText
from engine.text.reader import Pixels, Stopped, TextReader, looking_edge
from engine.text.turning import turned, turned_back
from tests.paths import ROOT

RECEIPT = "DCIM/Camera/IMG_20260110_084413.jpg"
ANIMAL = "DCIM/Camera/IMG_20250503_100000.jpg"
SCRIPTS = ROOT / "tests" / "data" / "text"


def _pixels(path: Path, edge: int = 960) -> Pixels:
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((edge, edge))
        return np.asarray(upright)


def _place(text: PictureText, words: str) -> tuple[float, float]:
    (line,) = (line for line in text.lines if line.text == words)
    return line.corners[0]


@pytest.fixture(scope="module")
def receipt(demo: Path) -> Pixels:
    """The upper half of it."""
    return np.ascontiguousarray(_pixels(demo / RECEIPT)[:480])


@pytest.fixture(scope="module")
def upright(reader: TextReader, receipt: Pixels) -> PictureText:
    return reader.read(receipt)


def test_a_receipt_is_read_line_by_line_and_each_line_has_its_place(upright: PictureText) -> None:
    texts = [line.text for line in upright.lines]
    assert texts[:4] == ["CORNER BAKERY", "10 High Street", "Tel 555-0110", "11/03/2026"]
    assert texts.index("1 Croissant") + 1 == texts.index("5.95")
    assert upright.unread is None
    for line in upright.lines:
        (left, top), (right, _), _, (_, bottom) = line.corners
        assert 0 < left < right < 1
        assert 0 < top < bottom <= 1
        assert line.confidence > 0.75


@pytest.mark.parametrize("turn", [1, 2])
def test_a_picture_that_lies_on_its_side_or_head_is_read_and_its_places_follow(
    reader: TextReader, receipt: Pixels, upright: PictureText, turn: int
) -> None:
    lying = reader.read(turned(receipt, turn))
    read = {line.text for line in lying.lines} & {line.text for line in upright.lines}
    assert len(read) > 0.8 * len(upright.lines)
    back = turned_back(lying, turn)
    for words in ("CORNER BAKERY", "1 Croissant"):
        assert _place(back, words) == pytest.approx(_place(upright, words), abs=0.02)


def test_a_photograph_without_text_has_none(reader: TextReader, demo: Path) -> None:
    assert reader.read(_pixels(demo / ANIMAL)) == PictureText()


@pytest.mark.parametrize("name", ["cyrillic", "arabic", "korean"])
def test_a_script_that_is_not_read_is_told_as_such_and_never_as_nonsense(reader: TextReader, name: str) -> None:
    assert reader.read(_pixels(SCRIPTS / f"{name}.jpg")) == PictureText(unread="a script")


def test_nobody_has_to_wait_for_what_is_no_longer_wanted(reader: TextReader, receipt: Pixels) -> None:
    asked = iter([True, True, False])
    with pytest.raises(Stopped):
        reader.read(receipt, lambda: next(asked))
    assert next(asked, None) is None


def test_long_pictures_are_looked_at_more_closely() -> None:
    assert looking_edge(4000, 3000) == 960
    assert looking_edge(1080, 3240) == 1200
    assert looking_edge(1080, 60_000) == 2400


@pytest.mark.parametrize("size", [(1, 1), (1, 700), (700, 1), (40, 40)])
def test_pictures_of_any_size_can_be_looked_at(reader: TextReader, size: tuple[int, int]) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (*size, 3)).astype(np.uint8)
    assert reader.read(noise).lines == ()
