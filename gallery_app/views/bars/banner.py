"""Banner: a message below the photos with a button or two to act, and one to close."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gallery_app.widgets.accessible.roles import Role, announce, set_role
from gallery_app.widgets.labels import Drawing, IconButton, button, label


class Banner(QFrame):
    """Hidden until `show_message`; emits `pressed` or `other_pressed` for the actions, and `closed`."""

    pressed = Signal()
    other_pressed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        set_role(self, Role.Notification)
        self._drawing = Drawing("warning", 18, "text")
        self.sentence = label(wrap=True)
        self.verb = button("")
        self.verb.clicked.connect(self.pressed)
        self.other = button("")
        self.other.clicked.connect(self.other_pressed)
        self.shut = IconButton("close", self.tr("Close this message"))
        self.shut.clicked.connect(self.hide)
        self.shut.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._drawing)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.other)
        row.addWidget(self.verb)
        row.addWidget(self.shut)
        self.hide()

    def show_message(self, drawing: str, sentence: str, verb: str, other: str = "") -> None:
        self._drawing.set_drawing(drawing, "text")
        self.sentence.setText(sentence)
        self.verb.setText(verb)
        self.verb.setVisible(bool(verb))
        self.other.setText(other)
        self.other.setVisible(bool(other))
        shown = self.isVisible()
        self.show()
        if shown or sys.platform != "linux":  # else Qt tells that it appears
            announce(self, sentence)

    def text(self) -> str:
        return "" if self.isHidden() else self.sentence.text()
