"""Windows fit the screen that they open on: at 200 % a screen of 1920 × 1080 has 960 × 540 of Qt's pixels."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

TITLE = QMargins(0, 28, 0, 0)  # of a window's frame, until the desktop has said how large it is


def available(widget: QWidget) -> QRect:
    """Where a window can be shown on the screen of a widget, its frame left out."""
    screen = widget.screen() or QGuiApplication.primaryScreen()
    outer, inner = widget.window().frameGeometry(), widget.window().geometry()
    framed = outer.height() > inner.height()
    frame = TITLE if not framed else QMargins(0, inner.top() - outer.top(), 0, outer.bottom() - inner.bottom())
    return screen.availableGeometry().marginsRemoved(frame)


def fitted(box: QRect, room: QRect) -> QRect:
    """A window's box, not larger than the room, and moved into it."""
    size = box.size().boundedTo(room.size())
    left = min(max(box.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(box.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def fit_window(window: QWidget, least: QSize) -> None:
    """Keep a window within its screen; `least` is its minimum size where there is room for it."""
    room = available(window)
    window.setMinimumSize(least.boundedTo(room.size()))
    if not (window.isMaximized() or window.isFullScreen()):
        box = fitted(window.geometry(), room)
        if box != window.geometry():
            window.setGeometry(box)
