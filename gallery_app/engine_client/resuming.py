"""Resuming: what was being taken in goes on after something else that the user has asked for meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from engine.service.protocol import Organise
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.run import Cancelled, Outcome, Run


class Resuming(QObject):
    """Runs an Organise again that another job has superseded, once the engine is free; a retrain is dropped.

    It waits until an Organise is done, which takes in what waits, or has failed, or until the user stops it or the job
    in its place, unless that is a retrain.
    Piles are shown, and can be split, while photos are still read.
    """

    def __init__(self, jobs: EngineJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: Organise | None = None
        jobs.begun.connect(lambda run: run.ended.connect(partial(self._ended, run)))

    def _ended(self, run: Run, outcome: Outcome) -> None:
        request, why = run.request, outcome.why if isinstance(outcome, Cancelled) else None
        organise = request if isinstance(request, Organise) else None
        if why == "superseded":
            if organise is not None and not organise.force:
                self._waiting = organise
                self._jobs.when_free(self._resume)
        elif why == "stopped" and organise is not None and organise.force:
            return  # only the retrain is given up, as k is turned on: the photos still wait
        elif why is not None or organise is not None:
            self._waiting = None

    def _resume(self) -> None:
        if self._waiting is not None:
            self._jobs.run(self._waiting)
