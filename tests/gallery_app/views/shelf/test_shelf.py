"""The shelf of clusters: cards, renaming, drops, locks, and what could not be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.core.records import UNSURE, Changes, File
from engine.edits import Merge, Move
from engine.library.library import Library
from engine.service.protocol import Organise
from gallery_app.app import Parts
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.parts import photo_drag
from gallery_app.views.parts.unread_list import UnreadList
from gallery_app.views.shelf import cluster_drag
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from gallery_app.widgets.labels import IconButton
from tests.gallery_app import windows
from tests.gallery_app.fake_engine import FakeEngine

Rows = Callable[[str], list[int]]


def named(session: Session, name: str) -> str:
    return next(c.id for c in session.gallery.clusters if c.name == name)


def drop(target: QWidget, data: QMimeData) -> bool:
    return windows.drop(target, data, target.rect().center(), Qt.DropAction.MoveAction)


def files_of(session: Session, rows: list[int]) -> QMimeData:
    data = QMimeData()
    data.setData(photo_drag.MIME, json.dumps([session.gallery.files[r].id for r in rows]).encode())
    return data


def test_a_click_points_everything_to_the_cluster(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    forest = named(session, "Forest")
    with qtbot.waitSignal(session.cluster_focused):
        qtbot.mouseClick(shelf.card(forest), Qt.MouseButton.LeftButton)
    assert session.focused_cluster == forest
    assert not session.selection
    qtbot.mouseClick(shelf.card(forest), Qt.MouseButton.LeftButton)
    assert len(session.selection) == 4
    assert session.focused_cluster == forest


def test_escape_leaves_a_card_that_was_clicked(parts: Parts, qtbot: QtBot) -> None:
    session, shelf, keyboard = parts.session, parts.workspace.shelf, parts.window.windowHandle()
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    card = shelf.card(named(session, "Forest"))
    card.setFocus(Qt.FocusReason.MouseFocusReason)  # as a press of the mouse gives it
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert len(session.selection) == 4
    card.rename()
    QTest.keyClick(keyboard, Qt.Key.Key_Escape)  # it is only the name that is left
    assert len(session.selection) == 4
    assert card.hasFocus()
    QTest.keyClick(keyboard, Qt.Key.Key_Escape)
    assert not session.selection
    assert session.current is None
    assert session.focused_cluster is None
    assert shelf.target() is None
    assert parts.workspace.grid.hasFocus()


def test_commands_speak_of_the_cluster_in_which_photos_are_selected(
    shelf: ClusterShelf, session: Session, rows_named: Rows, qtbot: QtBot
) -> None:
    night, beach, ids = named(session, "Night"), named(session, "Beach"), session.gallery.ids
    shelf.card(night).setFocus()
    qtbot.mouseClick(shelf.card(night), Qt.MouseButton.LeftButton)
    shelf.card(night).clearFocus()
    session.select(ids[rows_named("beach")[:2]].tolist(), None)
    assert shelf.focused_card() is shelf.card(beach)
    assert session.focused_cluster is None  # Night is not what one looks at any more
    # Of two clusters: none is meant.
    session.select(ids[[*rows_named("night")[:1], *rows_named("beach")]].tolist(), None)
    assert shelf.focused_card() is None


def test_a_new_cluster_is_the_one_that_is_renamed_next(
    shelf: ClusterShelf, session: Session, rows_named: Rows, qtbot: QtBot
) -> None:
    session.select(session.gallery.ids[rows_named("beach")[:2]].tolist(), None)
    with qtbot.waitSignal(session.changed):
        session.new_cluster(session.selection, None)
    made = session.gallery.cluster_of(rows_named("beach")[0])
    assert made is not None
    assert made.id not in (named(session, "Beach"), named(session, "Night"))
    shelf.rename_focused()
    assert shelf.card(made.id).findChild(QLineEdit) is not None


def test_photos_dropped_on_a_card_move_there(
    shelf: ClusterShelf, session: Session, qtbot: QtBot, rows_named: Rows
) -> None:
    forest = named(session, "Forest")
    with qtbot.waitSignal(session.changed):
        assert drop(shelf.card(forest), files_of(session, rows_named("night")[:2]))
    assert shelf.card(forest).cluster.members == 6
    assert session.undo_label == "move 2 photos to Forest"


def test_photos_dropped_beside_the_cards_are_a_new_cluster(
    shelf: ClusterShelf, session: Session, qtbot: QtBot, rows_named: Rows
) -> None:
    below = shelf.card_area.rect().bottomLeft() + QPoint(20, -20)
    with qtbot.waitSignal(session.changed):
        assert windows.drop(
            shelf.card_area, files_of(session, rows_named("night")[:3]), below, Qt.DropAction.MoveAction
        )
    assert len(shelf.order()) == 4


def test_a_card_dropped_on_a_card_merges(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    night, forest = named(session, "Night"), named(session, "Forest")
    assert not drop(shelf.card(forest), cluster_drag.cluster_mime(forest, []))
    with qtbot.waitSignal(session.changed):
        assert drop(shelf.card(forest), cluster_drag.cluster_mime(night, []))
    assert shelf.order() == [named(session, "Beach"), forest]


def test_after_a_merge_the_keys_speak_of_what_was_merged_into(
    shelf: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    night, forest = named(session, "Night"), named(session, "Forest")
    shelf.activateWindow()
    shelf.card(night).setFocus()
    qtbot.waitUntil(shelf.card(night).hasFocus)
    with qtbot.waitSignal(session.changed):
        assert drop(shelf.card(forest), cluster_drag.cluster_mime(night, []))
    with qtbot.waitSignal(session.changed):
        shelf.toggle_lock()
    assert [c.name for c in session.gallery.clusters if c.locked] == ["Forest"]


def test_a_menu_that_is_left_with_a_press_elsewhere_leaves_the_card(parts: Parts, qtbot: QtBot) -> None:
    session, shelf, menus = parts.session, parts.workspace.shelf, parts.window.menuBar()
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    card = shelf.card(named(session, "Forest"))
    card.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(card.hasFocus)
    menus.setFocus(Qt.FocusReason.MenuBarFocusReason)  # as Escape from an open menu leaves it
    target = shelf.target()
    assert target is not None
    assert target.name == "Forest"  # what the menu does is meant for it
    parts.workspace.grid.setFocus(Qt.FocusReason.MouseFocusReason)
    assert shelf.target() is None
    assert not card.is_current


def test_a_card_that_goes_leaves_the_focus_to_no_other(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    first, last = shelf.order()[0], shelf.order()[-1]
    shelf.activateWindow()
    shelf.card(first).setFocus()
    qtbot.waitUntil(shelf.card(first).hasFocus)
    with qtbot.waitSignal(session.changed):
        session.edit(Merge(first, last), None)
    assert not any(shelf.card(id_).hasFocus() for id_ in shelf.order())


def test_renaming_in_place(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    night = named(session, "Night")
    session.focus_cluster(night, None)
    shelf.rename_focused()
    editor = shelf.card(night).findChild(QLineEdit)
    editor.setText("Stars & חלל")
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shelf.card(night).cluster.name == "Stars & חלל"
    shelf.rename_focused()
    with qtbot.assertNotEmitted(session.changed):
        qtbot.keyClick(shelf.card(night).findChild(QLineEdit), Qt.Key.Key_Escape)


def test_the_menu_locks_and_merges(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    night = named(session, "Night")
    menu = QMenu(shelf)
    shelf.fill_menu(menu, night)
    with qtbot.waitSignal(session.changed):
        next(a for a in menu.actions() if a.text() == "Lock").trigger()
    assert shelf.card(night).cluster.locked
    into = next(a for a in menu.actions() if a.text() == "Merge into").menu()
    with qtbot.waitSignal(session.changed):
        next(a for a in into.actions() if a.text() == "Beach").trigger()
    assert len(shelf.order()) == 2


def test_every_unread_file_has_its_reason(shelf: ClusterShelf) -> None:
    unread = shelf.findChild(UnreadList)
    assert unread.isVisible()
    assert unread.reasons() == ["broken.jpg: It is not a JPEG picture."]


def change(session: Session, qtbot: QtBot, work: Callable[[Library], object]) -> None:
    """As the engine changes the catalog."""

    def write(library: Library) -> Changes:
        work(library)
        return Changes.EVERYTHING

    with qtbot.waitSignal(session.changed):
        session.write(write, None)


def test_close_calls_are_selected_the_most_doubtful_first(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    assert shelf.notes == []
    made = session.gallery.clustering
    chances = made.probabilities.copy()
    chances[3], chances[5], chances[7] = (0.5, 0.1, 0.4), (0.45, 0.44, 0.11), (0.7, 0.1, 0.2)

    def doubt(library: Library) -> None:
        kept = library.catalog.clusterings.add(replace(made, probabilities=chances), "by hand")
        library.catalog.set_setting("clustering", str(kept))

    change(session, qtbot, doubt)
    [note] = shelf.notes
    assert "Close calls" in note.text_button.text()
    qtbot.mouseClick(note.text_button, Qt.MouseButton.LeftButton)
    assert session.current == made.ids[5]
    assert session.selection == {int(made.ids[5]), int(made.ids[3])}
    with qtbot.waitSignal(session.changed):  # what the user has placed is no close call any more
        session.edit(Move([int(made.ids[3]), int(made.ids[5])], named(session, "Forest")), None)
    assert shelf.notes == []


def test_unsure_is_last_and_a_new_kind_becomes_a_cluster(
    shelf: ClusterShelf, session: Session, qtbot: QtBot, rows_named: Rows
) -> None:
    outliers = [session.gallery.files[r].id for word in ("night", "forest") for r in rows_named(word)]

    def stray(library: Library) -> None:
        library.catalog.clusters.assign((i, UNSURE, 0.1) for i in outliers)
        library.catalog.clusters.set_new_kinds([outliers])

    change(session, qtbot, stray)
    assert shelf.order()[-1] == UNSURE
    unsure = shelf.card(UNSURE)
    assert not drop(unsure, files_of(session, rows_named("beach")[:1]))
    qtbot.mouseDClick(unsure, Qt.MouseButton.LeftButton)
    assert unsure.findChild(QLineEdit) is None
    menu = QMenu(shelf)
    shelf.fill_menu(menu, UNSURE)
    offered = [a.text() for a in menu.actions() if a.text()]
    assert offered == ["Only this cluster", "Select its photos", "Review this pile…", "File away", "Delete…"]
    [note] = shelf.notes
    qtbot.mouseClick(note.text_button, Qt.MouseButton.LeftButton)
    assert session.selection == set(outliers)
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(note.verb, Qt.MouseButton.LeftButton)
    assert UNSURE not in shelf.order()
    assert shelf.notes == []
    assert session.gallery.cluster_of(session.gallery.row_of[outliers[0]]).members == 8


@pytest.mark.parametrize("width", [200, 252])
def test_a_new_kind_leaves_the_cards_their_width(
    shelf: ClusterShelf, session: Session, qtbot: QtBot, rows_named: Rows, width: int
) -> None:
    shelf.resize(width, 640)
    outliers = [session.gallery.files[r].id for r in rows_named("night") + rows_named("beach") + rows_named("ש")]

    def stray(library: Library) -> None:
        library.catalog.clusters.assign((i, UNSURE, 0.1) for i in outliers)
        library.catalog.clusters.set_new_kinds([outliers])

    change(session, qtbot, stray)
    [note] = shelf.notes
    card = shelf.card(named(session, "Forest"))
    qtbot.waitUntil(lambda: note.verb.isVisible() and note.verb.width() > 1)
    for part in (card, note.text_button, note.verb):
        assert part.mapTo(shelf, part.rect().topRight()).x() < width


def test_a_name_that_is_left_as_it_was_is_nobodys_word(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    """The machine names a cluster anew while its name is edited: leaving the field does not bring the old one back."""
    id_, renamed = named(session, "Night"), []
    card = shelf.card(id_)
    card.renamed.connect(renamed.append)
    card.rename()
    clusters = tuple(replace(c, name="Dogs") if c.id == id_ else c for c in session.gallery.clusters)
    session.gallery = replace(session.gallery, clusters=clusters)
    session.changed.emit(Changes.EVERYTHING, session)
    qtbot.keyClick(card.findChild(QLineEdit), Qt.Key.Key_Return)
    assert not renamed


def test_a_cluster_that_goes_while_its_name_is_edited_does_not_come_back(
    shelf: ClusterShelf, session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    night = named(session, "Night")
    shelf.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shelf)
    shelf.card(night).rename()
    shelf.card(night).findChild(QLineEdit).setText("Evening")
    with qtbot.waitSignal(session.changed):
        session.edit(Merge(night, named(session, "Beach")), None)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert sorted(c.name for c in session.gallery.clusters) == ["Beach", "Forest"]
    assert session.undo_label == "merge Night into Beach"


class Resizes(QObject):
    """Counts how often widgets are given a size."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Resize
        return False


def test_many_unread_files_are_laid_out_once(qtbot: QtBot) -> None:
    """Each line that came laid out all those above it again: two seconds for 200."""
    unread, resizes = UnreadList(), Resizes()
    qtbot.addWidget(unread)
    unread.resize(240, 600)
    unread.show_files([File(i, 1, f"Wedding/IMG_{i}.jpg", 10, 0, None, "It is cut off.") for i in range(60)])
    unread.show()
    QApplication.instance().installEventFilter(resizes)
    unread.head.click()
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(resizes)
    assert 120 <= resizes.count < 300


def test_an_unread_file_is_tried_again_when_it_is_asked_for(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    unread = scripted.workspace.shelf.findChild(UnreadList)
    unread.head.click()
    session = scripted.session
    files = session.library.catalog.files
    ids = [file.id for file in session.gallery.files[:2]]
    files.set_problems([(id_, "is empty") for id_ in ids])
    unread.show_files([File(id_, 1, f"IMG_{id_}.jpg", 10, 0, None, "is empty") for id_ in ids])
    buttons = {button.accessibleName(): button for button in unread.findChildren(IconButton)}
    one, other = (buttons[f"Try IMG_{id_}.jpg again"] for id_ in ids)
    asked = len(engine.sent)
    one.click()
    qtbot.waitUntil(lambda: len(engine.sent) > asked)
    assert [file.problem for file in files.all() if file.id in ids] == [None, "is empty"]
    other.click()
    qtbot.waitUntil(lambda: [file.problem for file in files.all() if file.id in ids] == [None, None])


def test_photos_in_a_cloud_are_fetched_when_they_are_asked_for(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    unread = scripted.workspace.shelf.findChild(UnreadList)
    unread.head.click()
    assert unread.findChild(QPushButton) is None
    unread.show_files([File(1, 1, "IMG_1.heic", 10, 0, None, "is in the cloud, not on this computer")])
    qtbot.mouseClick(unread.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert engine.requests == [Organise(scripted.session.options, keep=True, propose=True, download=True)]
