"""Names from right to left stay whole within a window from left to right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from engine.core.errors import Sentence
from gallery_app.base.marks import Mark
from gallery_app.i18n.bidi import END, ISOLATE, elided, isolated, right_to_left
from gallery_app.i18n.edit_names import edit_name
from gallery_app.i18n.language import translate
from gallery_app.views.grid.painter import Heading, paint_heading

BEACH = "תמונות מהחוף, 2019 (קיץ)!"
FAMILY = "صور العائلة في الصيف 2020"


def drawn(text: str, direction: Qt.LayoutDirection) -> QImage:
    """The text on one line, as a widget of that direction paints it."""
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    painter.setPen(QColor("black"))
    painter.drawText(10, 20, text)
    painter.end()
    return image


@pytest.mark.parametrize("name", [BEACH, FAMILY])
@pytest.mark.parametrize("room", [90, 380])
def test_a_name_is_painted_as_where_all_is_from_right_to_left(qapp: QApplication, name: str, room: int) -> None:
    metrics = QFontMetrics(qapp.font())
    cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    assert ("…" in cut) == (room == 90)
    theirs = drawn(cut, Qt.LayoutDirection.RightToLeft)
    assert drawn(elided(metrics, name, room), Qt.LayoutDirection.LeftToRight) == theirs
    if name == BEACH or room == 90:  # so that this test can fail: … and ! land on the other side
        assert drawn(cut, Qt.LayoutDirection.LeftToRight) != theirs


def begins_on_the_left(sentence: str) -> bool:
    """Whether a label with more room than it needs writes the sentence from its left edge on."""
    label = QLabel(sentence)
    label.resize(2 * label.sizeHint().width(), 30)
    seen = label.grab().toImage()
    empty = seen.pixel(seen.width() // 2, 0)
    inked = [x for x in range(seen.width()) if any(seen.pixel(x, y) != empty for y in range(seen.height()))]
    return inked[0] < 20


def test_names_from_left_to_right_stay_as_they_are() -> None:
    assert isolated("Été 2019 (plage)!") == "Été 2019 (plage)!"
    assert isolated("Forest יער 12") != "Forest יער 12"
    assert right_to_left("2019 קיץ")
    assert not right_to_left("Forest יער")


@pytest.mark.parametrize("name", [BEACH, FAMILY])
def test_a_sentence_that_begins_with_a_name_keeps_its_direction(qapp: QApplication, name: str) -> None:
    for sentence in (
        translate(Sentence("{folder} is a file: name the folder it lies in.", folder=name)),
        translate(Sentence("{cluster} has changed while it was split: split it again.", cluster=name)),
    ):
        assert isolated(name) in sentence
        assert begins_on_the_left(sentence)
        plain = sentence.replace(ISOLATE, "").replace(END, "")
        assert not begins_on_the_left(plain)  # so that this test can fail
    assert (
        edit_name(Sentence("rename {cluster} to {name}", cluster=name, name="Beach"))
        == f"rename {isolated(name)} to Beach"
    )


def test_a_count_stays_behind_the_name_in_a_heading(qapp: QApplication) -> None:
    """Two headings with the same name and other counts differ on the right of the name only."""

    def heading(count: str) -> QImage:
        image = QImage(500, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_heading(painter, image.rect(), Heading(BEACH, [count], Mark("#ff0000")), margin=10)
        painter.end()
        return image

    one, other = heading("4"), heading("1,234")
    differ = [x for x in range(500) if any(one.pixel(x, y) != other.pixel(x, y) for y in range(40))]
    name = [x for x in range(32, 500) if any(one.pixel(x, y) != 0xFFFFFFFF for y in range(40))]
    assert min(differ) > name[0] + 100
