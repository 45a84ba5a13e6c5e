"""Run: one job of the engine, from its request to its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.service.protocol import Request, Result

Why = Literal["stopped", "superseded", "closed"]


@dataclass(frozen=True)
class Done:
    result: Result


@dataclass(frozen=True)
class Cancelled:
    """By the user, by another job that took its place, or because the library was closed."""

    why: Why


@dataclass(frozen=True)
class Failed:
    """Why, in the user's language; `is_bug` where it is ours, and its traceback is in the log."""

    sentence: str
    is_bug: bool = False


Outcome = Done | Cancelled | Failed


class Run(QObject):
    """Whoever starts a job connects to its Run alone; `ended` is emitted exactly once."""

    progress = Signal(object)  # Progress
    partial = Signal(object)  # one of engine/core/partials.py
    ended = Signal(object)  # Outcome

    def __init__(self, request: Request) -> None:
        super().__init__()
        self.request = request
        self.outcome: Outcome | None = None

    @property
    def over(self) -> bool:
        return self.outcome is not None

    def end(self, outcome: Outcome) -> None:
        if self.outcome is None:
            self.outcome = outcome
            self.ended.emit(outcome)
            self.deleteLater()  # Qt holds who listens, and they hold the run: it would stay for ever, with its result
