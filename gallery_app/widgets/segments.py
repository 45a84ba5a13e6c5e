"""Segments: a segmented control for exclusive actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from gallery_app.base.actions import set_icon_text
from gallery_app.widgets.accessible.roles import Role, set_role, tell_checked


class Segments(QFrame):
    """One button for each action of an exclusive group; arrow keys move between them."""

    def __init__(self, actions: Sequence[QAction], name: str) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(name)
        set_role(self, Role.Grouping)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(1)
        for action in actions:
            set_icon_text(action)
            part = QToolButton()
            part.setDefaultAction(action)
            part.setAutoRaise(True)
            part.setIconSize(QSize(16, 16))
            part.setAccessibleName(action.text())
            set_role(part, Role.RadioButton)
            action.toggled.connect(lambda _on, part=part: tell_checked(part))
            row.addWidget(part)
        self._parts = self.findChildren(QToolButton)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, in a narrow window."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for part in self._parts:
            part.setToolButtonStyle(style)
