"""ScrollArea: shows what gets the focus by keys, and stays where it is when the focus leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Qt's scrolls to what has lost the focus when Tab leaves it, and not to what gets it when Tab comes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QFrame.focusNextPrevChild(self, forward)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Not after a press with the mouse, which is on what is seen; nor as the window becomes active again."""
        inner, pressed = self.widget(), QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if before is None or now is None or inner is None or pressed:
            return
        if now is not inner and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)
