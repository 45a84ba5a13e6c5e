"""The strip at the window's foot: what is said there once is said for a while, not for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from engine.core.records import Progress
from engine.edits import Rename
from gallery_app.app import Parts

REST = "12 photos  ·  3 clusters  ·  1 unread"


@pytest.fixture
def noted(parts: Parts, qtbot: QtBot) -> Parts:
    """A window in whose strip something was just said."""
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    parts.workspace.grid.setFocus()
    parts.session.select([int(parts.session.gallery.ids[0])], None)
    parts.workspace.strip.show_note("Nothing is deleted.")
    assert "Nothing is deleted" in parts.workspace.strip.text()
    return parts


NEXT: dict[str, Callable[[Parts], object]] = {
    "a selection": lambda parts: parts.session.select([int(parts.session.gallery.ids[3])], parts.workspace.grid),
    "an edit": lambda parts: parts.session.edit(Rename(parts.session.gallery.clusters[0].id, "Sea"), None),
    "a look for photos": lambda parts: parts.session.progress.emit(Progress("scan", 0, 0)),
}


@pytest.mark.parametrize("what", NEXT)
def test_what_is_said_goes_with_the_next_thing(noted: Parts, qtbot: QtBot, what: str) -> None:
    NEXT[what](noted)
    assert "Nothing is deleted" not in noted.workspace.strip.text()
    qtbot.waitUntil(lambda: not noted.jobs.busy)
    noted.session.progress.emit(None)
    noted.workspace.outcomes.forget()
    assert noted.workspace.strip.text() == REST


def test_what_is_said_goes_by_itself(noted: Parts, qtbot: QtBot) -> None:
    strip = noted.workspace.strip
    assert strip.reading.isActive()
    strip.reading.start(1)
    qtbot.waitUntil(lambda: strip.text() == REST)


def test_it_is_said_beside_what_is_being_done(noted: Parts) -> None:
    strip = noted.workspace.strip
    noted.session.progress.emit(Progress("map", 1, 4))
    assert "1 of 4" in strip.text()
    assert "Nothing is deleted" in strip.text()
    noted.session.progress.emit(None)
    assert strip.text().startswith(REST)


def test_what_nobody_has_seen_is_said_when_it_can_be(noted: Parts) -> None:
    workspace = noted.workspace
    workspace.pages.show_photo(int(noted.session.gallery.ids[0]))
    assert workspace.strip.isVisible()  # below every page
    workspace.pages.start_slideshow()  # but over the whole screen
    assert not workspace.strip.reading.isActive()
    workspace.viewer.slideshow.stop()
    workspace.viewer.closed.emit()
    assert workspace.strip.reading.isActive()
    assert "Nothing is deleted" in workspace.strip.text()
