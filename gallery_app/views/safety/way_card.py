"""WayCard: one way out of a damaged catalog: what it is, what it keeps, and a button that takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.widgets.labels import button, label

TOP = Qt.AlignmentFlag.AlignTop


class WayCard(QFrame):
    """`more` stands below the words."""

    def __init__(self, verb: str, more: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("way")
        self._title, self._detail = label(role="title", wrap=True), label(role="muted", wrap=True)
        self._lines = label(role="small", wrap=True)
        self.take = button(verb)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._detail, self._lines):
            words.addWidget(part)
        if more is not None:
            words.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(self.take, 0, TOP)

    def show_words(self, title: str, detail: str, lines: Sequence[str] = ()) -> None:
        """The button is known by the title: its verb alone says little to whoever does not see the rest."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        self.take.setAccessibleName(title)
        self.take.setAccessibleDescription("\n".join([detail, *lines]))

    def recommend(self, on: bool) -> None:
        """Let the button stand out."""
        self.take.setProperty("role", "primary" if on else "")
        self.take.style().unpolish(self.take)
        self.take.style().polish(self.take)

    def text(self) -> str:
        parts = (self._title, self._detail, self._lines)
        return "\n".join(part.text() for part in parts if part.text())
