"""The whole way: a window, an engine of its own, the networks, and what was read in a picture, found and shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE, settle


@pytest.fixture
def sign(photo_folder: Path) -> Path:
    """A picture with a line of text, among the photos before they are opened."""
    image = Image.new("RGB", (640, 480), (245, 240, 230))
    ImageDraw.Draw(image).text((60, 180), "Green Market", (20, 20, 20), ImageFont.load_default(72))
    image.save(photo_folder / "sign.jpg", quality=92)
    return photo_folder / "sign.jpg"


@pytest.mark.slow  # an engine is started, which opens five networks
def test_what_is_written_in_a_picture_is_read_in_the_background_and_found(
    sign: Path, clustered: Parts, qtbot: QtBot
) -> None:
    session, background = clustered.session, clustered.workspace.understanding.background
    qtbot.waitUntil(lambda: background.at_work, timeout=MINUTE)
    assert not session.busy
    qtbot.waitUntil(lambda: not background.at_work, timeout=2 * MINUTE)
    settle(clustered, qtbot)
    understood = session.gallery.understood
    assert sum(understood.kind_counts.values()) == 13
    row = next(row for row, file in enumerate(session.gallery.files) if file.path == sign.name)
    (line,) = understood.texts[session.gallery.files[row].digest or ""].lines
    assert line.text.replace(" ", "").casefold() == "greenmarket"
    left, top = line.corners[0]
    assert (left, top) == pytest.approx((60 / 640, 195 / 480), abs=0.05)
    session.filters.find("greenmark", None)
    qtbot.waitUntil(lambda: session.filters.rows.tolist() == [row])
    clustered.workspace.pages.show_photo(int(session.gallery.ids[row]))
    assert len(clustered.workspace.viewer.written.layer.matches) == 1
