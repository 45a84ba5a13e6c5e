"""EngineJobs: runs jobs in the engine, one at a time; a new one supersedes the one before unless that is exclusive.

What is done in the background makes way for any of them, and nothing is busy for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from engine.core.logs import LOGGER
from engine.core.records import Progress
from engine.service.lab_messages import LAB_QUESTIONS
from engine.service.protocol import (
    EXCLUSIVE,
    BeginJob,
    CancelJob,
    FinishEarly,
    FromEngine,
    FromWindow,
    JobCancelled,
    JobDone,
    JobFailed,
    JobPartial,
    JobProgress,
    Request,
)
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.engine_client.run import Cancelled, Done, Failed, Outcome, Run
from gallery_app.i18n.language import translate

PATIENCE = 700  # ms until a cancel without an answer becomes a kill, so that Stop acts within a second


class Engine(Protocol):
    """The interface of EngineProcess; tests have a fake one."""

    @property
    def received(self) -> SignalInstance: ...
    @property
    def died(self) -> SignalInstance: ...
    def send(self, message: FromWindow) -> None: ...
    def kill(self) -> None: ...
    def end(self) -> None: ...


StartEngine = Callable[[Path], Engine]


class EngineJobs(QObject):
    """`run` returns a Run with its own signals; `progress` and `when_free` are about the engine as a whole."""

    begun = Signal(object)  # Run: before any of its own signals
    progress = Signal(object)  # Progress of the current job, or None when idle
    idle = Signal()  # nothing is at work any more, and nothing waits

    def __init__(self, start: StartEngine = EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._engine: Engine | None = None
        self._folder = ""
        self.current: Run | None = None  # running, or waiting for the one before to stop
        self.background: Run | None = None  # at work while there is nothing else
        self._at_work: Run | None = None  # the run in the engine; it may be superseded already
        self._behind: list[Run] = []  # they wait for an exclusive one to end
        self._number = 0
        self._stopping = False
        self._waiting: list[Callable[[], object]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._kill)

    @property
    def busy(self) -> bool:
        """Whether anything is done that somebody has asked for."""
        return self.current is not None or self._at_work not in (None, self.background)

    @property
    def attached(self) -> bool:
        """Whether there is an engine, or one is started for the next job."""
        return self._engine is not None

    def attach(self, library: Path, folder: Path) -> None:
        """Start an engine for this library; jobs are about this photo folder of it."""
        self.detach()
        self._folder = str(folder)
        self._engine = engine = self._start(library)
        engine.received.connect(self._message_received)
        engine.died.connect(self._died)

    def detach(self) -> None:
        """End the engine within a second; the current run ends as Cancelled("closed")."""
        engine, self._engine = self._engine, None
        self._waiting.clear()
        if engine is None:
            return
        was_busy = self.busy
        runs = [run for run in (self.current, self.background, *self._behind) if run is not None]
        self.current = self.background = self._at_work = None
        self._behind.clear()
        self._stopping = False
        self._patience.stop()
        for signal in (engine.received, engine.died):
            signal.disconnect()
        engine.end()
        for run in runs:
            run.end(Cancelled("closed"))
        if was_busy:
            self.progress.emit(None)

    def run(self, request: Request) -> Run:
        """Start a job, superseding the current one; without an engine it soon ends as Cancelled("closed").

        Files that are being moved are not left in the middle for anything else: behind an exclusive job it waits, in
        the place of what waits there already unless that is exclusive, too.
        """
        run = Run(request)
        if self._engine is None:
            QTimer.singleShot(0, run, lambda: run.end(Cancelled("closed")))
            return run
        if self.current is not None and isinstance(self.current.request, EXCLUSIVE):
            self._wait_behind(run)
            return run
        former, self.current = self.current, run
        for other in (former, self.background):
            if other is not None:
                other.end(Cancelled("superseded"))
        self.background = None
        self.begun.emit(run)
        if not isinstance(request, LAB_QUESTIONS):  # they are answered before anybody could read this
            self.progress.emit(Progress("start", 0, 0))
        if self._at_work is None:
            self._begin(run)
        else:
            self._ask_to_stop()
        return run

    def run_behind(self, request: Request) -> Run | None:
        """Start a job that any other supersedes; None while there is something to do already, or no engine.

        Neither `begun` nor `progress` tells of it.
        """
        if self._engine is None or self.busy or self._at_work is not None:
            return None
        self.background = run = Run(request)
        self._begin(run)
        return run

    def stop(self, run: Run | None = None) -> None:
        """Stop `run`, or the current one, within a second: by a cancel message, then by a kill."""
        if run is not None and run is self.background:
            self._ask_to_stop()
            return
        current = self.current
        if run is not None and run in self._behind:
            self._behind.remove(run)
            run.end(Cancelled("stopped"))
        if current is None or run not in (None, current):
            return
        if current is self._at_work:
            self._ask_to_stop()
        else:  # it has not started
            self.current = None
            current.end(Cancelled("stopped"))

    def finish_early(self) -> None:
        """End the training at its current state; the job goes on with that."""
        if self._at_work is not None and self._at_work is self.current:
            self._send(FinishEarly(self._number))

    def when_free(self, then: Callable[[], object]) -> None:
        """Call `then` once the engine is idle; never if the library is closed before."""
        self._waiting.append(then)
        if not self.busy:
            QTimer.singleShot(0, self, self._tell_free)

    def restart(self) -> None:
        """Once nothing is at work, end the engine: the next job starts another, which may be of another kind."""
        self.when_free(self._end_engine)

    def _end_engine(self) -> None:
        if self._engine is not None:
            self._engine.end()
            if self._at_work is not None:  # in the background
                self._over(Cancelled("superseded"))

    def _wait_behind(self, run: Run) -> None:
        superseded = [other for other in self._behind if not isinstance(other.request, EXCLUSIVE)]
        self._behind = [other for other in self._behind if other not in superseded] + [run]
        for other in superseded:
            other.end(Cancelled("superseded"))
        self.begun.emit(run)

    def _begin(self, run: Run) -> None:
        self._at_work = run
        self._number += 1
        self._send(BeginJob(self._number, self._folder, run.request))

    def _send(self, message: FromWindow) -> None:
        if self._engine is not None:
            self._engine.send(message)

    def _ask_to_stop(self) -> None:
        if not self._stopping:
            self._stopping = True
            self._send(CancelJob(self._number))
            self._patience.start()

    def _kill(self) -> None:
        if self._engine is not None:
            self._engine.kill()

    def _message_received(self, message: FromEngine) -> None:
        run = self._at_work
        if run is None or getattr(message, "job", None) != self._number:
            return
        if isinstance(message, JobDone):
            self._over(Done(message.result))
        elif isinstance(message, JobCancelled):
            self._over(Cancelled("stopped"))
        elif isinstance(message, JobFailed):
            if message.trace:  # a bug of ours: log its traceback
                LOGGER.error("The engine failed\n%s", message.trace)
            self._over(Failed(translate(message.sentence), is_bug=message.trace is not None))
        elif run.over:
            return  # superseded
        elif isinstance(message, JobProgress):
            run.progress.emit(message.progress)
            if run is not self.background:
                self.progress.emit(message.progress)
        elif isinstance(message, JobPartial):
            run.partial.emit(message.partial)

    def _died(self, sentence: str) -> None:
        """The process has ended, by our kill or a crash; the next job starts another."""
        if self._at_work is not None:
            self._over(Cancelled("stopped") if self._stopping else Failed(sentence))

    def _over(self, outcome: Outcome) -> None:
        """The engine has ended its job: end the run, then begin the one that waits.

        What a superseded job has stored just before it heard of that is kept: the window reads it as the next one ends,
        and a clustering is among the earlier ones. It is not proposed: the user has asked for something else.
        """
        self._patience.stop()
        run, self._at_work, self._stopping = self._at_work, None, False
        if run is not None and run is self.current:
            self.current = None
            run.end(outcome)
        elif run is not None and run is self.background:
            self.background = None
            run.end(outcome)
        if self.current is None and self._behind:
            self.current = self._behind.pop(0)
        if self.current is not None and self._at_work is None:
            self._begin(self.current)
        elif not self.busy:
            self.progress.emit(None)
            self._tell_free()

    def _tell_free(self) -> None:
        while self._waiting and not self.busy:
            self._waiting.pop(0)()
        if not self.busy and self._at_work is None:
            self.idle.emit()
