"""A scroll area shows what Tab comes to, and does not move when Tab goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.widgets.scroll_area import ScrollArea


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """A button before and one after a scroll area of twenty."""
    page, inner = QWidget(), QWidget()
    area = ScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column, row = QVBoxLayout(inner), QHBoxLayout(page)
    for index in range(20):
        column.addWidget(QPushButton(str(index)))
    area.setWidget(inner)
    for part in (QPushButton("before"), area, QPushButton("after")):
        row.addWidget(part)
    page.resize(500, 200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close()
    page.deleteLater()


def button(page: QWidget, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def seen(page: QWidget, text: str) -> bool:
    part, area = button(page, text), page.findChild(ScrollArea)
    assert isinstance(area, ScrollArea)
    at = part.mapTo(area.viewport(), QPoint(0, 0))
    return area.viewport().rect().contains(part.rect().translated(at))


def tab(page: QWidget, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_what_tab_comes_to_is_seen(page: QWidget, qtbot: QtBot) -> None:
    button(page, "after").setFocus()
    qtbot.keyClick(button(page, "after"), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is button(page, "19")
    assert seen(page, "19")
    for index in range(18, -1, -1):
        tab(page, qtbot, Qt.Key.Key_Backtab)
        assert seen(page, str(index))


def test_nothing_moves_as_tab_leaves(page: QWidget, qtbot: QtBot) -> None:
    area = page.findChild(ScrollArea)
    assert isinstance(area, ScrollArea)
    button(page, "19").setFocus()
    area.verticalScrollBar().setValue(0)  # by the wheel
    tab(page, qtbot)
    assert QApplication.focusWidget() is button(page, "after")
    assert area.verticalScrollBar().value() == 0


def test_nothing_moves_as_the_window_becomes_active_again(page: QWidget, qtbot: QtBot) -> None:
    area = page.findChild(ScrollArea)
    assert isinstance(area, ScrollArea)
    button(page, "19").setFocus()
    area.verticalScrollBar().setValue(0)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert area.verticalScrollBar().value() == 0
