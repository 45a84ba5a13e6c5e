"""What the user says of faces and persons: it holds at once, is undone, and outlives the faces that were found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import UserError
from engine.core.records import Box, Person
from engine.edits import people
from engine.edits.edit import Edit
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import FoundFace

ANN, BOB = 1, 2
LEFT, RIGHT = Box(0.1, 0.2, 0.2, 0.3), Box(0.6, 0.2, 0.2, 0.3)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """Four photos with Ann (faces 1, 3, 5, 7) on their left and Bob (2, 4, 6, 8) on their right, grouped so."""
    opened = Catalog(tmp_path / "catalog.db")
    found = [FoundFace(box, 0.9, np.full(128, value, np.float32)) for box, value in ((LEFT, 0.5), (RIGHT, -0.5))]
    opened.faces.put("model", dict.fromkeys("abcd", found))
    opened.faces.put_persons([Person(ANN, "Ann"), Person(BOB)])
    opened.faces.assign({face: ANN if face % 2 else BOB for face in range(1, 9)})
    yield opened
    opened.close()


def state(catalog: Catalog) -> tuple[object, ...]:
    faces = catalog.faces
    return faces.persons(), faces.assigned(), sorted(faces.words.all()), faces.names(), faces.shown()


EDITS = {
    "name": lambda _: people.name_person(BOB, "Bob"),
    "rename": lambda _: people.name_person(ANN, "Anna"),
    "hide": lambda _: people.hide_person(ANN, True),
    "merge": lambda _: people.merge_persons([BOB, ANN]),
    "is": lambda c: people.is_person(c, [2, 4], ANN),
    "is new": lambda c: people.is_person(c, [2, 4], None, "Bea"),
    "not": lambda c: people.not_person(c, [1], ANN),
    "stranger": lambda c: people.stranger(c, [2]),
    "no face": lambda c: people.not_a_face(c, [2]),
    "draw": lambda c: people.draw_face(c, "a", Box(0.4, 0.6, 0.1, 0.1), ANN),
    "draw new": lambda c: people.draw_face(c, "a", Box(0.4, 0.6, 0.1, 0.1), None, "Cid"),
    "split": lambda c: people.split_parts(c, ANN, [[1, 3], [5, 7]]),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_undone_and_done_again(catalog: Catalog, name: str) -> None:
    edit: Edit = EDITS[name](catalog)
    before, history = state(catalog), History(catalog)
    history.do(edit)
    after = state(catalog)
    assert after != before
    history.undo()
    assert state(catalog)[:4] == before[:4]
    assert [f._replace(id=0) for f in catalog.faces.shown()] == [f._replace(id=0) for f in before[4]]
    history.redo()
    assert [f._replace(id=0) for f in catalog.faces.shown()] == [f._replace(id=0) for f in after[4]]
    assert state(catalog)[2] == after[2]


def test_the_newest_word_on_a_face_holds(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(people.not_person(catalog, [1], ANN))
    assert 1 not in catalog.faces.assigned()
    history.do(people.is_person(catalog, [1], ANN))
    assert catalog.faces.assigned()[1] == ANN
    assert [(w.word, w.person) for w in catalog.faces.words.of("a")] == [("is", ANN)]
    history.do(people.stranger(catalog, [1]))
    assert 1 not in catalog.faces.assigned()
    assert [w.word for w in catalog.faces.words.of("a")] == ["stranger"]


def test_a_merge_keeps_the_first_id_and_a_name(catalog: Catalog) -> None:
    History(catalog).do(people.merge_persons([BOB, ANN]))
    assert catalog.faces.persons() == {BOB: Person(BOB, "Ann")}
    assert set(catalog.faces.assigned().values()) == {BOB}


def test_words_hold_when_faces_are_found_anew_by_another_model(catalog: Catalog) -> None:
    History(catalog).do(people.not_a_face(catalog, [2]))
    History(catalog).do(people.draw_face(catalog, "a", Box(0.4, 0.6, 0.1, 0.1), ANN))
    moved = [FoundFace(box._replace(x=box.x + 0.02), 0.8, np.zeros(128, np.float32)) for box in (LEFT, RIGHT)]
    catalog.faces.put("another model", {"a": moved})
    shown = [f for f in catalog.faces.shown() if f.digest == "a"]
    assert [(f.id, f.person) for f in shown] == [(1, ANN), (9, ANN)]
    assert shown[0].box.x == pytest.approx(0.12)
    assert catalog.faces.uncoded() == ["a"]


def test_a_drawn_face_that_is_none_goes(catalog: Catalog) -> None:
    History(catalog).do(people.draw_face(catalog, "a", Box(0.4, 0.6, 0.1, 0.1)))
    [drawn] = [i for i, (_, source) in catalog.faces.of("a").items() if source == "drawn"]
    History(catalog).do(people.not_a_face(catalog, [drawn]))
    assert drawn not in catalog.faces.of("a")
    assert not catalog.faces.words.of("a")


def test_what_cannot_be_said_is_refused(catalog: Catalog) -> None:
    for edit, words in (
        (people.name_person(BOB, "ann"), "already"),
        (people.name_person(BOB, "  "), "at least one letter"),
        (people.merge_persons([ANN, ANN]), "itself"),
        (people.hide_person(99, True), "no such person"),
        (people.draw_face(catalog, "a", Box(0.4, 0.6, 0, 0.1)), "frame"),
    ):
        with pytest.raises(UserError, match=words):
            History(catalog).do(edit)
