"""Consent: whether faces may be looked for in the open library; it is asked once, and nothing is done before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.library import Library
from engine.service.protocol import Organise
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.state.session import Session


class Consent(QObject):
    """`answer` is True, False, or None while nobody was asked; it is of this library, and lies in it."""

    changed = Signal()
    agreed = Signal()  # faces may be looked for from now on
    said = Signal(bool)  # from now on faces may be looked for, or not any more; it is in the library already

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.answer: bool | None = None
        self.asking = False  # the question is to be shown
        self._known = False  # what the library says was read
        session.opened.connect(self._read)
        session.jobs.begun.connect(self._follow)

    def say(self, yes: bool) -> None:
        """The user's answer; it is kept in the library."""
        self.answer, self.asking = yes, False
        self._session.query(partial(_keep, yes), lambda _none: self._kept(yes))
        self.changed.emit()

    def _kept(self, yes: bool) -> None:
        self.said.emit(yes)
        if yes:
            self.agreed.emit()

    def _read(self) -> None:
        self.answer, self.asking, self._known = None, False, False
        self._session.query(_answer, self._take)
        self.changed.emit()

    def _take(self, answer: bool | None) -> None:
        self.answer, self._known = answer, True
        self.changed.emit()

    def _follow(self, run: Run) -> None:
        if isinstance(run.request, Organise):
            run.ended.connect(self._organised)

    def _organised(self, outcome: Outcome) -> None:
        """Ask once there is something to look at: not while the first photos pour in."""
        session = self._session
        if isinstance(outcome, Done) and self._known and self.answer is None and session.can_work:
            self.asking = bool(len(session.gallery))
            self.changed.emit()


def _answer(library: Library) -> bool | None:
    said = library.catalog.setting(ALLOWED)
    return None if said is None else said == "yes"


def _keep(yes: bool, library: Library) -> None:
    library.catalog.set_setting(ALLOWED, "yes" if yes else "no")
