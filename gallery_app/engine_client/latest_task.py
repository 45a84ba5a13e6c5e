"""LatestTask: of repeated submissions of one kind of work only the latest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from gallery_app.engine_client.background import Ticket

Done = Callable[[Any], None]
Failed = Callable[[str], None]


class Start(Protocol):
    """The signature of `JobRunner.run`, `JobRunner.serial` and `Session.query`; `over` is called at every end."""

    def __call__(
        self, work: Callable[..., Any], done: Done, failed: Failed | None = None, *, over: Callable[[], None]
    ) -> Ticket | None: ...


class LatestTask:
    """One at a time. Of what is submitted meanwhile only the last waits, and the result of the one before is discarded.

    However work ends - with a result, a UserError, a bug - the next can be submitted.
    """

    def __init__(self, start: Start) -> None:
        self._start = start
        self._ticket: Ticket | None = None
        self._working = False
        self._next: tuple[Callable[..., Any], Done, Failed | None] | None = None
        self._generation = 0

    @property
    def busy(self) -> bool:
        return self._working

    def submit(self, work: Callable[..., Any], done: Done, failed: Failed | None = None) -> None:
        """Do `work`, then call `done(result)` or, for a UserError, `failed(sentence)`, unless another was submitted."""
        self._next = work, done, failed
        self._generation += 1
        if not self._working:
            self._continue()

    def drop(self) -> None:
        """Discard what runs and what waits."""
        ticket, self._ticket, self._next, self._working = self._ticket, None, None, False
        self._generation += 1
        if ticket is not None:
            ticket.drop()

    def _continue(self) -> None:
        if self._next is None:
            return
        (work, done, failed), self._next = self._next, None
        generation, self._working = self._generation, True

        def answered(answer: Any) -> None:
            if generation == self._generation:
                done(answer)

        def refused(sentence: str) -> None:
            if generation == self._generation and failed is not None:
                failed(sentence)

        def over() -> None:
            self._working, self._ticket = False, None
            self._continue()

        ticket = self._start(work, answered, refused if failed is not None else None, over=over)
        self._ticket, self._working = ticket, ticket is not None
