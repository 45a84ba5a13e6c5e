"""Filters: the latest wish is shown, and one that could not be worked out does not stop the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state import filters
from gallery_app.state.session import Session


def test_after_an_evaluation_that_failed_find_and_grouping_go_on(
    session: Session, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were dead from then on."""

    def fails(*_of: object) -> None:
        raise KeyError("ours")

    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr(filters, "filter_gallery", fails)
        session.filters.find("forest", None)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert len(raised) == 1
    with qtbot.waitSignal(session.filters.changed):
        session.filters.find("night", None)
    assert len(session.filters.rows) == 4
    with qtbot.waitSignal(session.filters.changed):
        session.filters.set_options(replace(session.filters.options, query="", group="time"), None)
    assert session.filters.shown.groups is not None


def test_only_the_latest_wish_is_told(session: Session, jobs: JobRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    session.filters.changed.connect(lambda _origin: told.append(session.filters.shown.options.query))
    for query in ("f", "fo", "for", "forest"):
        session.filters.find(query, None)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["forest"]
    session.filters.find("night", None)
    session.filters.clear(None)  # at once; what was being worked out is not wanted any more
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["forest", ""]
    assert session.filters.shown.everything
