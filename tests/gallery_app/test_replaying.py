"""A training is replayed when one asks again, however its drawing ended the first time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.library.library import open_library
from engine.records import Update
from gallery_app.app import Parts
from gallery_app.engine_process import EngineProcess

ENDS: dict[str, Callable[[EngineProcess], None]] = {
    "stopped": lambda engine: engine.cancelled.emit(),
    "failed": lambda engine: engine.failed.emit("The engine stopped unexpectedly."),
    "replaced": lambda engine: engine.done.emit({"parts": 2}),
}


@pytest.fixture
def trained(make: Callable[[], Parts], photo_folder: Path, organised: Path, qtbot: QtBot) -> Parts:
    """A window on a library whose clustering has learned in one update."""
    with open_library(photo_folder, organised, "a test")[0] as library:
        clusterings = library.catalog.clusterings
        current = clusterings.current()
        assert current is not None
        made = dataclasses.replace(clusterings.get(current[0]), history=(Update(0, 1.0, 0.1, 0.9),))
        library.catalog.set_setting("clustering", str(clusterings.add(made, "watched")))
    parts = make()
    parts.session._place = organised
    return parts


@pytest.mark.parametrize("end", ENDS)
def test_it_can_be_asked_for_again(
    trained: Parts, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    session, bar = trained.session, trained.workspace.training.replay_bar
    asked: list[str] = []
    monkeypatch.setattr(session, "run", lambda name, _how: asked.append(name))
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    trained.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: bar.play.isVisible() and bar.play.isEnabled() and not trained.jobs.busy)
    asked.clear()
    engine = session._engine
    assert engine is not None
    for times in (1, 2):
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: asked == ["replay"] * times)  # noqa: B023 - it is waited for at once
        ENDS[end](engine)
        qtbot.waitUntil(lambda: not trained.jobs.busy and bar.play.isEnabled())
