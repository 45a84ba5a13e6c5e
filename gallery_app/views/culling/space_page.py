"""SpacePage: how much room each cluster takes, the largest first, and what would free some of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from engine.core.records import Progress
from engine.gallery.space import LIBRARY, REASONS, Pile, Reason
from gallery_app.base.painting import filled
from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.numbers import number
from gallery_app.state.culling.space_dial import SpaceDial
from gallery_app.state.session import Session
from gallery_app.views.culling.space_details import SpaceDetails
from gallery_app.views.culling.space_list import SpaceList
from gallery_app.views.culling.space_words import colour_of, free_words, reason_name, whole_words
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import ElidedLabel, IconButton, button, label
from gallery_app.widgets.segments import Segments


class SpacePage(QWidget):
    """Nothing is deleted here: `opened` leads to where photos are looked at, (reason or "", cluster)."""

    closed = Signal()
    opened = Signal(str, object)

    def __init__(self, session: Session, jobs: JobRunner, dial: SpaceDial) -> None:
        super().__init__()
        set_role(self, Role.Pane)
        self.setAccessibleName(self.tr("Space"))
        self._session, self.dial = session, dial
        self._chosen: str | None = LIBRARY
        self.list, self.details = SpaceList(session, jobs, dial), SpaceDetails(session, jobs, dial)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self.details.open_most)
        self.details.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._split(), 1)
        column.addWidget(self._foot())
        dial.changed.connect(self._refresh)
        dial.progress.connect(self._advance)

    def start(self) -> None:
        """Count, and look for what is not known; the caller shows the page."""
        self.dial.start()
        self.come_back()

    def come_back(self) -> None:
        """Show it as it was left, with what has changed since."""
        self._refresh()
        self.list.setFocus()

    # Parts

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        self.totals = ElidedLabel(role="muted")
        group = QActionGroup(self)
        self.by_size, self.by_free = QAction(self.tr("Size"), self), QAction(self.tr("Could be freed"), self)
        for action in (self.by_size, self.by_free):
            action.setCheckable(True)
            group.addAction(action)
        self.by_size.setChecked(True)
        group.triggered.connect(lambda _action: self._refresh())
        close = IconButton("close", self.tr("Back to the photos"))
        close.clicked.connect(self.leave)
        row.addWidget(label(self.tr("Space"), "title"))
        row.addWidget(self.totals, 1)
        row.addWidget(Segments([self.by_size, self.by_free], self.tr("Order")))
        row.addWidget(close)
        return bar

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self.list.setMinimumWidth(300)
        self.details.setMinimumWidth(280)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([640, 460])
        return splitter

    def _foot(self) -> QWidget:
        """What the colours mean, and how far the search is."""
        bar = QFrame()
        bar.setObjectName("strip")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 10, 18, 10)
        row.setSpacing(8)
        for reason in REASONS:
            row.addWidget(_Swatch(reason))
            row.addWidget(label(reason_name(reason), "muted"))
            row.addSpacing(10)
        self.state = label(role="muted", wrap=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.again = button("")
        self.again.clicked.connect(lambda: self.dial.stop() if self.dial.searching else self.dial.search())
        row.addWidget(self.state, 1)
        row.addWidget(self.again)
        return bar

    # What is shown

    def _refresh(self) -> None:
        space, dial = self.dial.space, self.dial
        if space is not None:
            if space.pile(self._chosen) is None:
                self._chosen = LIBRARY
            piles = list(space.piles)
            if self.by_free.isChecked():
                piles.sort(key=lambda pile: -pile.free.bytes)
            self.list.show_piles([space.total, *piles], self._chosen)
            self.totals.setText(self._total_words(space.total))
        self.details.show_pile(self._chosen)
        self.again.setText(self.tr("Stop") if dial.searching else self.tr("Look again"))
        self.again.setVisible(dial.searching or (not dial.complete and not self._session.away))
        if not dial.searching:
            self.state.setText(self._state_words())
        elif not self.state.text():
            self.state.setText(self.tr("Looking for bursts and near-identical photos…"))

    def _total_words(self, total: Pile) -> str:
        return "  ·  ".join(part for part in (whole_words(total.whole), free_words(total)) if part)

    def _state_words(self) -> str:
        if self.dial.problem:
            return self.dial.problem
        if self.dial.complete:
            return self.tr("Nothing is deleted here.")
        if self._session.away:
            return self.tr("Bursts and near-identical photos are looked for once the folder is there again.")
        return self.tr("Not all photos were looked at.")

    def _advance(self, progress: Progress) -> None:
        if self.dial.searching:
            words = self.tr("Looking for bursts and near-identical photos…")
            far = self.tr("{0} of {1}").format(number(progress.done), number(progress.total)) if progress.total else ""
            self.state.setText(f"{words} {far}".strip())

    def _choose(self, cluster: str | None) -> None:
        self._chosen = cluster
        self.details.show_pile(cluster)

    def leave(self) -> None:
        self.dial.end()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class _Swatch(QWidget):
    """A square in the colour of a reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self._reason = reason
        self.setFixedSize(QSize(12, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            filled(painter, QRectF(self.rect()), colour_of(self._reason), 3)
