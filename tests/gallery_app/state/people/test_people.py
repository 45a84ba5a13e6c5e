"""Who is on the photos, as every view has it, and what a name that is typed beside a face means."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.library.library import Library
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.people.who_round import WhoRound
from gallery_app.state.session import Session
from tests.gallery_app.peopled import ANN, BEN, NOBODY, fill_people


@pytest.fixture
def organised(organised: Path) -> Path:
    with Library(organised, "a test") as library:
        fill_people(library)
    return organised


@pytest.fixture
def session(session: Session, qtbot: QtBot) -> Session:
    qtbot.waitUntil(lambda: bool(session.people.cards))
    return session


def file_of(session: Session, name: str) -> int:
    return next(file.id for file in session.gallery.files if file.path == name)


def who(session: Session, name: str) -> list[int | None]:
    return [face.person for face in session.people.faces_of(file_of(session, name))]


def test_persons_are_known_by_name_whatever_its_case(session: Session) -> None:
    people = session.people
    assert [card.id for card in people.cards] == [ANN, BEN, NOBODY]
    assert people.names() == ["Ann", "Ben"]
    found = people.named(" ANN ")
    assert found is not None
    assert (found.id, found.photos, found.faces) == (ANN, 4, 4)
    assert people.named("") is None
    assert people.best_faces(ANN)[0] == found.best


def test_a_correction_is_about_the_person_that_is_shown_or_else_the_largest_face(session: Session) -> None:
    people, both = session.people, file_of(session, "forest_0.jpg")
    assert who(session, "forest_0.jpg") == [ANN, BEN]
    for person, meant in ((None, ANN), (ANN, ANN), (BEN, BEN), (NOBODY, ANN)):
        face = people.meant(both, person)
        assert face is not None
        assert face.person == meant
    assert people.faces_meant([file_of(session, "night_0.jpg")], None) == []


def test_a_face_of_an_unnamed_person_names_all_and_one_of_a_named_person_only_itself(
    session: Session, qtbot: QtBot
) -> None:
    people = session.people
    face = people.meant(file_of(session, "beach_1.jpg"), None)
    assert face is not None
    people.call(face, "ben", None)  # who has a name already: all of them are his
    qtbot.waitUntil(lambda: people.card(NOBODY) is None)
    assert who(session, "beach_2.jpg") == [BEN]
    face = people.meant(file_of(session, "forest_2.jpg"), None)
    assert face is not None
    people.call(face, "Ben", None)  # it was taken for Ann: the others stay hers
    qtbot.waitUntil(lambda: who(session, "forest_2.jpg") == [BEN])
    assert who(session, "forest_3.jpg") == [ANN]


def test_what_shows_one_person_is_undone_by_escape_and_by_showing_all(session: Session, qtbot: QtBot) -> None:
    session.people.show(BEN, None)
    qtbot.waitUntil(lambda: len(session.filters.rows) == 2)
    assert session.escape(None)
    qtbot.waitUntil(lambda: session.filters.shown.everything)
    assert not session.escape(None)


def test_two_answers_in_a_row_are_both_given_and_undone_one_by_one(
    session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    """Before the first was in the gallery the second was taken for undone."""
    people = session.people
    people.is_person([face.id for face in people.best_faces(ANN)[:2]], None, None)
    qtbot.waitUntil(lambda: len(people.cards) == 4)
    asked = WhoRound(session, jobs, session)
    asked.start()
    qtbot.waitUntil(lambda: asked.total == 2)
    asked.answer_with_name("Cleo")
    asked.answer_with_name("Dora")
    qtbot.waitUntil(lambda: len(people.names()) == 4)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [said for _, said in asked.answers] == ["Cleo", "Dora"]
    session.undo()
    qtbot.waitUntil(lambda: asked.question is not None)
    assert [said for _, said in asked.answers] == ["Cleo"]


def test_what_was_said_of_another_library_is_forgotten(session: Session) -> None:
    session.close()
    assert not session.people.cards
    assert not session.people.any
