"""Photos scroll by themselves while a drag or a rubber band is held near an edge of the grid."""

from __future__ import annotations

from typing import Any

import PySide6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.parts.photo_drag import mime_data


def low_grid(session: Session, jobs: JobRunner, qtbot: QtBot) -> PhotoGrid:
    """All photos, and room for a few."""
    grid = PhotoGrid(session, jobs)
    qtbot.addWidget(grid)
    grid.resize(420, 240)
    grid.show()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert grid.verticalScrollBar().maximum() > 100
    return grid


def test_a_rubber_band_takes_in_what_it_scrolls_to(session: Session, jobs: JobRunner, qtbot: QtBot) -> None:
    grid = low_grid(session, jobs, qtbot)
    view, bar = grid.viewport(), grid.verticalScrollBar()
    corner, low = QPoint(view.width() - 3, 60), QPoint(2, view.height() - 3)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(view, low)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert len(session.selection) == len(grid.photos)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=low)
    assert not grid.input.edge.running


def test_a_drag_scrolls_until_it_leaves(session: Session, jobs: JobRunner, qtbot: QtBot) -> None:
    grid = low_grid(session, jobs, qtbot)
    view, bar = grid.viewport(), grid.verticalScrollBar()
    data = mime_data(session, [int(grid.photos.ids[0])])
    at = QPoint(40, view.height() - 2)
    place: Any = QPointF(at) if PySide6.__version_info__ >= (6, 12) else at  # as in windows.drop
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(place, *how), QDragMoveEvent(place, *how)):
        QApplication.sendEvent(view, event)
    qtbot.waitUntil(lambda: bar.value() > 0)
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not grid.input.edge.running
