"""Loop: opens a folder, waits until its clusters stand, corrects one of them and takes that back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.edits import Move
from gallery_app.app import Parts

TICK = 50  # ms


@dataclass(frozen=True)
class Step:
    """What is done and when it is over; `name` as in "the step … was not over in time"."""

    name: str
    begin: Callable[[], object]
    is_over: Callable[[], bool]


class Loop(QObject):
    """`finished` carries what went wrong, one sentence, or ""."""

    finished = Signal(str)

    def __init__(self, parts: Parts, folder: Path, seconds: float) -> None:
        """`seconds` is how long all of it may take."""
        super().__init__(parts.window)
        self._session, self._jobs = parts.session, parts.jobs
        self._deadline, self._seconds = time.monotonic() + seconds, seconds
        self._moved: tuple[int, str, str] | None = None  # a file, its cluster, and where it is put
        self._steps = [
            Step("organise", lambda: parts.session.open(folder), self._has_clusters),
            Step("correct", self._correct, lambda: self._is_in(2)),
            Step("undo", parts.session.undo, lambda: self._is_in(1)),
        ]
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._session.failed.connect(self.fail)

    def start(self) -> None:
        self._timer.start()
        self._steps[0].begin()

    def fail(self, sentence: str) -> None:
        """End here; `sentence` is what `finished` says, unless it is over already."""
        if self._timer.isActive():
            self._timer.stop()
            self.finished.emit(sentence)

    def _tick(self) -> None:
        """Go on once a step is over and nothing works any more."""
        if time.monotonic() > self._deadline:
            self.fail(f"The step {self._steps[0].name!r} was not over within {self._seconds:g} seconds.")
        elif self._steps[0].is_over() and not (self._session.busy or self._jobs.busy):
            self._steps.pop(0)
            if self._steps:
                self._steps[0].begin()
            else:
                self._timer.stop()
                self.finished.emit("")

    def _has_clusters(self) -> bool:
        return self._session.gallery.cluster_count > 1

    def _correct(self) -> None:
        """Move a photo from the largest cluster to the next."""
        gallery = self._session.gallery
        first, second = sorted((c for c in gallery.clusters if not c.unsure), key=lambda c: -c.members)[:2]
        file = int(gallery.ids[gallery.members(first.id)[0]])
        self._moved = file, first.id, second.id
        self._session.edit(Move([file], second.id), self)

    def _is_in(self, which: int) -> bool:
        """Whether the moved photo is in its own cluster (1) or where it was put (2)."""
        assert self._moved is not None
        gallery = self._session.gallery
        found = gallery.cluster_of(gallery.row_of[self._moved[0]])
        return found is not None and found.id == self._moved[which]
