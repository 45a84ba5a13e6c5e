"""Immersion: in full screen the viewer's bar lies over the photo, and goes with the pointer while the mouse rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gallery_app.views.parts.picture_canvas import MARGIN, PictureCanvas

REST = 2500  # ms without a move of the mouse after which the bar goes


class Immersion(QObject):
    """Moves a bar between the column below the canvas and its place over it, so that the photo never jumps."""

    def __init__(self, column: QVBoxLayout, canvas: PictureCanvas, bar: QWidget) -> None:
        super().__init__(canvas)
        self._column, self._canvas, self._bar = column, canvas, bar
        self.on = self._bare = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._sleep)
        canvas.installEventFilter(self)

    def set(self, on: bool, *, bare: bool = False) -> None:
        """Whether the photo has the whole screen; `bare` if the bar does not come even when the mouse moves."""
        if (on, bare) == (self.on, self._bare):
            return
        self.on, self._bare = on, bare
        self._canvas.margin = 0 if on else MARGIN
        self._canvas.setMouseTracking(on)
        self._canvas.fit()
        self._rest.stop()
        if on:
            self._column.removeWidget(self._bar)
            self.place()
            self._sleep() if bare else self._wake()
        else:
            self._column.addWidget(self._bar)
            self._bar.show()
            self._canvas.unsetCursor()

    def place(self) -> None:
        """The bar at the lower edge of the canvas."""
        if self.on:
            height = self._bar.sizeHint().height()
            self._bar.setGeometry(0, self._canvas.height() - height, self._canvas.width(), height)
            self._bar.raise_()

    def leave(self) -> None:
        """Nothing goes on while nobody sees it."""
        self._rest.stop()

    def _wake(self) -> None:
        self._bar.show()
        self._bar.raise_()
        self._canvas.unsetCursor()
        self._rest.start()

    def _sleep(self) -> None:
        focus = QApplication.focusWidget()
        used = self._bar.underMouse() or (focus is not None and self._bar.isAncestorOf(focus))
        if used and not self._bare:
            self._rest.start()  # somebody is about to press a button
        else:
            self._bar.hide()
            self._canvas.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and not self._bare and event.type() is QEvent.Type.MouseMove:
            self._wake()
        return False
