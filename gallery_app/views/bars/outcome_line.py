"""OutcomeLine: what was done last, and buttons that take it back or tell more; it stays for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gallery_app.base.plain_tip import plain_tip
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.session import Session
from gallery_app.widgets.accessible.roles import announce, set_notice
from gallery_app.widgets.labels import ElidedLabel, button

READING_TIME = 8_000  # ms for which it stays, unless something else is done
SHORTEST = 80  # pixels: the words are elided down to this


class OutcomeLine(QWidget):
    """Hidden where nothing was done. The pointer over it, or the focus on one of its buttons, keeps it."""

    def __init__(self, session: Session, outcomes: Outcomes) -> None:
        super().__init__()
        self._session, self._outcomes = session, outcomes
        set_notice(self, lambda: bool(self.text()))
        self.reading = QTimer(self)
        self.reading.setSingleShot(True)
        self.reading.setInterval(READING_TIME)
        self.reading.timeout.connect(outcomes.forget)
        self._words = ElidedLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words.setMinimumWidth(SHORTEST)
        self.way = button("", "link")
        self.way.clicked.connect(outcomes.go_back)
        self.receipt = button(self.tr("Receipt"), "link")
        self.receipt.setToolTip(self.tr("What became of each file"))
        self.receipt.clicked.connect(self._show_receipt)
        for part in (self.way, self.receipt):
            part.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.way)
        row.addWidget(self.receipt)
        outcomes.changed.connect(self._refresh)
        self._refresh()

    def text(self) -> str:
        """What is said; empty where nothing is."""
        return "" if self._outcomes.current is None else self._outcomes.current.words

    def _refresh(self) -> None:
        outcome = self._outcomes.current
        self.setHidden(outcome is None)
        if outcome is None:
            self.reading.stop()
            return
        self.setAccessibleName(outcome.words)
        self._words.setText(outcome.words)
        self._words.setMinimumWidth(min(self._words.sizeHint().width(), SHORTEST))
        self.way.setVisible(bool(outcome.way))
        self.receipt.setVisible(outcome.receipt is not None)
        if outcome.way:
            verb, label = (
                (self.tr("Undo"), self._session.undo_label)
                if outcome.way == "undo"
                else (self.tr("Redo"), self._session.redo_label)
            )
            self.way.setText(verb)
            filed = outcome.take_back is not None
            said = self.tr("{0}: {1}").format(verb, outcome.words if filed else label) if label or filed else verb
            self.way.setAccessibleName(said)
            self.way.setToolTip(plain_tip(said))
        self._wait()
        announce(self, outcome.words)

    def _show_receipt(self) -> None:
        outcome = self._outcomes.current
        if outcome is not None and outcome.receipt is not None:
            outcome.receipt()

    def _wait(self) -> None:
        """Count anew, unless somebody is reading it, or it is not seen."""
        if self.isVisible() and not self.underMouse() and not self._has_focus():
            self.reading.start()
        else:
            self.reading.stop()

    def _has_focus(self) -> bool:
        return self.way.hasFocus() or self.receipt.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.reading.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible() and not self.underMouse():
            self.reading.start()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self.reading.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._has_focus():
            self.reading.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reading.stop()
