"""Towns: looked up once each, and again after an error."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from engine.gallery.places import Town
from gallery_app.engine_client.background import JobRunner
from gallery_app.state import geocoding as towns_module
from gallery_app.state.geocoding import Towns


def test_a_town_is_looked_up_again_after_an_error(
    jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def fails_once(latitude: float, _longitude: float) -> Town:
        asked.append(latitude)
        if len(asked) == 1:
            raise KeyError("ours")
        return Town("Lyon", "", "France")

    monkeypatch.setattr(towns_module, "town_at", fails_once)
    towns = Towns(jobs, jobs)
    with qtbot.captureExceptions() as raised:
        assert towns.name(45.76, 4.84) is None
        qtbot.waitUntil(lambda: not jobs.busy)
    assert len(raised) == 1
    with qtbot.waitSignal(towns.found):
        assert towns.name(45.76, 4.84) is None
    assert towns.name(45.76, 4.84) == "Lyon, France"
    assert len(asked) == 2


def test_far_from_all_towns_the_country_is_the_name(jobs: JobRunner, qtbot: QtBot) -> None:
    towns = Towns(jobs, jobs)
    with qtbot.waitSignal(towns.found):
        assert towns.name(23.0, 12.0) is None
    assert towns.name(23.0, 12.0) == "Niger"
