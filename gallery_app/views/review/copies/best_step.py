"""BestStep: what is kept of all groups and why, and how many photos would go, before anything happens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gallery_app.engine_client.background import JobRunner
from gallery_app.i18n.filing_names import size_words
from gallery_app.i18n.numbers import counted, number
from gallery_app.state.duplicates_review import DuplicatesReview
from gallery_app.state.session import Session
from gallery_app.views.parts.action_bar import ActionBar
from gallery_app.views.review.copies.best_list import BestList
from gallery_app.widgets.labels import button


class BestStep(QWidget):
    """The choice of every group is shown and can be changed; then it is one action, which is counted once more."""

    left = Signal()
    trash_wanted = Signal()

    def __init__(self, session: Session, jobs: JobRunner, duplicates: DuplicatesReview) -> None:
        super().__init__()
        self._session, self._duplicates = session, duplicates
        self.list = BestList(session, jobs, duplicates, self.words_of)
        self.back, self.trash = button(self.tr("One by one")), button("", "primary")
        self.back.clicked.connect(self.left)
        self.trash.clicked.connect(self.trash_wanted)
        self.list.confirmed.connect(self._confirm)
        bar = ActionBar(self.back, self.trash)
        self.hint = bar.hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(bar)

    def refresh(self) -> None:
        gallery, others = self._session.gallery, self._duplicates.others
        size = sum(gallery.files[gallery.row_of[file]].size for file in others if file in gallery.row_of)
        one, many = self.tr("Move {0} photo to the trash…"), self.tr("Move {0} photos to the trash…")
        self.trash.setText(counted(len(others), one, many))
        self.trash.setEnabled(bool(others) and self._session.can_work)
        says = self.tr("{0} freed. A click or a digit keeps another one, A keeps the whole group.")
        self.hint.setText(says.format(size_words(size)))
        self.list.refresh()

    def words_of(self, group: list[int]) -> str:
        """Which photo of a group is kept, and why."""
        gallery, kept = self._session.gallery, [file for file in group if file in self._duplicates.kept]
        rows = [gallery.row_of[file] for file in kept if file in gallery.row_of]
        if not rows:
            return ""
        if len(kept) > 1:
            return self.tr("{0} of {1} kept").format(number(len(kept)), number(len(group)))
        name = gallery.files[rows[0]].path.rpartition("/")[2]
        return f"{name}  ·  {self._reason(group, kept[0])}"

    def _reason(self, group: list[int], kept: int) -> str:
        """The step of the engine's order that decided; see engine/duplicates/best_copy.py."""
        gallery = self._session.gallery
        if kept != group[0]:
            return self.tr("your choice")
        contents = {file: gallery.content(gallery.row_of[file]) for file in group if file in gallery.row_of}
        own = contents.pop(kept)
        if all(c.digest == own.digest for c in contents.values()):
            return self.tr("all are the same file")
        if all(c.width * c.height < 0.99 * own.width * own.height for c in contents.values()):
            return self.tr("the largest: {0} × {1}").format(number(own.width), number(own.height))
        if own.taken_at and all(c.taken_at is None or c.changed for c in contents.values()):
            return self.tr("the camera's own")
        sharp = self._duplicates.sharpness
        if all(sharp.get(file, 0.0) < 0.9 * sharp.get(kept, 0.0) for file in contents):
            return self.tr("the sharpest")
        return self.tr("the least compressed, or the oldest")

    def _confirm(self) -> None:
        if self.trash.isEnabled():
            self.trash_wanted.emit()
