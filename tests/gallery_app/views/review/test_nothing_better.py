"""A retrain that would make nothing better is not offered: the window says so, and offers to ask."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.edits import Rename
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import Organised
from gallery_app.app import Parts
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.proposing import MOVES, Propose, wait_until_idle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parts(scripted: Parts) -> Parts:
    return scripted


def retrained(parts: Parts, engine: FakeEngine, qtbot: QtBot, in_doubt: int) -> str:
    """What the window says after a retrain."""
    parts.workspace.proposals.retrain(OrganiseOptions())
    engine.done(Organised({}, {}, in_doubt=in_doubt))
    wait_until_idle(parts, qtbot)
    assert parts.workspace.proposals.current is None
    assert parts.window.pages.currentWidget() is parts.workspace.work
    return parts.workspace.proposal_bar.text()


def test_it_says_so_and_asks(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    bar = parts.workspace.proposal_bar
    assert retrained(parts, engine, qtbot, 12) == "Nothing would get better: 12 photos are in doubt."
    assert [part.isVisible() for part in (bar.see, bar.accept, bar.dismiss)] == [False, False, False]
    qtbot.mouseClick(bar.ask, LEFT)
    assert parts.window.pages.currentWidget() is parts.workspace.ask
    qtbot.waitUntil(lambda: parts.workspace.ask.round.question is not None)
    assert bar.text() == ""


def test_one_photo_and_none(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    bar = parts.workspace.proposal_bar
    assert retrained(parts, engine, qtbot, 1) == "Nothing would get better: 1 photo is in doubt."
    assert bar.ask.isVisible()
    assert retrained(parts, engine, qtbot, 0) == "Nothing would get better."
    assert not bar.ask.isVisible()
    qtbot.mouseClick(bar.shut, LEFT)
    assert bar.text() == ""


def test_it_is_out_of_date_with_the_next_thing_done(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, bar = parts.session, parts.workspace.proposal_bar
    assert retrained(parts, engine, qtbot, 3)
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Seaside"), None)
    assert bar.text() == ""
    assert retrained(parts, engine, qtbot, 3)
    parts.workspace.proposals.retrain(OrganiseOptions())
    assert bar.text() == ""


def test_of_a_look_for_new_photos_nobody_wants_to_know(parts: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    parts.session.organise()
    engine.done(Organised({}, {}, in_doubt=5))
    wait_until_idle(parts, qtbot)
    assert parts.workspace.proposal_bar.text() == ""


def test_a_proposal_takes_its_place(parts: Parts, engine: FakeEngine, propose: Propose, qtbot: QtBot) -> None:
    bar = parts.workspace.proposal_bar
    retrained(parts, engine, qtbot, 5)
    propose(MOVES)
    assert bar.text().startswith("The retrain is ready")
    parts.workspace.pages.preview.closed.emit()
    assert bar.see.isVisible()
    assert [part.isVisible() for part in (bar.ask, bar.shut)] == [False, False]
