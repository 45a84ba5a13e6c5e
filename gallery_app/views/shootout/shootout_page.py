"""ShootoutPage: clustering methods side by side on the open library, and the one that is used from then on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from engine.core.records import Progress
from gallery_app.i18n.numbers import number
from gallery_app.state.session import Session
from gallery_app.state.shootout.shootout import Shootout
from gallery_app.views.shootout.choices import Choices
from gallery_app.views.shootout.results import Results
from gallery_app.views.shootout.words import state_words
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, ElidedLabel, IconButton, label

CENTRE = Qt.AlignmentFlag.AlignHCenter


class ShootoutPage(QWidget):
    """Esc closes; a comparison goes on meanwhile, and its answers are here when one comes back."""

    closed = Signal()

    def __init__(self, session: Session, shootout: Shootout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.Pane)
        self.setAccessibleName(self.tr("Compare methods"))
        self._session, self.shootout = session, shootout
        self.choices, self.results = Choices(), Results(session, shootout)
        self.choices.wanted.connect(shootout.compare)
        self.choices.stopped.connect(shootout.stop)
        self.results.used.connect(self._use)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.results.setMinimumWidth(320)
        split.addWidget(self.choices)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message_page())
        self._pages.addWidget(self.results)
        split.addWidget(self._pages)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([310, 900])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(split, 1)
        shootout.changed.connect(self._refresh)
        shootout.progress.connect(self._advance)
        session.progress.connect(lambda _progress: self._refresh())

    def start(self) -> None:
        """Show what was compared, or what can be; the caller shows the page."""
        first = not self.choices.methods
        self.choices.fill()
        self.choices.k.setMaximum(max(1, len(self._session.gallery)))
        if first or not self.shootout.answers:
            self.choices.k.setValue(max(1, self._session.gallery.cluster_count))
        about = self.tr("{0} photos, sorted by several methods into as many clusters each")
        self._about.setText(about.format(number(len(self._session.gallery))))
        self._refresh()
        self.choices.go.setFocus()

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        self._about = ElidedLabel(role="muted")
        close = IconButton("close", self.tr("Back to the photos"))
        close.clicked.connect(self.leave)
        row.addWidget(label(self.tr("Compare methods"), "title"))
        row.addWidget(self._about, 1)
        row.addWidget(close)
        return bar

    def _message_page(self) -> QWidget:
        page = QWidget()
        self._message, self._below = label(role="huge", wrap=True), label(role="muted", wrap=True)
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 0, 40, 0)
        column.setSpacing(14)
        column.addStretch(3)
        column.addWidget(Drawing("auto", 56), 0, CENTRE)
        for part in (self._message, self._below):
            part.setAlignment(CENTRE)
            column.addWidget(part)
        column.addStretch(4)
        return page

    def _refresh(self) -> None:
        session = self._session
        waits, asks = self.tr("The first method is at work…"), self.tr("Which method sorts most like you do?")
        self._message.setText(waits if self.shootout.running else asks)
        self._below.setText(state_words(self.shootout) or self.tr("Choose some, and compare them on your own photos."))
        self._pages.setCurrentIndex(int(bool(self.shootout.answers)))
        self.choices.show_state(self.shootout.running, session.can_work and not session.busy)

    def _advance(self, progress: Progress) -> None:
        if self.shootout.asked is not None and self.shootout.running:
            self.choices.advance(progress, self.shootout.asked.methods)

    def _use(self, method: str) -> None:
        self.leave()  # what it would change is shown over the photos
        self.shootout.use(method)

    def leave(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
