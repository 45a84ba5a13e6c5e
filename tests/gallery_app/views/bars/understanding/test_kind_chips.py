"""Chips of kinds: what they count, what they leave, and how they are reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.core.records import KINDS
from engine.library.library import Library
from gallery_app.app import Parts
from gallery_app.views.bars.understanding.kind_chips import KindChips
from tests.gallery_app.understood import digests_named, tell_kinds
from tests.gallery_app.windows import settle


def tell(library: Library) -> None:
    """Four of each kind but for the last: the name from right to left is a beach, too."""
    tell_kinds(library, dict.fromkeys(digests_named(library, ["beach", "ש"]), "photo"))
    tell_kinds(library, dict.fromkeys(digests_named(library, ["forest"]), "screenshot"))
    tell_kinds(library, dict.fromkeys(digests_named(library, ["night_0", "night_1"]), "receipt"))


@pytest.fixture
def chips(parts: Parts, qtbot: QtBot) -> KindChips:
    assert parts.workspace.work.kinds.isHidden()  # nothing is known yet
    with qtbot.waitSignal(parts.session.understood):
        parts.session.query(tell, lambda _: parts.session.read_understood())
    return parts.workspace.work.kinds


def names_shown(parts: Parts) -> set[str]:
    gallery = parts.session.gallery
    return {gallery.files[row].path.split("_")[0] for row in parts.session.filters.rows.tolist()}


def test_they_count_what_is_there(chips: KindChips) -> None:
    assert chips.text() == ["Photographs 4", "Screenshots 4", "Receipts 2"]


def test_several_may_be_chosen_and_all_are_one_press_away(parts: Parts, chips: KindChips, qtbot: QtBot) -> None:
    for kind, found in (("screenshot", 4), ("receipt", 6)):
        with qtbot.waitSignal(parts.session.filters.changed):
            chips.chips[kind].click()
        assert len(parts.session.filters.rows) == found
    assert names_shown(parts) == {"forest", "night"}
    assert [chip.kind for chip in chips.chips.values() if chip.isChecked()] == ["screenshot", "receipt"]
    assert chips.text() == ["Photographs 4", "Screenshots 4", "Receipts 2"]  # what there would be
    assert parts.workspace.view_bar.text() == "6 of 12 photos"
    with qtbot.waitSignal(parts.session.filters.changed):
        chips.every.click()
    assert len(parts.session.filters.rows) == 12
    assert not any(chip.isChecked() for chip in chips.chips.values())


def test_they_count_what_a_search_leaves(parts: Parts, chips: KindChips, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.session.filters.changed):
        parts.session.filters.find("night", None)
    settle(parts, qtbot)
    chips.chips["receipt"].click()
    qtbot.waitUntil(lambda: len(parts.session.filters.rows) == 2)
    assert "Receipts 2" in chips.text()
    assert not any(text.startswith("Screenshots") for text in chips.text())


def test_the_menu_and_the_palette_have_them_too(parts: Parts, chips: KindChips, qtbot: QtBot) -> None:
    actions = parts.window.actions_
    assert {kind for kind in KINDS if actions[f"kind-{kind}"].isEnabled()} == {"photo", "screenshot", "receipt"}
    with qtbot.waitSignal(parts.session.filters.changed):
        actions["kind-screenshot"].trigger()
    assert chips.chips["screenshot"].isChecked()
    assert actions["kind-screenshot"].isChecked()
    entries = {entry.text: entry for entry in parts.workspace.commands.entries()}
    assert entries["Screenshots"].enabled
    assert "no picture of this kind is known" in entries["Memes"].needs
    with qtbot.waitSignal(parts.session.filters.changed):
        actions["kinds-all"].trigger()
    assert not actions["kind-screenshot"].isChecked()


def test_keys_walk_and_choose(parts: Parts, chips: KindChips, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    first, second = chips.chips["photo"], chips.chips["screenshot"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    qtbot.waitUntil(second.hasFocus)
    with qtbot.waitSignal(parts.session.filters.changed):
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert second.isChecked()
    spoken = QAccessible.queryAccessibleInterface(second)
    assert spoken.text(QAccessible.Text.Name) == "Screenshots 4"
    assert spoken.state().checked


def test_what_does_not_fit_is_in_a_menu_but_never_what_is_chosen(parts: Parts, chips: KindChips, qtbot: QtBot) -> None:
    width = chips.chips["photo"].width() + chips.chips["screenshot"].width() + 110
    chips.resize(width, chips.height())
    assert chips.text() == ["Photographs 4", "Screenshots 4"]
    (menu,) = chips.more.findChildren(QMenu)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Receipts 2"]
    with qtbot.waitSignal(parts.session.filters.changed):
        menu.actions()[0].trigger()
    assert "Receipts 2" in chips.text()
    assert chips.chips["receipt"].isChecked()


def test_the_inspector_tells_kind_and_text(parts: Parts, chips: KindChips) -> None:
    session, inspector = parts.session, parts.workspace.inspector
    row = next(row for row, file in enumerate(session.gallery.files) if file.path.startswith("forest"))
    session.select([int(session.gallery.ids[row])], None)
    assert inspector.details["Kind"] == "Screenshot · sure"
