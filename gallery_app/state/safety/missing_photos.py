"""MissingPhotos: counts the photos that are not where they were, and forgets them where the user says so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Progress
from engine.pipeline.forget import Missing
from engine.service.protocol import Request
from engine.service.safety_messages import CountMissing, ForgetMissing, MissingCounted, MissingForgotten
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.session import Session


class MissingPhotos(QObject):
    """Also while the photo folder is away, when otherwise no engine is at work."""

    changed = Signal()  # folders, problem or busy
    progressed = Signal(object)  # Progress
    forgotten = Signal(int)  # so many photos

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._run: Run | None = None
        self.folders: tuple[Missing, ...] | None = None  # None: not counted yet
        self.problem = ""  # why they could not be counted or forgotten
        session.opened.connect(self._forget)

    @property
    def busy(self) -> bool:
        return self._run is not None

    def count(self) -> None:
        """Count them anew."""
        self.folders = None
        self._begin(CountMissing())

    def forget(self, folders: Iterable[Missing]) -> None:
        """Forget the missing photos of these folders, if no more are missing than were counted."""
        self._begin(ForgetMissing(tuple((folder.root, folder.count) for folder in folders)))

    def stop(self) -> None:
        """Stop counting; what is being forgotten is one transaction, all or nothing."""
        if self._run is not None:
            self._session.jobs.stop(self._run)

    def _begin(self, request: Request) -> None:
        session = self._session
        if self._run is not None or session.library is None or session.folder is None:
            return
        if not session.can_work:
            session.jobs.attach(session.library.folder, session.folder)
        self.problem = ""
        run = self._run = session.jobs.run(request)
        run.progress.connect(self._progress)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def _progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        self._run = None
        QTimer.singleShot(0, self, self._let_go)
        if isinstance(outcome, Failed):
            self.problem = outcome.sentence
        elif isinstance(outcome, Done) and isinstance(outcome.result, MissingCounted):
            self.folders = outcome.result.folders
        elif isinstance(outcome, Done) and isinstance(outcome.result, MissingForgotten):
            self._follow(outcome.result.count)
        elif self.folders is None:
            self.problem = self.tr("They were not counted to the end: something else was to be done first.")
        self.changed.emit()

    def _let_go(self) -> None:
        """Where the folder is away no other work finds an engine."""
        if self._run is None and self._session.library is not None and not self._session.can_work:
            self._session.jobs.detach()

    def _follow(self, count: int) -> None:
        """Show the library without them; the drive that is there now is the right one from here on."""
        self.folders = None
        if self._session.can_work:
            self._session.rescan()
        self._session.reload()
        self.forgotten.emit(count)

    def _forget(self) -> None:
        self._run, self.folders, self.problem = None, None, ""
