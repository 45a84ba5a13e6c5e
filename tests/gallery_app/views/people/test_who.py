"""Who is this?: the persons without a name, one at a time, answered by keys; an undo brings a question back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.people.who.who_page import WhoPage
from tests.gallery_app.peopled import ANN, BEN, NOBODY
from tests.gallery_app.windows import settle

Key = Qt.Key


@pytest.fixture
def page(window: Parts, qtbot: QtBot) -> WhoPage:
    window.window.actions_["who"].trigger()
    page = window.workspace.people.page
    qtbot.waitUntil(lambda: page.round.question is not None)
    settle(window, qtbot)
    return page


def name_of(window: Parts, person: int) -> str | None:
    card = window.session.people.card(person)
    return None if card is None else card.name


def test_it_asks_about_who_is_on_several_photos_and_offers_who_is_known(window: Parts, page: WhoPage) -> None:
    question = page.round.question
    assert question is not None
    assert question.id == NOBODY
    assert page.round.total == 1
    assert {card.id for card in page.round.targets()} == {ANN, BEN}
    assert len(page.strip.faces) == 4
    assert "Who is this?" in page.accessibleName()


def test_a_key_says_that_it_is_somebody_known_and_undo_brings_the_question_back(
    window: Parts, page: WhoPage, qtbot: QtBot
) -> None:
    first = page.round.targets()[0].id
    QTest.keyClick(page, Key.Key_1)
    qtbot.waitUntil(lambda: window.session.people.card(NOBODY) is None)
    settle(window, qtbot)
    card = window.session.people.card(first)
    assert card is not None
    assert page.round.question is None
    window.session.undo()
    qtbot.waitUntil(lambda: page.round.question is not None)
    assert page.round.question.id == NOBODY  # type: ignore[union-attr]


def test_a_name_is_typed(window: Parts, page: WhoPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Key.Key_N)
    assert page.name.hasFocus()
    QTest.keyClicks(page.name, "Cleo")
    QTest.keyClick(page.name, Key.Key_Return)
    qtbot.waitUntil(lambda: name_of(window, NOBODY) == "Cleo")
    assert page.round.question is None
    QTest.keyClick(page, Key.Key_Escape)
    assert window.workspace.pages.at_work


@pytest.mark.parametrize(
    ("key", "outcome"), [(Key.Key_X, "4 faces are strangers'"), (Key.Key_D, "4 places are no faces")]
)
def test_a_stranger_and_no_face_are_keys_and_said_at_the_foot(
    window: Parts, page: WhoPage, qtbot: QtBot, key: Qt.Key, outcome: str
) -> None:
    QTest.keyClick(page, key)
    qtbot.waitUntil(lambda: window.session.people.card(NOBODY) is None)
    current = window.workspace.outcomes.current
    assert current is not None
    assert current.words == outcome
    assert current.way == "undo"


def test_skipped_is_not_answered(window: Parts, page: WhoPage) -> None:
    QTest.keyClick(page, Key.Key_S)
    assert page.round.question is None
    assert not page.round.answers
    assert name_of(window, NOBODY) == ""
