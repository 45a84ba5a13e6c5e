"""RejectedSheet: the end of a review, all rejected photos at once, counted, and what is to become of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.numbers import counted
from gallery_app.state.culling.review import Review
from gallery_app.state.session import Session
from gallery_app.views.culling.picture_wall import PictureWall
from gallery_app.views.parts.action_bar import ActionBar
from gallery_app.widgets.labels import IconButton, button, label


class RejectedSheet(QWidget):
    """A press on a photo takes its mark away, or gives it back: the photo stays in sight meanwhile."""

    back = Signal()  # to the photo
    kept = Signal()  # the marks stay, or are gone: the review is over
    trash_wanted = Signal()

    def __init__(self, session: Session, jobs: JobRunner, review: Review) -> None:
        super().__init__()
        self._session, self._review = session, review
        self.wall = PictureWall(session, jobs, review.flags.of)
        self.wall.pressed.connect(self._toggle)
        self.heading, self.room = label(role="title"), label(role="muted")
        self.clear, self.keep = button(self.tr("Clear marks")), button(self.tr("Keep them marked"))
        self.trash = button("", "primary")
        self.clear.setToolTip(self.tr("None of them is rejected any more"))
        self.keep.setToolTip(self.tr("Nothing happens to them; the marks are there the next time"))
        self.clear.clicked.connect(self._clear)
        self.keep.clicked.connect(self.kept)
        self.trash.clicked.connect(self.trash_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.wall, 1)
        column.addWidget(self._foot())
        review.changed.connect(self._refresh)

    def _head(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("toolbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(10)
        back = IconButton("chevron-left", self.tr("Back to the review"))
        back.setObjectName("back")
        back.clicked.connect(self.back)
        close = IconButton("close", self.tr("Back to the photos; the marks stay"))
        close.clicked.connect(self.kept)
        row.addWidget(back)
        row.addWidget(self.heading)
        row.addWidget(self.room)
        row.addStretch(1)
        row.addWidget(close)
        return bar

    def _foot(self) -> QWidget:
        bar = ActionBar(self.clear, self.keep, self.trash)
        bar.hint.setText(
            self.tr("A click takes a mark away. The trash is counted once more, and Undo brings photos back.")
        )
        return bar

    def open(self) -> None:
        """Show what is rejected now."""
        self.wall.show_files(self._review.rejected)
        self._refresh()
        (self.trash if self.trash.isEnabled() else self.keep).setFocus()

    def take_key(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._review.undo()
        elif event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            verbs = (self.clear, self.keep, self.trash)
            next((verb for verb in verbs if verb.hasFocus()), self.trash).click()
        else:
            event.ignore()

    def _toggle(self, file: int) -> None:
        flags = self._review.flags
        flags.set([file], None if flags.of(file) == "reject" else "reject")

    def _clear(self) -> None:
        self._review.clear_rejected()
        self.back.emit()

    def _refresh(self) -> None:
        count = len(self._review.rejected)
        words = counted(count, self.tr("{0} rejected photo"), self.tr("{0} rejected photos"))
        self.heading.setText(words if count else self.tr("No photo is rejected"))
        self.room.setText(size_words(self._review.bytes_rejected) if count else "")
        one, many = self.tr("Move {0} photo to the trash…"), self.tr("Move {0} photos to the trash…")
        self.trash.setText(counted(count, one, many))
        self.trash.setEnabled(count > 0 and self._session.can_work)
        self.clear.setEnabled(count > 0)
        self.setAccessibleName(", ".join(part.text() for part in (self.heading, self.room) if part.text()))
        if self.isVisible():
            self.wall.viewport().update()
