"""The columns of the work page: a narrow window leaves its room to the photos, and costs nobody their widths."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QSplitter
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
        assert again.sizes()[::2] == [220, 220]
        again.moveSplitter(300, 1)  # holds as long as the window is narrow
        again.resize(810, 400)
        assert again.sizes()[::2] == [300, 220]
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
    qtbot.waitUntil(lambda: widths(parts) == (220, 220))
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    parts.window.close()
    again = make()
    with qtbot.waitSignal(again.session.changed):
        again.session.open(photo_folder, organised)
    qtbot.waitUntil(lambda: again.window.width() != 800 or widths(again) == (220, 220))
    again.window.resize(1280, 700)
    qtbot.waitUntil(lambda: widths(again) == (360, 252))
