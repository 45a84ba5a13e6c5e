"""A library on a drive that can only be read: it is looked at, and says so; what would write is disabled, with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.parts.photo_menu import photo_menu
from tests.gallery_app.inline_engine import InlineEngine
from tests.gallery_app.windows import settle
from tests.sealed import sealed_drive

WRITES = ("move", "new-cluster", "delete", "file-away", "rename", "lock", "retrain", "review", "rescan", "ask")


@pytest.fixture
def sealed(make: Callable[..., Parts], organised: Path, photo_folder: Path, qtbot: QtBot) -> Iterator[Parts]:
    with sealed_drive(organised) as folder:
        parts = make(folder, InlineEngine)
        with qtbot.waitSignal(parts.session.opened):
            parts.session.open(photo_folder)
        settle(parts, qtbot)
        yield parts
        parts.session.close()
        qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_it_is_looked_at_and_says_why_nothing_can_be_changed(sealed: Parts) -> None:
    session, actions = sealed.session, sealed.window.actions_
    bar = sealed.workspace.work.read_only_bar
    assert len(session.gallery) == 12
    assert not session.busy
    assert "can only be looked at: its drive is read-only" in bar.text()
    session.select(session.gallery.ids[:2].tolist(), None, int(session.gallery.ids[0]))
    for command in WRITES:
        assert not actions[command].isEnabled(), command
        assert "it cannot be written" in actions[command].toolTip(), command
    assert actions["open-photo"].isEnabled()
    menu = photo_menu(session, sealed.window, session.gallery.ids[:2].tolist())
    on = {action.objectName() for action in menu.actions() if action.isEnabled() and action.objectName()}
    assert on == {"find-like", "reveal", "copy-path"}
    assert sealed.workspace.banner.text() == ""


def test_commands_are_back_with_another_library(sealed: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    actions = sealed.window.actions_
    sealed.session.close()
    settle(sealed, qtbot)
    assert not sealed.workspace.work.read_only_bar.text()
    assert "it cannot be written" not in actions["move"].toolTip()
