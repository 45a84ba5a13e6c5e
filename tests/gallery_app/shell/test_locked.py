"""What would change the photos of a locked cluster asks first, whatever way it is done."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from engine.edits import Lock
from engine.service.protocol import SplitCluster
from gallery_app.app import Parts
from gallery_app.views.parts import photo_drag
from gallery_app.views.parts.photo_menu import photo_menu
from gallery_app.views.shelf.cluster_drag import cluster_mime
from tests.gallery_app import windows
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import first_of, settle

COPY = Qt.DropAction.CopyAction


def id_of(parts: Parts, name: str) -> str:
    return next(c.id for c in parts.session.gallery.clusters if c.name == name)


@pytest.fixture
def locked(parts: Parts, qtbot: QtBot) -> Parts:
    """A window in which Night is locked."""
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Lock(id_of(parts, "Night"), True), None)
    return parts


def photos(parts: Parts, name: str) -> list[int]:
    gallery = parts.session.gallery
    return [int(i) for i in gallery.ids[gallery.members(id_of(parts, name))]]


def files(ids: list[int]) -> QMimeData:
    data = QMimeData()
    data.setData(photo_drag.MIME, json.dumps(ids).encode())
    return data


def drop_in(parts: Parts) -> None:
    card = parts.workspace.shelf.card(id_of(parts, "Night"))
    assert windows.drop(card, files(photos(parts, "Beach")[:3]), QPoint(20, 20), COPY)


def drop_out(parts: Parts) -> None:
    card = parts.workspace.shelf.card(id_of(parts, "Beach"))
    assert windows.drop(card, files([*photos(parts, "Night")[:2], photos(parts, "Forest")[0]]), QPoint(20, 20), COPY)


def drop_card(parts: Parts) -> None:
    card = parts.workspace.shelf.card(id_of(parts, "Night"))
    assert windows.drop(card, cluster_mime(id_of(parts, "Beach"), []), card.rect().center(), COPY)


def merge_by_palette(parts: Parts) -> None:
    parts.workspace.shelf.choose(id_of(parts, "Night"))
    parts.window.actions_["merge"].trigger()
    QTest.keyClicks(parts.workspace.palette.field, "forest")
    QTest.keyClick(parts.workspace.palette.field, Qt.Key.Key_Return)


def move_by_menu(parts: Parts) -> None:
    menu = photo_menu(parts.session, parts.workspace.grid, photos(parts, "Night")[:1])
    move = next(a for a in menu.actions() if a.objectName() == "move").menu()
    next(a for a in move.actions() if a.text() == "Beach").trigger()


def move_by_palette(parts: Parts) -> None:
    parts.session.select(photos(parts, "Beach"), None)
    parts.window.actions_["move"].trigger()
    QTest.keyClicks(parts.workspace.palette.field, "night")
    QTest.keyClick(parts.workspace.palette.field, Qt.Key.Key_Return)


def new_cluster(parts: Parts) -> None:
    parts.session.select(photos(parts, "Night")[:3], None)
    parts.window.actions_["new-cluster"].trigger()


def not_this(parts: Parts) -> None:
    parts.session.select(photos(parts, "Night")[:1], None)
    parts.window.actions_["not-this"].trigger()


def on_the_grid(parts: Parts) -> None:
    """Over the heading of a section."""
    grid = parts.workspace.grid
    section = next(s for s in grid.photos.sections if s.name == "Beach")
    top = int(grid.layout_of_photos.section_tops[grid.photos.sections.index(section)])
    assert windows.drop(grid.viewport(), files(photos(parts, "Night")[:1]), QPoint(40, top - grid.offset + 8), COPY)


WAYS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "photos on its card": (drop_in, "Night is locked. Move 3 photos into it?"),
    "its photos on another card": (drop_out, "Night is locked. Move 2 photos out of it?"),
    "a card on its card": (drop_card, "Night is locked. Merge 4 photos into it?"),
    "merged by the palette": (merge_by_palette, "Night is locked. Merge its 4 photos into another cluster?"),
    "moved by the menu": (move_by_menu, "Night is locked. Move 1 photo out of it?"),
    "moved by the palette": (move_by_palette, "Night is locked. Move 4 photos into it?"),
    "a new cluster": (new_cluster, "Night is locked. Move 3 photos out of it?"),
    "not this cluster": (not_this, "Night is locked. Move 1 photo out of it?"),
    "photos on the grid": (on_the_grid, "Night is locked. Move 1 photo out of it?"),
}


def question(parts: Parts) -> QMessageBox:
    (box,) = parts.window.findChildren(QMessageBox)
    assert box.isVisible()
    return box


@pytest.mark.parametrize("way", WAYS)
def test_it_asks_once_and_a_no_changes_nothing(locked: Parts, qtbot: QtBot, way: str) -> None:
    do, sentence = WAYS[way]
    do(locked)
    box = question(locked)
    assert box.text() == sentence
    QTest.keyClick(box, Qt.Key.Key_Escape)
    settle(locked, qtbot)
    assert locked.session.undo_label == "lock Night"
    qtbot.waitUntil(lambda: not locked.window.findChildren(QMessageBox))
    do(locked)
    box = question(locked)
    with qtbot.waitSignal(locked.session.changed):
        next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole).click()
    assert locked.session.undo_label != "lock Night"
    settle(locked, qtbot)
    qtbot.waitUntil(lambda: not locked.window.findChildren(QMessageBox))


def test_from_one_locked_cluster_to_another_both_are_named(locked: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(locked.session.changed):
        locked.session.edit(Lock(id_of(locked, "Beach"), True), None)
    drop_out(locked)
    assert question(locked).text() == "Night and Beach are locked. Move 3 photos?"
    question(locked).reject()
    qtbot.waitUntil(lambda: not locked.window.findChildren(QMessageBox))
    drop_card(locked)
    assert question(locked).text() == "Beach and Night are locked. Merge 4 photos into Night?"
    question(locked).reject()
    settle(locked, qtbot)


def test_photos_of_several_locked_clusters_ask_once(locked: Parts, qtbot: QtBot) -> None:
    session = locked.session
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(id_of(locked, "Beach"), True), None)
    session.select([first_of(session, name) for name in ("Night", "Beach")], None)
    locked.window.actions_["not-this"].trigger()
    box = question(locked)
    assert box.text().endswith(" are locked. Move 2 photos out of them?")
    with qtbot.waitSignal(session.changed):
        next(b for b in box.buttons() if b.text() == "Move").click()
    settle(locked, qtbot)
    assert {c.name: c.members for c in session.gallery.clusters} == {"Beach": 3, "Night": 3, "Forest": 6}


def test_where_one_of_them_can_go_nowhere_none_does(locked: Parts, qtbot: QtBot) -> None:
    session = locked.session
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(id_of(locked, "Beach"), True), None)
    session.select([first_of(session, name) for name in ("Night", "Beach", "Forest")], None)
    locked.window.actions_["not-this"].trigger()
    with qtbot.waitSignal(session.failed):
        next(b for b in question(locked).buttons() if b.text() == "Move").click()
    settle(locked, qtbot)
    assert {c.members for c in session.gallery.clusters} == {4}
    assert session.undo_label == "lock Beach"


def test_ask_me_asks_and_comes_back_to_its_question(locked: Parts, qtbot: QtBot) -> None:
    locked.window.actions_["ask"].trigger()
    round_ = locked.workspace.ask.round
    qtbot.waitUntil(lambda: round_.question is not None)
    asked = round_.question
    night = next(c for c in locked.session.gallery.clusters if c.name == "Night")
    before = locked.session.gallery.cluster_of(locked.session.gallery.row_of[asked.file])
    other = next(c for c in locked.session.gallery.clusters if c.id not in (night.id, before.id))
    round_.answer_with(other if before.id == night.id else night)
    assert question(locked).text().startswith("Night is locked. Move 1 photo ")
    question(locked).reject()
    assert round_.question == asked
    assert round_.answers == []
    settle(locked, qtbot)


def test_a_split_asks(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session = scripted.session
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(id_of(scripted, "Night"), True), None)
    menu = QMenu(scripted.window)
    scripted.workspace.shelf.fill_menu(menu, id_of(scripted, "Night"))
    into = next(a for a in menu.actions() if a.objectName() == "split").menu()
    for accepted in (False, True):
        next(a for a in into.actions() if a.text() == "2 clusters").trigger()
        box = question(scripted)
        assert box.text() == "Night is locked. Split its 4 photos?"
        if accepted:
            next(b for b in box.buttons() if b.text() == "Split").click()
        else:
            box.reject()
        qtbot.waitUntil(lambda: not scripted.window.findChildren(QMessageBox))
        assert engine.kinds == [SplitCluster] * accepted
    engine.cancelled()
    settle(scripted, qtbot)


def test_what_touches_no_locked_cluster_does_not_ask(locked: Parts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(locked.session.changed):
        locked.session.merge(id_of(locked, "Beach"), id_of(locked, "Forest"), None)
    with qtbot.waitSignal(locked.session.changed):
        locked.session.undo()
    with qtbot.waitSignal(locked.session.changed):
        locked.session.edit(Lock(id_of(locked, "Night"), False), None)
    with qtbot.waitSignal(locked.session.changed):
        locked.session.new_cluster([first_of(locked.session, "Night")], None)
    assert not locked.window.findChildren(QMessageBox)
    settle(locked, qtbot)
