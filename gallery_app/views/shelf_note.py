"""ShelfNote: a line on the shelf for photos that wait for a word - close calls, what may be a new kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gallery_app.widgets.labels import IconButton, button


class ShelfNote(QWidget):
    """A press on its words is `chosen`, one on its verb is `done`."""

    chosen = Signal()
    done = Signal()

    def __init__(self, name: str, words: str, count: int, tip: str, verb: str = "") -> None:
        super().__init__()
        self.words = IconButton(name, f"{words}, {count}")
        self.words.setText(f" {words}  {count:,}")
        self.words.setToolTip(tip)
        self.words.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.words.clicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 6, 2)
        row.setSpacing(4)
        row.addWidget(self.words)
        row.addStretch(1)
        if verb:
            self.verb = button(verb, "link")
            self.verb.clicked.connect(self.done)
            row.addWidget(self.verb)
