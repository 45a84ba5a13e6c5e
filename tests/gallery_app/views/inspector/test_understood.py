"""The inspector tells what is understood of a photo: its kind, its text, and what its file says of who made it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.core.records import MadeBy, PictureText
from engine.library.library import Library
from gallery_app.models import facts
from gallery_app.state.session import Session
from gallery_app.views.inspector.inspector import Inspector
from tests.gallery_app.understood import digests_named, lines, read_texts, tell_kinds
from tests.gallery_app.views.inspector.test_inspector import inspector, photo

__all__ = ["inspector"]  # the fixture
LONG = tuple(f"Line {number}" for number in range(1, 10))


def fill(library: Library) -> None:
    forest, night = digests_named(library, ["forest_0"]), digests_named(library, ["night_0", "night_1"])
    tell_kinds(library, {forest[0]: "receipt"}, sure=0.73)
    read_texts(library, {forest[0]: lines(*LONG), night[0]: PictureText((), "Greek"), night[1]: lines("One")})


@pytest.fixture
def understood(inspector: Inspector, session: Session, qtbot: QtBot) -> Inspector:
    session.select([photo(session, "forest_0.jpg")], None)
    assert inspector.written.isHidden()
    with qtbot.waitSignal(session.understood):
        session.query(fill, lambda _: session.read_understood())
    return inspector


def test_the_first_lines_stand_there_and_all_are_copied(understood: Inspector) -> None:
    """They come while one looks at the photo."""
    assert understood.written.text() == "\n".join((*LONG[:6], "and 3 more lines"))
    understood.written.copy.click()
    assert QGuiApplication.clipboard().text() == "\n".join(LONG)


def test_other_photos_have_their_own_or_none(understood: Inspector, session: Session) -> None:
    session.select([photo(session, "night_0.jpg")], None)
    assert understood.written.text() == "There is text in a script that is not read: Greek."
    assert understood.written.copy.isHidden()
    session.select([photo(session, "night_1.jpg")], None)
    assert understood.written.text() == "One"
    session.select([photo(session, "night_2.jpg")], None)
    assert understood.written.isHidden()
    session.select([photo(session, "night_1.jpg"), photo(session, "forest_0.jpg")], None)
    assert understood.written.isHidden()


def test_a_kind_has_its_probability_where_it_is_not_sure(understood: Inspector, session: Session) -> None:
    assert understood.details["Kind"] == "Receipt · 73%"
    session.select([photo(session, "night_1.jpg")], None)
    assert "Kind" not in understood.details


def test_what_the_file_says_of_who_made_it_is_told_as_that(session: Session) -> None:
    gallery, row = session.gallery, 0
    content = gallery.content(row)
    assert "The file says" not in dict(facts.of_photo(gallery, row))
    said = content._replace(made_by=MadeBy("trainedAlgorithmicMedia", "ComfyUI"))
    told = dict(facts.of_photo(replace(gallery, contents=gallery.contents | {content.digest: said}), row))
    assert told["The file says"].splitlines() == [
        "Made by a machine that has learned from other pictures",
        "Made with ComfyUI",
    ]
