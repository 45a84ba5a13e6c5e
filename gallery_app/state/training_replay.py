"""TrainingReplay: plays the recorded training of the active clustering on the map, frame by frame."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

import numpy as np
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

FRAME_INTERVAL = 700  # ms between two frames: the animation and a pause
Hindrance = Literal["unwatched", "away", "busy"]


class TrainingReplay(QObject):
    """Loaded on first use; any change of the library brings the map back to the present."""

    changed = Signal()  # loaded, dropped, another frame, playing or paused

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._loading = LatestTask(session.query)
        self._interpolator: SampleInterpolator | None = None
        self._wanted: int | None = None  # the frame to show once it is loaded; -1: play from the start
        self._run: Run | None = None  # the engine's layout of it
        self.replay: Replay | None = None
        self.hindrance: Hindrance | None = None  # why it cannot be replayed; "busy" ends when the engine is free
        self.frame: int | None = None  # index of the frame that is shown; None: the present
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_INTERVAL)
        self._timer.timeout.connect(self._tick)
        session.changed.connect(self._follow)
        session.opened.connect(self.drop)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def update(self) -> int | None:
        """The training update of the frame that is shown; None before the first update, and in the present."""
        if self.replay is None or self.frame is None:
            return None
        at = int(self.replay.at[self.frame])
        return at if at >= 0 else None

    def seen_then(self, gallery: Gallery, file: int) -> Gallery:
        """`gallery` with the codes of the frame that is shown, if `file` was watched; as it is in the present."""
        replay, made = self.replay, gallery.clustering
        if replay is None or replay.codes is None or self.frame is None or made is None or file not in replay.ids:
            return gallery
        codes = replay.codes[self.frame].astype(np.float32)
        return gallery.with_changes(clustering=replace(made, ids=replay.ids, codes=codes))

    def show(self, frame: int) -> None:
        """Pause at a frame, from 0; the last one is the present."""
        self.pause()
        self._go(frame)

    def play(self) -> None:
        """Play from the current frame, or from the start where it is the last."""
        if self.replay is None:
            self._load(-1)
            return
        at_end = self.frame is None or self.frame >= len(self.replay) - 1
        self._go(0 if at_end else self.frame or 0)
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def drop(self) -> None:
        """Unload the replay, and show the present map."""
        self._timer.stop()
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
        interpolated = None
        if self.frame is not None:
            interpolated = interpolator.at(replay.xy[self.frame], replay.labels[self.frame], replay.clusters)
        self._session.frame_changed.emit(interpolated)
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
            self._load_from_library()

    def _load_from_library(self) -> None:
        self._loading.submit(self._read, self._loaded, lambda _sentence: self._give_up())

    def _read(self, library: Library) -> tuple[Gallery, Replay | None, SampleInterpolator | None]:
        """On the serial lane."""
        gallery, replay = self._session.gallery, load_replay(library)
        if replay is None or not len(replay.ids):
            return gallery, None, None
        xy = map_positions(library, gallery.ids)  # of the projection the replay is laid out on, whichever is shown
        return gallery, replay, SampleInterpolator.of(gallery, xy, replay.ids, replay.xy[-1])

    def _loaded(self, found: tuple[Gallery, Replay | None, SampleInterpolator | None]) -> None:
        gallery, replay, interpolator = found
        if self._wanted is None:
            return  # dropped meanwhile
        if gallery is not self._session.gallery:
            self._load_from_library()  # the gallery changed while it was read
        elif replay is not None:
            self.replay, self._interpolator = replay, interpolator
            wanted, self._wanted = self._wanted, None
            if wanted == -1:
                self.play()
            else:
                self._go(wanted)
        elif not self._session.can_work:
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
            self._load_from_library()

    def _laid_out(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return  # it was dropped meanwhile
        self._run = None
        if not isinstance(outcome, Done) or not isinstance(outcome.result, ReplayLaidOut):
            self._give_up()
        elif outcome.result.frames:
            self._load_from_library()
        else:  # refused after the reload that ends the run, which would reset it
            self._loading.submit(lambda _library: None, lambda _: self._refuse("unwatched"))

    def _give_up(self) -> None:
        """Loading failed; the next call tries again."""
        self._wanted = None
        self.changed.emit()

    def _refuse(self, hindrance: Hindrance) -> None:
        self.hindrance, self._wanted = hindrance, None
        self.changed.emit()

    def _follow(self, changes: Changes, origin: object) -> None:
        by_user = origin is not self._session
        waits = self._wanted is not None and not (by_user and self.hindrance is not None)
        moved = bool(changes & (Changes.PHOTOS | Changes.PROJECTION))
        if self.replay is not None or (moved and not waits):  # a loaded replay also depends on the cluster names
            self.drop()
