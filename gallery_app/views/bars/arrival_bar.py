"""ArrivalBar: offers the first clusters to somebody who is looking at the photos by time meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gallery_app.widgets.labels import Drawing, button, label


class ArrivalBar(QFrame):
    """Hidden where there is nothing to offer; `wanted` once the clusters are to be shown."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.sentence = label(self.tr("The first clusters are there."), wrap=True)
        self.show_them = button(self.tr("Show the clusters"))
        self.show_them.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(Drawing("shelf", 18, "text"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.show_them)
        self.hide()
