"""JobRunner: all threads of the window are started here."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from engine.core.errors import UserError
from gallery_app.i18n.language import translate


class Ticket:
    """Submitted work. After `drop` its result is discarded, and it is not started if it is still queued."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[str], None] | None,
        over: Callable[[], None] | None = None,
    ) -> None:
        self._work, self._done, self._failed, self._over = work, done, failed, over
        self._result: Any = None
        self._error: BaseException | None = None
        self.dropped = False

    def drop(self) -> None:
        self.dropped = True
        self._done = self._failed = self._over = None

    def work(self) -> None:
        """On a thread of the pool or the lane."""
        try:
            self._result = self._work()
        except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, and raised there
            self._error = error

    def deliver(self) -> None:
        """On the GUI thread: a UserError goes to `failed`, any other exception is raised here."""
        if self.dropped:
            return
        if self._over is not None:
            self._over()
        if self._error is None:
            if self._done is not None:
                self._done(self._result)
        elif isinstance(self._error, UserError) and self._failed is not None:
            self._failed(translate(self._error.sentence))
        else:
            raise self._error


class Threads:
    """A pool of up to `most` threads that take work from one priority queue and live until `close`.

    Python's own threads, not QThreadPool's: there each call gets a fresh `threading.local`, and what a thread keeps
    in one, as its connection to the catalog, would be made anew by every job.
    """

    def __init__(self, name: str, most: int) -> None:
        self._name, self._most = name, most
        self._queue: queue.PriorityQueue[tuple[float, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._threads: list[threading.Thread] = []

    def start(self, work: Callable[[], None], priority: int = 0) -> None:
        """Do `work` as soon as a thread is free, what has a higher `priority` first; it raises nothing."""
        self._queue.put((-priority, next(self._order), work))
        if len(self._threads) < self._most:
            name = f"{self._name} {len(self._threads) + 1}"
            # A daemon: a window that ends without `close` must not leave a process behind.
            self._threads.append(threading.Thread(target=self._work, name=name, daemon=True))
            self._threads[-1].start()

    def clear(self) -> None:
        """Discard what has not started."""
        while not self._queue.empty():
            try:
                self._queue.get_nowait()
            except queue.Empty:
                return  # a thread took it first

    def close(self) -> None:
        """Finish the queue and join every thread; the next `start` makes new ones."""
        for _ in self._threads:
            self._queue.put((float("inf"), next(self._order), None))
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _work(self) -> None:
        while (work := self._queue.get()[2]) is not None:
            work()
            del work  # free what it references now, not when the next work comes


class JobRunner(QObject):
    """One serial lane for what touches the catalog, one pool for the rest; results arrive on the GUI thread."""

    closing = Signal()  # work on the pool is to end now
    _worked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Threads("lane", 1)  # one permanent thread: it owns the library's lock and connection
        self._pool = Threads("pool", max(2, QThread.idealThreadCount() - 1))
        self._tickets: set[Ticket] = set()
        self._worked.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether any work is queued, running or undelivered."""
        return bool(self._tickets)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
        priority: int = 0,
        over: Callable[[], None] | None = None,
    ) -> Ticket:
        """Do `work` on the pool, then call `done(result)` or, for a UserError, `failed(sentence)` here.

        `over` is called before either, also where a bug of ours is raised; never after a drop.
        """
        return self._start(self._pool, Ticket(work, done, failed, over), priority)

    def serial(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
        over: Callable[[], None] | None = None,
    ) -> Ticket:
        """The same on the serial lane: one at a time, in the order of the calls."""
        return self._start(self._lane, Ticket(work, done, failed, over), 0)

    def close(self) -> None:
        """Discard what is queued on the pool, finish the lane's queue, and join every thread."""
        for ticket in self._tickets:
            ticket.drop()
        self._pool.clear()
        self.closing.emit()
        self._pool.close()
        self._lane.close()
        self._tickets.clear()

    def _start(self, pool: Threads, ticket: Ticket, priority: int) -> Ticket:
        self._tickets.add(ticket)
        lane = pool is self._lane

        def work() -> None:
            if lane or not ticket.dropped:  # a queued write is done even if its result is not wanted
                ticket.work()
            self._worked.emit(ticket)

        pool.start(work, priority)
        return ticket

    def _deliver(self, ticket: Ticket) -> None:
        self._tickets.discard(ticket)
        ticket.deliver()
