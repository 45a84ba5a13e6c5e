"""ShelfNote: a line on the shelf for photos that wait for a word - close calls, what may be a new kind."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gallery_app.i18n.numbers import number
from gallery_app.widgets.labels import IconButton, button


class ShelfNote(QWidget):
    """A press on its words is `chosen`, one on its verb is `done`."""

    chosen = Signal()
    done = Signal()

    def __init__(self, name: str, words: str, count: int, tip: str, verb: str = "") -> None:
        super().__init__()
        self.words = IconButton(name, f"{words}, {number(count)}")
        self.words.setText(f" {words}  {number(count)}")
        self.words.setToolTip(tip)
        self.words.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.words.clicked.connect(self.chosen)
        column = QVBoxLayout(self)  # beside each other the two are wider than the shelf
        column.setContentsMargins(4, 2, 6, 2)
        column.setSpacing(0)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        if verb:
            self.verb = button(verb, "link")
            self.verb.clicked.connect(self.done)
            column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignLeft)
