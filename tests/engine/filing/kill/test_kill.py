"""The loop under SIGKILL, some points of it; `make kill-test` goes on for hundreds."""

from __future__ import annotations

import itertools
import signal
from contextlib import closing
from pathlib import Path

import pytest

from tests.engine.filing.kill.loop import Loop, environment, other_drive

KILLS = 30


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_nothing_is_lost_wherever_the_program_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    with other_drive(tmp_path) as other, closing(Loop(tmp_path, other, seed=1)) as loop:
        for number in itertools.count():
            loop.point(number)
            if loop.cut.total() >= KILLS:
                break
    assert loop.middle.total()
