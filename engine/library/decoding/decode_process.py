"""The parent's side of one decode worker: started when needed, watched, killed, started again."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psutil

from engine.core.errors import Sentence, UserError
from engine.core.interpreter import child_command
from engine.core.records import Content
from engine.library import reasons
from engine.library.decoding.described import from_plain

Allocate = Callable[[int, int], memoryview | None]  # of a picture of this width and height; None where it does not fit

_READY = b"ready\n"  # worker.READY, without importing the decoders here
_FROM_OUTSIDE = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT")  # SIGKILL: a system short of memory, too
_PIPE = subprocess.PIPE
_spawning = threading.Lock()  # on Windows two starts at once would inherit each other's pipes


@dataclass(frozen=True, slots=True)
class Request:
    """A file to decode (an absolute path), the hash of its content, and where its thumbnail belongs.

    Without a thumbnail its metadata alone is read.
    """

    path: Path
    digest: str
    thumbnail: Path | None


@dataclass(frozen=True, slots=True)
class Decoded:
    request: Request
    content: Content


@dataclass(frozen=True, slots=True)
class Failed:
    """`reason` is the rest of a sentence that begins with the file."""

    request: Request
    reason: str


def worker_command() -> list[str]:
    """How to start a decode worker, without its two arguments."""
    return child_command("engine.library.decoding.decode_worker")


class WorkerProcess:
    """One worker process: one thread sends requests, another watches it, any may kill it."""

    def __init__(self, seconds: float, memory: int, *, now: bool = False) -> None:
        """`now`: the user waits for it, so it runs at normal priority."""
        self._seconds = seconds
        self._memory = memory
        self._now = now
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._baseline = 0
        self._deadline = math.inf
        self._verdict = ""  # why it was killed
        self._closed = False

    def decode(self, request: Request) -> Decoded | Failed:
        """Decode one file; a crash, the time or the memory limit is a Failed. UserError where the disk is full."""
        answer = self._exchange(_message(request))
        return Failed(request, answer) if isinstance(answer, str) else self._result(request, answer)

    def picture(self, path: Path, allocate: Allocate, edge: int | None = None) -> str:
        """Decode a whole picture into `allocate(width, height)`, 4 bytes a pixel: red, green, blue, 255.

        With `edge` its longest side is at most that. Returns why it could not be, the rest of a sentence that begins
        with the file; "" where it could.
        """
        answer = self._exchange({"path": str(path)} | ({} if edge is None else {"edge": str(edge)}), allocate)
        if isinstance(answer, str) or "size" in answer:
            return answer if isinstance(answer, str) else ""
        if "bug" in answer:
            raise RuntimeError(f"decoding {path} failed:\n{answer['bug']}")
        return answer.get("unreadable") or self._too_much()

    def _exchange(self, message: dict[str, str], allocate: Allocate | None = None) -> dict[str, Any] | str:
        """The answer, after its pixels were read into what `allocate` gives; or why there is none."""
        process = self._ready_process()
        assert process.stdin is not None
        assert process.stdout is not None
        with self._guard:
            self._deadline = time.monotonic() + self._seconds
        answer: dict[str, Any] | None = None
        with suppress(OSError):
            process.stdin.write(json.dumps(message).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
            answer = json.loads(line) if line.endswith(b"\n") else None
            if (
                answer
                and allocate
                and "size" in answer
                and not self._read_pixels(process.stdout, allocate(*answer["size"]))
            ):
                answer = None
        with self._guard:
            self._deadline = math.inf
            verdict = self._verdict
        if verdict or answer is None:
            end = self._end()
            return verdict or _crash(end)
        return answer

    def watch(self) -> None:
        """Kill the process when its request takes too long or too much memory; called again and again."""
        with self._guard:
            if self._process is None or self._deadline == math.inf:
                return
            if time.monotonic() > self._deadline:
                self._verdict = reasons.TOO_SLOW.format(count=f"{self._seconds:g}")
            elif _resident(self._process.pid) > self._baseline + self._memory:
                # Where the system enforces no limit (macOS, Windows) this is the only one.
                self._verdict = self._too_much()
            if self._verdict:
                self._process.kill()

    def close(self) -> None:
        """End the process for good. A thread that waits for it gets a Failed."""
        with self._guard:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def reap(self) -> None:
        """Wait for the killed process and close its pipes; no thread may be asking any more."""
        if self._process is not None:
            self._end()

    def _ready_process(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        if self._process is not None:
            self._end()
        with self._guard, _spawning:
            if self._closed:
                raise RuntimeError("this decode pool is closed")
            self._process = process = _spawn(self._seconds, self._memory, self._now)
            self._verdict = ""
        assert process.stdout is not None
        if process.stdout.readline() != _READY and not self._closed:
            raise RuntimeError(f"a decode worker did not start: {worker_command()} ended with {self._end()}")
        self._baseline = _resident(process.pid)
        return process

    def _end(self) -> str:
        """Kill, wait, close; says how it ended."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        if not self._verdict and not self._closed:
            # It has closed its output: give it the time it needs to end by itself, to see how.
            with suppress(subprocess.TimeoutExpired):
                process.wait(1)
        process.kill()
        code = process.wait()
        with self._guard:
            self._process = None
        with suppress(OSError):  # what was written to a dead process is lost
            process.stdin.close()
        process.stdout.close()
        return signal.Signals(-code).name if code < 0 else f"exit status {code}"

    def _result(self, request: Request, answer: dict[str, Any]) -> Decoded | Failed:
        if "content" in answer:
            return Decoded(request, from_plain(answer["content"]))
        if "user_error" in answer:
            raise UserError.of(Sentence.from_json(answer["user_error"]))
        if "bug" in answer:
            raise RuntimeError(f"decoding {request.path} failed:\n{answer['bug']}")
        return Failed(request, answer.get("unreadable") or self._too_much())

    def _read_pixels(self, source: IO[bytes], buffer: memoryview | None) -> bool:
        """Fill the buffer; whether all came. Without a buffer the process is ended, for its output can't be read."""
        if buffer is None:
            with self._guard:
                self._verdict = reasons.NO_MEMORY
            return False
        done = 0
        while done < len(buffer) and (count := source.readinto(buffer[done:])):  # type: ignore[attr-defined]
            done += count
        return done == len(buffer)

    def _too_much(self) -> str:
        return reasons.TOO_MUCH.format(count=f"{self._memory / 2**30:.2g}")


def _crash(end: str) -> str:
    """A decoder that fails ends in other ways than one that the system, a user or an updater has stopped."""
    return (reasons.KILLED if end in _FROM_OUTSIDE else reasons.CRASHED).format(error=end)


def _message(request: Request) -> dict[str, str]:
    thumbnail = {} if request.thumbnail is None else {"thumbnail": str(request.thumbnail)}
    return {"path": str(request.path), "digest": request.digest} | thumbnail


def _spawn(seconds: float, memory: int, now: bool) -> subprocess.Popen[bytes]:
    # One thread each: there is a process for every core.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    command = [*worker_command(), str(seconds), str(memory), *(["now"] if now else [])]
    # In a process group of its own: Ctrl-C is the parent's, which closes the pool in order.
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=_PIPE, stdout=_PIPE, env=environment, creationflags=flags)
    return subprocess.Popen(command, stdin=_PIPE, stdout=_PIPE, env=environment, process_group=0)


def _resident(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0  # it has just ended; the next request will notice
