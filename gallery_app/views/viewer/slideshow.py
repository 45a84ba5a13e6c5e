"""Slideshow: shows one photo after the other in full screen, until a key, a click or a mouse move."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

if TYPE_CHECKING:
    from gallery_app.views.viewer.viewer import Viewer

MOUSE_TOLERANCE = 12.0  # pixels the mouse may move during one photo: a table may shake
ENDING_EVENTS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)


class Slideshow(QObject):
    """Shows the next photo when its time is over and the next is decoded; starts again after the last."""

    changed = Signal()  # started or stopped

    def __init__(self, viewer: Viewer, seconds: Callable[[], int]) -> None:
        super().__init__(viewer)
        self._viewer, self._seconds = viewer, seconds
        self.running = self.paused = False
        self._overdue = False  # the time is over, but the next photo is not decoded yet
        self._was_full_screen = False  # whether the window was in full screen before
        self._mouse_start: QPointF | None = None  # the first mouse position during this photo
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._show_next)
        viewer.reader.picture_loaded.connect(self._on_read)
        viewer.canvas.installEventFilter(self)

    def start(self) -> None:
        if self.running or self._viewer.file is None:
            return
        window = self._viewer.window()
        self._was_full_screen = window.isFullScreen()
        self.running, self._mouse_start = True, None
        self.changed.emit()
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._viewer.read_ahead()
        self._start_timer()

    def stop(self) -> None:
        """Stop at the current photo and restore the window."""
        if not self.running:
            return
        self.clock.stop()
        self.running = self._overdue = False
        self._set_paused(False)
        window = self._viewer.window()
        if not self._was_full_screen:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.changed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Space pauses and resumes, any other key stops; True if the key was used."""
        if not self.running:
            return False
        if event.key() == Qt.Key.Key_Space:
            self._set_paused(not self.paused)
            self.clock.stop() if self.paused else self._start_timer()
        else:
            self.stop()
        return True

    def _set_paused(self, paused: bool) -> None:
        self.paused, canvas = paused, self._viewer.canvas
        canvas.message = self.tr("Paused. Space goes on.") if paused else ""
        canvas.update()

    def _start_timer(self) -> None:
        self._overdue = False
        self.clock.start(self._seconds() * 1000)

    def _show_next(self) -> None:
        file = self._viewer.file_after()
        self._overdue = file is not None and file not in self._viewer.reader.files
        if file is None or self._overdue:
            return
        self._mouse_start = None
        self._viewer.show_photo(file, softly=True)
        self._start_timer()

    def _on_read(self, file: int) -> None:
        if self._overdue and not self.paused and file == self._viewer.file_after():
            self._show_next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.running:
            return False
        if event.type() in ENDING_EVENTS:
            self.stop()
            return True
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            at = event.globalPosition()
            self._mouse_start = self._mouse_start or at
            if (at - self._mouse_start).manhattanLength() > MOUSE_TOLERANCE:
                self.stop()
            return True
        return False
