"""CatalogRecovery: what is left of a catalog that is damaged or missing, and the way out that the user chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.library.safety.survey import GoodBackup, Survey
from engine.service.safety_messages import CatalogMended, CatalogSurveyed, MendCatalog, SurveyCatalog
from gallery_app.engine_client.run import Done, Failed, Outcome, Run
from gallery_app.state.session import Session

Step = Literal["looking", "choosing", "mending"]


class CatalogRecovery(QObject):
    """The engine looks and mends, under the library's lock; then the library is opened as any other."""

    changed = Signal()  # step, survey or problem
    mended = Signal(object, object)  # CatalogMended and the GoodBackup it is made of, once the library is open again

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._run: Run | None = None
        self._done: tuple[CatalogMended, GoodBackup | None] | None = None  # to be told once the library is open
        self._reset()
        session.opened.connect(self._opened)

    def _reset(self) -> None:
        self.step: Step = "looking"
        self.survey: Survey | None = None
        self.problem = ""  # why it could not be looked at or mended

    @property
    def catalog(self) -> Path | None:
        """The catalog in question; None where the library is well, or none is open."""
        return self._session.damaged

    def look_again(self) -> None:
        """Try to open the library once more: the user may have put the file back."""
        if self.step != "mending":
            self._open()

    def mend(self, request: MendCatalog) -> None:
        """Take this way out, then open the library."""
        if self.step == "choosing":
            self.step, self.problem = "mending", ""
            self._begin(self._session.jobs.run(request))

    def _begin(self, run: Run) -> None:
        self._run = run
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def _opened(self) -> None:
        done, self._done = self._done, None
        self._run = None
        if self.catalog is not None and self._session.folder is not None:
            self._reset()
            self._session.jobs.attach(self.catalog.parent, self._session.folder)
            self._begin(self._session.jobs.run(SurveyCatalog()))
        elif done is not None and self._session.library is not None:
            self.mended.emit(*done)

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        self._run = None
        if isinstance(outcome, Failed):
            self.problem = outcome.sentence
        elif isinstance(outcome, Done) and isinstance(outcome.result, CatalogSurveyed):
            self.survey = outcome.result.survey
        elif isinstance(outcome, Done) and isinstance(outcome.result, CatalogMended):
            self._reopen(run.request, outcome.result)
            return
        self.step = "choosing"
        self.changed.emit()

    def _reopen(self, request: object, mended: CatalogMended) -> None:
        used = request.backup if isinstance(request, MendCatalog) else ""
        backups = () if self.survey is None else self.survey.backups
        done = mended, next((backup for backup in backups if backup.name == used), None)
        self._open()  # closes first, which is an `opened` as well
        self._done = done

    def _open(self) -> None:
        folder, catalog = self._session.folder, self.catalog
        if folder is not None and catalog is not None:
            self._session.open(folder, catalog.parent)
