"""Programs that work for the pack, each with all that it starts: watched, and killed as one."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

TICK = 0.2  # seconds between two looks, so that a cancel acts within one


def run_watched(
    command: Sequence[str],
    environment: Mapping[str, str],
    output: Path,
    tick: Callable[[], None],
    patience: float = math.inf,
) -> int | None:
    """Run a program whose output goes to a file; its exit status, or None where it took longer than `patience` (s).

    `tick` is called while it works. Where that raises, or the time is over, the program is killed, and all it started.
    """
    end = time.monotonic() + patience
    with output.open("wb") as file:
        process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            while time.monotonic() < end:
                tick()
                with suppress(subprocess.TimeoutExpired):
                    return process.wait(TICK)
            return None
        finally:
            if process.poll() is None:
                _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        with suppress(psutil.NoSuchProcess):
            for child in psutil.Process(process.pid).children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    child.kill()
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)  # a group of its own, for it leads a session
    process.wait()
