"""What a screen reader finds in the window: nothing that takes the keys is nameless, and no name hides what is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.views.preferences.preferences import Preferences
from tests.gallery_app.accessible_tree import Node, Role, Text, faults, tree
from tests.gallery_app.windows import settle


def named(nodes: list[Node], role: object) -> list[str]:
    return [node.name for node in nodes if node.role is role]


def test_the_first_page_can_be_heard(make: Callable[[], Parts]) -> None:
    nodes = tree(make().window)
    assert faults(nodes) == []
    assert "Choose a folder…" in named(nodes, Role.Button)


def test_a_page_without_photos_can_be_heard(make: Callable[[], Parts]) -> None:
    parts = make()
    page = parts.workspace.message
    page.show_message("error", "This folder could not be opened", "It is not there.", again=True)
    parts.window.pages.setCurrentWidget(page)
    assert faults(tree(parts.window)) == []


def test_the_photos_are_a_list_of_items(parts: Parts) -> None:
    parts.window.actions_["view-both"].trigger()
    nodes = tree(parts.window)
    assert faults(nodes) == []
    for view in (parts.workspace.grid, parts.workspace.map):
        place = next(i for i, node in enumerate(nodes) if node.thing is view)
        assert nodes[place].role is Role.List
        items = nodes[place + 1 : place + 13]
        assert {node.role for node in items} == {Role.ListItem}
        assert {(node.name, node.description) for node in items} >= {("forest_1.jpg", "Forest, 80% sure")}


def test_the_cards_are_a_list_that_says_which_is_chosen(parts: Parts) -> None:
    session = parts.session
    forest = next(c.id for c in session.gallery.clusters if c.name == "Forest")
    session.focus_cluster(forest, None)
    nodes = tree(parts.workspace.shelf)
    cards = next(node for node in nodes if node.role is Role.List)
    assert (cards.name, cards.interface.childCount()) == ("Clusters", 3)
    items = [cards.interface.child(at) for at in range(3)]
    assert [item.text(Text.Name) for item in items] == ["Beach, 4 photos", "Forest, 4 photos", "Night, 4 photos"]
    assert [bool(item.state().selected) for item in items] == [False, True, False]
    assert [cards.interface.indexOfChild(item) for item in items] == [0, 1, 2]
    assert items[1].parent() is cards.interface


@pytest.mark.parametrize("group", ["time", "place"])
def test_groups_and_training_can_be_heard(parts: Parts, group: str, qtbot: QtBot) -> None:
    parts.window.actions_[f"group-{group}"].trigger()
    parts.window.actions_["training"].trigger()
    parts.session.select([int(parts.session.gallery.ids[0])], None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    nodes = tree(parts.window)
    assert faults(nodes) == []
    plots = [node for node in nodes if node.role is Role.Chart]
    assert len(plots) == 4
    assert all(node.name and node.description for node in plots)


def test_segments_are_radio_buttons_of_which_one_is_checked(parts: Parts) -> None:
    parts.window.actions_["view-map"].trigger()
    radio = {n.name: bool(n.interface.state().checked) for n in tree(parts.window) if n.role is Role.RadioButton}
    assert {name: radio[name] for name in ("Photos", "Map", "Both")} == {"Photos": False, "Map": True, "Both": False}


def test_a_button_says_what_is_written_on_it(parts: Parts) -> None:
    names = named(tree(parts.window), Role.ButtonMenu)
    assert "Folder: Holiday" in names
    assert any("Neighbour map" in name for name in names)


def test_the_viewer_says_which_photo_it_shows(parts: Parts, qtbot: QtBot) -> None:
    workspace = parts.workspace
    forest = workspace.grid.photos.section_named(parts.session.gallery.clusters[1].id)
    assert forest is not None
    ids = workspace.grid.photos.ids[forest.start : forest.stop].tolist()
    workspace.pages.show_photo(ids[0])
    first = next(node for node in tree(parts.window) if node.thing is workspace.viewer)
    assert (first.role, first.description) == (Role.Graphic, "Forest, 80% sure, 1 of 4")
    qtbot.keyClick(workspace.viewer, Qt.Key.Key_Right)
    nodes = tree(parts.window)
    second = next(node for node in nodes if node.thing is workspace.viewer)
    assert second.name != first.name
    assert second.description.endswith("2 of 4")
    assert faults(nodes) == []


def test_what_lies_over_the_window_can_be_heard(parts: Parts, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    for overlay, name in ((parts.workspace.palette, "palette"), (parts.workspace.sheet, "shortcuts")):
        parts.window.actions_[name].trigger()
        nodes = tree(overlay)
        assert nodes[0].role is Role.Dialog
        assert faults(nodes) == []
        overlay.leave()


@pytest.mark.parametrize("name", ["preferences", "clusterings"])
def test_dialogs_can_be_heard(parts: Parts, name: str, qtbot: QtBot) -> None:
    parts.window.actions_[name].trigger()
    settle(parts, qtbot)
    (dialog,) = [one for one in parts.window.findChildren(QDialog) if one.isVisible()]
    assert faults(tree(dialog)) == []
    if isinstance(dialog, Preferences):
        assert dialog.windowTitle() == "Preferences"
    dialog.close()


def test_popups_can_be_heard_and_are_tabbed_in_order(scripted: Parts, qtbot: QtBot) -> None:
    bar, window = scripted.workspace.tool_bar, scripted.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = next(b for b in bar.findChildren(QAbstractButton) if b.accessibleName() == "Method and its parameters")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert faults(tree(popup)) == []
    fields, one = [bar.method], bar.method.nextInFocusChain()
    while one is not bar.method:
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            fields.append(one)
        one = one.nextInFocusChain()
    assert len(fields) > 3
    assert [field.text() for field in fields[-2:] if isinstance(field, QPushButton)] == ["Defaults", "Retrain"]
    tops = [field.mapTo(popup, field.rect().topLeft()).y() for field in fields[:-2]]
    assert tops == sorted(tops)
    popup.close()


def test_a_fault_would_be_found(qtbot: QtBot) -> None:
    page, hidden = QWidget(), QLabel("12 photos")
    qtbot.addWidget(page)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    hidden.setParent(page)
    hidden.setAccessibleName("What is being done")
    page.show()
    assert [fault.split(":")[0] for fault in faults(tree(page))] == [
        "no name", "no role", "the name hides '12 photos'",
    ]  # fmt: skip
