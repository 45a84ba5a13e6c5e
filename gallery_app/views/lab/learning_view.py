"""LearningView: a training as it goes: its curve, and what the model draws by now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.partials import Sketch
from gallery_app.state.lab.lab import Lab
from gallery_app.views.lab.curve_view import CurveView
from gallery_app.views.lab.picture_sheet import PictureSheet
from gallery_app.widgets.labels import label


class LearningView(QWidget):
    """Empty until there is something to be seen."""

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self._lab = lab
        self.curve = CurveView()
        self.curve.setMinimumHeight(180)
        self.sheet = PictureSheet(self.tr("What the model draws by now"), columns=8, side=96)
        self._waits = label(role="muted")
        self._waits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._parts = (
            label(self.tr("How it learns"), "section"),
            self.curve,
            label(self.tr("What it draws by now"), "section"),
            self.sheet,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(self._waits, 1)
        for part in self._parts:
            column.addWidget(part, 3 if part is self.curve else 0)
        column.addStretch(1)
        lab.sketched.connect(self._show)

    def start(self) -> None:
        """Wait for the first sketch."""
        self._waits.setText(self.tr("It is waiting…") if self._lab.waiting else self.tr("It has begun to learn…"))
        if self._lab.sketch is None:
            self._waits.show()
            for part in self._parts:
                part.hide()

    def picture(self) -> QWidget:
        """What is saved."""
        return self

    def _show(self, sketch: Sketch) -> None:
        self._waits.hide()
        for part in self._parts:
            part.show()
        self.curve.show_curve(sketch.curve)
        self.sheet.show_pictures(sketch.pictures)
