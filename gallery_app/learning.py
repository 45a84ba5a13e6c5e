"""Learning: the map while the engine learns, for who watches, until somebody takes hold of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.gallery import Gallery
from engine.pipeline.crowd import Crowd
from engine.records import Changes, Floats, Ints, Progress
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.session import Session

BREATH = 500  # ms at least between two moments: a glide


@dataclass(frozen=True)
class Moment:
    """As the engine publishes it: see engine/pipeline/live.py."""

    files: Ints
    xy: Floats
    labels: Ints
    clusters: tuple[str, ...]


class Learning(QObject):
    """Where no map stands yet every training is shown; where one does, only to somebody who is `watching`.

    A press on the map, or a change by the user, ends it for the run: a map that stands comes back at once, and one
    that has only been learned so far stays as it is. Only the newest moment is shown: one that is late is left out.
    """

    changed = Signal()  # the map begins to show what is being learned, or ends to

    def __init__(self, session: Session, jobs: JobRunner, watching: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._watching = session, jobs, watching
        self._crowd: Crowd | None = None
        self._next: Moment | None = None  # came while another was being made ready
        self._last: Moment | None = None  # the one that is shown
        self._working: Ticket | None = None
        self._held = False  # somebody has taken hold of the map in this run
        self._breath = QTimer(self, singleShot=True, interval=BREATH)
        self._breath.timeout.connect(self._make_ready)
        session.learned.connect(self._came)
        session.progress.connect(self._worked)
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    @property
    def shown(self) -> bool:
        """Whether the map shows a moment, and not what stands."""
        return self._last is not None

    @property
    def moving(self) -> bool:
        """Whether the map goes on with each moment."""
        return self.shown and not self._held

    def yield_to(self, widget: QWidget) -> None:
        """Stop at a press on this widget."""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._hold()
        return False

    def look_away(self) -> None:
        """Nobody is watching any more: a map that stands comes back."""
        if self.shown and self._stands:
            self._forget()
            self._session.moment_changed.emit(None)

    @property
    def _stands(self) -> bool:
        return bool(np.isfinite(self._session.gallery.xy).any())

    @property
    def _wanted(self) -> bool:
        session = self._session
        if self._held or not session.busy or session.filters.shown.xy is not None:  # that is a map of the world
            return False
        return not self._stands or self._watching()

    def _came(self, told: dict[str, Any]) -> None:
        moment = self._read(told) if self._wanted else None
        if moment is not None:
            self._next = moment
            self._make_ready()

    def _read(self, told: dict[str, Any]) -> Moment | None:
        xy = np.array(told["xy"], np.float32).reshape(-1, 2)
        if "files" in told:
            files, labels = np.array(told["files"], np.int64), np.array(told["labels"], np.int64)
            return Moment(files, xy, labels, tuple(told["clusters"]))
        made = self._session.gallery.clustering  # the map that is laid out after learning
        if not self.shown or made is None or len(made.ids) != len(xy):
            return None
        return Moment(made.ids, xy, np.full(len(xy), -1), ())

    def _make_ready(self) -> None:
        moment, gallery = self._next, self._session.gallery
        if self._working is not None or moment is None or self._breath.isActive():
            return
        self._next, crowd = None, self._crowd

        def work() -> tuple[Crowd, Gallery]:
            found = _known(crowd, gallery, moment) or Crowd.of(gallery, gallery.xy, moment.files)
            return found, found.at(moment.xy, moment.labels, moment.clusters)

        def done(made: tuple[Crowd, Gallery]) -> None:
            self._working = None
            self._crowd, then = made
            if gallery is not self._session.gallery:
                self._next = self._next or moment  # what stands has changed on the way
            elif self._wanted:
                self._show(moment, then)
            self._make_ready()

        self._working = self._jobs.run(work, done)

    def _show(self, moment: Moment, then: Gallery) -> None:
        self._take(moment)
        self._breath.start()
        self._session.moment_changed.emit(then)

    def _worked(self, progress: Progress | None) -> None:
        if progress is None:
            self._forget()  # what stands now comes with the session's change
        elif progress.stage == "start":
            self.look_away()
            self._forget()

    def _follow(self, _changes: Changes, origin: object) -> None:
        if origin is not self._session:
            self._hold()
            return
        last, known = self._last, None
        if last is not None and (self._wanted or not self._stands):
            known = _known(self._crowd, self._session.gallery, last)
        if last is not None and known is not None:  # the map went back to what stands; at once, or it would be seen
            self._crowd = known
            self._session.moment_changed.emit(known.at(last.xy, last.labels, last.clusters))
        else:
            self._take(None)

    def _hold(self) -> None:
        if self._session.busy and (self.shown or self._stands):
            self.look_away()
            self._held = True
            self.changed.emit()

    def _take(self, moment: Moment | None) -> None:
        was, self._last = self.shown, moment
        if was != self.shown:
            self.changed.emit()

    def _forget(self) -> None:
        self._breath.stop()
        if self._working is not None:
            self._working.drop()  # what is made ready may be of another library
        self._next = self._crowd = self._working = None
        self._held = False
        self._take(None)


def _known(crowd: Crowd | None, gallery: Gallery, moment: Moment) -> Crowd | None:
    """The crowd of these photos where it is known already: only what their clusters are is new."""
    if crowd is None or not crowd.fits(gallery, moment.files):
        return None
    return crowd if crowd.gallery is gallery else replace(crowd, gallery=gallery)
