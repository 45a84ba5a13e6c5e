"""Replaying: the training of what stands, moment by moment on the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.gallery import Gallery
from engine.library.library import Library
from engine.pipeline.replay import Replay, leaders, load_replay
from engine.records import Changes, Ints, Progress
from gallery_app.jobs import JobRunner
from gallery_app.session import Session

STEP = 700  # ms between two moments: a glide and a breath


class Replaying(QObject):
    """Loaded when it is first asked for; any change of the library brings the map back to now."""

    changed = Signal()  # loaded, dropped, another moment, playing or not

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._leaders: Ints = np.empty(0, np.int64)
        self._rows: Ints = np.empty(0, np.int64)
        self._wanted: int | None = None  # the moment to show once it is loaded; -1: play from the start
        self._drawing = False  # the engine has been asked to lay it out
        self.replay: Replay | None = None
        self.none = False  # nobody watched this training
        self.moment: int | None = None  # None: as it is now
        self._clock = QTimer(self)
        self._clock.setInterval(STEP)
        self._clock.timeout.connect(self._tick)
        session.changed.connect(self._follow)
        session.opened.connect(self.drop)
        session.done.connect(self._done)
        session.failed.connect(lambda _sentence: self._give_up())
        session.progress.connect(self._worked)

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    @property
    def update(self) -> int | None:
        """The training's update whose moment the map shows; None before the first, and where it shows now."""
        if self.replay is None or self.moment is None:
            return None
        before = len(self.replay) - self.replay.updates
        return self.moment - before if self.moment >= before else None

    def show(self, moment: int) -> None:
        """Go to a moment, 0 to the last; the last is now."""
        self.pause()
        self._go(moment)

    def play(self) -> None:
        """From here on, or from the start where it is at the end."""
        if self.replay is None:
            self._load(-1)
            return
        at_end = self.moment is None or self.moment >= len(self.replay) - 1
        self._go(0 if at_end else self.moment or 0)
        self._clock.start()
        self.changed.emit()

    def pause(self) -> None:
        if self.playing:
            self._clock.stop()
            self.changed.emit()

    def drop(self) -> None:
        """Forget it, and show the map as it is."""
        self._clock.stop()
        self._drawing = False
        was, self.moment, self.replay, self.none, self._wanted = self.moment, None, None, False, None
        if was is not None:
            self._session.moment_changed.emit(None)
        self.changed.emit()

    def _go(self, moment: int) -> None:
        if self.replay is None:
            self._load(moment)
            return
        last = len(self.replay) - 1
        self.moment = None if moment >= last else max(0, moment)
        self._session.moment_changed.emit(None if self.moment is None else self._gallery(self.replay, self.moment))
        self.changed.emit()

    def _tick(self) -> None:
        if self.replay is None or self.moment is None:
            self.pause()
        else:
            self._go(self.moment + 1)

    # Loading

    def _load(self, wanted: int) -> None:
        if self.none or self._wanted is not None:
            self._wanted = wanted if self._wanted is not None else None
            return
        self._wanted = wanted
        self._session.look_up(self._look, self._loaded)

    def _look(self, library: Library) -> tuple[Gallery, Replay | None, Ints, Ints]:
        """On the serial lane."""
        gallery, replay = self._session.gallery, load_replay(library)
        rows = np.flatnonzero(np.isfinite(gallery.xy).all(axis=1))
        if replay is None or not len(rows):
            return gallery, None, rows, rows
        return gallery, replay, rows, leaders(replay, gallery.ids[rows], gallery.xy[rows])

    def _loaded(self, found: tuple[Gallery, Replay | None, Ints, Ints]) -> None:
        gallery, replay, rows, led_by = found
        if gallery is not self._session.gallery:
            self._session.look_up(self._look, self._loaded)  # it has changed on the way
        elif replay is not None:
            self.replay, self._rows, self._leaders = replay, rows, led_by
            wanted, self._wanted = self._wanted, None
            if wanted == -1:
                self.play()
            elif wanted is not None:
                self._go(wanted)
        elif self._session.busy or self._session.away:
            self._refuse()
        else:
            self._drawing = True
            self._session.run("replay", {})

    def _worked(self, progress: Progress | None) -> None:
        if progress is None and self._drawing:
            QTimer.singleShot(0, self, self._ended)  # what a job returns is told after its end

    def _ended(self) -> None:
        if self._drawing and not self._session.busy:  # it was stopped, or another job took its place
            self._give_up()

    def _give_up(self) -> None:
        """It will not come; who asks once more gets another try."""
        self._drawing = False
        if self._wanted is not None:
            self._wanted = None
            self.changed.emit()

    def _done(self, result: dict[str, object]) -> None:
        if self._wanted is not None and "moments" in result:
            self._drawing = False
            if result["moments"]:
                self._session.look_up(self._look, self._loaded)
            else:
                self._refuse()

    def _refuse(self) -> None:
        self.none, self._wanted = True, None
        self.changed.emit()

    def _follow(self, changes: Changes, _origin: object) -> None:
        if self._wanted is None and changes & (Changes.PHOTOS | Changes.PROJECTION):
            self.drop()

    def _gallery(self, replay: Replay, moment: int) -> Gallery:
        """As it was: each photo where the watched one nearest to it led it, those watched in their cluster of then."""
        now = self._session.gallery
        away = (replay.xy[moment] - replay.xy[-1])[self._leaders]
        xy, labels = now.xy.copy(), now.labels.copy()
        xy[self._rows] += away
        index = {c.id: place for place, c in enumerate(now.clusters)}
        places = np.array([index.get(c, -1) for c in replay.clusters], np.int64)
        then = replay.labels[moment].astype(np.int64)
        row_of = now.row_of
        watched = np.array([row_of.get(int(id_), -1) for id_ in replay.ids], np.int64)
        known = (watched >= 0) & (then >= 0)
        labels[watched[known]] = places[then[known]]
        return now.sorted_as(xy=xy, labels=labels)
