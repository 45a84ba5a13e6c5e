"""Replaying: the training of what stands, moment by moment on the map."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.records import Changes
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from engine.service.protocol import LayOutReplay, ReplayLaidOut
from engine.training.replay import Replay, load_replay, map_positions
from engine.training.sample_interpolator import SampleInterpolator
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Done, Outcome, Run
from gallery_app.state.session import Session

STEP = 700  # ms between two moments: a glide and a breath
Hindrance = Literal["unwatched", "away", "busy"]


class TrainingReplay(QObject):
    """Loaded when it is first asked for; any change of the library brings the map back to now."""

    changed = Signal()  # loaded, dropped, another moment, playing or not

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loading = LatestTask(session.query)
        self._interpolator: SampleInterpolator | None = None
        self._wanted: int | None = None  # the moment to show once it is loaded; -1: play from the start
        self._run: Run | None = None  # in which the engine lays it out
        self.replay: Replay | None = None
        self.hindrance: Hindrance | None = None  # why it cannot be replayed: for good, or until the engine is free
        self.frame: int | None = None  # None: as it is now
        self._clock = QTimer(self)
        self._clock.setInterval(STEP)
        self._clock.timeout.connect(self._tick)
        session.changed.connect(self._follow)
        session.opened.connect(self.drop)

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    @property
    def update(self) -> int | None:
        """The training's update whose moment the map shows; None before the first, and where it shows now."""
        if self.replay is None or self.frame is None:
            return None
        at = int(self.replay.at[self.frame])
        return at if at >= 0 else None

    def show(self, frame: int) -> None:
        """Go to a moment, 0 to the last; the last is now."""
        self.pause()
        self._go(frame)

    def play(self) -> None:
        """From here on, or from the start where it is at the end."""
        if self.replay is None:
            self._load(-1)
            return
        at_end = self.frame is None or self.frame >= len(self.replay) - 1
        self._go(0 if at_end else self.frame or 0)
        self._clock.start()
        self.changed.emit()

    def pause(self) -> None:
        if self.playing:
            self._clock.stop()
            self.changed.emit()

    def drop(self) -> None:
        """Forget it, and show the map as it is."""
        self._clock.stop()
        self._loading.drop()
        self._run = None
        was, self.frame, self.replay, self._wanted = self.frame, None, None, None
        self.hindrance = self._interpolator = None
        if was is not None:
            self._session.frame_changed.emit(None)
        self.changed.emit()

    def _go(self, frame: int) -> None:
        replay, interpolator = self.replay, self._interpolator
        if replay is None or interpolator is None:
            self._load(frame)
            return
        self.frame = None if frame >= len(replay) - 1 else max(0, frame)
        then = None
        if self.frame is not None:
            then = interpolator.at(replay.xy[self.frame], replay.labels[self.frame], replay.clusters)
        self._session.frame_changed.emit(then)
        self.changed.emit()

    def _tick(self) -> None:
        if self.replay is None or self.frame is None:
            self.pause()
        else:
            self._go(self.frame + 1)

    # Loading

    def _load(self, wanted: int) -> None:
        on_the_way = self._loading.busy or self._run is not None or self.hindrance == "busy"
        if on_the_way or self.hindrance is None:
            self._wanted = wanted
        if not on_the_way and self.hindrance is None:
            self._look_it_up()

    def _look_it_up(self) -> None:
        self._loading.ask(self._look, self._loaded, lambda _sentence: self._give_up())

    def _look(self, library: Library) -> tuple[Gallery, Replay | None, SampleInterpolator | None]:
        """On the serial lane."""
        gallery, replay = self._session.gallery, load_replay(library)
        if replay is None or not len(replay.ids):
            return gallery, None, None
        xy = map_positions(library, gallery.ids)  # of the map that it is laid out on, whichever is shown
        return gallery, replay, SampleInterpolator.of(gallery, xy, replay.ids, replay.xy[-1])

    def _loaded(self, found: tuple[Gallery, Replay | None, SampleInterpolator | None]) -> None:
        gallery, replay, interpolator = found
        if self._wanted is None:
            return  # it was dropped meanwhile
        if gallery is not self._session.gallery:
            self._look_it_up()  # it has changed on the way
        elif replay is not None:
            self.replay, self._interpolator = replay, interpolator
            wanted, self._wanted = self._wanted, None
            if wanted == -1:
                self.play()
            else:
                self._go(wanted)
        elif self._session.away:
            self._refuse("away")
        elif self._session.busy:
            self.hindrance = "busy"
            self._session.jobs.when_free(self._try_again)
            self.changed.emit()
        else:
            self._run = run = self._session.jobs.run(LayOutReplay())
            run.ended.connect(partial(self._laid_out, run))

    def _try_again(self) -> None:
        if self.hindrance == "busy":
            self.hindrance = None
            self._look_it_up()

    def _laid_out(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return  # it was dropped meanwhile
        self._run = None
        if not isinstance(outcome, Done) or not isinstance(outcome.result, ReplayLaidOut):
            self._give_up()
        elif outcome.result.frames:
            self._look_it_up()
        else:  # said once what the run has left is read, or that would take it back
            self._loading.ask(lambda _library: None, lambda _: self._refuse("unwatched"))

    def _give_up(self) -> None:
        """It will not come; who asks once more gets another try."""
        self._wanted = None
        self.changed.emit()

    def _refuse(self, hindrance: Hindrance) -> None:
        self.hindrance, self._wanted = hindrance, None
        self.changed.emit()

    def _follow(self, changes: Changes, origin: object) -> None:
        by_user = origin is not self._session
        waits = self._wanted is not None and not (by_user and self.hindrance is not None)
        moved = bool(changes & (Changes.PHOTOS | Changes.PROJECTION))
        if self.replay is not None or (moved and not waits):  # what is loaded has the clusters' names too
            self.drop()
