"""What is seen stays where it is: as something is tried again, as Tab goes round, as panes come and go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from engine.edits import Move
from gallery_app.app import Parts
from gallery_app.widgets.scroll_area import ScrollArea
from tests.gallery_app.fake_engine import FakeEngines
from tests.gallery_app.windows import settle


def test_trying_again_stays_on_its_page(
    make: Callable[..., Parts], fakes: FakeEngines, tmp_path: Path, qtbot: QtBot
) -> None:
    """The page of photos was shown for a moment, empty, and the button had lost the focus."""
    folder = tmp_path / "Nothing yet"
    folder.mkdir()
    parts = make(tmp_path / "new", fakes)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(folder)
    fakes.last.done()
    settle(parts, qtbot)
    pages, message = parts.window.pages, parts.workspace.message
    assert pages.currentWidget() is message
    shown: list[int] = []
    pages.currentChanged.connect(shown.append)
    again = next(b for b in message.findChildren(QPushButton) if b.text() == "Try again")
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    again.setFocus()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: parts.session.busy)
    assert again.text() == "Looking again…"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)  # once is enough
    fakes.last.done()
    settle(parts, qtbot)
    assert again.text() == "Try again"
    assert again.hasFocus()
    assert not shown


@pytest.mark.parametrize("size", [(1280, 560), (900, 560)])
def test_tab_goes_round_and_nothing_moves_behind_it(parts: Parts, size: tuple[int, int], qtbot: QtBot) -> None:
    work, window = parts.workspace.work, parts.window
    window.resize(*size)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    work.grid.setFocus()
    areas = [work.grid, work.inspector, work.shelf.findChild(ScrollArea)]
    work.grid.verticalScrollBar().setValue(60)
    for _ in range(80):
        before = [area.verticalScrollBar().value() for area in areas]
        camera = work.map.camera
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        for area, value in zip(areas, before, strict=True):
            if not area.isAncestorOf(now):
                assert area.verticalScrollBar().value() == value
        assert work.map.camera == camera


def test_photos_and_map_stay_as_panes_come_and_go(parts: Parts, qtbot: QtBot) -> None:
    work, session, actions = parts.workspace.work, parts.session, parts.window.actions_
    parts.window.resize(1280, 640)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    file = int(work.grid.photos.ids[7])
    session.select([file], None, file)

    def seen() -> tuple[int, int]:
        return work.grid.offset, work.grid.box_of(work.grid.photos.position_of(file)).top()

    before = seen()
    for name in ("inspector", "training", "shelf", "inspector", "training", "shelf"):
        actions[name].trigger()
        QApplication.processEvents()
        box = work.grid.box_of(work.grid.photos.position_of(file))
        assert box.top() >= 0
        assert box.bottom() < work.grid.viewport().height()
        assert work.map.fitted
    assert seen() == before


def test_an_edit_and_its_undo_move_nothing_else(parts: Parts, qtbot: QtBot) -> None:
    grid, session = parts.workspace.grid, parts.session
    parts.window.resize(1280, 420)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    positions = [p for p in grid.visible() if grid.box_of(p).top() >= 0]
    moved, stays = int(grid.photos.ids[positions[-1]]), int(grid.photos.ids[positions[0]])
    before = grid.box_of(grid.photos.position_of(stays)).top(), grid.offset
    target = next(c.id for c in session.gallery.clusters if c.name == "Beach")
    with qtbot.waitSignal(session.changed):
        session.edit(Move([moved], target), None)
    settle(parts, qtbot)
    assert grid.box_of(grid.photos.position_of(stays)).top() == before[0]
    with qtbot.waitSignal(session.changed):
        session.undo()
    settle(parts, qtbot)
    assert (grid.box_of(grid.photos.position_of(stays)).top(), grid.offset) == before
