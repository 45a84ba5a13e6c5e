"""What is shown can be seen, in every theme: by its own colours, and by the pixels that are painted (WCAG 2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollBar,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.core.palette import COLOURS, colour
from engine.core.records import Cluster
from gallery_app.base import theme
from gallery_app.base.marks import Mark
from gallery_app.base.painting import hint
from gallery_app.base.theme import CONTRAST, DARK, LIGHT, Theme
from gallery_app.views.map.names.labels import name_pixmap
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.widgets.focus_ring import FocusRings, ring_box
from gallery_app.widgets.labels import button
from tests.colour_vision import contrast

THEMES = (DARK, LIGHT, CONTRAST)
TEXT, EDGE = 4.5, 3.0
GROUNDS = ("window", "panel", "raised", "hover", "tint")


@pytest.fixture(params=THEMES, ids=lambda t: t.name)
def now(request: pytest.FixtureRequest) -> Theme:
    made: Theme = request.param
    return made


@pytest.fixture
def applied(now: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, applied to the application; afterwards it is dark again."""
    yield theme.apply(qapp, now.name)
    theme.apply(qapp, "dark")


def of(now: Theme, part: str) -> str:
    return str(getattr(now, part))


@pytest.mark.parametrize("part", ["text", "muted", "faint", "accent", "danger", "warning", "good"])
def test_text_is_read_on_every_ground(now: Theme, part: str) -> None:
    assert min(contrast(of(now, part), of(now, ground)) for ground in GROUNDS) >= TEXT


def test_text_on_colours_is_read(now: Theme) -> None:
    assert contrast(now.on_selection, now.selection) >= TEXT
    assert contrast(now.on_accent, now.accent) >= TEXT
    assert contrast(now.text, now.groove) >= TEXT  # a pressed button


@pytest.mark.parametrize("part", ["border", "selection", "disabled", "focus", "accent"])
def test_edges_and_marks_are_seen(now: Theme, part: str) -> None:
    assert min(contrast(of(now, part), of(now, ground)) for ground in ("window", "panel", "raised")) >= EDGE


def test_the_focus_is_seen_on_what_is_selected_and_the_fill_of_a_slider_in_its_groove(now: Theme) -> None:
    assert min(contrast(now.focus, of(now, ground)) for ground in ("selection", "hover", "tint")) >= EDGE
    assert contrast(now.accent, now.groove) >= EDGE


@pytest.mark.parametrize("now", [DARK, LIGHT], indirect=True, ids=["dark", "light"])
def test_names_on_the_map_are_read_over_any_photo(now: Theme) -> None:
    for index in range(COLOURS):
        mark = Mark(colour(index, now.is_dark))
        for photo in ("#ffffff", "#000000", "#808080"):
            picture = QImage(120, 40, QImage.Format.Format_RGB32)
            picture.fill(QColor(photo))
            with QPainter(picture) as painter:
                painter.drawPixmap(0, 0, name_pixmap("█", mark, now, 20.0, "Sans", 1.0))
            ground, ink = pixel(picture, 4, 17), pixel(picture, 16, 17)
            assert contrast(ground, ink) >= TEXT, (index, photo, ground, ink)


# Pixels


def pixel(image: QImage, x: float, y: float) -> str:
    return str(image.pixelColor(int(x), int(y)).name())


class Panel(QFrame):
    """Widgets one below the other on a panel, as in the inspector."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setObjectName("inspector")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        for part in parts:
            column.addWidget(part)
        self.resize(320, 60 + 50 * len(parts))
        self.show()
        QApplication.processEvents()
        self.picture = self.grab().toImage()

    def ground(self) -> str:
        return pixel(self.picture, 6, 6)

    def at(self, part: QWidget, x: float, y: float) -> str:
        """The pixel of a part; negative: from its right or lower edge."""
        corner = part.mapTo(self, QPoint())
        across, down = (x if x >= 0 else part.width() + x), (y if y >= 0 else part.height() + y)
        return pixel(self.picture, corner.x() + across, corner.y() + down)

    def of_text(self, part: QWidget) -> float:
        """The contrast of the two colours within a part that differ most: its text and its ground."""
        corner, inset = part.mapTo(self, QPoint()), 3
        across, down = range(inset, part.width() - inset), range(inset, part.height() - inset)
        colours = {pixel(self.picture, corner.x() + x, corner.y() + y) for x in across for y in down}
        by_light = sorted(colours, key=lambda colour: contrast(colour, "#000000"))
        return contrast(by_light[0], by_light[-1])


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[list[Panel]]:
    made: list[Panel] = []
    yield made
    for one in made:
        one.close()
        one.deleteLater()


def shown(panel: list[Panel], *parts: QWidget) -> Panel:
    panel.append(Panel(*parts))
    return panel[-1]


def test_fields_buttons_and_boxes_have_an_edge(applied: Theme, panel: list[Panel]) -> None:
    field, push, box = QLineEdit(), QPushButton("Move"), QCheckBox("Watch")
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    push.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    on = shown(panel, field, push, box)
    for part in (field, push):
        edge, inside = on.at(part, 0, part.height() // 2), on.at(part, 3, part.height() // 2)
        assert contrast(edge, on.ground()) >= EDGE
        assert contrast(edge, inside) >= EDGE
    row = [on.at(box, x, box.height() // 2) for x in range(14)]
    assert max(contrast(colour, on.ground()) for colour in row) >= EDGE


def test_what_is_checked_or_main_is_seen_and_read(applied: Theme, panel: list[Panel]) -> None:
    tool, main = QToolButton(), button("███", "primary")
    tool.setText("███")
    tool.setCheckable(True)
    tool.setChecked(True)
    main.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    on = shown(panel, tool, main)
    for part in (tool, main):
        assert contrast(on.at(part, part.width() // 2, 3), on.ground()) >= EDGE
        assert on.of_text(part) >= TEXT


def test_the_handle_of_a_scroll_bar_and_the_fill_of_a_slider_are_seen(applied: Theme, panel: list[Panel]) -> None:
    bar, slider, progress = QScrollBar(Qt.Orientation.Horizontal), QSlider(Qt.Orientation.Horizontal), QProgressBar()
    bar.setRange(0, 100)
    bar.setPageStep(100)
    slider.setRange(0, 10)
    slider.setValue(5)
    slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    progress.setTextVisible(False)
    progress.setValue(50)
    on = shown(panel, bar, slider, progress)
    assert contrast(on.at(bar, 20, bar.height() // 2), on.ground()) >= EDGE
    for part in (slider, progress):
        middle = part.height() // 2
        fill, groove = on.at(part, 12, middle), on.at(part, -12, middle)
        assert fill != groove
        assert contrast(fill, groove) >= EDGE
    handle = on.at(slider, slider.width() // 2, slider.height() // 2)
    assert contrast(handle, on.ground()) >= EDGE


def test_hints_and_what_is_switched_off_are_read(applied: Theme, panel: list[Panel]) -> None:
    off, said = QLabel("███"), QWidget()
    off.setEnabled(False)
    field = QLineEdit()
    field.setPlaceholderText("█████")
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    on = shown(panel, off, field, said)
    assert on.of_text(off) >= EDGE
    middle = [on.at(field, x, field.height() // 2) for x in range(8, 40)]
    assert max(contrast(colour, on.at(field, -8, 6)) for colour in middle) >= TEXT
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor(applied.window))
    with QPainter(picture) as painter:
        hint(painter, picture.rect().toRectF(), "████")
    assert contrast(pixel(picture, 100, 30), applied.window) >= TEXT


def test_the_card_of_the_shown_cluster_is_seen_and_read(applied: Theme, panel: list[Panel]) -> None:
    card = ClusterCard(Cluster("c1", "█████", members=9))
    card.show_cluster(card.cluster, Mark("#808080"), 0.8, 9)
    card.set_current(True)
    on = shown(panel, card)
    fill = on.at(card, -20, 6)
    assert contrast(fill, on.ground()) >= EDGE
    row = [on.at(card, x, card.height() // 3) for x in range(90, 140)]
    assert max(contrast(colour, fill) for colour in row) >= TEXT


def test_the_ring_of_the_focus_stands_out_from_control_and_ground(
    applied: Theme, panel: list[Panel], qtbot: QtBot
) -> None:
    first, main = QPushButton("Later"), button("Now", "primary")
    on = shown(panel, first, main)
    rings = FocusRings(on)
    on.activateWindow()
    qtbot.waitUntil(on.isActiveWindow)
    first.setFocus()
    handle = on.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert main.hasFocus()
    picture, box = on.grab().toImage(), ring_box(main)
    line = [pixel(picture, box.left() - 4 + x, box.center().y()) for x in range(14)]
    ring = [at for at, colour in enumerate(line) if colour == applied.focus]
    assert len(ring) == 2  # pixels
    assert contrast(applied.focus, on.ground()) >= EDGE
    assert contrast(applied.focus, pixel(picture, box.left() + 12, box.center().y())) >= EDGE
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert applied.focus not in {pixel(on.grab().toImage(), box.left() + x, box.center().y()) for x in range(5)}
    rings.deleteLater()
