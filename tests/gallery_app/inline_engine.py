"""An engine within the test's own process, which starts at once: it does what the engine process does about safety."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core.errors import UserError
from engine.core.job import Job
from engine.service import protocol
from engine.service.protocol import FromWindow, Organised, from_json, to_json
from engine.service.safety_jobs import run_unopened
from engine.service.safety_messages import SAFETY_REQUESTS


class InlineEngine(QObject):
    """Of everything else it says that it was done."""

    received = Signal(object)
    died = Signal(str)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._begun: protocol.BeginJob | None = None

    def send(self, message: FromWindow) -> None:
        if isinstance(message, protocol.BeginJob):
            self._begun = message
            QTimer.singleShot(0, self, self._work)

    def kill(self) -> None:
        self.died.emit("It was killed.")

    def end(self) -> None:
        self._begun = None

    def _work(self) -> None:
        begun, self._begun = self._begun, None
        if begun is None:
            return
        answer: protocol.FromEngine
        try:
            request = begun.request
            done = (
                run_unopened(self._library, request, Job())
                if isinstance(request, SAFETY_REQUESTS)
                else Organised({}, {})
            )
            answer = protocol.JobDone(begun.job, done)
        except UserError as error:
            answer = protocol.JobFailed(begun.job, error.sentence)
        self.received.emit(from_json(to_json(answer)))
