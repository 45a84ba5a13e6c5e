"""What is written in a photo lies over it as text: selected, copied, turned and zoomed with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QMouseEvent, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.core.records import PictureText
from gallery_app.state.session import Session
from gallery_app.views.viewer.text.text_layer import TextLayer
from gallery_app.views.viewer.viewer import Viewer
from tests.gallery_app.understood import lines, read_texts
from tests.gallery_app.windows import first_of

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
RECEIPT = lines("GREEN MARKET", "Total 12.50", "Thank you")


def show(session: Session, viewer: Viewer, qtbot: QtBot, text: PictureText, query: str = "") -> TextLayer:
    """Open a photo in which this is written."""
    file = first_of(session, "Forest")
    digest = session.gallery.files[session.gallery.row_of[file]].digest or ""
    with qtbot.waitSignal(session.understood):
        session.query(lambda library: read_texts(library, {digest: text}), lambda _: session.read_understood())
    if query:
        with qtbot.waitSignal(session.filters.changed):
            session.filters.find(query, None)
    viewer.show_photo(file)
    qtbot.waitUntil(lambda: bool(viewer.canvas.picture.levels))
    return viewer.written.layer


@pytest.fixture
def layer(session: Session, viewer: Viewer, qtbot: QtBot) -> TextLayer:
    return show(session, viewer, qtbot, RECEIPT)


def at(layer: TextLayer, number: int, place: int) -> QPoint:
    """In the middle of a line, before one of its letters."""
    outline = layer.lines[number].part(place, place)
    return ((outline[0] + outline[2]) / 2).toPoint()


def drag(layer: TextLayer, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(layer, LEFT, pos=begin)
    held = QPointF(end), QPointF(layer.mapToGlobal(end)), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(layer, QMouseEvent(QEvent.Type.MouseMove, *held))
    QTest.mouseRelease(layer, LEFT, pos=end)


def test_text_is_selected_across_lines_and_copied(viewer: Viewer, layer: TextLayer) -> None:
    drag(layer, at(layer, 0, 6), at(layer, 1, 5))
    assert layer.selected_text() == "MARKET\nTotal"
    QTest.keyClick(viewer, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "MARKET\nTotal"
    drag(layer, at(layer, 1, 5), at(layer, 0, 6))  # backwards
    assert layer.selected_text() == "MARKET\nTotal"


def test_all_of_it_by_a_key_and_escape_lets_go(viewer: Viewer, layer: TextLayer) -> None:
    QTest.keyClick(viewer, Qt.Key.Key_A, CTRL)
    assert layer.selected_text() == "GREEN MARKET\nTotal 12.50\nThank you"
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert layer.selected_text() == ""
    assert viewer.file is not None  # the viewer stays
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert viewer.file is None


def test_a_double_click_takes_a_word_and_a_click_beside_text_none(layer: TextLayer) -> None:
    QTest.mouseDClick(layer, LEFT, pos=at(layer, 1, 8))
    assert layer.selected_text() == "12.50"
    QTest.mouseClick(layer, LEFT, pos=QPoint(3, 3))
    assert layer.selected_text() == ""


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_it_is_turned_with_the_photo(viewer: Viewer, layer: TextLayer, quarters: int, qtbot: QtBot) -> None:
    viewer.turn(quarters)
    corners = [viewer.canvas.point_of(corner) for corner in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))]
    box, line = QPolygonF(corners).boundingRect(), layer.lines[0]
    begin = (line.corners[0] + line.corners[3]) / 2 - box.topLeft()
    share = begin.x() / box.width(), begin.y() / box.height()
    wanted = {1: (0.85, 0.1), 2: (0.9, 0.85), 3: (0.15, 0.9)}[quarters]  # of (0.1, 0.15)
    assert share == pytest.approx(wanted, abs=1e-6)
    drag(layer, at(layer, 0, 6), at(layer, 1, 5))
    assert layer.selected_text() == "MARKET\nTotal"
    qtbot.waitUntil(lambda: viewer.canvas.turn + viewer.canvas.picture.turn == quarters)


def test_it_follows_zoom_and_pan_which_begin_beside_text(viewer: Viewer, layer: TextLayer) -> None:
    before = layer.lines[0].part(0, 5).boundingRect()
    viewer.canvas.zoom_by(3.0)
    larger = layer.lines[0].part(0, 5).boundingRect()
    assert larger.width() == pytest.approx(3 * before.width(), rel=0.01)
    free = next(
        point
        for x in range(5, layer.width(), 20)
        for y in range(5, layer.height(), 20)
        if not any(line.holds(QPointF(point := QPoint(x, y))) for line in layer.lines)
    )
    drag(layer, free, free + QPoint(0, 30))
    moved = layer.lines[0].part(0, 5).boundingRect()
    assert moved.top() == pytest.approx(larger.top() + 30, abs=1)
    assert layer.selected_text() == ""


def test_what_the_search_found_is_lit_where_the_text_is_hidden_too(
    session: Session, viewer: Viewer, qtbot: QtBot
) -> None:
    layer = show(session, viewer, qtbot, RECEIPT, query="greenmarket")
    assert [(m.line, m.start, m.end) for m in layer.matches] == [(0, 0, 12)]
    before = layer.grab().toImage()
    layer.set_on(False)
    assert layer.isVisible()
    spot = layer.lines[0].outline.boundingRect().center().toPoint()
    assert layer.grab().toImage().pixelColor(spot).red() > 100  # yellow
    assert before.pixelColor(spot) != layer.grab().toImage().pixelColor(QPoint(2, 2))


def test_hidden_text_takes_neither_mouse_nor_keys(viewer: Viewer, layer: TextLayer) -> None:
    wanted: list[str] = []
    viewer.pane_wanted.connect(wanted.append)
    QTest.keyClick(viewer, Qt.Key.Key_L)
    assert wanted == ["text"]
    viewer.show_pane("text", False)
    assert not layer.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_A, CTRL)
    assert layer.selected_text() == ""


def test_a_script_that_is_not_read_is_told_and_no_nonsense(session: Session, viewer: Viewer, qtbot: QtBot) -> None:
    layer = show(session, viewer, qtbot, PictureText((), "Cyrillic"))
    assert layer.isVisible()
    assert layer.words() == "There is text in a script that is not read: Cyrillic."
    assert layer.words() in viewer.accessibleDescription()


def test_a_screen_reader_has_the_text(viewer: Viewer, layer: TextLayer) -> None:
    assert "Text in the photo: GREEN MARKET\nTotal 12.50\nThank you" in viewer.accessibleDescription()
    spoken = QAccessible.queryAccessibleInterface(layer)
    assert spoken.role() is QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Description) == "GREEN MARKET\nTotal 12.50\nThank you"


def test_text_that_is_read_while_one_looks_appears(session: Session, viewer: Viewer, qtbot: QtBot) -> None:
    file = first_of(session, "Forest")
    viewer.show_photo(file)
    assert not viewer.written.layer.isVisible()
    layer = show(session, viewer, qtbot, RECEIPT)
    assert layer.isVisible()
    assert layer.texts == ["GREEN MARKET", "Total 12.50", "Thank you"]


def test_a_slideshow_shows_none(viewer: Viewer, layer: TextLayer) -> None:
    viewer.slideshow.start()
    assert not layer.isVisible()
    viewer.slideshow.stop()
    assert layer.isVisible()


def test_the_menu_over_text_copies_it(layer: TextLayer) -> None:
    QTest.mouseDClick(layer, LEFT, pos=at(layer, 0, 2))
    spot = at(layer, 0, 2)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, layer.mapToGlobal(spot))
    QApplication.sendEvent(layer, asked)
    (menu,) = layer.findChildren(QMenu)
    menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "GREEN"
    menu.close()
