"""Looking at many pictures in a few threads: what is found is kept every two seconds, and a cancel is heard at once."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from threading import Event
from typing import TypeVar

import numpy as np

from engine.core.records import File, Pixels
from engine.library import reasons
from engine.library.cloud import in_cloud
from engine.library.decoding.picture_workers import PictureWorkers
from engine.library.library import Library
from engine.text.reader import Stopped

_BATCH = 2.0  # seconds between transactions: what a kill loses
_TICK = 0.2  # seconds until a cancel is heard
_NICE = 10
Found = TypeVar("Found")


def look_at(
    digests: Sequence[str],
    look: Callable[[str], Found | None],
    keep: Callable[[list[Found]], None],
    workers: int,
    originals: Originals,
    report: Callable[[int], None],
) -> None:
    """Call `look` for each content in `workers` threads, and `keep` with what it found; `report` raises Cancelled.

    None is what cannot be told now. At the end the `originals` are closed: who still looks at one raises Stopped. What
    was found is kept, after a cancel too.
    """
    done, waiting, kept_at = 0, list[Found](), time.monotonic()
    threads = ThreadPoolExecutor(workers, initializer=_give_way)
    try:
        for looked_at, some in _answers(threads, look, digests, 2 * workers):
            waiting += some
            done += looked_at
            if time.monotonic() - kept_at > _BATCH:
                keep(waiting)
                waiting, kept_at = [], time.monotonic()
            report(done)
    finally:
        originals.close()
        threads.shutdown(wait=False, cancel_futures=True)  # nobody waits a second for a network to be through
        keep(waiting)


def _give_way() -> None:
    """Let whatever else is done here come first: this thread's work, and that of the processes it starts."""
    if sys.platform == "linux":  # elsewhere only whole processes have a priority
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def _answers(
    threads: ThreadPoolExecutor, look: Callable[[str], Found | None], digests: Sequence[str], ahead: int
) -> Iterator[tuple[int, list[Found]]]:
    """How many were looked at and what was found, as it comes; nothing every _TICK in which none were."""
    rest = iter(digests)
    running: set[Future[Found | None]] = {threads.submit(look, digest) for digest in islice(rest, ahead)}
    while running:
        finished, running = wait(running, _TICK, FIRST_COMPLETED)
        running |= {threads.submit(look, digest) for digest in islice(rest, len(finished))}
        found = [future.result() for future in finished]
        yield len(found), [one for one in found if one is not None]


class Originals:
    """The pictures themselves, of whichever copy is there; read in processes that may die, from any thread."""

    def __init__(self, library: Library) -> None:
        self._decoders, self._stop = PictureWorkers(), Event()
        with library.catalog.reading():
            self._roots = dict(library.catalog.files.roots())
            self._files: dict[str, list[File]] = {}
            for file in library.catalog.files.readable():
                self._files.setdefault(file.digest or "", []).append(file)

    @property
    def closed(self) -> bool:
        return self._stop.is_set()

    def close(self) -> None:
        """What is being read is given up."""
        self._stop.set()
        self._decoders.close()

    def paths(self, digest: str) -> Iterator[Path | str]:
        """Where a content lies; a reason in the place of one that cannot be read, or would have to be fetched."""
        for file in self._files.get(digest, ()):
            path = Path(self._roots[file.root], file.path)
            try:
                yield reasons.IN_CLOUD if in_cloud(path.stat()) else path
            except OSError as error:
                yield reasons.of_system(error) or reasons.GONE

    def read(self, digest: str, edge: int) -> Pixels | str:
        """The picture (height, width, 3), `edge` pixels long at most; or why there is none. Stopped, once it is."""
        problem = reasons.GONE
        for path in self.paths(digest):
            if isinstance(path, str):
                problem = path
                continue
            held: list[Pixels] = []

            def allocate(width: int, height: int, held: list[Pixels] = held) -> memoryview:
                held.append(np.empty((height, width, 4), np.uint8))
                return held[-1].reshape(-1).data

            problem = self._decoders.read(path, allocate, lambda: not self.closed, edge=edge)
            if self.closed:
                raise Stopped
            if not problem:
                return np.ascontiguousarray(held[-1][:, :, :3])
        return problem
