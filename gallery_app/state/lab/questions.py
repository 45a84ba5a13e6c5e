"""Questions: what a model is asked, one at a time; of each kind only the latest waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.service.lab_messages import LabQuestion, ModelForgotten
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run


class Questions(QObject):
    """Sliders and the mouse ask faster than is answered. Nothing else is superseded: they wait for the engine."""

    answered = Signal(object, object)  # the LabQuestion, its result
    forgotten = Signal(str)  # the engine does not know any more what this model has learned
    failed = Signal(str)  # a sentence

    def __init__(self, jobs: EngineJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: dict[type[LabQuestion], LabQuestion] = {}
        self._run: Run | None = None
        self._queued = False  # behind what the engine does

    @property
    def busy(self) -> bool:
        return self._run is not None or bool(self._waiting)

    def ask(self, question: LabQuestion) -> None:
        """Ask this, instead of what waits of its kind."""
        self._waiting[type(question)] = question
        self._go_on()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self._waiting.clear()
        self._run, self._queued = None, False

    def _go_on(self) -> None:
        if self._run is not None or not self._waiting:
            return
        if not self._jobs.busy:
            self._run = run = self._jobs.run(self._waiting.pop(next(iter(self._waiting))))
            run.ended.connect(partial(self._ended, run))
        elif not self._queued:
            self._queued = True
            self._jobs.when_free(self._free)

    def _free(self) -> None:
        self._queued = False
        self._go_on()

    def _ended(self, run: Run, outcome: Outcome) -> None:
        if run is not self._run:
            return
        self._run, question = None, run.request
        if isinstance(outcome, Done):
            if isinstance(outcome.result, ModelForgotten):
                self.forgotten.emit(outcome.result.model)
            else:
                self.answered.emit(question, outcome.result)
        elif isinstance(outcome, Failed):
            self.failed.emit(outcome.sentence)
        elif isinstance(outcome, Cancelled) and outcome.why == "superseded":
            self._waiting.setdefault(type(question), question)  # type: ignore[arg-type]
        self._go_on()
