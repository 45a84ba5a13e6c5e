"""Programs that work for this one: watched, and gone with all that they start when they or we are stopped.

Each is started by this module as a program of its own, which holds it on a leash: it reads its standard input, which
ends when the process that wants the work is gone, whatever ended that. Else uv would fetch gigabytes for nobody.
"""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from engine.core.interpreter import child_command

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
    with (
        output.open("wb") as file,
        subprocess.Popen(
            child_command("engine.core.processes.watched", *command),
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as leash,
    ):
        try:
            while time.monotonic() < end:
                tick()
                with suppress(subprocess.TimeoutExpired):
                    return leash.wait(TICK)
            return None
        finally:
            if leash.poll() is None:
                _kill(leash.pid)


def _kill(leader: int) -> None:
    """Kill the leader of a session with its group; on Windows, which knows none, with its descendants."""
    if sys.platform == "win32":
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(leader)
            for one in (*process.children(recursive=True), process):
                with suppress(psutil.NoSuchProcess):
                    one.kill()
    else:
        os.killpg(leader, signal.SIGKILL)


def _hold(command: Sequence[str]) -> int:
    """Run a program until it ends, or our standard input does."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    threading.Thread(target=_wait_for_the_end, daemon=True).start()
    status = process.wait()
    return status if status >= 0 else 128 - status  # a signal, as shells tell it


def _wait_for_the_end() -> None:
    while os.read(0, 1):  # not by sys.stdin, whose lock would be in the way as Python ends
        pass
    _kill(os.getpid())


if __name__ == "__main__":
    sys.exit(_hold(sys.argv[1:]))
