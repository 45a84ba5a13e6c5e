"""The command palette and the sheet of shortcuts: by keys and mouse, on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.models.entries import Entry, find_entries
from gallery_app.views.overlays.palette import Palette

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def palette(parts: Parts, qtbot: QtBot) -> Palette:
    """The palette, come by its shortcut over the grid."""
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    parts.workspace.grid.setFocus()
    QTest.keyClick(parts.workspace.grid, Qt.Key.Key_P, CTRL_SHIFT)
    assert parts.workspace.palette.isVisible()
    return parts.workspace.palette


def entry(text: str, where: str = "", help: str = "", enabled: bool = True) -> Entry:
    return Entry(text, where, lambda: None, help=help, enabled=enabled)


def test_words_are_looked_for_in_the_text_then_the_menu_then_the_sentence() -> None:
    entries = [entry("Date", help="by map"), entry("Zoom", "Map"), entry("Show map"), entry("Map"), entry("Not")]
    assert [e.text for e in find_entries(entries, "MAP")] == ["Map", "Show map", "Zoom", "Date"]
    assert [e.text for e in find_entries(entries, "show ma")] == ["Show map"]
    assert find_entries(entries, "nothing of the kind") == []


def test_accents_and_case_do_not_matter_and_what_cannot_be_done_comes_last() -> None:
    entries = [entry("Défaire", enabled=False), entry("Tout défaire")]
    assert [e.text for e in find_entries(entries, "DEFAIRE")] == ["Tout défaire", "Défaire"]


def test_every_command_is_in_the_palette_with_its_shortcut(palette: Palette, parts: Parts) -> None:
    entries = parts.window.commands.entries()
    assert len(entries) == len(parts.window.actions_.items())
    assert {e.text for e in entries} <= set(palette.texts())
    assert {e.text: e.shortcut for e in entries}["Select all"] == "Ctrl+A"


def test_enter_runs_what_was_found_and_the_keys_go_back(palette: Palette, parts: Parts) -> None:
    QTest.keyClicks(palette.field, "select al")
    assert palette.texts()[0] == "Select all"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert len(parts.session.selection) == 12
    assert parts.workspace.grid.hasFocus()


def test_as_it_closes_the_keys_go_nowhere_else(palette: Palette, parts: Parts, qapp: QApplication) -> None:
    """Qt gave them to a card of the shelf for a moment, which scrolled to it."""
    seen: list[QWidget | None] = []
    qapp.focusChanged.connect(lambda _before, now: seen.append(now))
    QTest.keyClicks(palette.field, "select al")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert seen == [parts.workspace.grid]


def test_arrows_walk_and_a_click_runs(palette: Palette, parts: Parts) -> None:
    QTest.keyClicks(palette.field, "show")
    first = palette.list.currentIndex().row()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first + 1
    row = palette.texts().index("Map")
    middle = palette.list.visualRect(palette.list.model().index(row, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert parts.workspace.grid.isHidden()


def test_what_cannot_be_done_now_is_shown_and_does_nothing(palette: Palette, parts: Parts) -> None:
    QTest.keyClicks(palette.field, "retrain")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert not parts.session.busy


def test_escape_and_a_click_elsewhere_leave_it(palette: Palette, parts: Parts) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert parts.workspace.grid.hasFocus()
    parts.window.actions_["palette"].trigger()
    QTest.mouseClick(parts.workspace.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 500))
    assert palette.isHidden()


def test_clusters_are_gone_to_by_name(palette: Palette, parts: Parts) -> None:
    QTest.keyClicks(palette.field, "night")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    focused = next(c for c in parts.session.gallery.clusters if c.id == parts.session.focused_cluster)
    assert focused.name == "Night"


def test_the_sheet_shows_every_shortcut_there_is(parts: Parts, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    parts.workspace.grid.setFocus()
    QTest.keyClicks(parts.workspace.grid, "?")
    sheet = parts.workspace.sheet
    assert sheet.isVisible()
    shown = {it.text() for it in sheet.findChildren(QLabel)}
    assert {"Ctrl+Shift+P", "Undo", "Ctrl+Z", "Larger, smaller", "Ctrl+wheel", "Shift+drag"} <= shown
    keys = [keys for _, lines in sheet.groups() for _, keys in lines]
    assert {e.shortcut for e in parts.window.commands.entries() if e.shortcut} <= set(keys)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert parts.workspace.grid.hasFocus()
