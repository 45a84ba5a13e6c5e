"""MapChoice: which projection the map shows; one that is not laid out for what stands is laid out first."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.pipeline.project import is_laid_out
from engine.records import Changes, Progress
from gallery_app.models.projection_names import projection_names
from gallery_app.session import Session
from gallery_app.settings import AppSettings, known


class MapChoice(QObject):
    """Until the new map is there the old one stays; where laying out was stopped or failed, the old one is chosen."""

    changed = Signal()  # another one is chosen
    shown = Signal()  # another one is seen from now on
    said = Signal(str)

    def __init__(self, session: Session, settings: AppSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._waits = False  # it was chosen while the engine did something else
        self._laying = False
        self._seen = session.map = known(projection_names(), settings.map)
        session.progress.connect(self._worked)
        session.done.connect(self._done)
        session.changed.connect(self._follow)
        session.opened.connect(self._opened)

    @property
    def name(self) -> str:
        return self._session.map

    def choose(self, name: str) -> None:
        """Show this map as soon as can be, and at the next start."""
        self._take(name)
        self._go_on()

    def _take(self, name: str) -> None:
        self._waits = self._laying = False
        self._session.map = self._settings.map = name
        self.changed.emit()

    def _go_on(self) -> None:
        name = self._session.map
        self._session.look_up(lambda library: is_laid_out(library, name), partial(self._found, name))

    def _found(self, name: str, laid_out: bool) -> None:
        session = self._session
        if name != session.map or (session.gallery.clustering is None and not session.busy):
            return  # another one was chosen meanwhile; or the first clustering will bring its map along
        if laid_out:
            session.look_again(Changes.PROJECTION, self)
        elif session.away:
            self._give_up()
            self.said.emit(self.tr("This map is laid out as soon as the folder is there again."))
        elif session.busy:
            self._waits = True
        else:
            self._lay_out()

    def _lay_out(self) -> None:
        self._waits = False
        self._session.run("map", {"words": self._session.words})
        self._laying = True

    def _worked(self, progress: Progress | None) -> None:
        if self._laying and progress is not None and progress.stage == "start":
            self._laying, self._waits = False, True  # something else takes its turn, with or without this map
        if progress is None:
            QTimer.singleShot(0, self, self._ended)  # what a job returns is told after its end

    def _done(self, _result: object) -> None:
        self._laying = False

    def _ended(self) -> None:
        if self._session.busy or self._session.library is None:
            return
        if self._laying:
            self._give_up()
        elif self._waits:
            self._go_on()

    def _opened(self) -> None:
        """What was to be laid out of another library is not any more; the map is wanted still."""
        self._waits = self._laying = False

    def _give_up(self) -> None:
        self._take(self._session.map_shown)

    def _follow(self, _changes: Changes, origin: object) -> None:
        session = self._session
        if session.map_shown != self._seen:
            self._seen = session.map_shown
            self.shown.emit()
        gallery = session.gallery
        lost = bool((np.isnan(gallery.xy[:, 0]) & (gallery.labels >= 0)).any())
        if origin is self and lost and not session.busy:  # photos came since it was laid out
            session.run("map", {"words": session.words})
