"""DragScroll: auto-scrolls a scroll area while a drag is near its top or bottom edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

EDGE = 36  # pixels at the top and bottom edge in which a drag or a rubber band scrolls
TICK = 16  # ms


class DragScroll(QObject):
    """Needed because Qt delivers no wheel events during a drag.

    The timer runs only while something scrolls, so that it stops also if the end of a drag is missed.
    """

    scrolled = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._bar, self._view = area.verticalScrollBar(), area.viewport()
        self._y = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._scroll)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def hold(self, y: int) -> None:
        """The drag is at this y of the area's viewport, until `stop` or the next call."""
        self._y = y
        if not self.running:
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _scroll(self) -> None:
        before, below = self._bar.value(), self._y - self._view.height() + EDGE
        if self._y < EDGE:
            self._bar.setValue(before - (EDGE - self._y))
        elif below > 0:
            self._bar.setValue(before + below)
        if self._bar.value() == before:
            self._timer.stop()
        else:
            self.scrolled.emit()
