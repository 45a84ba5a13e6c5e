"""Understanding: finds out what pictures show while there is nothing else to do, and stops for anything else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from engine.library.catalog.understanding.face_table import ALLOWED
from engine.library.library import Library
from engine.service.protocol import Organise
from engine.service.understand_messages import Understand, Understood
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run
from gallery_app.state.session import Session
from gallery_app.state.understanding.reading import Reading

REST = 2000  # ms without other work before it begins: what follows at once on something else is not kept waiting
ON, TEXT, PAUSED = "understand", "read_text", "understanding_paused"  # the keys of the window's settings


class Understanding(QObject):
    """What is found out is kept by content, so that each run goes on where the one before was.

    `progress` is how far it has come, None where all is known, or nothing may be asked.
    """

    changed = Signal()  # begun, gone on, ended, paused, or switched

    def __init__(self, session: Session, settings: AppSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.reading = Reading(session, self)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._ask)
        self.run: Run | None = None  # at work
        self._due = False  # there may be something that is not known yet
        self._turns: Mapping[str, int] = {}
        self.progress: Progress | None = None
        session.opened.connect(self._opened)
        session.closing.connect(self._forget)
        session.changed.connect(lambda _changes, _origin: self._look_at_turns())
        session.jobs.begun.connect(self._make_way)
        session.jobs.idle.connect(self._wait)

    # What the user has said

    @property
    def on(self) -> bool:
        """Whether pictures are looked at in the background at all."""
        return self._settings.flag(ON, True)

    @property
    def text(self) -> bool:
        """Whether the text in them is read."""
        return self._settings.flag(TEXT, True)

    @property
    def paused(self) -> bool:
        """The user has it wait; it stays so until it is told to go on."""
        return self._settings.flag(PAUSED, False)

    def switch(self, on: bool) -> None:
        self._keep(ON, on)

    def read_text(self, on: bool) -> None:
        self._keep(TEXT, on)

    def pause(self, on: bool) -> None:
        self._keep(PAUSED, on)

    def look_again(self) -> None:
        """Something is to be found out that was not: faces, once the user agrees; or no longer."""
        self._due = True
        self._stop()
        self._wait()
        self.changed.emit()

    def _keep(self, flag: str, on: bool) -> None:
        self._settings.keep_flag(flag, on)
        self.look_again()

    # When it is done

    @property
    def at_work(self) -> bool:
        return self.run is not None

    @property
    def waits(self) -> bool:
        """Whether the user has it wait, and there would be something to do."""
        return self.on and self.paused and self._due and self._session.can_work

    def _opened(self) -> None:
        self._forget()
        self._turns = self._session.gallery.turns

    def _forget(self) -> None:
        self.rest.stop()
        self.reading.stop()
        self.run, self._due, self.progress = None, False, None
        self.changed.emit()

    def close(self) -> None:
        """Begin nothing any more: the window is about to go."""
        self.rest.stop()
        self.reading.stop()

    def _look_at_turns(self) -> None:
        """What was turned is read again: text that stood on its head was not."""
        turns = self._session.gallery.turns
        if turns != self._turns:
            self._turns, self._due = turns, True
            self._wait()

    def _make_way(self, run: Run) -> None:
        """Something else begins, in place of this; afterwards there may be more to look at."""
        self.rest.stop()
        if isinstance(run.request, Organise):
            run.ended.connect(self._organised)

    def _organised(self, outcome: Outcome) -> None:
        if isinstance(outcome, Done):
            self._due = True

    def _wait(self) -> None:
        """Begin soon, if nothing else does."""
        if self._due and self.on and not self.paused and not self.at_work and self._session.can_work:
            self.rest.start()

    def _ask(self) -> None:
        self._session.query(_people, self._begin)

    def _begin(self, people: bool) -> None:
        session = self._session
        if self.at_work or not (self.on and session.can_work and session.gallery.clusters) or self.paused:
            return
        run = session.jobs.run_behind(Understand(text=self.text, people=people))
        if run is not None:
            self.run = run
            run.progress.connect(self._progressed)
            run.ended.connect(partial(self._ended, run))
            self.changed.emit()

    def _stop(self) -> None:
        if self.run is not None:
            self._session.jobs.stop(self.run)

    def _progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.reading.read_soon()
        self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self.run:
            return  # the library was closed
        self.run = None
        if isinstance(outcome, Cancelled):
            self._due = outcome.why != "closed"
            self.reading.read_soon()  # what took its place comes first
        else:
            self._due, self.progress = False, None
            self._tell(outcome)
            self.reading.read_now()
        self._wait()
        self.changed.emit()

    def _tell(self, outcome: Outcome) -> None:
        """Why it was given up, once; it is tried again when the folder is opened again, or has been looked through."""
        if isinstance(outcome, Failed):
            self._session.notice.emit(outcome.sentence)
        elif isinstance(outcome, Done) and isinstance(outcome.result, Understood) and outcome.result.renamed:
            self._session.reload()


def _people(library: Library) -> bool:
    return library.catalog.setting(ALLOWED) == "yes"
