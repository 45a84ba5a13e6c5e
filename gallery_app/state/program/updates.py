"""Updates: when the server is asked for a newer version, and what it said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from gallery_app.base.settings import AppSettings
from gallery_app.state.program.update_check import ADDRESS, Newest, UpdateCheck

WEEK = timedelta(days=7)


class Updates(QObject):
    """`answer` is a Newest, a sentence that says why there is none, or None while nothing is known."""

    changed = Signal()
    found = Signal(object)  # Newest: the weekly look has found a newer version that was not shown before

    def __init__(
        self,
        settings: AppSettings,
        parent: QObject | None = None,
        address: str = ADDRESS,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._settings, self.today = settings, today
        self.answer: Newest | str | None = None
        self._weekly = False  # the question under way is that of the week
        self.check = UpdateCheck(self, address)
        self.check.ended.connect(self._ended)

    @property
    def busy(self) -> bool:
        return self.check.busy

    @property
    def told(self) -> bool:
        """The user knows what is asked, and has asked."""
        return self._settings.flag("updates_told", False)

    @property
    def weekly(self) -> bool:
        return self._settings.flag("updates", False)

    def set_weekly(self, on: bool) -> None:
        self._settings.keep_flag("updates", on)

    def ask(self) -> None:
        """Ask now: the user has read what is asked."""
        self._settings.keep_flag("updates_told", True)
        self._ask(weekly=False)

    def look_weekly(self) -> None:
        """Ask if that is wished, and the last time was a week ago; at most once a week, whatever comes of it."""
        last, today = self._settings.updates_asked, self.today()
        if self.weekly and (last is None or not timedelta(0) <= today - last < WEEK):
            self._ask(weekly=True)

    def stop(self) -> None:
        if self.busy:
            self.check.stop()
            self.changed.emit()

    def seen(self, newest: Newest) -> None:
        """The user has closed the message about this version: it is not shown again."""
        self._settings.updates_seen = newest.version

    def _ask(self, *, weekly: bool) -> None:
        self.answer, self._weekly = None, weekly
        self._settings.updates_asked = self.today()
        self.check.ask()
        self.changed.emit()

    def _ended(self, answer: Newest | str) -> None:
        self.answer = answer
        self.changed.emit()
        newer = isinstance(answer, Newest) and answer.newer and answer.version != self._settings.updates_seen
        if self._weekly and newer:
            self.found.emit(answer)
