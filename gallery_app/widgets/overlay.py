"""Overlay: a panel over the window that returns the focus when it closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from gallery_app.widgets.accessible.roles import Role, set_role


class Overlay(QFrame):
    """Closes on Escape or when it loses the focus. Subclasses set its geometry in `place`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("overlay")
        set_role(self, Role.Dialog)
        self.hide()
        self.over = window
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 12)
        shadow.setColor(QColor(0, 0, 0, 120))
        self.setGraphicsEffect(shadow)
        self._focus_before: QWidget | None = None
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def place(self) -> None:
        """Set size and position within the window."""
        raise NotImplementedError

    def open_with_focus(self, focus: QWidget) -> None:
        """Show it and focus `focus`."""
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        focus.setFocus()

    def leave(self) -> None:
        """Close it and return the focus."""
        if self.isHidden():
            return
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus()  # first: as this is hidden Qt would give the keys to the next one, which is scrolled to
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now is not self:
            self._focus_before = None  # the user has moved the focus: do not return it
            self.hide()
