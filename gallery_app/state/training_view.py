"""TrainingView: shows the training live on the map, until the user takes over the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from engine.core.partials import LayoutFrame, Partial, TrainingFrame
from engine.core.records import Changes
from engine.gallery.snapshot import Gallery
from engine.training.sample_interpolator import SampleInterpolator
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.engine_client.run import Cancelled, Outcome, Run
from gallery_app.state.session import Session

MIN_INTERVAL = 500  # ms between two frames: the map's animation


class TrainingView(QObject):
    """Without a map every training is shown; with one, only while `watching()`.

    A press on the map, or an edit, ends it for the run: an existing map comes back at once, and a first one that is
    still being learned stays as it is. Only the newest frame is shown; late ones are dropped.
    """

    changed = Signal()  # the map starts or stops showing the training

    def __init__(self, session: Session, jobs: JobRunner, watching: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._watching = session, watching
        self._run: Run | None = None  # the engine's current job; frames of others are ignored
        self._interpolator: SampleInterpolator | None = None
        self._next: TrainingFrame | None = None  # received while another was interpolated
        self._last: TrainingFrame | None = None  # the frame that is shown
        self._interpolation = LatestTask(jobs.run)
        self._released = False  # the user has taken over the map during this run
        self._interval = QTimer(self, singleShot=True, interval=MIN_INTERVAL)
        self._interval.timeout.connect(self._interpolate)
        session.jobs.begun.connect(self._follow_run)
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    @property
    def shown(self) -> bool:
        """Whether the map shows a frame of the training, and not the current gallery."""
        return self._last is not None

    @property
    def pending(self) -> bool:
        """Whether a newer frame is about to be shown."""
        return self._next is not None or self._interpolation.busy

    @property
    def moving(self) -> bool:
        """Whether the map follows each new frame."""
        return self.shown and not self._released

    def release_on_press(self, widget: QObject) -> None:
        """Stop following the training at a mouse press on this widget."""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._release()
        return False

    def show_current_map(self) -> None:
        """Stop showing the training: an existing map comes back."""
        if self.shown and self._has_map:
            self._forget()
            self._session.frame_changed.emit(None)

    @property
    def _has_map(self) -> bool:
        return bool(np.isfinite(self._session.gallery.xy).any())

    @property
    def _wanted(self) -> bool:
        session = self._session
        if self._released or self._run is None or session.filters.shown.xy is not None:  # that is the world map
            return False
        return not self._has_map or self._watching()

    def _follow_run(self, run: Run) -> None:
        """Follow this run instead of the one before."""
        self._forget()
        self._run = run
        run.partial.connect(partial(self._frame_received, run))
        run.ended.connect(partial(self._ended, run))

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is self._run:
            if isinstance(outcome, Cancelled) and outcome.why == "superseded":
                self.show_current_map()
            self._run = None
            self._forget()  # the new gallery comes with the session's change

    def _frame_received(self, run: Run, part: Partial) -> None:
        if run is not self._run or not isinstance(part, TrainingFrame | LayoutFrame) or not self._wanted:
            return
        frame = part if isinstance(part, TrainingFrame) else self._frame_of_layout(part)
        if frame is not None:
            self._next = frame
            self._interpolate()

    def _frame_of_layout(self, part: LayoutFrame) -> TrainingFrame | None:
        """A frame of the map's layout, which follows the training; None where it is of other photos."""
        made = self._session.gallery.clustering
        if not self.shown or made is None or len(made.ids) != len(part.xy):
            return None
        return TrainingFrame(made.ids, part.xy, np.full(len(part.xy), -1), ())

    def _interpolate(self) -> None:
        frame, gallery = self._next, self._session.gallery
        if frame is None or self._interpolation.busy or self._interval.isActive():
            return
        self._next, interpolator = None, self._interpolator

        def work() -> tuple[SampleInterpolator, Gallery]:
            found = _updated_interpolator(interpolator, gallery, frame) or SampleInterpolator.of(
                gallery, gallery.xy, frame.files
            )
            return found, found.at(frame.xy, frame.labels, frame.clusters)

        def done(made: tuple[SampleInterpolator, Gallery]) -> None:
            self._interpolator, interpolated = made
            if gallery is not self._session.gallery:
                self._next = self._next or frame  # the gallery changed meanwhile
            elif self._wanted:
                self._show(frame, interpolated)
            self._interpolate()

        self._interpolation.submit(work, done)

    def _show(self, frame: TrainingFrame, interpolated: Gallery) -> None:
        self._set_frame(frame)
        self._interval.start()
        self._session.frame_changed.emit(interpolated)

    def _follow(self, _changes: Changes, origin: object) -> None:
        if origin is not self._session:
            self._release()
            return
        last, known = self._last, None
        if last is not None and (self._wanted or not self._has_map):
            known = _updated_interpolator(self._interpolator, self._session.gallery, last)
        if last is not None and known is not None:  # the map was reset by the reload: redraw at once, or it flickers
            self._interpolator = known
            self._session.frame_changed.emit(known.at(last.xy, last.labels, last.clusters))
        else:
            self._set_frame(None)

    def _release(self) -> None:
        if self._run is not None and (self.shown or self._has_map):
            self.show_current_map()
            self._released = True
            self.changed.emit()

    def _set_frame(self, frame: TrainingFrame | None) -> None:
        was, self._last = self.shown, frame
        if was != self.shown:
            self.changed.emit()

    def _forget(self) -> None:
        """Reset: a pending frame may be of another library."""
        self._interval.stop()
        self._interpolation.drop()
        self._next = self._interpolator = None
        self._released = False
        self._set_frame(None)


def _updated_interpolator(
    interpolator: SampleInterpolator | None, gallery: Gallery, frame: TrainingFrame
) -> SampleInterpolator | None:
    """The same interpolator for a gallery whose clusters alone have changed; None where its photos have."""
    if interpolator is None or not interpolator.fits(gallery, frame.files):
        return None
    return interpolator if interpolator.gallery is gallery else replace(interpolator, gallery=gallery)
