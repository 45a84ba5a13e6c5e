"""TextSection: the first lines of what is written in the current photo, and a button that copies all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.core.records import PictureText
from gallery_app.i18n.numbers import counted
from gallery_app.i18n.understanding.script_names import unread_words
from gallery_app.widgets.labels import WrappedLabel, button, label

LINES = 6  # that are shown


class TextSection(QWidget):
    """Hidden where nothing was read."""

    def __init__(self) -> None:
        super().__init__()
        self._text = PictureText()
        self._lines, self._more = WrappedLabel(), label(role="small", wrap=True)
        self._lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = button(self.tr("Copy"), "link")
        self.copy.setToolTip(self.tr("Copy all of the text"))
        self.copy.setAccessibleName(self.tr("Copy all of the text"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._whole())))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(label(self.tr("TEXT"), "section"), 1)
        head.addWidget(self.copy)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(self._more)
        self.show_text(None)

    def show_text(self, text: PictureText | None) -> None:
        """What is written in a photo; None where nobody knows, or there are several."""
        self._text = text or PictureText()
        lines = self._whole()
        self._lines.show_text("\n".join(lines[:LINES]))
        self._lines.setVisible(bool(lines))
        self.copy.setVisible(bool(lines))
        left = len(lines) - LINES
        more = counted(left, self.tr("and {0} more line"), self.tr("and {0} more lines")) if left > 0 else ""
        self._more.setText(" ".join(filter(None, (more, unread_words(self._text)))))
        self._more.setVisible(bool(self._more.text()))
        self.setVisible(bool(lines) or self._text.unread is not None)

    def text(self) -> str:
        """What it says."""
        return "\n".join(part.text() for part in (self._lines, self._more) if not part.isHidden())

    def _whole(self) -> list[str]:
        return [line.text for line in self._text.lines]
