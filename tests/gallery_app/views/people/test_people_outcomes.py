"""The strip says what every edit of people has done, with a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.core.records import Box, Changes
from engine.edits import Edit, people
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from gallery_app.app import Parts
from tests.gallery_app.peopled import ANN, BEN, NOBODY, fill_people
from tests.gallery_app.windows import settle

# By the tag of each edit that is logged: what makes it, what is said, and what Undo calls it.
OF_PEOPLE: dict[str, tuple[Callable[[Catalog], Edit], str, str]] = {
    "name person": (
        lambda _catalog: people.name_person(NOBODY, "Cleo"),
        "This person is called Cleo now",
        "name a person Cleo",
    ),
    "hide person": (lambda _catalog: people.hide_person(ANN, True), "Ann is hidden", "hide Ann"),
    "merge persons": (
        lambda _catalog: people.merge_persons([ANN, BEN]),
        "2 persons are one now: Ann",
        "merge 2 persons into Ann",
    ),
    "is person": (
        lambda catalog: people.is_person(catalog, catalog.faces.members(NOBODY), BEN),
        "4 faces are of Ben now",
        "4 faces of Ben",
    ),
    "not person": (
        lambda catalog: people.not_person(catalog, catalog.faces.members(ANN)[:1], ANN),
        "1 face is not of Ann",
        "1 face not of Ann",
    ),
    "stranger": (
        lambda catalog: people.stranger(catalog, catalog.faces.members(NOBODY)),
        "4 faces are strangers'",
        "4 faces of strangers",
    ),
    "not a face": (
        lambda catalog: people.not_a_face(catalog, catalog.faces.members(NOBODY)),
        "4 places are no faces",
        "no face in 4 places",
    ),
    "draw face": (
        lambda catalog: people.draw_face(catalog, catalog.files.readable()[0].digest or "", Box(0.4, 0.6, 0.2, 0.2)),
        "A face is marked",
        "draw a face",
    ),
    "split person": (
        lambda catalog: people.split_parts(catalog, ANN, [(m := catalog.faces.members(ANN))[:2], m[2:]]),
        "Ann is 2 persons now",
        "split Ann into 2",
    ),
}


def test_every_kind_of_edit_is_among_them() -> None:
    known = {edit.do for edit in vars(people).values() if isinstance(edit, type) and hasattr(edit, "do")}
    assert OF_PEOPLE.keys() == known - {"restore people"}  # which is only ever an inverse


@pytest.mark.parametrize("kind", OF_PEOPLE)
def test_an_edit_of_people_is_said_and_undone(parts: Parts, qtbot: QtBot, kind: str) -> None:
    make, done, undone = OF_PEOPLE[kind]
    session, strip = parts.session, parts.workspace.strip.outcome

    def change(library: Library) -> Changes:
        fill_people(library)
        return History(library.catalog).do(make(library.catalog))

    with qtbot.waitSignal(session.changed):
        session.write(change, None)
    assert strip.text() == done
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(strip.way, Qt.MouseButton.LeftButton)
    assert strip.text() == f"Undone: {undone}"
    settle(parts, qtbot)
