"""ShelfNote: a line on the shelf that points to photos to review: close calls, or a possible new cluster."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.numbers import number
from gallery_app.widgets.labels import IconButton, button


class ShelfNote(QWidget):
    """A click on the text emits `chosen` (select the photos), one on the verb emits `done` (act on them)."""

    chosen = Signal()
    done = Signal()

    def __init__(self, name: str, words: str, count: int, tip: str, verb: str = "") -> None:
        super().__init__()
        self.text_button = IconButton(name, words)
        self.text_button.setText(f" {words}  {number(count)}")
        self.text_button.setToolTip(plain_tip(tip))
        self.text_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.text_button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)  # side by side the two are wider than the shelf
        column.setContentsMargins(4, 2, 6, 2)
        column.setSpacing(0)
        column.addWidget(self.text_button, 0, Qt.AlignmentFlag.AlignLeft)
        if verb:
            self.verb = button(verb, "link")
            self.verb.clicked.connect(self.done)
            column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignLeft)
