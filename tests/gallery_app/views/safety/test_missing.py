"""Photos that are missing: nothing is forgotten by itself, and what is to be forgotten is counted first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.safety.missing_dialog import MissingDialog
from tests.gallery_app.inline_engine import InlineEngine
from tests.gallery_app.windows import settle


@pytest.fixture
def at_home(make: Callable[..., Parts], organised: Path, photo_folder: Path, qtbot: QtBot) -> Parts:
    """A window on the library whose folder is there."""
    parts = make(organised, InlineEngine)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    settle(parts, qtbot)
    return parts


def _dialog(parts: Parts, qtbot: QtBot) -> MissingDialog:
    parts.window.actions_["forget-missing"].trigger()
    dialog = parts.window.findChildren(MissingDialog)[-1]
    qtbot.waitUntil(lambda: not parts.workspace.safety.missing.busy)
    return dialog


def test_nothing_is_missing(at_home: Parts, qtbot: QtBot) -> None:
    dialog = _dialog(at_home, qtbot)
    assert dialog.heading.text() == "No photo is missing"
    assert not dialog.forget.isVisible()
    dialog.cancel.click()


def test_missing_photos_are_counted_and_forgotten_when_the_user_says_so(
    at_home: Parts, photo_folder: Path, qtbot: QtBot
) -> None:
    for path in photo_folder.glob("night_*.jpg"):
        path.unlink()
    dialog = _dialog(at_home, qtbot)
    assert dialog.heading.text() == "4 photos are not where they were"
    assert "4 of 13" in dialog.text()
    assert "Undo does not bring them back" in dialog.final.text()
    for words in (dialog.heading, dialog.detail, dialog.final):
        qtbot.waitUntil(lambda words=words: words.height() >= words.heightForWidth(words.width()))  # not cut off
    assert dialog.forget.text() == "Forget 4 missing photos"
    assert len(at_home.session.gallery) == 12
    with qtbot.waitSignal(at_home.workspace.safety.missing.forgotten):
        dialog.forget.click()
    settle(at_home, qtbot)
    qtbot.waitUntil(lambda: len(at_home.session.gallery) == 8)


def test_more_than_were_counted_are_not_forgotten(at_home: Parts, photo_folder: Path, qtbot: QtBot) -> None:
    """The drive is pulled out while the dialog is open."""
    (photo_folder / "night_0.jpg").unlink()
    dialog = _dialog(at_home, qtbot)
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    dialog.forget.click()
    qtbot.waitUntil(lambda: not at_home.workspace.safety.missing.busy)
    assert "nothing was forgotten" in dialog.detail.text()
    library = at_home.session.library
    assert library is not None
    assert len(library.catalog.files.all()) == 13
    dialog.cancel.click()


def test_a_folder_that_is_away_keeps_its_photos_until_the_user_says_otherwise(
    make: Callable[..., Parts], organised: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    photo_folder.rename(photo_folder.with_name("elsewhere"))
    parts = make(None, InlineEngine)
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder, organised)
    settle(parts, qtbot)
    said = parts.workspace.banner.text()
    assert "Nothing is forgotten" in said
    assert "share down" in said
    assert len(parts.session.gallery) == 12
    dialog = _dialog(parts, qtbot)
    assert "Their drive may be unplugged" in dialog.detail.text()
    assert dialog.forget.text() == "Forget 13 missing photos"
    dialog.cancel.click()
    assert len(parts.session.gallery) == 12
    qtbot.waitUntil(lambda: not parts.session.busy)
    assert not parts.session.jobs.busy
