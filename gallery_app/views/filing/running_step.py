"""RunningStep: how far a file action is, and what it waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from engine.core.records import Progress
from gallery_app.base import motion
from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.filing_names import running_words, size_words
from gallery_app.i18n.numbers import counted, number
from gallery_app.i18n.stage_names import WAITING
from gallery_app.state.filing.filing_session import FilingSession
from gallery_app.widgets.accessible.roles import announce, set_notice
from gallery_app.widgets.labels import Drawing, ElidedLabel, label
from gallery_app.widgets.time_left import Remaining, duration

WIDTH, EDGE = 560, 24  # pixels of the column, and least beside it
CENTRE = Qt.AlignmentFlag.AlignHCenter


class RunningStep(QWidget):
    """Counted in files and bytes; a full disk or a drive that is away pauses it, and says what to do."""

    def __init__(self, filing: FilingSession) -> None:
        super().__init__()
        self._filing, self._remaining = filing, Remaining()
        self.paused = False
        self._drawing = Drawing("move-to", 48)
        self.heading = label(role="huge", wrap=True)
        self.heading.setAlignment(CENTRE)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.numbers = label(role="muted")
        self.name = ElidedLabel(role="muted", mode=Qt.TextElideMode.ElideMiddle)
        self.name.setAlignment(CENTRE)
        self.advice = label(wrap=True)
        self.advice.setAlignment(CENTRE)
        set_notice(self.advice, lambda: self.paused)
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        column.addWidget(self._drawing, 0, CENTRE)
        column.addSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.advice)
        column.addSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.numbers, 0, CENTRE)
        column.addWidget(self.name)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(middle, 0, CENTRE)
        outer.addStretch(3)
        filing.changed.connect(self._refresh)
        filing.progressed.connect(self._progressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._middle.setFixedWidth(min(WIDTH, event.size().width() - 2 * EDGE))

    def _refresh(self) -> None:
        filing = self._filing
        if not filing.running:
            return
        if filing.stopping:
            self.heading.setText(self.tr("Stopping…"))
        elif filing.progress is None:
            self._show_pause("")
            self.heading.setText(self._words(filing.count))
            self.numbers.setText(self.tr("Starting…"))
            self.name.setText("")
            self.bar.setRange(0, int(motion.is_reduced()))
        else:
            self._progressed(filing.progress)

    def _words(self, photos: int) -> str:
        if self._filing.undoing and not photos:
            return self.tr("Putting photos back")
        if self._filing.undoing:
            return counted(photos, self.tr("Putting {0} photo back"), self.tr("Putting {0} photos back"))
        return running_words(self._filing.options, photos)

    def _progressed(self, progress: Progress) -> None:
        waits = progress.message if progress.message in WAITING else ""
        if bool(waits) is not self.paused:
            self._show_pause(waits)
        if not waits and not self._filing.stopping:
            self.heading.setText(self._words(self._filing.count))
        self.bar.setRange(0, progress.total or int(motion.is_reduced()))
        self.bar.setValue(progress.done)
        parts = [self.tr("{0} of {1} files").format(number(progress.done), number(progress.total))]
        upto = self._filing.upto
        if upto and progress.done < len(upto) and not self._filing.undoing:
            parts.append(self.tr("{0} of {1}").format(size_words(upto[progress.done]), size_words(upto[-1])))
        left = None if waits else self._remaining.seconds(Progress(progress.stage, progress.done, progress.total))
        if left is not None and left >= 1:
            parts.append(self.tr("about {0} left").format(duration(left)))
        self.numbers.setText("  ·  ".join(parts))
        self.name.setText("" if waits else isolated(progress.message))

    def _show_pause(self, waits: str) -> None:
        """What is waited for, and what to do: it goes on by itself."""
        self.paused = bool(waits)
        self._drawing.set_drawing("pause" if waits else "move-to", "accent" if waits else "faint")
        if waits == "waiting for room":
            self.heading.setText(self.tr("Waiting for room"))
            self.advice.setText(
                self.tr(
                    "The disk is full: {0}. Make room there, and it goes on by itself; or stop, and what is done stays."
                ).format(self._filing.drives() or self.tr("the target"))
            )
        elif waits:
            self.heading.setText(self.tr("Waiting for the drive"))
            self.advice.setText(
                self.tr(
                    "A drive does not answer: {0}. Plug it in again, and it goes on by itself; or stop, and what is "
                    "done stays."
                ).format(self._filing.drives() or self.tr("the target"))
            )
        self.advice.setVisible(self.paused)
        announce(self.advice, self.heading.text() if waits else "")
