"""The engine process: runs jobs for the window, reports in JSON lines, and can be killed.

Reads messages from standard input and answers on standard output; protocol.py has them. It works under the lock of the
program that started it, and ends when its standard input closes or cannot be understood.
"""

from __future__ import annotations

import argparse
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from engine.core.devices import set_passive_wait_policy
from engine.core.errors import Cancelled, Sentence
from engine.core.job import Job
from engine.core.logs import LOGGER, catch_crash, start_log
from engine.core.records import Progress
from engine.library.explain import explain
from engine.library.safety.in_flight import leave
from engine.service.protocol import (
    BeginJob,
    CancelJob,
    FinishEarly,
    FromEngine,
    JobCancelled,
    JobDone,
    JobFailed,
    JobPartial,
    JobProgress,
    Message,
    Ready,
    Result,
    from_json,
    to_json,
)

PROGRAM = "worker"  # the name of its log
PROGRESS_INTERVAL = 0.05  # seconds: more would only keep the window busy


class Worker:
    """Runs one job at a time in the main thread; a second thread reads requests."""

    def __init__(
        self, library: Path, requests: IO[str], answers: IO[str], at_end: Callable[[], None] = lambda: None
    ) -> None:
        self._library, self._requests, self._answers, self._at_end = library, requests, answers, at_end
        self._queue: queue.Queue[BeginJob] = queue.Queue()
        self._jobs: dict[int, Job] = {}
        self._write_lock = threading.Lock()
        self._last_progress = ("", 0.0)

    def serve(self) -> None:
        threading.Thread(target=self._read_requests, daemon=True).start()
        self._send(Ready())
        while True:
            self._run_job(self._queue.get())

    def _read_requests(self) -> None:
        try:
            for line in self._requests:
                self._receive(from_json(line))
        except BaseException:  # noqa: BLE001 - without this thread the engine could not be cancelled
            LOGGER.exception("The engine cannot understand the window")
            traceback.print_exc()
            sys.stderr.flush()
            self._at_end()
            os._exit(1)
        # The window is gone: no answer is needed, and what was done so far is on disk.
        leave()
        self._at_end()
        os._exit(0)

    def _receive(self, message: Message) -> None:
        if isinstance(message, BeginJob):
            number = message.job
            self._jobs[number] = Job(partial(self._progress, number), lambda part: self._send(JobPartial(number, part)))
            self._queue.put(message)
        elif isinstance(message, CancelJob | FinishEarly):
            job = self._jobs.get(message.job)  # it may end at this very moment
            if job is not None:
                (job.cancel if isinstance(message, CancelJob) else job.finish_early)()
        else:
            raise ValueError(f"only an engine says {type(message).__name__}")

    def _run_job(self, begin: BeginJob) -> None:
        number = begin.job
        try:
            self._send(JobDone(number, self._run(begin, self._jobs[number])))
        except Cancelled:
            self._send(JobCancelled(number))
        except Exception as error:  # noqa: BLE001 - the window shows it
            explained = explain(error, self._library)
            sentence = explained.sentence if explained else Sentence("Photoloom failed: {error}", error=error)
            trace = None if explained else "".join(traceback.format_exception(error))
            self._send(JobFailed(number, sentence, trace))
        finally:
            del self._jobs[number]

    def _run(self, begin: BeginJob, job: Job) -> Result:
        from engine.service.model_messages import MODEL_REQUESTS
        from engine.service.pack_messages import PACK_REQUESTS
        from engine.service.safety_jobs import run_unopened
        from engine.service.safety_messages import SAFETY_REQUESTS

        if isinstance(begin.request, SAFETY_REQUESTS):
            return run_unopened(self._library, begin.request, job)
        if isinstance(begin.request, PACK_REQUESTS):
            from engine.service.pack_jobs import run_pack

            return run_pack(begin.request, job)
        if isinstance(begin.request, MODEL_REQUESTS):
            from engine.service.model_jobs import run_model

            return run_model(begin.request, job)
        from engine.filing.opening import open_recovered
        from engine.service.jobs import run

        library, root = open_recovered(Path(begin.folder), self._library, None, job)
        with library:
            return run(library, root, begin.request, job)

    def _progress(self, number: int, progress: Progress) -> None:
        stage, at = self._last_progress
        now = time.monotonic()
        if stage == progress.stage and now - at < PROGRESS_INTERVAL and progress.done != progress.total:
            return
        self._last_progress = (progress.stage, now)
        self._send(JobProgress(number, progress))

    def _send(self, message: FromEngine) -> None:
        with self._write_lock:
            self._answers.write(to_json(message) + "\n")
            self._answers.flush()


def own_standard_output() -> IO[str]:
    """The pipe to the window for our messages alone: what libraries print goes to standard error."""
    pipe = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(pipe, "w", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="engine.service.worker", description="The engine process of the window.")
    parser.add_argument("--library", type=Path, required=True)
    arguments = parser.parse_args()
    set_passive_wait_policy()
    start_log(PROGRAM)
    Worker(arguments.library, sys.stdin, own_standard_output(), catch_crash(PROGRAM)).serve()


if __name__ == "__main__":
    main()
