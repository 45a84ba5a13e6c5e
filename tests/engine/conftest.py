"""The engine's tests run where PySide6 cannot be imported: `make test` sets PHOTOLOOM_NO_QT for them."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from engine.core.records import Floats, Ints


class _NoQt(importlib.abc.MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ModuleNotFoundError(f"{name} is kept out of the engine's tests")
        return None


if os.environ.get("PHOTOLOOM_NO_QT"):
    sys.meta_path.insert(0, _NoQt())


Engine = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def engine_process() -> Engine:
    """Run the headless program with these words in a process of its own."""

    def run(*words: object, threads: int = 1) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "engine", *map(str, words)]
        environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)

    return run


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Run the headless program with these words in this process, which has torch in it already: ten times quicker."""
    from engine.commands.parser import parse
    from engine.commands.run import run as run_command

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        said, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        try:
            with redirect_stdout(said), redirect_stderr(told):
                status = run_command(parse([*map(str, words)]))
        except SystemExit as end:  # of the parser
            status = int(end.code or 0)
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
        out, error = (stream.buffer.getvalue().decode() for stream in (said, told))  # type: ignore[attr-defined]
        return subprocess.CompletedProcess([*map(str, words)], status, out, error)

    return run


def read_json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


Kinds = Callable[..., tuple[Floats, Ints]]


@pytest.fixture
def kinds() -> Kinds:
    """Makes n vectors (n, 24) of k kinds, `apart` noise widths from the origin, and the kind of each."""

    def make(n: int, k: int, *, apart: float = 8.0, sizes: list[int] | None = None) -> tuple[Floats, Ints]:
        random = np.random.default_rng(n + k)
        middles = random.normal(size=(k, 24))
        middles *= apart / np.linalg.norm(middles, axis=1, keepdims=True)
        truth = np.arange(n) % k if sizes is None else np.repeat(np.arange(k), sizes)
        return (middles[truth] + random.normal(size=(n, 24))).astype(np.float32), truth.astype(np.int64)

    return make
