"""Immersion: in full screen the viewer's bar lies over the photo and hides with the pointer when the mouse rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gallery_app.views.parts.picture_canvas import MARGIN, PictureCanvas

IDLE_TIME = 2500  # ms without a mouse move after which the bar is hidden


class Immersion(QObject):
    """Moves the bar between the column below the canvas and an overlay on it, so that the photo never jumps."""

    def __init__(self, column: QVBoxLayout, canvas: PictureCanvas, bar: QWidget) -> None:
        super().__init__(canvas)
        self._column, self._canvas, self._bar = column, canvas, bar
        self.on = self._without_bar = False
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(IDLE_TIME)
        self._idle_timer.timeout.connect(self._hide_bar)
        canvas.installEventFilter(self)

    def set(self, on: bool, *, without_bar: bool = False) -> None:
        """Turn it on or off; `without_bar`: the bar stays hidden even when the mouse moves."""
        if (on, without_bar) == (self.on, self._without_bar):
            return
        self.on, self._without_bar = on, without_bar
        self._canvas.margin = 0 if on else MARGIN
        self._canvas.setMouseTracking(on)
        self._canvas.fit()
        self._idle_timer.stop()
        if on:
            self._column.removeWidget(self._bar)
            self.place()
            self._hide_bar() if without_bar else self._show_bar()
        else:
            self._column.addWidget(self._bar)
            self._bar.show()
            self._canvas.unsetCursor()

    def place(self) -> None:
        """Put the bar at the lower edge of the canvas."""
        if self.on:
            height = self._bar.sizeHint().height()
            self._bar.setGeometry(0, self._canvas.height() - height, self._canvas.width(), height)
            self._bar.raise_()

    def leave(self) -> None:
        """Stop the timer: the viewer is hidden."""
        self._idle_timer.stop()

    def _show_bar(self) -> None:
        self._bar.show()
        self._bar.raise_()
        self._canvas.unsetCursor()
        self._idle_timer.start()

    def _hide_bar(self) -> None:
        focus = QApplication.focusWidget()
        used = self._bar.underMouse() or (focus is not None and self._bar.isAncestorOf(focus))
        if used and not self._without_bar:
            self._idle_timer.start()  # the bar is being used
        else:
            self._bar.hide()
            self._canvas.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and not self._without_bar and event.type() is QEvent.Type.MouseMove:
            self._show_bar()
        return False
