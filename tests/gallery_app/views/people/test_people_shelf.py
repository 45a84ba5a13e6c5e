"""Group by people: the shelf of persons on a real library: names, merges, drops, hiding, and what each says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.i18n.people.person_names import person_name
from gallery_app.views.parts.photo_drag import mime_data
from gallery_app.views.parts.photo_menu import photo_menu
from gallery_app.views.people.name_field import NameField
from gallery_app.views.people.people_shelf import PeopleShelf
from gallery_app.views.people.person_menu import fill_person_menu
from tests.gallery_app.peopled import ANN, BEN, NOBODY
from tests.gallery_app.windows import drop


@pytest.fixture
def shelf(window: Parts) -> PeopleShelf:
    return window.workspace.people.shelf


def lines(shelf: PeopleShelf) -> list[tuple[str, str]]:
    return [(person_name(line.card.name), line.count) for line in shelf.list.people_model.lines]


def headings(parts: Parts) -> list[tuple[str, int]]:
    return [(section.name, len(section)) for section in parts.workspace.grid.photos.sections]


def point_of(shelf: PeopleShelf, person: int) -> QPoint:
    index = shelf.list.people_model.index(shelf.list.people_model.row_of(person))
    return shelf.list.visualRect(index).center()


def said(parts: Parts) -> str:
    outcome = parts.workspace.outcomes.current
    return "" if outcome is None else outcome.words


def test_the_shelf_has_who_is_named_first_then_who_is_on_the_most_photos(window: Parts, shelf: PeopleShelf) -> None:
    assert shelf.isVisible()
    assert lines(shelf) == [("Ann", "4 photos"), ("Ben", "2 photos"), ("Unnamed person", "4 photos")]
    assert headings(window) == [("Ann", 4), ("Unnamed person", 4), ("Nobody", 4)]


def test_a_click_shows_all_photos_of_a_person_and_another_selects_them(
    window: Parts, shelf: PeopleShelf, qtbot: QtBot
) -> None:
    session = window.session
    QTest.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=point_of(shelf, BEN))
    qtbot.waitUntil(lambda: headings(window) == [("Ben", 2)])
    assert not session.selection
    grid = window.workspace.grid
    assert all(grid.face_of(int(file), grid.box_of(0).toRectF()) for file in grid.photos.ids)
    QTest.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=point_of(shelf, BEN))
    assert len(session.selection) == 2
    session.escape(None)
    session.escape(None)
    qtbot.waitUntil(lambda: len(headings(window)) == 3)


def test_a_name_is_typed_in_place_and_said_with_a_way_back(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    shelf.rename(NOBODY)
    field = shelf.list.findChild(NameField)
    assert isinstance(field, NameField)
    field.clear()
    QTest.keyClicks(field, "Cleo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("Cleo", "4 photos") in lines(shelf))
    assert said(window) == "This person is called Cleo now"
    window.workspace.outcomes.go_back()
    qtbot.waitUntil(lambda: ("Unnamed person", "4 photos") in lines(shelf))


def test_a_name_that_is_there_already_makes_both_one(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    shelf.list.people_model.renamed.emit(NOBODY, "ann")
    qtbot.waitUntil(lambda: lines(shelf) == [("Ann", "8 photos"), ("Ben", "2 photos")])
    window.session.undo()
    qtbot.waitUntil(lambda: len(lines(shelf)) == 3)


def test_a_person_dropped_on_another_is_merged_and_asks_nothing(
    window: Parts, shelf: PeopleShelf, qtbot: QtBot
) -> None:
    view = shelf.list
    view.select_person(NOBODY)
    data = view.people_model.mimeData(view.selectedIndexes())
    assert drop(view.viewport(), data, point_of(shelf, ANN), Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: lines(shelf) == [("Ann", "8 photos"), ("Ben", "2 photos")])
    assert "Ann" in said(window)
    assert not drop(
        view.viewport(),
        view.people_model.mimeData([view.people_model.index(0)]),
        point_of(shelf, ANN),
        Qt.DropAction.CopyAction,
    )


def test_photos_dropped_on_a_person_are_a_correction_of_their_faces(
    window: Parts, shelf: PeopleShelf, qtbot: QtBot
) -> None:
    shelf.choose(NOBODY)
    qtbot.waitUntil(lambda: headings(window) == [("Unnamed person", 4)])
    file = int(window.workspace.grid.photos.ids[0])
    data = mime_data(window.session, [file])
    assert drop(shelf.list.viewport(), data, point_of(shelf, BEN), Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: ("Ben", "3 photos") in lines(shelf))
    assert ("Unnamed person", "3 photos") in lines(shelf)
    assert [face.person for face in window.session.people.faces_of(file)] == [BEN]


def test_photos_dropped_beside_the_persons_make_a_new_one(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    file = int(window.session.gallery.ids[[f.path == "beach_1.jpg" for f in window.session.gallery.files].index(True)])
    beside = QPoint(40, shelf.list.viewport().height() - 5)
    assert drop(shelf.list.viewport(), mime_data(window.session, [file]), beside, Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: len(lines(shelf)) == 4)


def test_a_hidden_person_is_apart_and_can_be_shown_again(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    window.session.people.hide(BEN, True, None)
    qtbot.waitUntil(lambda: lines(shelf) == [("Ann", "4 photos"), ("Unnamed person", "4 photos")])
    (note,) = shelf.notes
    assert "1" in note.text_button.text()
    note.verb.click()
    qtbot.waitUntil(lambda: ("Ben", "2 photos") in lines(shelf))
    window.session.people.hide(BEN, False, None)
    qtbot.waitUntil(lambda: not shelf.notes)


def test_strangers_are_in_no_person_and_apart(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    session = window.session
    menu = QMenu(shelf)
    card = session.people.card(NOBODY)
    assert card is not None
    fill_person_menu(menu, shelf, card)
    next(action for action in menu.actions() if action.objectName() == "strangers").trigger()
    qtbot.waitUntil(lambda: lines(shelf) == [("Ann", "4 photos"), ("Ben", "2 photos")])
    (note,) = shelf.notes
    note.text_button.click()
    assert len(session.selection) == 4


def test_a_person_of_two_people_is_split(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    window.session.people.merge(BEN, ANN, None)
    qtbot.waitUntil(lambda: len(lines(shelf)) == 2)
    shelf.split(ANN)
    qtbot.waitUntil(lambda: len(lines(shelf)) == 3)
    assert sorted(count for _, count in lines(shelf)) == ["2 photos", "4 photos", "4 photos"]


def test_the_photos_of_a_person_who_is_merged_are_looked_at_further(
    window: Parts, shelf: PeopleShelf, qtbot: QtBot
) -> None:
    shelf.choose(NOBODY)
    qtbot.waitUntil(lambda: headings(window) == [("Unnamed person", 4)])
    window.session.people.merge(NOBODY, ANN, None)
    qtbot.waitUntil(lambda: headings(window) == [("Ann", 8)])


def test_the_menu_of_a_photo_says_who_is_on_it(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    file = next(file.id for file in window.session.gallery.files if file.path == "beach_1.jpg")
    menu = photo_menu(window.session, window.workspace.grid, [file])
    (who,) = [action.menu() for action in menu.actions() if action.objectName() == "who-is-it"]
    assert isinstance(who, QMenu)
    assert [action.text() for action in who.actions()][:2] == ["Ann", "Ben"]
    who.actions()[1].trigger()
    qtbot.waitUntil(lambda: ("Ben", "3 photos") in lines(shelf))
    menu.deleteLater()


def test_of_a_search_the_lines_say_how_many_photos_are_found(window: Parts, shelf: PeopleShelf, qtbot: QtBot) -> None:
    window.session.filters.find("forest_0", None)
    qtbot.waitUntil(lambda: lines(shelf)[:2] == [("Ann", "1 / 4 photos"), ("Ben", "1 / 2 photos")])
    assert lines(shelf)[2] == ("Unnamed person", "0 / 4 photos")
