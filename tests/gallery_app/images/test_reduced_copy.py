"""A reduced copy of a picture has its pixels, and nothing else of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtGui import QColor, QColorSpace, QImage

from gallery_app.images.reduced_copy import EDGE, png_bytes, reduced_copy


@pytest.fixture
def telling(tmp_path: Path) -> QImage:
    """An image as Qt reads it, with texts, a resolution and a colour profile."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Ann Smith")
    said.add_text("Comment", "at home, 51.5 N")
    Image.new("RGB", (1200, 600), (200, 30, 30)).save(tmp_path / "said.png", pnginfo=said, dpi=(300, 300))
    image = QImage(str(tmp_path / "said.png"))
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    assert image.text("Author") == "Ann Smith"
    return image


def test_nothing_that_the_file_says_comes_with_it(telling: QImage) -> None:
    copy = reduced_copy(telling)
    assert copy.textKeys() == []
    assert not copy.colorSpace().isValid()
    written = png_bytes(copy)
    with Image.open(BytesIO(written)) as read:
        assert read.size == (EDGE, EDGE // 2)
        assert set(read.info) <= {"dpi"}  # Qt's own, the same for each
        assert not read.getexif()
    assert b"Ann" not in written


def test_it_is_turned_as_it_is_shown_and_a_small_one_stays_small(telling: QImage) -> None:
    assert (reduced_copy(telling, 1).width(), reduced_copy(telling, 1).height()) == (EDGE // 2, EDGE)
    small = QImage(3, 2, QImage.Format.Format_RGB32)
    small.fill(QColor("white"))
    small.setPixelColor(0, 0, QColor("black"))
    turned = reduced_copy(small, 1)
    assert (turned.width(), turned.height()) == (2, 3)
    assert turned.pixelColor(1, 0) == QColor("black")
