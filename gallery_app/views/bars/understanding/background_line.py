"""BackgroundLine: one small line at the foot on what is done in the background, and a button that has it wait."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gallery_app.i18n.understanding.background_words import at_work, paused
from gallery_app.state.session import Session
from gallery_app.state.understanding.background import Understanding
from gallery_app.widgets.labels import ElidedLabel, IconButton

LEAST = 60  # pixels of its words, however narrow the window


class BackgroundLine(QWidget):
    """Hidden while there is nothing to do, and while something else is done: that has the strip to itself."""

    def __init__(self, session: Session, background: Understanding, pause: QAction) -> None:
        super().__init__()
        self._session, self._background = session, background
        self._words = ElidedLabel(role="small")
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._words.setMinimumWidth(LEAST)
        self.button = IconButton("pause", self.tr("Pause"))
        self.button.setIconSize(QSize(14, 14))
        self.button.clicked.connect(pause.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._words)
        row.addWidget(self.button)
        background.changed.connect(self._refresh)
        session.progress.connect(lambda _progress: self._refresh())
        self._refresh()

    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def _refresh(self) -> None:
        background, progress = self._background, self._background.progress
        self.setVisible(not self._session.busy and (background.waits or (background.at_work and progress is not None)))
        if background.waits:
            self._words.setText(paused(progress))
        elif progress is not None:
            self._words.setText(at_work(progress))
        says = self.tr("Go on") if background.waits else self.tr("Pause")
        self.button.set_icon("play" if background.waits else "pause")
        self.button.setToolTip(says)
        self.button.setAccessibleName(says)
