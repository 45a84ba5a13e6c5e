"""DragScroll: what is held near the top or bottom edge of a scroll area scrolls it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

EDGE = 36  # pixels at the top and bottom edge in which a drag or a rubber band scrolls
TICK = 16  # ms


class DragScroll(QObject):
    """Qt hands out no wheel during a drag, so this is the only way to what is out of sight.

    The timer runs only as long as something scrolls, so that a drag that ends unheard keeps nothing awake.
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
        """It is held at this height of the area's viewport, until `stop` or another height."""
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
