"""Job: how long work reports, hands out what is ready, and hears that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from engine.core.errors import Cancelled
from engine.core.partials import Partial
from engine.core.records import Floats, Ints, Progress

Watcher = Callable[[Floats, Ints | None], None]
T = TypeVar("T")
_LOOKS = 10  # at learning, of as many steps as it may take


def observed_steps(steps: int) -> frozenset[int]:
    """Before which of so many `steps` learning is worth a look: most is learned at the start."""
    return frozenset(int(steps * (observe / _LOOKS) ** 3) for observe in range(_LOOKS))


class Job:
    """One piece of long work. To report progress is to ask whether to stop.

    `on_progress` and `on_partial` are called from the thread that works; they must be quick.
    A bare `Job()` reports to nobody and can still be cancelled.
    """

    def __init__(
        self,
        on_progress: Callable[[Progress], None] | None = None,
        on_partial: Callable[[Partial], None] | None = None,
    ) -> None:
        self._on_progress = on_progress
        self._on_partial = on_partial
        self._cancelled = threading.Event()
        self._enough = threading.Event()
        self.watcher: Watcher | None = None

    def cancel(self) -> None:
        """Ask the work to stop at its next report; safe from any thread and from a signal handler."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def finish_early(self) -> None:
        """Ask learning to end where it is, and the rest to go on with what it has found; safe from any thread."""
        self._enough.set()

    def finish_requested(self) -> bool:
        """Whether learning should end where it is."""
        return self._enough.is_set()

    def observe(self, codes: Callable[[], Floats], labels: Ints | None = None) -> None:
        """Show learning to whoever watches: where each row lies, (n, c), and its cluster once there are any."""
        if self.watcher is not None:
            self.watcher(codes(), labels)

    def report(self, stage: str, done: int, total: int, message: str = "") -> None:
        """Say how far `stage` is; raises `Cancelled` when the user has asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled(stage)
        if self._on_progress is not None:
            self._on_progress(Progress(stage, done, total, message))

    def publish(self, partial: Partial) -> None:
        """Hand out something that can be looked at already."""
        if self._on_partial is not None:
            self._on_partial(partial)

    def within(self, stage: str) -> Job:
        """A job for a part of `stage`: its own stages are told as messages of it, and one cancel stops both."""

        def told(progress: Progress) -> None:
            self.report(stage, progress.done, progress.total, progress.message or progress.stage)

        part = Job(told, self._on_partial)
        part._cancelled, part._enough, part.watcher = self._cancelled, self._enough, self.watcher
        return part

    def observed(self, watcher: Watcher) -> Job:
        """The same job with somebody who watches learning."""
        part = Job(self._on_progress, self._on_partial)
        part._cancelled, part._enough, part.watcher = self._cancelled, self._enough, watcher
        return part

    def track(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield `items` and report after each."""
        self.report(stage, 0, total)
        for done, item in enumerate(items, start=1):
            yield item
            self.report(stage, done, total)
