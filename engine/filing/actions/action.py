"""The interface of an action: do it to one file, take it back, and find out after a crash how far it came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from engine.core.errors import UserError
from engine.core.job import Job
from engine.filing.operations import Operation

Facts = dict[str, Any]  # plain values that `undo` and `settle` need, as the journal keeps them
Intend = Callable[[Facts], None]  # writes down, durably, what is about to happen


class Left(UserError):  # noqa: N818 - the user's situation, not a fault
    """A file is left as it is: the sentence says why, and the action goes on with the next."""


@dataclass(frozen=True, slots=True)
class Done:
    """An operation was done: where the file is now, and what is needed to take it back."""

    target: str | None
    facts: Facts = field(default_factory=dict)


class FileAction(Protocol):
    """What is done to a file. A full disk (ENOSPC) or one that is asleep is an OSError: the caller waits and repeats.

    Every method can be repeated, and leaves each file whole under a name it has had or is to get, whenever it is cut.
    """

    def do(self, operation: Operation, intend: Intend, job: Job) -> Done:
        """Do it. `intend` writes down, durably, what is about to happen and was not in the plan: another target, the
        bytes that are about to be replaced. Raises Left."""
        ...

    def undo(self, operation: Operation, facts: Facts, intend: Intend, job: Job) -> None:
        """Put the file back as it was, byte for byte. Raises Left where it was changed since.

        `facts` are what was intended, by the doing or an undo that was cut, and what came of it."""
        ...

    def settle(self, operation: Operation, facts: Facts) -> Done | None:
        """After a crash: finish what was begun, or take it back. None: nothing of it is done. `facts` as intended."""
        ...
