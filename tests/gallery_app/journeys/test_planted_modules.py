"""The window, its engine and the decode workers run nothing that lies in a photo folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE, settle
from tests.planted import marked, plant


@pytest.mark.parametrize("elsewhere", [pytest.param(False, marks=pytest.mark.slow), True])
def test_the_engine_of_the_window_runs_nothing_from_a_photo_folder(
    make: Callable[[], Parts],
    photo_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    elsewhere: bool,
) -> None:
    """Not from the one that is open, which is the current one as well, and not from one that PYTHONPATH names."""
    other = tmp_path / "Other"
    other.mkdir()
    marks, others = plant(photo_folder), plant(other)
    monkeypatch.chdir(photo_folder)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", str(other)] if elsewhere else [""]))
    parts = make()
    with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
        parts.session.open(photo_folder)
    settle(parts, qtbot)
    assert parts.session.problem is None
    assert len(parts.session.gallery) == 12
    assert marked(marks) == marked(others) == []
