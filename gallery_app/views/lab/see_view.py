"""SeeView: photos by their codes, beside it what the model draws where one walks, and how it learned."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.service.lab_messages import CodesSeen, DrawnAt
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.lab.lab import Lab
from gallery_app.state.session import Session
from gallery_app.views.lab.code_map import CodeMap
from gallery_app.views.lab.curve_view import CurveView
from gallery_app.views.lab.picture_sheet import PictureSheet
from gallery_app.widgets.labels import label

BESIDE = 260  # pixels: the column beside the map
DRAWN = 208


class SeeView(QWidget):
    def __init__(self, session: Session, jobs: JobRunner, lab: Lab) -> None:
        super().__init__()
        self._lab = lab
        self.map = CodeMap(session, jobs)
        self.map.walked.connect(lab.draw_at)
        self.drawn = PictureSheet(self.tr("What the model draws there"), columns=1, side=DRAWN)
        self.curve = CurveView()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.map, 1)
        row.addWidget(self._beside())

    def start(self) -> None:
        """Show what the chosen model has learned."""
        learned = self._lab.learned
        self.map.show_codes(None)
        self.drawn.show_pictures(None)
        self._explain(False)
        if learned is not None:
            values = {name: line for name, line in learned.curve.items() if len(line) > 1}
            self.curve.show_curve(values)
            for part in (self.curve, self._learned):
                part.setVisible(bool(values))
            self._lab.see()

    def show_answer(self, result: object) -> None:
        if isinstance(result, CodesSeen):
            self.map.show_codes(result)
        elif isinstance(result, DrawnAt):
            self.drawn.show_pictures(result.pictures)
            self._explain(True)

    def picture(self) -> QWidget:
        """What is saved."""
        return self.map

    def _beside(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("inspector")
        bar.setFixedWidth(theme.current().in_type(BESIDE))
        column = QVBoxLayout(bar)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Walk"), "section"))
        self._how = label(role="muted", wrap=True)
        column.addWidget(self._how)
        column.addWidget(self.drawn, 0, Qt.AlignmentFlag.AlignLeft)
        self.drawn.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.drawn.setFixedSize(QSize(DRAWN + 16, DRAWN + 16))
        column.addStretch(1)
        self._learned = label(self.tr("How it learned"), "section")
        column.addWidget(self._learned)
        self.curve.setFixedHeight(150)
        column.addWidget(self.curve)
        return bar

    def _explain(self, walked: bool) -> None:
        ask = self.tr("Move over the map, or use the arrow keys: the model draws what lies there.")
        self._how.setText(self.tr("What the model draws there. Most of it is in no photo.") if walked else ask)
