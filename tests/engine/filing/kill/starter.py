"""Starts processes that have imported everything: a thousand steps are killed, and importing takes longer than a step.

This module run by itself reads lines: a step and its world, upon which it forks a process, whose number it says once
the library is open; "go", upon which that begins; and "end", upon which it says how the process has ended. Only then
does the number belong to nobody.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path
from typing import IO

from tests.engine.filing.kill.steps import STEPS, World, opened

_ENDED = "ended "


class Started:
    """A step in a process of its own, with its library open."""

    def __init__(self, starter: Starter, number: int) -> None:
        self._starter, self._number = starter, number

    def go(self) -> None:
        self._starter.say("go")

    def kill(self, signal: int) -> None:
        os.kill(self._number, signal)

    def end(self) -> tuple[str, int]:
        """What it has said, and its exit status as subprocess has it."""
        self._starter.say("end")
        lines: list[str] = []
        while not (line := self._starter.hear()).startswith(_ENDED):
            lines.append(line)
        return "\n".join(lines), int(line.removeprefix(_ENDED))


class Starter:
    """The process that starts them; `close` it."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, step: str, world: World) -> Started:
        self.say(json.dumps([step, *map(str, astuple(world))]))
        return Started(self, int(self.hear()))

    def say(self, line: str) -> None:
        _pipe(self._process.stdin).write(f"{line}\n")
        _pipe(self._process.stdin).flush()

    def hear(self) -> str:
        line: str = _pipe(self._process.stdout).readline()
        assert line, "the starter has ended"
        return line.removesuffix("\n")

    def close(self) -> None:
        self._process.communicate()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


def _serve() -> None:
    for line in sys.stdin:
        step, library, photos, there, id_ = json.loads(line)
        waits, goes = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(goes)
            _be(step, World(Path(library), Path(photos), Path(there), int(id_)), waits)
        os.close(waits)
        assert sys.stdin.readline() == "go\n"
        os.close(goes)
        assert sys.stdin.readline() == "end\n"
        _, status = os.waitpid(child, 0)
        print(f"{_ENDED}{os.waitstatus_to_exitcode(status)}", flush=True)


def _be(step: str, world: World, waits: int) -> None:
    """Be the process of a step."""
    try:
        library = opened(world)
    finally:
        print(os.getpid(), flush=True)  # of one that has failed as well: its end says so
    with library:
        os.read(waits, 1)
        STEPS[step](library, world)
    os._exit(0)


if __name__ == "__main__":
    _serve()
