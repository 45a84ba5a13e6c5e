"""Outcomes: what was done last, in one sentence, and the way back; the strip at the foot shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.core.records import File
from engine.gallery.snapshot import Gallery
from engine.service.protocol import Organise
from gallery_app.engine_client.run import Cancelled, Failed, Run
from gallery_app.engine_client.run import Outcome as End
from gallery_app.i18n.edit_outcomes import outcome_of, undone
from gallery_app.i18n.numbers import counted
from gallery_app.state.session import Session

Way = Literal["undo", "redo", ""]


@dataclass(frozen=True)
class Outcome:
    """What happened; `way` takes it back ("undo"), makes it again ("redo"), or there is none ("").

    A file action is no edit: it has a way back of its own, and a receipt.
    """

    words: str
    way: Way = ""
    take_back: Callable[[], object] | None = None
    receipt: Callable[[], object] | None = None


class Outcomes(QObject):
    """Follows the log of edits, so that whoever makes an edit, in whatever view, it is said; and the scans.

    A way back is only gone while what it speaks of is the newest in the log.
    """

    changed = Signal()  # `current`

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._log = session.log
        self._writing = False  # the catalog is being changed: what is said may be out of date
        self._logged = False  # `current` is the edit that was logged last, and nothing was written since
        self.current: Outcome | None = None
        session.opened.connect(self._opened)
        session.writing.connect(self._write_begun)
        session.changed.connect(lambda _changes, _origin: self._follow())
        session.jobs.begun.connect(self._follow_run)

    def say(self, words: str) -> None:
        """Say this; of an edit that was logged just now it takes the place of the words, and the way back stays."""
        way = self.current.way if self._logged and self.current is not None else ""
        self._show(Outcome(words, way))

    def say_filed(self, words: str, undo: Callable[[], object] | None, receipt: Callable[[], object]) -> None:
        """Say what became of files; `undo` where there is something to take back."""
        self._logged = False
        self._show(Outcome(words, "" if undo is None else "undo", undo, receipt))

    def forget(self) -> None:
        """It was there long enough."""
        if self.current is not None:
            self._show(None)

    def go_back(self) -> None:
        """Take back what is said, or make it again."""
        if self.current is None or self._writing:
            return  # another edit is on its way: it would be that one
        if self.current.take_back is not None:
            self.current.take_back()
            return
        if self.current.way == "undo" and self._log.last is not None:
            self._session.undo(self._log.last.id)
        elif self.current.way == "redo" and self._log.undone is not None:
            self._session.redo(self._log.undone.id)

    def _show(self, outcome: Outcome | None) -> None:
        self.current = outcome
        self.changed.emit()

    def _opened(self) -> None:
        self._log, self._logged, self._writing = self._session.log, False, False
        self.forget()

    def _write_begun(self) -> None:
        self._writing, self._logged = True, False

    def _follow(self) -> None:
        """Compare the log with what it was: an edit's id is never given twice."""
        session = self._session
        before, self._log, self._writing = self._log, session.log, False
        last, gone = self._log.last, self._log.undone
        if (last and last.id) == (before.last and before.last.id):
            return
        if gone is not None and before.last is not None and gone.id <= before.last.id:
            self._show(Outcome(undone(session.redo_label or ""), "redo"))
        elif last is not None:
            self._show(Outcome(outcome_of(last, session.gallery), "undo"))
        self._logged = True

    # Scans

    def _follow_run(self, run: Run) -> None:
        if isinstance(run.request, Organise):
            run.ended.connect(partial(self._scanned, self._session.gallery, run))

    def _scanned(self, before: Gallery, run: Run, end: End) -> None:
        """Say what a scan has found; where nobody has asked for it, only if that is anything."""
        if isinstance(end, Failed) or (isinstance(end, Cancelled) and end.why != "stopped"):
            return
        asked, files = run is self._session.asked_scan, (*before.files, *before.skipped)
        if files or asked:  # else it is the first time, and all is new
            self._session.query(
                lambda library: _difference(files, library.catalog.files.all()),
                lambda counts: self._say_scanned(counts, asked),
            )

    def _say_scanned(self, counts: tuple[int, int, int, int], asked: bool) -> None:
        if self.current is not None and self.current.receipt is not None and not asked:
            return  # what has just been filed, and its way back, are not covered by "12 moved"
        says = (
            (self.tr("1 new"), self.tr("{0} new")),
            (self.tr("1 gone"), self.tr("{0} gone")),
            (self.tr("1 changed"), self.tr("{0} changed")),
            (self.tr("1 moved or renamed"), self.tr("{0} moved or renamed")),
        )
        words = [counted(count, *forms) for count, forms in zip(counts, says, strict=True) if count]
        if words or asked:
            self._logged = False
            self.say(self.tr("Scanned: {0}").format(", ".join(words) or self.tr("nothing has changed")))


def _difference(before: Iterable[File], now: Iterable[File]) -> tuple[int, int, int, int]:
    """How many files are new, gone, changed in what they hold, and moved."""
    known, found = {file.id: file for file in before}, {file.id: file for file in now}
    both = [(known[id_], found[id_]) for id_ in known.keys() & found.keys()]
    changed = sum((a.digest, a.problem) != (b.digest, b.problem) for a, b in both if a.digest or a.problem)
    moved = sum((a.root, a.path) != (b.root, b.path) for a, b in both)
    return len(found.keys() - known.keys()), len(known.keys() - found.keys()), changed, moved
