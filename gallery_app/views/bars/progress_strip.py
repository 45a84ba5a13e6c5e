"""ProgressStrip: the status bar: what was done, progress and Stop; when idle, the contents of the library."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QWidget

from engine.core.records import Progress
from gallery_app.base import motion
from gallery_app.i18n.beside_names import left_out_folders, unknown_kinds
from gallery_app.i18n.numbers import counted, number
from gallery_app.i18n.stage_names import SHARES, stage_name
from gallery_app.state.cluster_order import fit_of
from gallery_app.state.edits.outcomes import Outcomes
from gallery_app.state.library_access import options_of
from gallery_app.state.session import Session
from gallery_app.views.bars.outcome_line import OutcomeLine
from gallery_app.widgets.accessible.roles import announce, set_notice
from gallery_app.widgets.labels import ElidedLabel, label
from gallery_app.widgets.time_left import Remaining, duration

READING_TIME = 10_000  # ms for which a note is shown


class ProgressStrip(QFrame):
    """Its height is fixed, so that nothing jumps when work starts or ends."""

    def __init__(self, session: Session, outcomes: Outcomes, stop: QAction, training: QAction) -> None:
        super().__init__()
        self.setObjectName("strip")
        set_notice(self, lambda: bool(self._note))
        self._fit_height()
        self._session = session
        self._remaining = Remaining()
        self._progress: Progress | None = None
        self._note = ""  # the last note, until READING_TIME is over or something else is done
        self._counted: tuple[Hashable, int] | None = None  # the fit that is shown, and how many clusters it has
        self._note_counts = False  # the note says how many there are
        self.reading = QTimer(self)
        self.reading.setSingleShot(True)
        self.reading.setInterval(READING_TIME)
        self.reading.timeout.connect(self._clear_note)
        self._label = ElidedLabel(role="muted")
        self.outcome = OutcomeLine(session, outcomes)
        self._selected = label(role="small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QToolButton()
        self._stop.setDefaultAction(stop)
        fold = QToolButton()
        fold.setDefaultAction(training)
        for tool in (self._stop, fold):
            tool.setIconSize(QSize(16, 16))
        self._stop.setToolButtonStyle(self._stop.toolButtonStyle().ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(self.outcome)
        row.addWidget(self._label, 1)
        for widget in (self._selected, self._bar, self._stop, fold):
            row.addWidget(widget)
        session.progress.connect(self._on_progress)
        session.changed.connect(lambda _changes, _origin: self._on_changed())
        session.selection_changed.connect(self._on_selection)
        session.writing.connect(self._clear_note)
        session.opened.connect(self._on_opened)
        self._on_progress(None)

    def _fit_height(self) -> None:
        self.setFixedHeight(max(38, self.fontMetrics().height() + 21))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def text(self) -> str:
        """Everything that it says, what was done last at the end."""
        return "  ·  ".join(part for part in (self._label.text(), self.outcome.text()) if part)

    def add_at_rest(self, line: QWidget) -> None:
        """Show a line before what is selected; when it is seen is its own business."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self._selected), line)

    def show_note(self, sentence: str, counts: bool = False) -> None:
        """Show a note for a while; `counts`: it says how many clusters there are."""
        self._note, self._note_counts = sentence, counts
        if self.isVisible():
            self.reading.start()
        self._refresh()
        announce(self, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._note:
            self.reading.start()  # it is visible only now

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reading.stop()

    def _clear_note(self) -> None:
        self.reading.stop()
        if self._note:
            self._note = ""
            self._refresh()

    def _on_changed(self) -> None:
        """Say how many clusters there are now, once an edit or its Undo has changed that: k follows."""
        gallery = self._session.gallery
        before, self._counted = self._counted, (fit_of(gallery), gallery.cluster_count)
        edited = before is not None and before[0] == self._counted[0] and before != self._counted
        if edited and before is not None and gallery.clustering is not None:
            says = self.tr("{0} cluster now, {1} before"), self.tr("{0} clusters now, {1} before")
            if options_of(gallery).k == gallery.cluster_count:  # else it is chosen automatically
                says = (
                    self.tr("{0} cluster now, {1} before; a retrain keeps as many"),
                    self.tr("{0} clusters now, {1} before; a retrain keeps as many"),
                )
            self.show_note(counted(gallery.cluster_count, *says, number(before[1])), counts=True)
        self._refresh()

    def _on_opened(self) -> None:
        self._counted = None
        self._clear_note()

    def _on_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self._bar.setVisible(progress is not None)
        self._stop.setVisible(progress is not None)
        if progress is not None:
            still = int(motion.is_reduced())  # range 0 to 0 is Qt's busy indicator, which moves
            self._bar.setRange(0, progress.total or still)
            self._bar.setValue(progress.done if progress.total else 0)
            if progress.stage == "scan":
                self._clear_note()
        self._refresh()

    def _refresh(self) -> None:
        parts = self._at_rest() if self._progress is None else self._at_work(self._progress)
        self._label.setText("  ·  ".join([*parts, self._note] if self._note else parts))
        self._count_selected()

    def _at_work(self, progress: Progress) -> list[str]:
        parts = [stage_name(progress)]
        if progress.total and progress.stage not in SHARES:
            parts.append(self.tr("{0} of {1}").format(number(progress.done), number(progress.total)))
        elif progress.done and not progress.total:
            parts.append(number(progress.done))
        left = self._remaining.seconds(progress)
        if left is not None and left >= 1:
            parts.append(self.tr("about {0} left").format(duration(left)))
        return parts

    def _at_rest(self) -> list[str]:
        gallery = self._session.gallery
        if not len(gallery):
            return []
        parts = [counted(len(gallery), self.tr("{0} photo"), self.tr("{0} photos"))]
        if gallery.clusters and not (self._note and self._note_counts):
            parts.append(counted(gallery.cluster_count, self.tr("{0} cluster"), self.tr("{0} clusters")))
        if gallery.skipped:
            parts.append(self.tr("{0} unread").format(number(len(gallery.skipped))))
        if gallery.beside.videos:
            left = counted(gallery.beside.videos, self.tr("{0} video, left alone"), self.tr("{0} videos, left alone"))
            parts.append(left)
        return [*parts, *filter(None, (unknown_kinds(gallery.beside), left_out_folders(gallery.beside)))]

    def _on_selection(self, _ids: object, origin: object) -> None:
        """Update the count; the note goes, unless the session itself has dropped hidden photos."""
        self._count_selected()
        if origin is not self._session:
            self._clear_note()

    def _count_selected(self) -> None:
        count = len(self._session.selection)
        self._selected.setText(self.tr("{0} selected").format(number(count)) if count else "")
