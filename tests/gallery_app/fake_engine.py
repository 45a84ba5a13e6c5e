"""An engine that does nothing by itself: a test says, in the protocol's words, what it answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.core.errors import Sentence
from engine.core.partials import Partial
from engine.core.records import Progress
from engine.service import protocol
from engine.service.protocol import FromEngine, FromWindow, Organised, Request, Result, from_json, to_json


class FakeEngine(QObject):
    """Takes the place of an EngineProcess. What goes either way passes through JSON, as in the pipe."""

    received = Signal(object)
    died = Signal(str)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self.library = library
        self.sent: list[FromWindow] = []
        self.job = 0  # that was begun last; what it says is of that one
        self.killed = self.ended = False

    # What the window does to it

    def send(self, message: FromWindow) -> None:
        received = from_json(to_json(message))
        assert isinstance(received, FromWindow)
        self.sent.append(received)
        if isinstance(received, protocol.BeginJob):
            self.job = received.job

    def kill(self) -> None:
        self.killed = True
        self.died.emit("It was killed.")

    def end(self) -> None:
        self.ended = True

    # What it was asked

    @property
    def requests(self) -> list[Request]:
        return [message.request for message in self.sent if isinstance(message, protocol.BeginJob)]

    @property
    def kinds(self) -> list[type[Request]]:
        return [type(request) for request in self.requests]

    @property
    def stops(self) -> list[int]:
        return [message.job for message in self.sent if isinstance(message, protocol.CancelJob)]

    # What it says

    def say(self, message: FromEngine) -> None:
        self.received.emit(from_json(to_json(message)))

    def progress(self, stage: str, done: int = 0, total: int = 0) -> None:
        self.say(protocol.JobProgress(self.job, Progress(stage, done, total)))

    def partial(self, partial: Partial) -> None:
        self.say(protocol.JobPartial(self.job, partial))

    def done(self, result: Result | None = None) -> None:
        """Without a result: it has organised, and nothing was new."""
        self.say(protocol.JobDone(self.job, result or Organised({}, {})))

    def cancelled(self) -> None:
        self.say(protocol.JobCancelled(self.job))

    def fail(self, sentence: str = "The disk is full.", trace: str | None = None) -> None:
        self.say(protocol.JobFailed(self.job, Sentence(sentence), trace))

    def crash(self) -> None:
        self.died.emit("The engine stopped unexpectedly.")


class FakeEngines:
    """Starts one for each library that is opened."""

    def __init__(self) -> None:
        self.made: list[FakeEngine] = []

    def __call__(self, library: Path) -> FakeEngine:
        self.made.append(FakeEngine(library))
        return self.made[-1]

    @property
    def last(self) -> FakeEngine:
        return self.made[-1]
