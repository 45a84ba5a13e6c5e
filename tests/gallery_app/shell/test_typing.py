"""Keys while one types are the text's, whatever they are a shortcut for elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts

CONTROL = Qt.KeyboardModifier.ControlModifier


def rename_editor(parts: Parts, qtbot: QtBot) -> QWidget:
    parts.session.focus_cluster(parts.session.gallery.clusters[0].id, None)
    parts.workspace.shelf.rename_focused()
    (editor,) = parts.workspace.shelf.findChildren(QLineEdit)
    return editor


def find_field(parts: Parts, qtbot: QtBot) -> QWidget:
    parts.window.actions_["find"].trigger()
    return parts.workspace.tool_bar.finder.field


def name_of_a_new_kind(parts: Parts, qtbot: QtBot) -> QWidget:
    parts.window.actions_["ask"].trigger()
    page = parts.workspace.ask
    qtbot.waitUntil(lambda: page.round.question is not None)
    QTest.keyClick(page, Qt.Key.Key_N)
    return page.name


def number_of_clusters(parts: Parts, qtbot: QtBot) -> QWidget:
    parts.workspace.tool_bar.k.setEnabled(True)  # the drive is away in this test
    number = parts.workspace.tool_bar.k.findChild(QSpinBox)
    number.setFocus()
    number.selectAll()
    return number


@pytest.mark.parametrize("field", [rename_editor, find_field, name_of_a_new_kind, number_of_clusters])
def test_ctrl_backspace_deletes_a_word_and_moves_no_photo(
    parts: Parts, field: Callable[[Parts, QtBot], QWidget], qtbot: QtBot
) -> None:
    session, window = parts.session, parts.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.select([int(session.gallery.ids[0])], None)
    typed = field(parts, qtbot)
    qtbot.waitUntil(typed.hasFocus)
    text = typed.text if isinstance(typed, QLineEdit) else typed.cleanText  # type: ignore[attr-defined]
    if isinstance(typed, QLineEdit):
        typed.clear()
        QTest.keyClicks(typed, "two words")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backspace, CONTROL)  # as from the keyboard: to where the focus is
    assert text() == ("two " if isinstance(typed, QLineEdit) else "")
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert not session.can_undo


def test_elsewhere_ctrl_backspace_is_not_this_cluster(parts: Parts, qtbot: QtBot) -> None:
    session, window = parts.session, parts.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.select([int(session.gallery.ids[0])], None)
    parts.workspace.grid.setFocus()
    assert QApplication.focusWidget() is parts.workspace.grid
    with qtbot.waitSignal(session.changed):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backspace, CONTROL)
    assert session.can_undo
