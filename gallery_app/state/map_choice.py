"""MapChoice: which projection the map shows; one that is not laid out for what stands is laid out first."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.core.records import Changes
from engine.pipeline.project import is_laid_out
from engine.service.protocol import LayOutMap
from gallery_app.base.settings import AppSettings, known
from gallery_app.engine_client.run import Cancelled, Done, Outcome
from gallery_app.i18n.projection_names import projection_names
from gallery_app.state.session import Session


class MapChoice(QObject):
    """Until the new map is there the old one stays; where laying out was stopped or failed, the old one is chosen."""

    changed = Signal()  # another one is chosen
    shown = Signal()  # another one is seen from now on
    said = Signal(str)

    def __init__(self, session: Session, settings: AppSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._seen = session.map = known(projection_names(), settings.map)
        session.changed.connect(self._follow)

    @property
    def name(self) -> str:
        return self._session.map

    def choose(self, name: str) -> None:
        """Show this map as soon as can be, and at the next start."""
        self._take(name)
        self._go_on(name)

    def _take(self, name: str) -> None:
        self._session.map = self._settings.map = name
        self.changed.emit()

    def _go_on(self, name: str) -> None:
        if name == self._session.map:  # else another one was chosen meanwhile
            self._session.query(lambda library: is_laid_out(library, name), partial(self._found, name))

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
            session.jobs.when_free(partial(self._go_on, name))
        else:
            run = session.jobs.run(LayOutMap(session.options))
            run.ended.connect(partial(self._laid_out, name))

    def _laid_out(self, name: str, outcome: Outcome) -> None:
        """One that something else took the turn of follows that; where it was stopped or failed, it is not wanted."""
        if name != self._session.map or isinstance(outcome, Done):
            return
        if not isinstance(outcome, Cancelled) or outcome.why == "stopped":
            self._give_up()
        elif outcome.why == "superseded":
            self._session.jobs.when_free(partial(self._go_on, name))

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
            session.jobs.run(LayOutMap(session.options))
