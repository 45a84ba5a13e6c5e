"""What has the keys is seen, whichever way they came there; and F6 goes to all that can be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Rename
from gallery_app.app import Parts
from gallery_app.widgets.focus_ring import by_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def front(parts: Parts, qtbot: QtBot) -> Parts:
    """A window with the keyboard, in whose grid a photo was clicked on."""
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    grid = parts.workspace.grid
    at = grid.viewport().mapTo(parts.window, grid.box_of(0).center())
    QTest.mouseClick(parts.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert grid.hasFocus()
    assert not by_keys()
    return parts


def press(parts: Parts, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(parts.window.windowHandle(), key, held)


def painted(parts: Parts) -> bytes:
    """The first photo of the grid as it is seen, with some of what is around it."""
    grid = parts.workspace.grid
    image = grid.viewport().grab(grid.box_of(0).adjusted(-4, -4, 4, 4)).toImage()
    return bytes(image.constBits())


def test_after_the_mouse_f6_shows_where_the_keys_go(front: Parts) -> None:
    """A command's shortcut is no press of a key to the widgets."""
    press(front, Key.Key_F6)
    assert by_keys()


def test_the_photo_is_ringed_again_as_the_keys_come_back(front: Parts, qtbot: QtBot) -> None:
    """The grid kept a mind of its own: clicked on once, it showed no ring, and the one around it was left to it."""
    qtbot.waitUntil(lambda: not front.jobs.busy)
    clicked = painted(front)
    press(front, Key.Key_Tab)
    front.workspace.pages.focus_photos()
    qtbot.waitUntil(lambda: not front.jobs.busy)
    assert front.workspace.grid.hasFocus()
    ringed = painted(front)
    assert ringed != clicked
    QTest.mouseClick(front.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(front.window.width() // 2, 4))
    assert painted(front) == clicked


def test_what_ctrl_and_an_arrow_go_to_is_what_commands_are_for(front: Parts) -> None:
    session, grid = front.session, front.workspace.grid
    press(front, Key.Key_Home)
    chosen = session.selection
    press(front, Key.Key_Right, CONTROL)
    assert grid.current == 1
    assert session.current == int(grid.photos.ids[1])
    assert session.selection == chosen


def test_f6_goes_to_undo_in_the_strip(front: Parts, qtbot: QtBot) -> None:
    session = front.session
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Stars"), None)
    undo, seen = front.workspace.strip.outcome.way, []
    for _ in range(8):
        press(front, Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert undo in seen
    assert None not in seen
