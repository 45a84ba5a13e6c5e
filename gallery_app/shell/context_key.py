"""Shift+F10 opens the context menu of what has the keys, on every page: by itself Qt hears only the Menu key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def hear_context_key(window: QWidget) -> None:
    """Let Shift+F10 ask what has the keys for its context menu, in this window and its dialogs."""
    shortcut = QShortcut(QKeySequence("Shift+F10"), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(_open_menu)


def _open_menu() -> None:
    """As the Menu key does; where the widget itself has no menu, what holds it is asked."""
    widget = QApplication.focusWidget()
    if widget is not None:
        at = widget.rect().center()
        how = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, how)
