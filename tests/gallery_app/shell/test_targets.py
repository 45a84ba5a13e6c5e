"""Commands act on what is seen to be chosen: a card that is shown or has the focus, or photos that are selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import UNSURE, Changes
from engine.edits import Merge
from engine.library.library import Library
from gallery_app.app import Parts
from tests.gallery_app.windows import first_of, settle

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
OF_A_CLUSTER = ("only", "select-cluster", "rename", "lock", "merge")


@pytest.fixture
def front(parts: Parts, qtbot: QtBot) -> Parts:
    """A window with the keyboard."""
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    parts.workspace.grid.setFocus()
    return parts


def id_of(parts: Parts, name: str) -> str:
    return next(c.id for c in parts.session.gallery.clusters if c.name == name)


def press(parts: Parts, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(parts.window.windowHandle(), key, held)


def click_card(parts: Parts, name: str, qtbot: QtBot) -> None:
    card = parts.workspace.shelf.card(id_of(parts, name))
    card.setFocus(Qt.FocusReason.MouseFocusReason)  # as a press of the mouse gives it
    qtbot.mouseClick(card, LEFT)


def enabled(parts: Parts) -> set[str]:
    return {id_ for id_ in OF_A_CLUSTER if parts.window.actions_[id_].isEnabled()}


def test_nothing_is_chosen_at_first_and_that_is_said(front: Parts) -> None:
    assert enabled(front) == set()
    assert "Click on the card of a cluster first" in front.window.actions_["lock"].toolTip()
    entry = next(e for e in front.window.commands.entries() if e.text == "Lock cluster")
    assert not entry.enabled
    assert "Click on the card" in entry.needs
    assert entry.where == "Cluster"


def test_what_is_merged_is_named_where_one_chooses_into_what(front: Parts, qtbot: QtBot) -> None:
    click_card(front, "Night", qtbot)
    front.window.actions_["merge"].trigger()
    assert front.workspace.palette.field.placeholderText() == "Merge Night into which cluster?"


def test_the_highlight_goes_with_escape_and_with_it_what_the_keys_mean(front: Parts, qtbot: QtBot) -> None:
    """Ctrl+L locked a cluster that nobody meant any more."""
    click_card(front, "Night", qtbot)
    assert enabled(front) == set(OF_A_CLUSTER)
    assert "Click on" not in front.window.actions_["lock"].toolTip()
    press(front, Qt.Key.Key_Escape)
    assert enabled(front) == set()
    press(front, Qt.Key.Key_L, CONTROL)
    settle(front, qtbot)
    assert not front.session.can_undo


def test_a_click_shows_and_dims_the_rest(front: Parts, qtbot: QtBot) -> None:
    grid = front.workspace.grid
    before = grid.viewport().grab().toImage()
    click_card(front, "Night", qtbot)
    assert not front.session.selection
    assert front.session.current is None
    grid.verticalScrollBar().setValue(0)
    assert grid.viewport().grab().toImage() != before  # Beach is there, but pale
    press(front, Qt.Key.Key_Escape)
    assert grid.viewport().grab().toImage() == before


def test_ctrl_a_with_the_focus_on_a_card_selects_its_photos(front: Parts, qtbot: QtBot) -> None:
    click_card(front, "Night", qtbot)
    press(front, Qt.Key.Key_A, CONTROL)
    gallery = front.session.gallery
    assert front.session.selection == set(gallery.ids[gallery.members(id_of(front, "Night"))].tolist())
    front.workspace.grid.setFocus()
    press(front, Qt.Key.Key_A, CONTROL)
    assert len(front.session.selection) == 12


def test_enter_on_a_card_shows_and_again_selects(front: Parts, qtbot: QtBot) -> None:
    card = front.workspace.shelf.card(id_of(front, "Night"))
    card.setFocus(Qt.FocusReason.TabFocusReason)
    press(front, Qt.Key.Key_Return)
    assert (front.session.focused_cluster, len(front.session.selection)) == (card.cluster.id, 0)
    press(front, Qt.Key.Key_Return)
    assert len(front.session.selection) == 4


def test_only_this_cluster_is_one_key_and_escape_brings_all_back(front: Parts, qtbot: QtBot) -> None:
    session, photos = front.session, front.workspace.grid
    click_card(front, "Night", qtbot)
    press(front, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: len(photos.photos) == 4)
    assert front.window.actions_["only"].isChecked()
    assert front.workspace.view_bar.text() == "4 of 12 photos"
    click_card(front, "Beach", qtbot)  # another takes its place
    qtbot.waitUntil(lambda: {s.name for s in photos.photos.sections} == {"Beach"})
    press(front, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(photos.photos) == 12)
    assert not front.window.actions_["only"].isChecked()
    assert session.focused_cluster is None
    session.select([first_of(session, "Forest")], None)
    press(front, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: {s.name for s in photos.photos.sections} == {"Forest"})
    press(front, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: len(photos.photos) == 12)
    settle(front, qtbot)


def test_the_only_cluster_may_go(front: Parts, qtbot: QtBot) -> None:
    session = front.session
    click_card(front, "Night", qtbot)
    press(front, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: len(front.workspace.grid.photos) == 4)
    with qtbot.waitSignal(session.changed):
        session.edit(Merge(id_of(front, "Night"), id_of(front, "Beach")), None)
    qtbot.waitUntil(lambda: len(front.workspace.grid.photos) == 12)
    assert session.focused_cluster is None
    qtbot.waitUntil(lambda: enabled(front) == set())
    assert not session.filters.options.filters
    settle(front, qtbot)


def test_photos_of_one_cluster_mean_it_and_of_two_none(front: Parts) -> None:
    session = front.session
    session.select([first_of(session, "Night")], None)
    assert enabled(front) == set(OF_A_CLUSTER)
    session.select([first_of(session, "Night"), first_of(session, "Beach")], None)
    assert enabled(front) == set()
    session.select((), None)
    assert enabled(front) == set()


def test_in_groups_by_time_no_command_means_a_cluster(front: Parts, qtbot: QtBot) -> None:
    click_card(front, "Night", qtbot)
    front.window.actions_["group-time"].trigger()
    settle(front, qtbot)
    assert enabled(front) == set()
    front.window.actions_["group-content"].trigger()
    settle(front, qtbot)


def test_a_group_is_shown_by_one_click_and_selected_by_another(front: Parts, qtbot: QtBot) -> None:
    front.window.actions_["group-time"].trigger()
    settle(front, qtbot)
    groups = front.workspace.groups
    middle = groups.list.visualRect(groups.list.model().index(0, 0)).center()
    qtbot.mouseClick(groups.list.viewport(), LEFT, pos=middle)
    assert not front.session.selection
    assert front.session.focused_cluster is not None
    qtbot.mouseClick(groups.list.viewport(), LEFT, pos=middle)
    assert front.session.selection
    settle(front, qtbot)


def test_rename_brings_the_shelf_where_it_is_hidden(front: Parts, qtbot: QtBot) -> None:
    front.window.actions_["shelf"].trigger()
    assert front.workspace.shelf.isHidden() or not front.workspace.shelf.isVisible()
    front.session.select([first_of(front.session, "Night")], None)
    press(front, Qt.Key.Key_F2)
    assert front.workspace.shelf.isVisible()
    qtbot.waitUntil(lambda: type(QApplication.focusWidget()).__name__ == "QLineEdit")


def test_the_menu_shows_whether_the_cluster_is_locked(front: Parts, qtbot: QtBot) -> None:
    click_card(front, "Night", qtbot)
    with qtbot.waitSignal(front.session.changed):
        press(front, Qt.Key.Key_L, CONTROL)
    assert front.window.actions_["lock"].isChecked()
    click_card(front, "Beach", qtbot)
    assert not front.window.actions_["lock"].isChecked()
    settle(front, qtbot)


def test_nobody_is_kept_out_of_unsure(front: Parts, qtbot: QtBot) -> None:
    """It is no cluster: the command was there, and refused."""
    session, stray = front.session, first_of(front.session, "Night")

    def to_unsure(library: Library) -> Changes:
        library.catalog.clusters.assign([(stray, UNSURE, 0.1)])
        return Changes.EVERYTHING

    with qtbot.waitSignal(session.changed):
        session.write(to_unsure, None)
    session.select([stray], None)
    assert not front.window.actions_["not-this"].isEnabled()
    assert enabled(front) == {"only", "select-cluster"}
    session.select([stray, first_of(session, "Beach")], None)
    assert front.window.actions_["not-this"].isEnabled()
    with qtbot.waitSignal(session.changed):
        front.window.actions_["not-this"].trigger()
    assert session.undo_label == "keep 1 photo out of Beach"
    settle(front, qtbot)
