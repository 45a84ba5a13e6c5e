"""Learning: the map while the engine learns, for who watches, until somebody takes hold of it."""

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

BREATH = 500  # ms at least between two moments: a glide


class TrainingView(QObject):
    """Where no map stands yet every training is shown; where one does, only to somebody who is `watching`.

    A press on the map, or a change by the user, ends it for the run: a map that stands comes back at once, and one
    that has only been learned so far stays as it is. Only the newest moment is shown: one that is late is left out.
    """

    changed = Signal()  # the map begins to show what is being learned, or ends to

    def __init__(self, session: Session, jobs: JobRunner, watching: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._watching = session, watching
        self._run: Run | None = None  # what the engine does; the map shows nothing of another
        self._interpolator: SampleInterpolator | None = None
        self._next: TrainingFrame | None = None  # came while another was being made ready
        self._last: TrainingFrame | None = None  # the one that is shown
        self._making_ready = LatestTask(jobs.run)
        self._held = False  # somebody has taken hold of the map in this run
        self._breath = QTimer(self, singleShot=True, interval=BREATH)
        self._breath.timeout.connect(self._make_ready)
        session.jobs.begun.connect(self._follow_run)
        session.changed.connect(self._follow)
        session.opened.connect(self._forget)

    @property
    def shown(self) -> bool:
        """Whether the map shows a moment, and not what stands."""
        return self._last is not None

    @property
    def due(self) -> bool:
        """Whether there is a newer moment than the one that is shown."""
        return self._next is not None or self._making_ready.busy

    @property
    def moving(self) -> bool:
        """Whether the map goes on with each moment."""
        return self.shown and not self._held

    def yield_to(self, widget: QObject) -> None:
        """Stop at a press on this widget."""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._hold()
        return False

    def show_current_map(self) -> None:
        """Nobody is watching any more: a map that stands comes back."""
        if self.shown and self._stands:
            self._forget()
            self._session.frame_changed.emit(None)

    @property
    def _stands(self) -> bool:
        return bool(np.isfinite(self._session.gallery.xy).any())

    @property
    def _wanted(self) -> bool:
        session = self._session
        if self._held or self._run is None or session.filters.shown.xy is not None:  # that is a map of the world
            return False
        return not self._stands or self._watching()

    def _follow_run(self, run: Run) -> None:
        """Nothing of the one before is shown any more."""
        self._forget()
        self._run = run
        run.partial.connect(partial(self._came, run))
        run.ended.connect(partial(self._ended, run))

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is self._run:
            if isinstance(outcome, Cancelled) and outcome.why == "superseded":
                self.show_current_map()
            self._run = None
            self._forget()  # what stands now comes with the session's change

    def _came(self, run: Run, part: Partial) -> None:
        if run is not self._run or not isinstance(part, TrainingFrame | LayoutFrame) or not self._wanted:
            return
        frame = part if isinstance(part, TrainingFrame) else self._of_layout(part)
        if frame is not None:
            self._next = frame
            self._make_ready()

    def _of_layout(self, part: LayoutFrame) -> TrainingFrame | None:
        """The map that is laid out after learning."""
        made = self._session.gallery.clustering
        if not self.shown or made is None or len(made.ids) != len(part.xy):
            return None
        return TrainingFrame(made.ids, part.xy, np.full(len(part.xy), -1), ())

    def _make_ready(self) -> None:
        moment, gallery = self._next, self._session.gallery
        if moment is None or self._making_ready.busy or self._breath.isActive():
            return
        self._next, interpolator = None, self._interpolator

        def work() -> tuple[SampleInterpolator, Gallery]:
            found = _known(interpolator, gallery, moment) or SampleInterpolator.of(gallery, gallery.xy, moment.files)
            return found, found.at(moment.xy, moment.labels, moment.clusters)

        def done(made: tuple[SampleInterpolator, Gallery]) -> None:
            self._interpolator, then = made
            if gallery is not self._session.gallery:
                self._next = self._next or moment  # what stands has changed on the way
            elif self._wanted:
                self._show(moment, then)
            self._make_ready()

        self._making_ready.ask(work, done)

    def _show(self, moment: TrainingFrame, then: Gallery) -> None:
        self._take(moment)
        self._breath.start()
        self._session.frame_changed.emit(then)

    def _follow(self, _changes: Changes, origin: object) -> None:
        if origin is not self._session:
            self._hold()
            return
        last, known = self._last, None
        if last is not None and (self._wanted or not self._stands):
            known = _known(self._interpolator, self._session.gallery, last)
        if last is not None and known is not None:  # the map went back to what stands; at once, or it would be seen
            self._interpolator = known
            self._session.frame_changed.emit(known.at(last.xy, last.labels, last.clusters))
        else:
            self._take(None)

    def _hold(self) -> None:
        if self._run is not None and (self.shown or self._stands):
            self.show_current_map()
            self._held = True
            self.changed.emit()

    def _take(self, moment: TrainingFrame | None) -> None:
        was, self._last = self.shown, moment
        if was != self.shown:
            self.changed.emit()

    def _forget(self) -> None:
        """Nothing is being learned: what is made ready may be of another library."""
        self._breath.stop()
        self._making_ready.drop()
        self._next = self._interpolator = None
        self._held = False
        self._take(None)


def _known(
    interpolator: SampleInterpolator | None, gallery: Gallery, moment: TrainingFrame
) -> SampleInterpolator | None:
    """The crowd of these photos where it is known already: only what their clusters are is new."""
    if interpolator is None or not interpolator.fits(gallery, moment.files):
        return None
    return interpolator if interpolator.gallery is gallery else replace(interpolator, gallery=gallery)
