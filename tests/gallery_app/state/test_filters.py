"""Filters: the latest wish is shown, and one that could not be worked out does not stop the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state import filters
from gallery_app.state.session import Session
from tests.gallery_app.windows import first_of


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


def test_a_photo_that_is_hidden_is_not_the_current_one_any_more(session: Session, qtbot: QtBot) -> None:
    """Commands on the photo that is looked at went on to act on it, out of sight."""
    file = first_of(session, "Night")
    session.select((), None, file)
    with qtbot.waitSignal(session.filters.changed):
        session.filters.find("beach", None)
    assert session.current is None


def test_the_current_photo_need_not_be_a_selected_one_among_those_found(session: Session, qtbot: QtBot) -> None:
    """Ctrl and an arrow stayed where they were as soon as anything was looked for."""
    with qtbot.waitSignal(session.filters.changed):
        session.filters.find("night", None)
    first, second = session.filters.ids.tolist()[:2]
    session.select([first], None, first)
    session.select([first], None, second)
    assert (session.selection, session.current) == ({first}, second)


def test_a_group_of_time_takes_no_clusters_place(session: Session, qtbot: QtBot) -> None:
    """A press on a month showed all photos again, as if it were a cluster."""
    night = next(c.id for c in session.gallery.clusters if c.name == "Night")
    session.filters.show_only(night, None)
    with qtbot.waitSignal(session.filters.changed):
        session.filters.set_options(replace(session.filters.options, group="time"), None)
    groups = session.filters.shown.groups
    assert groups is not None
    session.focus_cluster(groups.keys[0], None)
    assert session.filters.options.only == night
    assert len(session.filters.rows) == 4
