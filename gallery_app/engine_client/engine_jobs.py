"""EngineJobs: what the engine is asked to do, one job at a time; the next takes the place of the one before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from engine.core.logs import LOGGER
from engine.core.records import Progress
from engine.service.protocol import (
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

PATIENCE = 700  # ms: a stop that is not heard within it becomes a kill, so that it acts within a second


class Engine(Protocol):
    """What an EngineProcess is to its jobs; tests have one that they speak for."""

    @property
    def received(self) -> SignalInstance: ...
    @property
    def died(self) -> SignalInstance: ...
    def send(self, message: FromWindow) -> None: ...
    def kill(self) -> None: ...
    def end(self) -> None: ...


StartEngine = Callable[[Path], Engine]


class EngineJobs(QObject):
    """`run` gives a Run, which ends for itself; everybody may hear how far the engine is, and when it is free."""

    begun = Signal(object)  # Run: it was asked for, and nothing of it is told yet
    progress = Signal(object)  # Progress of what runs, or None at rest

    def __init__(self, start: StartEngine = EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._engine: Engine | None = None
        self._folder = ""
        self.current: Run | None = None  # it works, or waits for the one before to stop
        self._at_work: Run | None = None  # whose job the engine has; another may have taken its place already
        self._number = 0
        self._stopping = False
        self._waiting: list[Callable[[], object]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._kill)

    @property
    def busy(self) -> bool:
        return self.current is not None or self._at_work is not None

    def attach(self, library: Path, folder: Path) -> None:
        """From here on jobs are about this library, for this folder of it."""
        self.detach()
        self._folder = str(folder)
        self._engine = engine = self._start(library)
        engine.received.connect(self._heard)
        engine.died.connect(self._died)

    def detach(self) -> None:
        """End the engine within a second; what it did ends as closed."""
        engine, self._engine = self._engine, None
        self._waiting.clear()
        if engine is None:
            return
        was_busy, run = self.busy, self.current
        self.current = self._at_work = None
        self._stopping = False
        self._patience.stop()
        for signal in (engine.received, engine.died):
            signal.disconnect()
        engine.end()
        if run is not None:
            run.end(Cancelled("closed"))
        if was_busy:
            self.progress.emit(None)

    def run(self, request: Request) -> Run:
        """Do this, after stopping what is being done; without an engine it is over as soon as somebody listens."""
        run = Run(request)
        if self._engine is None:
            QTimer.singleShot(0, run, lambda: run.end(Cancelled("closed")))
            return run
        former, self.current = self.current, run
        if former is not None:
            former.end(Cancelled("superseded"))
        self.begun.emit(run)
        self.progress.emit(Progress("start", 0, 0))
        if self._at_work is None:
            self._begin(run)
        else:
            self._ask_to_stop()
        return run

    def stop(self, run: Run | None = None) -> None:
        """Stop a job, or whichever runs, within a second: by asking, then by killing."""
        current = self.current
        if current is None or run not in (None, current):
            return
        if current is self._at_work:
            self._ask_to_stop()
        else:  # it has not begun
            self.current = None
            current.end(Cancelled("stopped"))

    def finish_early(self) -> None:
        """Let learning end where it is; the job goes on with what it has found."""
        if self._at_work is not None and self._at_work is self.current:
            self._send(FinishEarly(self._number))

    def when_free(self, then: Callable[[], object]) -> None:
        """Call `then` once the engine has nothing to do; never, where the library is closed before."""
        self._waiting.append(then)
        if not self.busy:
            QTimer.singleShot(0, self, self._tell_free)

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

    def _heard(self, message: FromEngine) -> None:
        run = self._at_work
        if run is None or getattr(message, "job", None) != self._number:
            return
        if isinstance(message, JobDone):
            self._over(Done(message.result))
        elif isinstance(message, JobCancelled):
            self._over(Cancelled("stopped"))
        elif isinstance(message, JobFailed):
            if message.trace:  # a bug of ours keeps its traceback
                LOGGER.error("The engine failed\n%s", message.trace)
            self._over(Failed(translate(message.sentence), is_bug=message.trace is not None))
        elif run.over:
            return  # another has taken its place
        elif isinstance(message, JobProgress):
            run.progress.emit(message.progress)
            self.progress.emit(message.progress)
        elif isinstance(message, JobPartial):
            run.partial.emit(message.partial)

    def _died(self, sentence: str) -> None:
        """The process is gone: killed by us, or crashed; the next job starts another."""
        if self._at_work is not None:
            self._over(Cancelled("stopped") if self._stopping else Failed(sentence))

    def _over(self, outcome: Outcome) -> None:
        """The engine has ended its job: tell whose it was, then begin the one that waits."""
        self._patience.stop()
        run, self._at_work, self._stopping = self._at_work, None, False
        if run is not None and run is self.current:
            self.current = None
            run.end(outcome)
        if self.current is not None and self._at_work is None:
            self._begin(self.current)
        elif not self.busy:
            self.progress.emit(None)
            self._tell_free()

    def _tell_free(self) -> None:
        while self._waiting and not self.busy:
            self._waiting.pop(0)()
