"""PictureWorkers: whole pictures, for the viewer or to be compared, decoded in processes that stay."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.library.decoding.decode_process import Allocate, WorkerProcess

SECONDS = 20  # for a picture
MEMORY = 2 << 30  # bytes: 250 million pixels, and as many again while they are turned
_COUNT = 2  # the picture that is shown need not wait for one that is read ahead
_TICK = 0.1  # seconds between checks of the time and the memory


class PictureWorkers:
    """Processes that start when they are needed first and stay until `close`; any thread may ask."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._workers = [WorkerProcess(seconds, memory, now=True) for _ in range(_COUNT)]
        # Last in, first out: a running process before one that is to be started.
        self._idle: queue.LifoQueue[WorkerProcess] = queue.LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def read(
        self,
        path: Path,
        allocate: Allocate,
        wanted: Callable[[], bool] = lambda: True,
        *,
        edge: int | None = None,
    ) -> str:
        """Decode a picture into `allocate(width, height)`, see WorkerProcess.picture; "" if no longer `wanted`."""
        worker = self._idle.get()
        try:
            if not wanted():
                return ""
            with _watched(worker):
                return worker.picture(path, allocate, edge)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End every process. Pending reads return a reason, and later ones raise RuntimeError."""
        for worker in self._workers:
            worker.close()
        for worker in [self._idle.get() for _ in self._workers]:  # once it is idle
            worker.reap()
            self._idle.put(worker)


@contextmanager
def _watched(worker: WorkerProcess) -> Iterator[None]:
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_TICK):
            worker.watch()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
