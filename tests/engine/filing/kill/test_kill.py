"""The loop under SIGKILL, some points of it; `make kill-test` goes on for hundreds."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.engine.filing.kill.loop import Loop, environment, other_drive

POINTS = 16  # two kills or three each


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_nothing_is_lost_wherever_the_program_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    with other_drive(tmp_path) as other:
        loop = Loop(tmp_path, other, seed=1)
        for number in range(POINTS):
            loop.point(number)
    assert loop.cut.total() >= POINTS
    assert loop.middle
