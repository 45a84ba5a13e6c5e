"""What several tests ask of a window."""

from __future__ import annotations

from typing import Any

import PySide6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.state.session import Session

MINUTE = 60_000  # in milliseconds, as Qt has them


def first_of(session: Session, name: str) -> int:
    """The file id of the surest photo of the cluster of this name."""
    cluster = next(c for c in session.gallery.clusters if c.name == name)
    return int(session.gallery.ids[session.gallery.members(cluster.id)[0]])


def settle(parts: Parts, qtbot: QtBot) -> None:
    """Wait until neither the engine nor the window has anything to do."""
    QApplication.processEvents()  # what waits for the engine to be free asks in the next turn of the event loop
    qtbot.waitUntil(lambda: not parts.session.busy and not parts.jobs.busy, timeout=2 * MINUTE)


def wheel(view: QWidget, at: QPoint, turn: int) -> None:
    """Turn the mouse wheel over a point of a view; 120 is one notch away from the user."""
    event = QWheelEvent(
        QPointF(at), view.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def drop(target: QWidget, data: QMimeData, at: QPoint, action: Qt.DropAction) -> bool:
    """Drag over a point of a widget, with the left button, and let go as Qt would; whether it was wanted there."""
    place: Any = QPointF(at) if PySide6.__version_info__ >= (6, 12) else at  # the other one is deprecated, or not there
    how = action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter, move = QDragEnterEvent(place, *how), QDragMoveEvent(place, *how)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    move.setAccepted(enter.isAccepted())  # as Qt has it, until the widget says otherwise
    QApplication.sendEvent(target, move)
    QApplication.sendEvent(target, QDropEvent(QPointF(at), *how) if move.isAccepted() else QDragLeaveEvent())
    return move.isAccepted()
