"""Round pictures of faces: from the thumbnail at once, from the photo where a face is small, turned as the photo is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from engine.core.records import Box, Face
from engine.edits import Turn
from engine.library.thumbnails import write_thumbnail
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.face_pictures import FacePictures, round_cut
from gallery_app.images.shares import filling, placed, shares_of, turned
from gallery_app.state.session import Session

BOX = Box(0.4, 0.1, 0.02, 0.03)  # small: 20 of 1000 pixels
SIDE = 48


def test_a_box_turns_with_its_picture_and_back() -> None:
    assert turned(Box(0.1, 0.2, 0.3, 0.4), 1) == pytest.approx(Box(0.4, 0.1, 0.4, 0.3))
    for quarters in range(4):
        assert turned(turned(BOX, quarters), -quarters) == pytest.approx(BOX)


def test_a_place_and_its_shares_are_inverse_and_beside_the_picture_there_is_nothing() -> None:
    whole = QRectF(10, 20, 200, 100)
    assert shares_of(placed(BOX, whole), whole) == pytest.approx(BOX)
    assert shares_of(QRectF(0, 0, 110, 70), whole) == pytest.approx(Box(0, 0, 0.5, 0.5))


@pytest.mark.parametrize("aspect", [0.5, 1.0, 3.0])
def test_a_picture_that_fills_a_frame_covers_it_and_keeps_its_shape(aspect: float) -> None:
    frame = QRectF(5, 5, 120, 80)
    whole = filling(frame, aspect)
    assert whole.contains(frame)
    assert whole.width() / whole.height() == pytest.approx(aspect)
    assert whole.center() == frame.center()


def test_a_picture_is_round_and_shows_the_face_with_room_around_it() -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(80, 120):
        for y in range(30, 70):
            image.setPixelColor(x, y, QColor("red"))
    cut = round_cut(image, Box(0.4, 0.3, 0.2, 0.4), SIDE)
    assert cut.pixelColor(0, 0).alpha() == 0
    assert cut.pixelColor(SIDE // 2, SIDE // 2) == QColor("red")
    assert cut.pixelColor(SIDE // 2, 3) == QColor("blue")


def test_a_small_face_is_sharp_once_the_photo_is_read_and_turns_with_it(
    session: Session, jobs: JobRunner, there: None, tmp_path: Path, qtbot: QtBot
) -> None:
    """Stripes of two pixels are grey on the thumbnail, and black and white in the photo."""
    file = next(file for file in session.gallery.files if file.path == "night_0.jpg")
    photo = session.photo_path(session.gallery.row_of[file.id])
    image = Image.new("RGB", (1000, 600), "white")
    draw = ImageDraw.Draw(image)
    for x in range(0, 1000, 4):
        draw.rectangle((x, 0, x + 1, 600), "black")
    image.save(photo, quality=95)
    assert session.library is not None
    write_thumbnail(image.resize((320, 192)), session.library.thumbnails.path(file.digest or ""))
    content = session.gallery.contents[file.digest or ""]
    session.gallery.contents[file.digest or ""] = content._replace(width=1000, height=600)
    pictures = FacePictures(session, jobs)
    face = Face(1, file.digest or "", BOX, 0.9)
    assert pictures.picture(face, SIDE) is None

    def contrast() -> int:
        picture = pictures.picture(face, SIDE)
        if picture is None:
            return 0
        middle = [picture.toImage().pixelColor(x, SIDE // 2).lightness() for x in range(8, SIDE - 8)]
        return max(middle) - min(middle)

    qtbot.waitUntil(lambda: pictures.picture(face, SIDE) is not None)
    qtbot.waitUntil(lambda: contrast() > 200)
    with qtbot.waitSignal(session.changed):
        session.edit(Turn([file.digest or ""], 1), None)
    assert pictures.picture(face, SIDE) is None  # of the turned photo it is another
    qtbot.waitUntil(lambda: not jobs.busy)
    found = pictures.picture(face, SIDE)
    assert found is not None
    shown = found.toImage()
    down = [shown.pixelColor(SIDE // 2, y).lightness() for y in range(8, SIDE - 8)]
    assert max(down) - min(down) > 200  # the stripes lie across now
    pictures.deleteLater()
