"""Resuming: what was being taken in goes on after something else that the user has asked for meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from engine.service.protocol import Organise
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.run import Cancelled, Outcome, Run


class Resuming(QObject):
    """Runs an Organise again that another kind of job has superseded, once the engine is free; a retrain is dropped.

    Piles are shown, and can be split, while photos are still read.
    """

    def __init__(self, jobs: EngineJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: Organise | None = None
        jobs.begun.connect(self._follow)

    def _follow(self, run: Run) -> None:
        if isinstance(run.request, Organise):
            self._waiting = None  # it takes in what waits
        run.ended.connect(partial(self._ended, run))

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if not isinstance(outcome, Cancelled):
            return
        if outcome.why != "superseded":
            self._waiting = None  # stopped, or the library is closed
        elif isinstance(run.request, Organise) and not run.request.force:
            self._waiting = run.request
            self._jobs.when_free(self._resume)

    def _resume(self) -> None:
        request, self._waiting = self._waiting, None
        if request is not None:
            self._jobs.run(request)
