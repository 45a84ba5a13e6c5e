"""HistoryReview: the history as its page shows it: searched and filtered, with the chosen line and its details."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, Signal

from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.i18n.edit_names import edit_name
from gallery_app.state.history.lines import Details, Line, read_details, read_lines
from gallery_app.state.history.ways import redo_up_to, undo_back_to
from gallery_app.state.session import Session

Shown = Literal["all", "edit", "file"]


class HistoryReview(QObject):
    """Read while it is `followed`, off the GUI thread; actions on files are undone by whoever hears `undo_files`."""

    changed = Signal()  # the lines
    detailed = Signal()  # the chosen line, or what is known of it
    undo_files = Signal(int, object)  # id of the action, and its piles or None for all

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading, self._detailing = LatestTask(session.query), LatestTask(session.query)
        self._all: list[Line] = []
        self.followed = self.read = False
        self.words, self.kind = "", "all"
        self.chosen: int | None = None
        self.details: Details | None = None
        session.changed.connect(lambda _changes, _origin: self._follow())
        session.opened.connect(self._forget)

    def start(self) -> None:
        """Read the history, and again after each change until `end`."""
        self.followed, self.words, self.kind, self.chosen = True, "", "all", None
        self._follow()

    def end(self) -> None:
        self.followed = False
        self._reading.drop()
        self._detailing.drop()

    @property
    def lines(self) -> list[Line]:
        """Those that are looked for, newest first."""
        words = self.words.casefold().split()
        kinds = ("edit", "file") if self.kind == "all" else (self.kind,)
        return [line for line in self._all if line.kind in kinds and self._matches(line, words)]

    @property
    def empty(self) -> bool:
        """Whether nothing was ever done."""
        return not self._all

    @property
    def line(self) -> Line | None:
        """The chosen one."""
        return next((line for line in self._all if line.id == self.chosen), None)

    def label(self, line: Line) -> str:
        """What it did, in the user's language."""
        words = edit_name(line.label, {c.name for c in self._session.gallery.clusters if c.named_by_user})
        return f"{words[:1].upper()}{words[1:]}"

    def find(self, words: str) -> None:
        """Only lines with all of these words."""
        self.words = words
        self._show()

    def show_kind(self, kind: Shown) -> None:
        self.kind = kind
        self._show()

    def choose(self, id_: int | None) -> None:
        """Look at a line."""
        if id_ != self.chosen:
            self.chosen, self.details = id_, None
            self._detail()
            self.detailed.emit()

    def undo(self, groups: tuple[str, ...] | None = None) -> None:
        """Take the chosen one back: an edit with all newer ones, an action as a whole or some piles of it."""
        line = self.line
        if line is None or not line.undoable:
            return
        if line.kind == "file":
            self.undo_files.emit(line.id, groups)
        else:
            self._session.write(partial(undo_back_to, line.id), self)

    def redo(self) -> None:
        """Make the chosen edit again, with the ones before it that were undone."""
        if (line := self.line) is not None and line.redoable:
            self._session.write(partial(redo_up_to, line.id), self)

    def _matches(self, line: Line, words: list[str]) -> bool:
        if not words:
            return True
        text = f"{self.label(line)} {day_name(line.when.date())}".casefold()
        return all(word in text for word in words)

    def _follow(self) -> None:
        if self.followed:
            self._reading.submit(read_lines, self._take)

    def _take(self, lines: list[Line]) -> None:
        self._all, self.read = lines, True
        self._show()
        self._detail()

    def _show(self) -> None:
        shown = self.lines
        if self.chosen not in [line.id for line in shown]:
            self.chosen, self.details = (shown[0].id if shown else None), None
            self._detail()
        self.changed.emit()
        self.detailed.emit()

    def _detail(self) -> None:
        if (line := self.line) is not None and self.followed:
            self._detailing.submit(partial(read_details, line), self._take_details)

    def _take_details(self, details: Details) -> None:
        if details.line == self.chosen:
            self.details = details
            self.detailed.emit()

    def _forget(self) -> None:
        self._all, self.read, self.chosen, self.details = [], False, None, None
        self.changed.emit()


def day_name(day: date) -> str:
    """ "Today", "Yesterday", or the date."""
    today = date.today()
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("history_review", text)
