"""DecodePool: decodes files in worker processes, which may hang, run out of memory or crash without ending the run."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType

from engine.core.job import Job
from engine.library.decoding.decode_process import Decoded, Failed, Request, WorkerProcess

__all__ = ["DecodePool", "Decoded", "Failed", "Request"]

_TICK = 0.1  # seconds between checks of the time, the memory and a cancel
AHEAD = 4  # requests a worker has waiting, so that it never waits for the consumer of the results


class DecodePool:
    """`workers` processes, each with `seconds` and `memory` bytes for a file; they start with the first request.

    A worker has one file at a time, so that it is known which one killed it.
    """

    def __init__(self, workers: int, seconds: float = 20, memory: int = 1 << 30, ahead: int = AHEAD) -> None:
        """`ahead` requests wait for each worker: more where the consumer does something else in between."""
        self._ahead = ahead
        self._workers = [WorkerProcess(seconds, memory) for _ in range(max(workers, 1))]
        self._waiting: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[Decoded | Failed | BaseException] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> DecodePool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(
        self, requests: Iterable[Request], job: Job, stage: str = "thumbnails", total: int = 0
    ) -> Iterator[Decoded | Failed]:
        """Yield one result a request, in any order; `requests` is read as there is room.

        A cancel acts within a tick. A run that is left early closes the pool. A disk that is full is a
        UserError.
        """
        source = iter(requests)
        pending = done = 0
        exhausted = False
        job.report(stage, done, total)
        try:
            while True:
                while not exhausted and pending < self._ahead * len(self._workers):
                    request = next(source, None)
                    if request is None:
                        exhausted = True
                        break
                    self._start_threads()
                    self._waiting.put(request)
                    pending += 1
                if not pending:
                    return
                result = self._next_result()
                if result is not None:
                    pending -= 1
                    done += 1
                    yield result
                job.report(stage, done, total)
        finally:
            if pending:
                self.close()

    def close(self) -> None:
        """Kill the workers and wait for them; nothing is left behind."""
        self._closed.set()
        for worker in self._workers:
            worker.close()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        for worker in self._workers:
            worker.reap()

    def _next_result(self) -> Decoded | Failed | None:
        try:
            result = self._results.get(timeout=_TICK)
        except queue.Empty:
            return None
        if isinstance(result, BaseException):
            raise result
        return result

    def _start_threads(self) -> None:
        if self._closed.is_set():
            raise RuntimeError("this decode pool is closed")
        if not self._threads:
            self._threads = [threading.Thread(target=self._watch, daemon=True)]
            self._threads += [threading.Thread(target=self._work, args=(w,), daemon=True) for w in self._workers]
            for thread in self._threads:
                thread.start()

    def _work(self, worker: WorkerProcess) -> None:
        while (request := self._waiting.get()) is not None and not self._closed.is_set():
            try:
                self._results.put(worker.decode(request))
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that runs the pool
                self._results.put(error)

    def _watch(self) -> None:
        while not self._closed.wait(_TICK):
            for worker in self._workers:
                worker.watch()
