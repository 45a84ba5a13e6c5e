"""HistoryPage: everything that was done to the photos, newest first, and the way back from each."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.state.history.history_review import HistoryReview, Shown
from gallery_app.state.session import Session
from gallery_app.views.history.details_panel import DetailsPanel
from gallery_app.views.history.line_list import LineList
from gallery_app.widgets.accessible.roles import Role, set_role
from gallery_app.widgets.labels import Drawing, IconButton, label
from gallery_app.widgets.segments import Segments

CENTRE = Qt.AlignmentFlag.AlignHCenter


class HistoryPage(QWidget):
    """Up and Down choose, Ctrl+F searches, Esc closes."""

    closed = Signal()

    def __init__(self, session: Session, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.Pane)
        self.setAccessibleName(self.tr("History"))
        self.history = HistoryReview(session, self)
        self.list = LineList(self.history.label)
        self.list.chosen.connect(self.history.choose)
        self.details = DetailsPanel(session, jobs, self.history)
        self._nothing = label(role="huge", wrap=True)
        self._nothing.setAlignment(CENTRE)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message_page())
        self._pages.addWidget(self._split())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        self.history.changed.connect(self._refresh)
        session.progress.connect(self._worked)

    def start(self) -> None:
        """Read the history, and show it."""
        self.field.clear()
        self._kinds["all"].setChecked(True)
        self.history.start()
        self.list.setFocus()

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(12)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the history"))
        self.field.setAccessibleName(self.tr("Find in the history"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self.history.find)
        close = IconButton("close", self.tr("Back to the photos"))
        close.clicked.connect(self._close)
        row.addWidget(label(self.tr("History"), "title"))
        row.addSpacing(8)
        row.addWidget(self._segments())
        row.addStretch(1)
        row.addWidget(self.field, 2)
        row.addWidget(close)
        return bar

    def _segments(self) -> Segments:
        group = QActionGroup(self)
        self._kinds: dict[str, QAction] = {}
        for kind, words in (("all", self.tr("All")), ("edit", self.tr("Edits")), ("file", self.tr("Files"))):
            action = QAction(words, self)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, kind=kind: self.history.show_kind(cast(Shown, kind)))
            group.addAction(action)
            self._kinds[kind] = action
        return Segments(list(self._kinds.values()), self.tr("Kind"))

    def _message_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(14)
        column.addStretch(3)
        column.addWidget(Drawing("history", 56), 0, CENTRE)
        column.addWidget(self._nothing)
        column.addStretch(4)
        return page

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        self.list.setMinimumWidth(260)
        self.details.setMinimumWidth(300)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([420, 640])
        return splitter

    def _refresh(self) -> None:
        history = self.history
        lines = history.lines
        self.list.show_lines(lines, history.chosen)
        self._pages.setCurrentIndex(int(bool(lines)))
        nothing = self.tr("Nothing was done yet") if history.empty else self.tr("Nothing like that was done")
        self._nothing.setText(nothing if history.read else "")

    def _worked(self, _progress: object) -> None:
        """While the engine works on files no others are put back."""
        if self.isVisible():
            self.details.refresh()

    def _close(self) -> None:
        self.history.end()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.field.setFocus()
        else:
            super().keyPressEvent(event)
