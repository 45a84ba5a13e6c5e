"""Job: how long work reports progress, publishes what is ready, and is cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from engine.core.errors import Cancelled
from engine.core.partials import Partial
from engine.core.records import Floats, Ints, Progress

T = TypeVar("T")
_OBSERVATIONS = 10  # of a training, however many steps it takes


def observed_steps(steps: int) -> frozenset[int]:
    """The steps of a training before which it is observed: more at the start, where most is learned."""
    return frozenset(int(steps * (index / _OBSERVATIONS) ** 3) for index in range(_OBSERVATIONS))


class Encoder(Protocol):
    """A training's network as it is now, for rows that are not fitted."""

    def encode(self, vectors: Floats) -> tuple[Floats, Ints]:
        """The codes (m, c) and the clusters (m,) of `vectors` (m, d)."""
        ...

    def redraw(self, vectors: Floats) -> Floats | None:
        """`vectors` (m, d) as its decoder gives them back; None where it has none that can."""
        ...


Observer = Callable[[Floats, Ints | None], None]
Watcher = Callable[[Floats, Ints | None, Encoder | None], None]


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
        self._finish_requested = threading.Event()
        self.observer: Observer | None = None
        self.watcher: Watcher | None = None  # of whole trainings from outside; the observer is the pipeline's

    def cancel(self) -> None:
        """Ask the work to stop at its next report; safe from any thread and from a signal handler."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def finish_early(self) -> None:
        """Ask the training to end where it is and the rest to go on with its result; safe from any thread."""
        self._finish_requested.set()

    def finish_requested(self) -> bool:
        """Whether the training should end where it is."""
        return self._finish_requested.is_set()

    def observe(self, codes: Callable[[], Floats], labels: Ints | None = None, encoder: Encoder | None = None) -> None:
        """Pass the observer the codes of a training, (n, c), and the cluster of each row once there are any.

        A watcher is passed the network as well, where the training has one that encodes other rows.
        """
        if self.observer is None and self.watcher is None:
            return
        now = codes()
        if self.observer is not None:
            self.observer(now, labels)
        if self.watcher is not None:
            self.watcher(now, labels, encoder)

    def report(self, stage: str, done: int, total: int, message: str = "") -> None:
        """Report the progress of `stage`; raises `Cancelled` when the user has asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled(stage)
        if self._on_progress is not None:
            self._on_progress(Progress(stage, done, total, message))

    def publish(self, partial: Partial) -> None:
        """Hand out a partial result."""
        if self._on_partial is not None:
            self._on_partial(partial)

    def within(self, stage: str) -> Job:
        """A job for a part of `stage`: its own stages become messages, and one cancel stops both."""

        return self.mapped(lambda p: Progress(stage, p.done, p.total, p.message or p.stage))

    def mapped(self, change: Callable[[Progress], Progress]) -> Job:
        """A job for a part of this one, whose progress is reported as `change` returns it; one cancel stops both."""

        def forward(progress: Progress) -> None:
            changed = change(progress)
            self.report(changed.stage, changed.done, changed.total, changed.message)

        return self._sharing(Job(forward, self._on_partial))

    def observed(self, observer: Observer) -> Job:
        """The same job with an observer of the training."""
        part = self._sharing(Job(self._on_progress, self._on_partial))
        part.observer = observer
        return part

    def watched(self, watcher: Watcher) -> Job:
        """The same job with a watcher of its trainings, beside their observer."""
        part = self._sharing(Job(self._on_progress, self._on_partial))
        part.watcher = watcher
        return part

    def _sharing(self, part: Job) -> Job:
        part._cancelled, part._finish_requested = self._cancelled, self._finish_requested
        part.observer, part.watcher = self.observer, self.watcher
        return part

    def track(self, stage: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield `items` and report after each."""
        self.report(stage, 0, total)
        for done, item in enumerate(items, start=1):
            yield item
            self.report(stage, done, total)
