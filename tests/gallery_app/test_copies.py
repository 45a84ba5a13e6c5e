"""Near-identical photos are reviewed by mouse and keys; what is not kept is selected or gathered, never lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.records import Progress
from gallery_app.app import Parts
from gallery_app.views.copies_page import CopiesPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What was asked of the engine, of which there is none here."""
    found: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(parts.session, "run", lambda name, how: found.append((name, how)))
    return found


@pytest.fixture
def page(parts: Parts, asked: list[tuple[str, dict[str, Any]]], qtbot: QtBot) -> CopiesPage:
    """Three groups, as the engine answers: of three, of two and of two photos."""
    window, session = parts.window, parts.session
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    parts.workspace.pages.review_copies()
    assert asked == [("duplicates", {})]
    page = parts.workspace.copies
    assert "Looking" in page._said.text()
    session.progress.emit(Progress("duplicates", 4, 12))
    assert page._more.text() == "4 of 12"
    ids = session.gallery.ids.tolist()
    session.progress.emit(None)  # this is how a job ends: rest first, then its answer
    groups = [[ids[2], ids[0], ids[1]], [ids[4], ids[5]], [ids[8], ids[9]]]
    session.done.emit({"groups": groups, "sharpness": {str(ids[2]): 80.0, str(ids[0]): 40.0}})
    return page


def shown(page: CopiesPage) -> list[tuple[str, bool]]:
    """The names on the cards, and which are kept."""
    return [(card._lines[0], card.isChecked()) for card in page.cards if card.isVisible()]


def test_the_best_is_kept_and_the_facts_stand_below(page: CopiesPage, parts: Parts) -> None:
    gallery = parts.session.gallery
    assert parts.window.pages.currentWidget() is page
    assert page._title.text() == "Near-identical 1 of 3"
    names = [gallery.files[row].path for row in (2, 0, 1)]
    assert shown(page) == [(names[0], True), (names[1], False), (names[2], False)]
    assert "Sharpness 50%" in page.cards[1]._lines
    assert page.cards[0].accessibleName().endswith("kept")
    page.grab()


def test_keys_walk_and_keep(page: CopiesPage, parts: Parts) -> None:
    QTest.keyClick(page, Qt.Key.Key_2)
    assert [kept for _, kept in shown(page)] == [True, True, False]
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_2)  # the last one that is kept stays
    assert [kept for _, kept in shown(page)] == [False, True, False]
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page._title.text() == "Near-identical 2 of 3"
    assert [kept for _, kept in shown(page)] == [True, False]
    QTest.keyClick(page, Qt.Key.Key_Left)
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert page._title.text() == "Near-identical 1 of 3"
    assert not page._before.isEnabled()


def test_a_click_keeps_and_the_others_are_selected(page: CopiesPage, parts: Parts) -> None:
    ids = parts.session.gallery.ids.tolist()
    QTest.mouseClick(page._after, LEFT)
    QTest.mouseClick(page.cards[1], LEFT)
    assert [kept for _, kept in shown(page)] == [True, True]
    assert page.select.text() == "Select the 3 others"
    QTest.mouseClick(page.select, LEFT)
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert parts.session.selection == {ids[0], ids[1], ids[9]}


def test_the_others_are_selected_though_something_is_looked_for(page: CopiesPage, parts: Parts, qtbot: QtBot) -> None:
    parts.session.filters.find("night", None)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    QTest.mouseClick(page.select, LEFT)
    assert parts.session.filters.shown.everything
    assert len(parts.session.selection) == 4


def test_the_others_become_a_cluster_and_undo_brings_them_back(page: CopiesPage, parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    others = set(page.copies.others)
    with qtbot.waitSignal(session.changed):
        QTest.mouseClick(page.gather, LEFT)
    made = next(c for c in session.gallery.clusters if c.name == "Copies")
    assert {int(session.gallery.ids[row]) for row in session.gallery.members(made.id)} == others
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert "Copies" not in [c.name for c in session.gallery.clusters]


def test_escape_ends_and_a_late_answer_changes_nothing(page: CopiesPage, parts: Parts) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert parts.window.pages.currentWidget() is parts.workspace.work
    ids = parts.session.gallery.ids.tolist()
    parts.session.done.emit({"groups": [[ids[0], ids[1]]], "sharpness": {}})
    assert page.copies.groups == []


def test_no_copies_are_said(parts: Parts, asked: list[Any]) -> None:
    page = parts.workspace.copies
    parts.workspace.pages.review_copies()
    parts.session.progress.emit(None)
    parts.session.done.emit({"groups": [], "sharpness": {}})
    assert page._said.text() == "No two photos are alike"
    assert not page._bar.isVisible()


def test_a_search_that_was_stopped_says_so(parts: Parts, asked: list[Any]) -> None:
    page, session = parts.workspace.copies, parts.session
    parts.workspace.pages.review_copies()
    session.progress.emit(Progress("duplicates", 4, 12))
    session.progress.emit(None)
    assert page._said.text() == "The search was stopped"
    assert page._more.text() == ""
    parts.workspace.pages.review_copies()
    session._failed("The disk is full.")
    assert page._said.text() == "The search was stopped"
    assert page._more.text() == "The disk is full."


def test_a_search_that_failed_is_begun_again_where_it_failed(
    parts: Parts, asked: list[tuple[str, dict[str, Any]]], qtbot: QtBot
) -> None:
    page, session, banner = parts.workspace.copies, parts.session, parts.workspace.banner
    session.away = False
    parts.workspace.pages.review_copies()
    assert not page.again.isVisible()
    session._failed("The disk is full.")
    qtbot.mouseClick(page.again, LEFT)
    assert [name for name, _ in asked] == ["duplicates", "duplicates"]
    assert "Looking" in page._said.text()
    session._failed("The disk is full.")
    session.progress.emit(Progress("duplicates", 0, 12))  # begun again by F5
    assert "Looking" in page._said.text()
    session._failed("The disk is full.")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert banner.text() == ""  # to try again there would show nothing
    session.again()
    assert asked[-1][0] == "organise"


def test_the_others_are_selected_though_similar_ones_are_shown(page: CopiesPage, parts: Parts, qtbot: QtBot) -> None:
    others = page.copies.others
    file = parts.session.gallery.row_of[others[0]]
    parts.session.filters.like(others[0], [(int(parts.session.gallery.ids[file + 1]), 0.9)], None)
    qtbot.waitUntil(lambda: not parts.session.filters.shown.everything)
    QTest.mouseClick(page.select, LEFT)
    qtbot.waitUntil(lambda: parts.session.filters.shown.everything)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert parts.session.selection == set(others)


def test_arrows_walk_on_whichever_card_was_pressed_or_has_the_keys(page: CopiesPage) -> None:
    QTest.mouseClick(page.cards[1], LEFT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page._title.text() == "Near-identical 2 of 3"
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.cards[0], Qt.Key.Key_PageDown)
    assert page._title.text() == "Near-identical 3 of 3"
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.cards[0], Qt.Key.Key_Left)
    assert page._title.text() == "Near-identical 2 of 3"
    QTest.keyClick(page.cards[1], Qt.Key.Key_Space)
    assert [kept for _, kept in shown(page)] == [True, True]


def test_why_a_search_failed_is_read_whole_in_a_narrow_window(
    parts: Parts, asked: list[tuple[str, dict[str, Any]]], qtbot: QtBot
) -> None:
    page = parts.workspace.copies
    parts.window.resize(800, 600)
    parts.workspace.pages.review_copies()
    parts.session._failed("The disk with the photos of the wedding is full: 300 MB are needed to go on. " * 2)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 800
    assert page._more.height() >= page._more.heightForWidth(page._more.width())
