"""Notices: the banner below the photos: a refused edit, a missing folder, a failed run, a notice of the engine."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject

from engine.core.records import Changes
from gallery_app.base.actions import Actions
from gallery_app.i18n.bidi import isolated
from gallery_app.state.session import Session
from gallery_app.views.bars.banner import Banner

READING_TIME = 0.6  # seconds: an action sooner than that began before the refusal could be read


class Notices(QObject):
    """A refusal is shown until the user acts again; a closed notice is not repeated until it arises anew."""

    def __init__(self, session: Session, banner: Banner, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._banner = session, banner
        self._refusal = ""  # why an edit or a folder was refused
        self._refused_at = 0.0
        self._engine_notice = ""  # a notice of the engine; its work goes on
        self._kept = ""  # what the user has to have read: it stays until it is closed
        self._dismissed = ""  # the sentence of the banner when it was closed
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.progress.connect(lambda _progress: self.show())
        session.failed.connect(self.failed)
        session.notice.connect(self.show_notice)
        session.jobs.begun.connect(self._begun)
        banner.closed.connect(self._close)
        session.selection_changed.connect(lambda _ids, origin: self._user_acted(origin))
        session.cluster_focused.connect(lambda _cluster, origin: self._user_acted(origin))
        session.filters.changed.connect(self._user_acted)
        for action in actions:
            action.triggered.connect(self._user_acted)  # before it runs, and may be refused

    def show(self) -> None:
        drawing, sentence, verb = self._notice()
        if sentence and sentence != self._dismissed:
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

    def show_notice(self, sentence: str) -> None:
        """Show a notice of the engine; it stays until the next job begins."""
        self._engine_notice, self._dismissed = sentence, ""
        self.show()

    def keep(self, sentence: str) -> None:
        """Show this until it is closed, whatever is done meanwhile."""
        self._kept = sentence
        self.show()

    def _notice(self) -> tuple[str, str, str]:
        """Icon, sentence and button text of the current notice; an empty sentence where there is none."""
        session = self._session
        if self._refusal:
            return "warning", self._refusal, ""
        if self._kept:
            return "info", self._kept, ""
        if session.away:
            away = self.tr("{0} is not there: its drive may be unplugged, or the share down. Nothing is forgotten.")
            return "drive-away", away.format(isolated(str(session.folder))), self.tr("Look again")
        if session.problem and len(session.gallery):
            return "warning", session.problem, self.tr("Try again")
        return ("warning", self._engine_notice, "") if self._engine_notice else ("", "", "")

    def _close(self) -> None:
        if self._kept and not self._refusal:
            self._kept = ""
            self.show()  # what lay under it
            return
        if not self._refusal:
            self._dismissed = self._notice()[1]
        self._refusal = ""

    def _opened(self) -> None:
        self._dismissed = self._refusal = self._engine_notice = self._kept = ""
        self.show()

    def _changed(self, _changes: Changes, origin: object) -> None:
        if origin is not self._session:
            self._refusal = ""
        self.show()

    def _user_acted(self, origin: object) -> None:
        """The user did something else; changes by the session itself do not count.

        A press elsewhere commits a name that is being edited: the click that follows is part of the refused edit.
        """
        if origin is self._session or not self._banner.isVisible() or monotonic() - self._refused_at < READING_TIME:
            return
        if self._refusal:
            self._refusal = ""
            self.show()

    def _begun(self, _run: object) -> None:
        self._dismissed = self._engine_notice = ""
        self.show()
