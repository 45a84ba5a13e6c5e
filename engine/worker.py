"""The engine process: runs jobs for the window, reports in JSON lines, and can be killed.

Reads requests from standard input and answers on standard output; see ARCHITECTURE.md for the messages. It
works under the lock of the program that started it, and ends when its standard input closes.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import sys
import threading
import time
import traceback
from functools import partial
from pathlib import Path
from typing import IO, Any

from engine.devices import calm_threads
from engine.errors import Cancelled, Sentence
from engine.explain import explain
from engine.job import Job
from engine.logs import start_log
from engine.records import Progress

VERSION = 1
PROGRESS_EVERY = 0.05  # seconds: more would only keep the window busy


class Worker:
    """One job at a time, in the main thread; a second thread listens."""

    def __init__(self, library: Path, requests: IO[str], answers: IO[str]) -> None:
        self._library, self._requests, self._answers = library, requests, answers
        self._queue: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._jobs: dict[int, Job] = {}
        self._guard = threading.Lock()
        self._last_progress = ("", 0.0)

    def serve(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        self._say({"version": VERSION, "ready": True})
        while (request := self._queue.get()) is not None:
            self._answer(request)

    def _listen(self) -> None:
        for line in self._requests:
            message = json.loads(line)
            number = int(message["job"])
            if message.get("cancel") or message.get("enough"):
                job = self._jobs.get(number)  # it may end at this very moment
                if job is not None:
                    (job.cancel if message.get("cancel") else job.settle)()
                continue
            self._jobs[number] = Job(partial(self._progress, number), partial(self._partial, number))
            self._queue.put(message)
        # The window is gone: nobody hears an answer, and what was done so far is on disk.
        os._exit(0)

    def _answer(self, request: dict[str, Any]) -> None:
        number = int(request["job"])
        try:
            done = self._run(request, self._jobs[number])
            self._say({"job": number, "done": done})
        except Cancelled:
            self._say({"job": number, "cancelled": True})
        except Exception as error:  # noqa: BLE001 - this is the end of the line: it is told, not dropped
            explained = explain(error, self._library)
            sentence = explained.sentence if explained else Sentence("Photoloom failed: {error}", error=error)
            trace = None if explained else "".join(traceback.format_exception(error))
            self._say({"job": number, "failed": {"sentence": str(sentence), **sentence.told(), "trace": trace}})
        finally:
            del self._jobs[number]

    def _run(self, request: dict[str, Any], job: Job) -> dict[str, Any]:
        from engine.library.library import open_library
        from engine.pipeline.window_jobs import named

        run = named(request["run"])
        arguments = request["arguments"]
        library, root = open_library(Path(arguments["folder"]), self._library, program=None)
        with library:
            return run(library, root, arguments, job)

    def _partial(self, number: int, kind: str, payload: dict[str, Any]) -> None:
        self._say({"job": number, "partial": kind, "payload": payload})

    def _progress(self, number: int, progress: Progress) -> None:
        stage, at = self._last_progress
        now = time.monotonic()
        if stage == progress.stage and now - at < PROGRESS_EVERY and progress.done != progress.total:
            return
        self._last_progress = (progress.stage, now)
        told = {
            "stage": progress.stage,
            "done": progress.done,
            "total": progress.total,
            "message": progress.message,
        }
        self._say({"job": number, "progress": told})

    def _say(self, message: dict[str, Any]) -> None:
        with self._guard:
            self._answers.write(json.dumps(message) + "\n")
            self._answers.flush()


def own_standard_output() -> IO[str]:
    """The pipe to the window for our messages alone: what libraries print goes to standard error."""
    pipe = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(pipe, "w", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="engine.worker", description="The engine process of the window.")
    parser.add_argument("--library", type=Path, required=True)
    arguments = parser.parse_args()
    calm_threads()
    start_log("engine")
    Worker(arguments.library, sys.stdin, own_standard_output()).serve()


if __name__ == "__main__":
    main()
