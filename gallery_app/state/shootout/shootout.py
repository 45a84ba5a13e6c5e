"""Shootout: clustering methods compared in the engine, their answers as they come, and the one that is taken."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.core.partials import MethodCompared, Partial
from engine.core.records import Changes, Progress
from engine.service.lab_messages import CompareMethods
from gallery_app.engine_client.run import Cancelled, Failed, Outcome, Run
from gallery_app.state.proposals import Proposals
from gallery_app.state.session import Session

# Whether more is better.
MEASURES = {"agreement": True, "silhouette": True, "stability": True, "seconds": False, "peak_mb": False}


class Shootout(QObject):
    """Answers stay until the next comparison, another library, or photos that came or went (`stale`)."""

    changed = Signal()  # the answers, or whether it runs
    progress = Signal(object)  # Progress: its message is the method

    def __init__(self, session: Session, proposals: Proposals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._proposals = session, proposals
        self._forget()
        session.opened.connect(self._opened)
        session.changed.connect(self._follow)

    def _forget(self) -> None:
        self._run: Run | None = None
        self.asked: CompareMethods | None = None
        self.answers: list[MethodCompared] = []
        self._compared = self._session.gallery.ids
        self.stale = False  # the photos are not those that were compared
        self.superseded = False  # something else was asked of the engine
        self.problem = ""  # why it failed

    @property
    def running(self) -> bool:
        return self._run is not None

    @property
    def judged(self) -> bool:
        """Whether folders or corrections say how well a method sorts."""
        return any(answer.agreement is not None for answer in self.answers)

    @property
    def ranked(self) -> list[MethodCompared]:
        """The best first: by agreement, or by silhouette where nobody judges."""
        return sorted(self.answers, key=lambda a: -(a.silhouette if a.agreement is None else a.agreement))

    def likeness(self, one: MethodCompared, other: MethodCompared) -> float:
        """The NMI of two answers."""
        methods = [answer.method for answer in self.answers]
        a, b = sorted((methods.index(one.method), methods.index(other.method)))
        return 1.0 if a == b else self.answers[b].nmi[a]

    def compare(self, methods: tuple[str, ...], k: int, runs: int, by_folders: bool) -> None:
        """Compare these, each with so many seeds; what was found before is forgotten."""
        self._forget()
        self.asked = CompareMethods(methods, k, tuple(range(runs)), self._session.options, by_folders)
        self._run = run = self._session.jobs.run(self.asked)
        run.progress.connect(self._advance)
        run.partial.connect(self._take)
        run.ended.connect(partial(self._ended, run))
        self.changed.emit()

    def stop(self) -> None:
        """Stop within a second; the answers so far stay."""
        if self._run is not None:
            self._session.jobs.stop(self._run)

    def use(self, method: str) -> None:
        """Propose what this method made, as a retrain with the k and seed that were shown."""
        if self.asked is None or self.stale or self.running:
            return
        asked = self.asked
        options = replace(asked.options, method=method, parameters={}, k=asked.k, seed=asked.seeds[0])
        self._proposals.retrain(options, unaided=True)

    def _advance(self, progress: Progress) -> None:
        self.progress.emit(progress)

    def _take(self, part: Partial) -> None:
        if isinstance(part, MethodCompared):
            self.answers.append(part)
            self.changed.emit()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return  # of a library that was open before
        self._run = None
        self.superseded = isinstance(outcome, Cancelled) and outcome.why == "superseded"
        self.problem = outcome.sentence if isinstance(outcome, Failed) else ""
        self.changed.emit()

    def _opened(self) -> None:
        self._forget()
        self.changed.emit()

    def _follow(self, changes: Changes, _origin: object) -> None:
        if self.asked is not None and changes & (Changes.FILES | Changes.PHOTOS):
            stale = not np.array_equal(self._compared, self._session.gallery.ids)
            if stale is not self.stale:
                self.stale = stale
                self.changed.emit()
