"""Faces are looked for only once the user has agreed; asked once, kept in the library, and forgotten for good."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle


def setting(library: Path) -> str | None:
    with closing(sqlite3.connect(library / "catalog.db")) as catalog:
        row = catalog.execute("SELECT value FROM settings WHERE key = 'understand faces'").fetchone()
    return None if row is None else str(row[0])


def organise(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    parts.session.rescan()
    engine.done()
    settle(parts, qtbot)


@pytest.mark.parametrize("yes", [True, False])
def test_it_is_asked_once_after_the_photos_were_sorted(
    scripted: Parts, engine: FakeEngine, organised: Path, qtbot: QtBot, yes: bool
) -> None:
    bar, consent = scripted.workspace.work.asked_bar, scripted.workspace.people.consent
    said: list[bool] = []
    consent.said.connect(said.append)
    organise(scripted, engine, qtbot)
    assert bar.isVisible()
    assert "nothing leaves it" in bar.sentence.text()
    assert setting(organised) is None
    (bar.yes if yes else bar.no).click()
    settle(scripted, qtbot)
    assert not bar.isVisible()
    assert setting(organised) == ("yes" if yes else "no")
    assert said == [yes]
    organise(scripted, engine, qtbot)
    assert not bar.isVisible()


def test_the_answer_is_of_the_library_and_the_command_says_it_too(
    scripted: Parts, organised: Path, qtbot: QtBot
) -> None:
    action = scripted.window.actions_["find-people"]
    assert action.isEnabled()
    action.trigger()
    settle(scripted, qtbot)
    assert setting(organised) == "yes"
    assert not action.isEnabled()


def test_all_faces_are_forgotten_after_the_numbers_were_seen(window: Parts, organised: Path, qtbot: QtBot) -> None:
    window.window.actions_["forget-faces"].trigger()
    qtbot.waitUntil(lambda: bool(window.window.findChildren(QMessageBox)))
    (box,) = window.window.findChildren(QMessageBox)
    assert box.text() == "Forget 10 faces of 3 persons, of whom 2 have a name?"
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    verb = next(button for button in box.buttons() if button.text() == "Forget them")
    assert isinstance(verb, QAbstractButton)
    verb.click()
    qtbot.waitUntil(lambda: not window.session.people.cards)
    settle(window, qtbot)
    assert setting(organised) == "no"
    with closing(sqlite3.connect(organised / "catalog.db")) as catalog:
        for table in ("faces", "persons", "face_persons"):
            assert catalog.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)
