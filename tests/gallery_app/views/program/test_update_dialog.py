"""The dialog that asks for a newer version: what is asked stands there before it is, and each answer has a way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

import engine
from gallery_app.app import Parts
from gallery_app.base import desktop
from gallery_app.state.program.update_check import HOST, RELEASES, Newest
from gallery_app.views.program.update_dialog import UpdateDialog
from tests.gallery_app.accessible_tree import faults, tree

NEWER = Newest("99.0.0", f"{RELEASES}/tag/v99.0.0", True)


@pytest.fixture
def parts(make: Callable[[], Parts], monkeypatch: pytest.MonkeyPatch) -> Parts:
    """A window whose check asks nobody: the tests say what is answered."""
    made = make()
    check = made.workspace.program.updates.check
    monkeypatch.setattr(type(check), "ask", lambda self: asked.append(self))
    monkeypatch.setattr(type(check), "busy", property(lambda self: bool(asked)))
    monkeypatch.setattr(type(check), "stop", lambda _self: asked.clear())
    asked.clear()
    return made


asked: list[object] = []


def opened(parts: Parts) -> UpdateDialog:
    parts.window.actions_["updates"].trigger()
    (dialog,) = [one for one in parts.window.findChildren(UpdateDialog) if one.isVisible()]
    return dialog


def answer(parts: Parts, told: Newest | str) -> None:
    asked.clear()
    parts.workspace.program.updates.check.ended.emit(told)


def test_nothing_is_asked_before_it_was_said_what(parts: Parts) -> None:
    dialog = opened(parts)
    assert asked == []
    said = " ".join(node.name for node in tree(dialog))
    assert "GET https://api.github.com/repos/photoloom/photoloom/releases/latest" in said
    assert "IP address" in said
    assert faults(tree(dialog)) == []
    assert dialog.go.text() == "Ask now"
    dialog.go.click()
    assert len(asked) == 1
    assert HOST in dialog.text()
    assert dialog.bar.isVisible()
    dialog.close_.click()
    assert asked == []  # it was stopped
    opened(parts)
    assert len(asked) == 1  # what is asked is known now
    parts.workspace.program.updates.stop()


def test_a_newer_version_leads_to_its_page(parts: Parts, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    pages: list[str] = []
    monkeypatch.setattr(desktop, "open_page", pages.append)
    dialog = opened(parts)
    dialog.go.click()
    answer(parts, NEWER)
    assert dialog.text() == f"Photoloom 99.0.0 is there\nYou have version {engine.__version__}."
    dialog.go.click()
    assert pages == [NEWER.page]
    qtbot.waitUntil(lambda: parts.window.findChildren(UpdateDialog) == [])


def test_up_to_date_and_what_went_wrong(parts: Parts) -> None:
    dialog = opened(parts)
    dialog.go.click()
    answer(parts, Newest(engine.__version__, RELEASES, False))
    assert dialog.text().startswith("Photoloom is up to date")
    assert not dialog.go.isVisible()
    dialog.close()
    dialog = opened(parts)
    answer(parts, "The server did not answer in time: try again later.")
    assert "did not answer" in dialog.text()
    assert dialog.go.text() == "Try again"
    dialog.go.click()
    assert len(asked) == 1
    parts.workspace.program.updates.stop()


def test_the_weekly_look_shows_a_line_that_is_closed_for_good(parts: Parts) -> None:
    program = parts.workspace.program
    program.updates.set_weekly(True)
    program.updates.look_weekly()
    answer(parts, NEWER)
    assert "99.0.0" in program.update_bar.text()
    program.update_bar.shut.click()
    assert parts.settings.updates_seen == "99.0.0"
    assert not program.update_bar.isVisible()


def test_a_failed_weekly_look_says_nothing(parts: Parts) -> None:
    program = parts.workspace.program
    program.updates.set_weekly(True)
    program.updates.look_weekly()
    answer(parts, "The server cannot be reached: is this computer connected?")
    assert not program.update_bar.isVisible()
    assert not parts.window.bug.isVisible()
