"""PictureWorkers: whole pictures for somebody who waits, decoded in processes that stay."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.library.decoding.child import Child, Room

SECONDS = 20  # for a picture
MEMORY = 2 << 30  # bytes: 250 million pixels, and as many again while they are turned
_WORKERS = 2  # what is looked at now need not wait for what is read ahead
_TICK = 0.1  # seconds between looks at the clock and the memory


class PictureWorkers:
    """Processes that start when they are needed first and stay until `close`; any thread may ask."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._children = [Child(seconds, memory, now=True) for _ in range(_WORKERS)]
        self._idle: queue.LifoQueue[Child] = queue.LifoQueue()  # the one that is awake before one that is to be started
        for child in self._children:
            self._idle.put(child)

    def read(self, path: Path, room: Room, wanted: Callable[[], bool] = lambda: True) -> str:
        """Decode a picture into `room(width, height)`: see Child.picture. What is no longer `wanted` is let be."""
        child = self._idle.get()
        try:
            if not wanted():
                return ""
            with _watched(child):
                return child.picture(path, room)
        finally:
            self._idle.put(child)

    def close(self) -> None:
        """Leave no process behind. Who waits for a picture gets a reason, and who asks from now on a RuntimeError."""
        for child in self._children:
            child.close()
        for child in [self._idle.get() for _ in self._children]:  # once nobody asks it any more
            child.reap()
            self._idle.put(child)


@contextmanager
def _watched(child: Child) -> Iterator[None]:
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_TICK):
            child.watch()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
