"""Slideshow: one photo after the other over the whole screen, until somebody stirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

if TYPE_CHECKING:
    from gallery_app.views.viewer.viewer import Viewer

STIR = 12.0  # pixels the mouse has to move within one photo: a table is bumped into
TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel)


class Slideshow(QObject):
    """Goes on when its time has come and the next photo is read, so that none is seen half; begins again at the end."""

    changed = Signal()  # it runs, or no longer

    def __init__(self, viewer: Viewer, seconds: Callable[[], int]) -> None:
        super().__init__(viewer)
        self._viewer, self._seconds = viewer, seconds
        self.running = self.paused = False
        self._late = False  # its time has come, but the next photo is not read yet
        self._was_full = False  # as it was before
        self._mouse: QPointF | None = None  # where it was first seen during this photo
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._go_on)
        viewer.reader.picture_loaded.connect(self._catch_up)
        viewer.canvas.installEventFilter(self)

    def start(self) -> None:
        if self.running or self._viewer.file is None:
            return
        window = self._viewer.window()
        self._was_full = window.isFullScreen()
        self.running, self._mouse = True, None
        self.changed.emit()
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._viewer.read_ahead()
        self._wait()

    def stop(self) -> None:
        """The photo that is seen stays, in the window as it was before."""
        if not self.running:
            return
        self.clock.stop()
        self.running = self._late = False
        self._say_paused(False)
        window = self._viewer.window()
        if not self._was_full:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.changed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Space pauses and goes on, any other key stops; whether the key was taken."""
        if not self.running:
            return False
        if event.key() == Qt.Key.Key_Space:
            self._say_paused(not self.paused)
            self.clock.stop() if self.paused else self._wait()
        else:
            self.stop()
        return True

    def _say_paused(self, paused: bool) -> None:
        self.paused, canvas = paused, self._viewer.canvas
        canvas.word = self.tr("Paused. Space goes on.") if paused else ""
        canvas.update()

    def _wait(self) -> None:
        self._late = False
        self.clock.start(self._seconds() * 1000)

    def _go_on(self) -> None:
        file = self._viewer.file_after()
        self._late = file is not None and file not in self._viewer.reader.files
        if file is None or self._late:
            return
        self._mouse = None
        self._viewer.show_photo(file, softly=True)
        self._wait()

    def _catch_up(self, file: int) -> None:
        if self._late and not self.paused and file == self._viewer.file_after():
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.running:
            return False
        if event.type() in TOUCHES:
            self.stop()
            return True
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            at = event.globalPosition()
            self._mouse = self._mouse or at
            if (at - self._mouse).manhattanLength() > STIR:
                self.stop()
            return True
        return False
