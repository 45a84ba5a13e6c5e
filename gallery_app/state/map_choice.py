"""MapChoice: which projection the map shows; one that is not computed for the current clustering is computed first."""

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
    """The old map stays until the new one is ready; if its layout is stopped or fails, the old one is chosen again."""

    changed = Signal()  # another projection is chosen
    shown = Signal()  # another projection is displayed
    message = Signal(str)

    def __init__(self, session: Session, settings: AppSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._last_shown = session.map = known(projection_names(), settings.map)
        session.changed.connect(self._follow)

    @property
    def name(self) -> str:
        return self._session.map

    def choose(self, name: str) -> None:
        """Show this projection once it is laid out, and at the next start."""
        self._set_wanted(name)
        self._continue(name)

    def _set_wanted(self, name: str) -> None:
        self._session.map = self._settings.map = name
        self.changed.emit()

    def _continue(self, name: str) -> None:
        if name == self._session.map:  # else another one was chosen since
            self._session.query(lambda library: is_laid_out(library, name), partial(self._checked, name))

    def _checked(self, name: str, laid_out: bool) -> None:
        session = self._session
        if name != session.map or (session.gallery.clustering is None and not session.busy):
            return  # another one was chosen meanwhile; or the first clustering will bring its map along
        if laid_out:
            session.refresh(Changes.PROJECTION, self)
        elif not session.can_work:
            self._give_up()
            sealed = self.tr("This map is not laid out, and the library cannot be written.")
            away = self.tr("This map is laid out as soon as the folder is there again.")
            self.message.emit(sealed if session.read_only else away)
        elif session.busy:
            session.jobs.when_free(partial(self._continue, name))
        else:
            run = session.jobs.run(LayOutMap(session.options))
            run.ended.connect(partial(self._laid_out, name))

    def _laid_out(self, name: str, outcome: Outcome) -> None:
        """A superseded layout is retried when the engine is free; a stopped or failed one is given up."""
        if name != self._session.map or isinstance(outcome, Done):
            return
        if not isinstance(outcome, Cancelled) or outcome.why == "stopped":
            self._give_up()
        elif outcome.why == "superseded":
            self._session.jobs.when_free(partial(self._continue, name))

    def _give_up(self) -> None:
        self._set_wanted(self._session.map_shown)

    def _follow(self, _changes: Changes, origin: object) -> None:
        session = self._session
        if session.map_shown != self._last_shown:
            self._last_shown = session.map_shown
            self.shown.emit()
        gallery = session.gallery
        unplaced = bool((np.isnan(gallery.xy[:, 0]) & (gallery.labels >= 0)).any())
        if origin is self and unplaced and not session.busy:  # photos came since it was laid out
            session.jobs.run(LayOutMap(session.options))
