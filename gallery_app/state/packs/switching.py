"""Switching: the open library is looked at with another network, behind the clusters that stand, and then sorted by it.

What is to come is kept in the library, so that it goes on the next time. Whatever the user does meanwhile comes first.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from engine.embedding import DEFAULT_BACKBONE
from engine.library.library import Library
from engine.service.model_messages import EmbedWith
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run
from gallery_app.state.session import Session

SETTING = "look with"  # of the library: the network that it is to be sorted by next, "" for none
REST = 500  # ms without other work before it begins, or goes on


class Switching(QObject):
    """`wanted` is the network to come, as `open_backbone` calls it, or "". `progress` is how far it has looked."""

    changed = Signal()
    swapped = Signal(str)  # the network that the photos are sorted by now

    def __init__(self, session: Session, settings: AppSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._run: Run | None = None
        self.wanted = ""
        self.problem = ""
        self.progress: Progress | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._go_on)
        session.opened.connect(self._opened)
        session.closing.connect(self._forget)
        session.jobs.begun.connect(lambda _run: self.rest.stop())
        session.jobs.idle.connect(self._wait)

    @property
    def at_work(self) -> bool:
        return self._run is not None

    def use(self, backbone: str) -> None:
        """Look at the open library with this network, and sort it by that; other libraries keep theirs."""
        self.wanted, self.problem = backbone, ""
        self._settings.backbone = self._session.backbone = backbone
        self._session.query(partial(_keep, backbone), lambda _done: None)
        behind = self._session.jobs.background
        if behind is not None and behind is not self._run:
            self._session.jobs.stop(behind)  # which goes on by itself, later
        self._wait()
        self.changed.emit()

    def give_up(self, now: str = DEFAULT_BACKBONE) -> None:
        """Look no further; `now` is the network that the photos are sorted by. What was looked at stays."""
        run, self._run = self._run, None
        self._clear()
        self._settings.backbone = self._session.backbone = now
        if run is not None:
            self._session.jobs.stop(run)
        self.changed.emit()

    def close(self) -> None:
        self.rest.stop()

    def _opened(self) -> None:
        self._forget()
        if self._session.can_work:
            self._session.query(_kept, self._found)

    def _found(self, wanted: str) -> None:
        self.wanted = wanted
        if wanted:
            self._session.backbone = wanted
        self._wait()
        self.changed.emit()

    def _forget(self) -> None:
        self.rest.stop()
        self._run, self.wanted, self.problem, self.progress = None, "", "", None
        self.changed.emit()

    def _wait(self) -> None:
        if self.wanted and not self.problem and not self.at_work and self._session.can_work:
            self.rest.start()

    def _go_on(self) -> None:
        if not self.wanted or self.problem or self.at_work:
            return
        run = self._session.jobs.run_behind(EmbedWith(self.wanted))
        if run is not None:
            self._run = run
            run.progress.connect(self._progressed)
            run.ended.connect(partial(self._embedded, run))
            self.changed.emit()

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _embedded(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        self._run = None
        if isinstance(outcome, Done):
            # Once the engine has let go of this one.
            QTimer.singleShot(0, self, self._sort)
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
            self._session.notice.emit(outcome.sentence)
        self.changed.emit()

    def _sort(self) -> None:
        """All photos were looked at: sort them by what was seen, with all that the user has said."""
        if self.wanted and self._session.can_work:
            run = self._session.organise(replace(self._session.options, backbone=self.wanted))
            run.ended.connect(partial(self._sorted, self.wanted))

    def _sorted(self, backbone: str, outcome: Outcome) -> None:
        if isinstance(outcome, Done) and backbone == self.wanted:
            self._clear()
            self.swapped.emit(backbone)
        elif isinstance(outcome, Failed):
            self.problem = outcome.sentence
        elif isinstance(outcome, Cancelled) and outcome.why == "stopped":
            self._clear()
        self.changed.emit()

    def _clear(self) -> None:
        self.rest.stop()
        self.wanted, self.progress, self.problem = "", None, ""
        self._session.query(partial(_keep, ""), lambda _done: None)


def _kept(library: Library) -> str:
    return library.catalog.setting(SETTING) or ""


def _keep(backbone: str, library: Library) -> None:
    library.catalog.set_setting(SETTING, backbone)
