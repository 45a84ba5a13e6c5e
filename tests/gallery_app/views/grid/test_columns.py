"""The columns of the work page: a narrow window leaves its room to the photos, and costs nobody their widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.shell.work_page import Columns


def columns_at(width: int, qtbot: QtBot) -> Columns:
    """Three columns, shown; at first they are narrow, as in a page before it is laid out."""
    columns = Columns(QLabel(), QLabel(), QLabel())
    qtbot.addWidget(columns)
    columns.resize(640, 400)
    columns.show()
    columns.resize(width, 400)
    return columns


@pytest.mark.parametrize("closed_at", [1280, 800])
@pytest.mark.parametrize("started_at", [1280, 800])
def test_the_widths_that_the_user_chose_hold(qtbot: QtBot, closed_at: int, started_at: int) -> None:
    columns = columns_at(1280, qtbot)
    columns.moveSplitter(330, 1)
    columns.moveSplitter(1080, 2)
    columns.resize(closed_at, 400)
    again = Columns(QLabel(), QLabel(), QLabel())
    qtbot.addWidget(again)
    again.resize(640, 400)  # as before anything is shown
    assert again.restoreState(columns.saveState())
    again.resize(started_at, 400)
    again.show()
    if started_at == 800:
        assert again.sizes()[::2] == [250, 250]
        again.moveSplitter(300, 1)  # holds as long as the window is narrow
        again.resize(810, 400)
        assert again.sizes()[::2] == [300, 250]
    again.resize(1280, 400)
    assert again.sizes()[::2] == [330, 199]  # the second handle is a pixel


def test_a_side_that_is_hidden_keeps_its_width(qtbot: QtBot) -> None:
    columns = columns_at(1280, qtbot)
    columns.moveSplitter(330, 1)
    columns.widget(0).hide()
    columns.moveSplitter(1000, 2)
    for width in (800, 1280):
        columns.resize(width, 400)
    columns.widget(0).show()
    qtbot.waitUntil(lambda: columns.sizes()[::2] == [330, 279])


def test_a_state_of_something_else_is_left_alone(qtbot: QtBot) -> None:
    columns = columns_at(1280, qtbot)
    assert not columns.restoreState(QSplitter().saveState())
    assert columns.sizes()[::2] == [280, 252]


def test_a_program_that_is_closed_while_narrow_starts_wide_as_it_was(
    parts: Parts, make: Callable[[], Parts], photo_folder: Path, organised: Path, qtbot: QtBot
) -> None:
    def widths(shown: Parts) -> tuple[int, int]:
        return shown.workspace.side.width(), shown.workspace.inspector.width()

    columns = parts.workspace.work.splitters()["upper"]
    parts.window.resize(1280, 700)
    qtbot.waitUntil(lambda: widths(parts) == (280, 252))
    columns.moveSplitter(360, 1)
    parts.window.resize(800, 600)
    qtbot.waitUntil(lambda: parts.workspace.side.width() == 250)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    parts.window.close()
    again = make()
    with qtbot.waitSignal(again.session.changed):
        again.session.open(photo_folder, organised)
    qtbot.waitUntil(lambda: again.window.width() != 800 or again.workspace.side.width() == 250)
    again.window.resize(1280, 700)
    qtbot.waitUntil(lambda: widths(again) == (360, 252))


@pytest.mark.parametrize(("width", "height"), [(800, 600), (900, 560), (999, 700)])
def test_a_narrow_window_leaves_two_thirds_to_the_photos(parts: Parts, width: int, height: int, qtbot: QtBot) -> None:
    work, actions = parts.workspace.work, parts.window.actions_
    parts.window.resize(width, height)
    for side, other in (("shelf", "inspector"), ("inspector", "shelf"), ("shelf", "inspector")):
        if not actions[side].isChecked():
            actions[side].trigger()
        QApplication.processEvents()
        assert work.grid.parentWidget().width() >= width * 2 / 3
        assert actions[side].isChecked()
        assert not actions[other].isChecked()
        assert work.side.isVisible() == (side == "shelf")
        assert work.inspector.isVisible() == (side == "inspector")


def test_what_is_open_in_a_wide_window_comes_back(parts: Parts, qtbot: QtBot) -> None:
    work, actions = parts.workspace.work, parts.window.actions_
    parts.window.resize(800, 600)
    QApplication.processEvents()
    actions["inspector"].trigger()  # the shelf makes way
    actions["inspector"].trigger()  # and comes back
    assert work.side.isVisible()
    assert not work.inspector.isVisible()
    actions["inspector"].trigger()
    parts.window.resize(1280, 800)
    QApplication.processEvents()
    assert (work.side.isVisible(), work.inspector.isVisible()) == (True, True)
    assert (actions["shelf"].isChecked(), actions["inspector"].isChecked()) == (True, True)
    actions["inspector"].trigger()
    for size in ((800, 600), (1280, 800)):
        parts.window.resize(*size)
        QApplication.processEvents()
        assert not work.inspector.isVisible()


def test_the_users_own_width_wins_in_a_narrow_window(parts: Parts, qtbot: QtBot) -> None:
    work = parts.workspace.work
    parts.window.resize(800, 600)
    QApplication.processEvents()
    work.columns.moveSplitter(330, 1)
    parts.window.resize(810, 600)
    QApplication.processEvents()
    assert work.side.width() == 330
    parts.window.resize(1280, 800)
    QApplication.processEvents()
    assert work.side.width() == 280
