"""Application: the QApplication of this process, which is also told of folders by macOS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """On macOS, a folder that is dropped on the icon in the Dock, or opened with Photoloom, comes as an event.

    It may come before there is a window for it: then it waits.
    """

    _open: Callable[[Path], None] | None = None
    _waiting: Path | None = None

    def open_with(self, open_folder: Callable[[Path], None]) -> bool:
        """Hand folders to `open_folder` from now on; True if one waited, and was handed over."""
        self._open = open_folder
        if self._waiting is None:
            return False
        open_folder(self._waiting)
        self._waiting = None
        return True

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and Path(event.file()).is_dir():
            folder = Path(event.file())
            if self._open is None:
                self._waiting = folder
            else:
                self._open(folder)
            return True
        return super().event(event)
