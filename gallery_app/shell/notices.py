"""Notices: the one sentence at the foot of the photos - what was refused, what is not there, what failed."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject

from engine.core.records import Changes
from gallery_app.base.actions import Actions
from gallery_app.i18n.bidi import isolated
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner

GLANCE = 0.6  # s: what is done sooner than that was begun before anybody has read the refusal


class Notices(QObject):
    """A refusal is read until something else is done; what was closed is not said again until it is found anew."""

    def __init__(self, session: Session, banner: Banner, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._banner = session, banner
        self._refusal = ""  # why an edit or a folder was refused
        self._refused_at = 0.0
        self._told = ""  # what the engine says though it goes on
        self._closed = ""  # what the banner said when it was closed
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.progress.connect(lambda _progress: self.show())
        session.failed.connect(self.failed)
        session.noticed.connect(self.tell)
        session.jobs.begun.connect(self._begun)
        banner.closed.connect(self._close)
        session.selection_changed.connect(lambda _ids, origin: self._done_next(origin))
        session.cluster_focused.connect(lambda _cluster, origin: self._done_next(origin))
        session.filters.changed.connect(self._done_next)
        for action in actions:
            action.triggered.connect(self._done_next)  # before it is carried out, and may be refused

    def show(self) -> None:
        drawing, sentence, verb = self._notice()
        if sentence and sentence != self._closed:
            self._banner.show_message(drawing, sentence, verb)
        else:
            self._banner.hide()

    def failed(self, sentence: str) -> None:
        """Something was refused, or the last run failed."""
        if sentence == self._session.problem:
            self._refusal = ""
        elif self._session.library is not None:  # what is open stays
            self._refusal, self._refused_at = sentence, monotonic()
        self.show()

    def tell(self, sentence: str) -> None:
        """Something that is to be known though the work goes on; it stays until the next is begun."""
        self._told, self._closed = sentence, ""
        self.show()

    def _notice(self) -> tuple[str, str, str]:
        """Drawing, sentence and verb of what is to be said; no sentence where there is nothing."""
        session = self._session
        if self._refusal:
            return "warning", self._refusal, ""
        if session.away:
            away = self.tr("{0} is not there: its drive may be unplugged. Nothing is forgotten.")
            return "drive-away", away.format(isolated(str(session.folder))), self.tr("Look again")
        if session.problem and len(session.gallery):
            return "warning", session.problem, self.tr("Try again")
        return ("warning", self._told, "") if self._told else ("", "", "")

    def _close(self) -> None:
        if not self._refusal:
            self._closed = self._notice()[1]
        self._refusal = ""

    def _opened(self) -> None:
        self._closed = self._refusal = self._told = ""
        self.show()

    def _changed(self, _changes: Changes, origin: object) -> None:
        if origin is not self._session:
            self._refusal = ""
        self.show()

    def _done_next(self, origin: object) -> None:
        """The user does something else; what the session does to the selection by itself is nothing of theirs.

        A press elsewhere takes a name that is being edited: the click that follows is part of what was refused.
        """
        if origin is self._session or not self._banner.isVisible() or monotonic() - self._refused_at < GLANCE:
            return
        if self._refusal:
            self._refusal = ""
            self.show()

    def _begun(self, _run: object) -> None:
        self._closed = self._told = ""
        self.show()
