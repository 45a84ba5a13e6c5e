"""LatestTask: of one kind of work only the newest wish counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from gallery_app.engine_client.background import Ticket

Done = Callable[[Any], None]
Failed = Callable[[str], None]


class Start(Protocol):
    """What `JobRunner.run`, `JobRunner.serial` and `Session.look_up` have in common; `over` is called at every end."""

    def __call__(
        self, work: Callable[..., Any], done: Done, failed: Failed | None = None, *, over: Callable[[], None]
    ) -> Ticket | None: ...


class LatestTask:
    """One at a time. What is asked for meanwhile waits, the last of it alone, and the answer of the one before is lost.

    However work ends - with an answer, an error, a bug of ours - the next can be asked for.
    """

    def __init__(self, start: Start) -> None:
        self._start = start
        self._ticket: Ticket | None = None
        self._working = False
        self._next: tuple[Callable[..., Any], Done, Failed | None] | None = None
        self._wish = 0

    @property
    def busy(self) -> bool:
        return self._working

    def ask(self, work: Callable[..., Any], done: Done, failed: Failed | None = None) -> None:
        """Do `work`, then call `done(answer)` or, for a UserError, `failed(sentence)`, unless this was asked anew."""
        self._next = work, done, failed
        self._wish += 1
        if not self._working:
            self._go_on()

    def drop(self) -> None:
        """Nothing of it is wanted any more."""
        ticket, self._ticket, self._next, self._working = self._ticket, None, None, False
        self._wish += 1
        if ticket is not None:
            ticket.drop()

    def _go_on(self) -> None:
        if self._next is None:
            return
        (work, done, failed), self._next = self._next, None
        wish, self._working = self._wish, True

        def answered(answer: Any) -> None:
            if wish == self._wish:
                done(answer)

        def refused(sentence: str) -> None:
            if wish == self._wish and failed is not None:
                failed(sentence)

        def over() -> None:
            self._working, self._ticket = False, None
            self._go_on()

        ticket = self._start(work, answered, refused if failed is not None else None, over=over)
        self._ticket, self._working = ticket, ticket is not None
