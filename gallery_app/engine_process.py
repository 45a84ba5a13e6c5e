"""EngineProcess: the child process that does the heavy work; JSON lines over its pipes, no threads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from engine.errors import Sentence
from engine.logs import LOGGER
from engine.own_python import child_command
from engine.records import Progress
from gallery_app.language import said

VERSION = 1
PATIENCE = 700  # ms: a stop that is not heard within it becomes a kill, so that it acts within a second

GOODBYE = 300  # ms to end by itself when the window closes; what is done is on disk, so a kill loses nothing
REAPED = 3000  # ms a busy machine may take to clear a killed process away


class EngineProcess(QObject):
    """Runs one job at a time in `python -m engine.worker`; started on demand, also after a crash or kill."""

    progress = Signal(object)  # Progress
    partial = Signal(str, object)  # kind, payload
    done = Signal(object)  # what the job returned
    cancelled = Signal()
    failed = Signal(str)  # a sentence

    def __init__(self, library: Path, parent: QObject | None = None, program: list[str] | None = None) -> None:
        super().__init__(parent)
        self._program = program or child_command("engine.worker", "--library", str(library))
        self._process: QProcess | None = None
        self._job = 0
        self._waiting: tuple[str, dict[str, Any]] | None = None
        self._running = self._stopping = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._kill)

    @property
    def running(self) -> bool:
        return self._running

    def run(self, name: str, arguments: dict[str, Any]) -> None:
        """Start a job; one that runs already is stopped first."""
        if self._running:
            self._waiting = (name, arguments)
            self._ask_to_stop()
            return
        self._running = True
        self._job += 1
        if self._process is None:
            self._start()
        self._send({"job": self._job, "run": name, "arguments": arguments})

    def stop(self) -> None:
        """Stop the job within a second: by asking, then by killing. `cancelled` follows."""
        self._waiting = None
        if self._running:
            self._ask_to_stop()

    def settle(self) -> None:
        """Let learning end where it is; the job goes on with what it has found."""
        if self._running:
            self._send({"job": self._job, "enough": True})

    def end(self) -> None:
        """End the process within a second; nothing is emitted any more."""
        self._patience.stop()
        self._waiting, self._running, self._stopping = None, False, False
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)  # nothing of it is heard any more
        process.write(_line({"version": VERSION, "job": self._job, "cancel": True}))
        process.closeWriteChannel()  # the worker ends when its standard input does
        if not process.waitForFinished(GOODBYE):
            process.kill()
            process.waitForFinished(REAPED)
        process.deleteLater()

    def _start(self) -> None:
        self._process = process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        process.start(self._program[0], self._program[1:])

    def _send(self, message: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(_line({"version": VERSION, **message}))

    def _ask_to_stop(self) -> None:
        if not self._stopping:
            self._stopping = True
            self._send({"job": self._job, "cancel": True})
            self._patience.start()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            message = json.loads(bytes(self._process.readLine().data()))
            if self._running and message.get("job") == self._job:
                self._heard(message)

    def _heard(self, message: dict[str, Any]) -> None:
        if "progress" in message:
            self.progress.emit(Progress(**message["progress"]))
        elif "partial" in message:
            self.partial.emit(message["partial"], message.get("payload") or {})
        elif "done" in message:
            self._over()
            self.done.emit(message["done"])
            self._go_on()
        elif message.get("cancelled"):
            self._stopped()
        elif "failed" in message:
            self._over()
            if message["failed"].get("trace"):  # a bug of ours keeps its traceback
                LOGGER.error("The engine failed\n%s", message["failed"]["trace"])
            self.failed.emit(said(Sentence.heard(message["failed"])))
            self._go_on()

    def _over(self) -> None:
        self._patience.stop()
        self._running = self._stopping = False

    def _stopped(self) -> None:
        self._over()
        if self._waiting is None:
            self.cancelled.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Start the job that waited for this one to stop."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.run(*waiting)

    def _ended(self) -> None:
        """The process is gone: killed by us, or crashed."""
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if not self._running:
            return
        if self._stopping:
            self._stopped()
        else:
            self._over()
            self.failed.emit(
                self.tr("The engine stopped unexpectedly, perhaps for want of memory. Nothing is lost: try again.")
            )

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            if self._process is not None:
                self._process.deleteLater()
            self._process = self._waiting = None
            self._over()
            self.failed.emit(self.tr("The engine could not be started: {0}.").format(self._program[0]))


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"
