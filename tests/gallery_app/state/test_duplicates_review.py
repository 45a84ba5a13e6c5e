"""Near-identical photos are reviewed by mouse and keys; what is not kept is selected or gathered, never lost."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.errors import UserError
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.correction_table import CorrectionTable
from engine.service.protocol import DuplicatesFound, FindDuplicates, Organise
from gallery_app.app import Parts
from gallery_app.views.review.duplicates_page import DuplicatesPage
from tests.gallery_app.fake_engine import FakeEngine

LEFT = Qt.MouseButton.LeftButton


def review(scripted: Parts) -> DuplicatesPage:
    scripted.window.actions_["copies"].trigger()
    page = scripted.workspace.duplicates
    assert scripted.window.pages.currentWidget() is page
    return page


@pytest.fixture
def page(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> DuplicatesPage:
    """Three groups, as the engine answers: of three, of two and of two photos."""
    window, session = scripted.window, scripted.session
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    page = review(scripted)
    assert engine.requests == [FindDuplicates()]
    assert "Looking" in page.sentence.text()
    engine.progress("duplicates", 4, 12)
    assert page.detail.text() == "4 of 12"
    ids = session.gallery.ids.tolist()
    groups = ((ids[2], ids[0], ids[1]), (ids[4], ids[5]), (ids[8], ids[9]))
    engine.done(DuplicatesFound(groups, {ids[2]: 80.0, ids[0]: 40.0}))
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    return page


def shown(page: DuplicatesPage) -> list[tuple[str, bool]]:
    """The names on the cards, and which are kept."""
    return [(card.lines[0], card.isChecked()) for card in page.cards if card.isVisible()]


def test_the_best_is_kept_and_the_facts_stand_below(page: DuplicatesPage, scripted: Parts) -> None:
    gallery = scripted.session.gallery
    assert scripted.window.pages.currentWidget() is page
    assert page.heading.text() == "Near-identical 1 of 3"
    names = [gallery.files[row].path for row in (2, 0, 1)]
    assert shown(page) == [(names[0], True), (names[1], False), (names[2], False)]
    assert "Sharpness 50%" in page.cards[1].lines
    assert page.cards[0].accessibleName().endswith("kept")
    page.grab()


def test_keys_walk_and_keep(page: DuplicatesPage, scripted: Parts) -> None:
    QTest.keyClick(page, Qt.Key.Key_2)
    assert [kept for _, kept in shown(page)] == [True, True, False]
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_2)  # the last one that is kept stays
    assert [kept for _, kept in shown(page)] == [False, True, False]
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.heading.text() == "Near-identical 2 of 3"
    assert [kept for _, kept in shown(page)] == [True, False]
    QTest.keyClick(page, Qt.Key.Key_Left)
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert page.heading.text() == "Near-identical 1 of 3"
    assert not page.previous.isEnabled()


def test_a_click_keeps_and_the_others_are_selected(page: DuplicatesPage, scripted: Parts) -> None:
    ids = scripted.session.gallery.ids.tolist()
    QTest.mouseClick(page.following, LEFT)
    QTest.mouseClick(page.cards[1], LEFT)
    assert [kept for _, kept in shown(page)] == [True, True]
    assert page.select.text() == "Select the 2 others"  # the third group was not looked at
    QTest.mouseClick(page.following, LEFT)
    assert page.select.text() == "Select the 3 others"
    QTest.mouseClick(page.select, LEFT)
    assert scripted.window.pages.currentWidget() is scripted.workspace.work
    assert scripted.session.selection == {ids[0], ids[1], ids[9]}


def test_others_are_selected_though_something_is_looked_for(
    page: DuplicatesPage, scripted: Parts, qtbot: QtBot
) -> None:
    scripted.session.filters.find("night", None)
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    QTest.mouseClick(page.select, LEFT)
    assert scripted.session.filters.shown.everything
    assert len(scripted.session.selection) == 2


def test_the_others_become_a_cluster_and_undo_brings_them_back(
    page: DuplicatesPage, scripted: Parts, qtbot: QtBot
) -> None:
    session = scripted.session
    not_kept = set(page.duplicates.not_kept)
    with qtbot.waitSignal(session.changed):
        QTest.mouseClick(page.gather, LEFT)
    made = next(c for c in session.gallery.clusters if c.name == "Copies")
    assert {int(session.gallery.ids[row]) for row in session.gallery.members(made.id)} == not_kept
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert "Copies" not in [c.name for c in session.gallery.clusters]


def test_what_is_safe_is_the_default(page: DuplicatesPage, scripted: Parts) -> None:
    """The button that stands out goes on, and after the last group back; it changes nothing."""
    before = scripted.session.undo_label
    roles = {part: part.property("role") for part in (page.select, page.gather, page.keep_all, page.onward)}
    assert [part for part, role in roles.items() if role == "primary"] == [page.onward]
    assert page.onward.text() == "Next group"
    QTest.mouseClick(page.onward, LEFT)
    QTest.mouseClick(page.onward, LEFT)
    assert page.heading.text() == "Near-identical 3 of 3"
    assert page.onward.text() == "Done"
    QTest.mouseClick(page.onward, LEFT)
    assert scripted.window.pages.currentWidget() is scripted.workspace.work
    assert scripted.session.selection == frozenset()
    assert scripted.session.undo_label == before


def settled(scripted: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not scripted.jobs.busy)


def search_again(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> DuplicatesPage:
    page = review(scripted)
    ids = scripted.session.gallery.ids.tolist()
    engine.done(DuplicatesFound(((ids[2], ids[0], ids[1]), (ids[4], ids[5]), (ids[8], ids[9])), {}))
    settled(scripted, qtbot)
    return page


def test_a_group_that_is_kept_whole_stays_away_until_it_is_undone(
    page: DuplicatesPage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    ids = scripted.session.gallery.ids.tolist()
    QTest.mouseClick(page.keep_all, LEFT)
    assert page.heading.text() == "Near-identical 1 of 2"
    assert page.duplicates.group == [ids[4], ids[5]]
    settled(scripted, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    search_again(scripted, engine, qtbot)
    assert page.heading.text() == "Near-identical 1 of 2"
    assert page.whole.text() == "Show the group you keep whole"
    scripted.session.undo()
    settled(scripted, qtbot)
    assert page.duplicates.groups[0] == [ids[2], ids[0], ids[1]]
    assert not page.whole.isVisible()


def test_a_kept_group_is_stored_with_the_library(page: DuplicatesPage, scripted: Parts, qtbot: QtBot) -> None:
    """Over a restart: another program that opens the library reads it."""
    group = set(page.duplicates.group)
    QTest.keyClick(page, Qt.Key.Key_A)
    settled(scripted, qtbot)
    assert scripted.session.library is not None
    with closing(Catalog(scripted.session.library.folder / "catalog.db")) as catalog:
        assert catalog.corrections.kept_copies() == group


def test_a_new_copy_of_a_kept_group_is_shown(
    page: DuplicatesPage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    ids = scripted.session.gallery.ids.tolist()
    page.duplicates.step(1)
    page.duplicates.keep_group()
    settled(scripted, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    review(scripted)
    engine.done(DuplicatesFound(((ids[6], ids[4], ids[5]),), {}))
    settled(scripted, qtbot)
    assert [kept for _, kept in shown(page)] == [True, True, True]  # the best, and what the user keeps
    assert page.duplicates.others == []  # which "the best of all groups" would throw away
    QTest.keyClick(page, Qt.Key.Key_Escape)
    review(scripted)
    engine.done(DuplicatesFound(((ids[4], ids[6], ids[5]),), {}))
    settled(scripted, qtbot)
    assert page.duplicates.others == [ids[6]]


def test_when_all_are_kept_the_page_says_so_and_shows_them_again(
    page: DuplicatesPage, scripted: Parts, qtbot: QtBot
) -> None:
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_A)
    assert page.sentence.text() == "All near-identical photos are kept"
    assert page.whole.text() == "Show the 3 groups you keep whole"
    QTest.mouseClick(page.whole, LEFT)
    settled(scripted, qtbot)
    assert page.heading.text() == "Near-identical 1 of 3"
    with qtbot.waitSignal(scripted.session.changed):
        scripted.session.undo()
    settled(scripted, qtbot)
    assert page.duplicates.groups == []


@pytest.mark.parametrize("again", ["undo", "show"])
def test_a_group_that_comes_back_has_kept_what_it_had(
    page: DuplicatesPage, scripted: Parts, qtbot: QtBot, again: str
) -> None:
    """All of it was marked as kept, so that there was nothing to decide any more."""
    before, not_kept = shown(page), page.duplicates.not_kept
    QTest.keyClick(page, Qt.Key.Key_A)
    settled(scripted, qtbot)
    scripted.session.undo() if again == "undo" else page.duplicates.review_again()
    settled(scripted, qtbot)
    page.duplicates.step(-1)
    assert shown(page) == before
    assert set(not_kept) <= set(page.duplicates.not_kept)


@pytest.mark.parametrize("error", [UserError("No room."), KeyError("ours")])
def test_a_read_that_fails_ends_the_search(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(_corrections: object) -> frozenset[int]:
        raise error

    page, ids = review(scripted), scripted.session.gallery.ids.tolist()
    monkeypatch.setattr(CorrectionTable, "kept_copies", fails)
    ours = not isinstance(error, UserError)
    with qtbot.captureExceptions() as raised:
        engine.done(DuplicatesFound(((ids[0], ids[1]),), {}))
        settled(scripted, qtbot)
    assert bool(raised) is ours
    assert not page.duplicates.searching
    assert "Looking" not in page.sentence.text()
    assert page.duplicates.groups == ([] if ours else [[ids[0], ids[1]]])


def test_escape_ends_it(page: DuplicatesPage, scripted: Parts) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert scripted.window.pages.currentWidget() is scripted.workspace.work
    assert page.duplicates.groups == []


def test_who_has_left_hears_of_no_late_answer(scripted: Parts, engine: FakeEngine) -> None:
    page = review(scripted)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert engine.stops == [engine.job]  # nobody waits for it
    ids = scripted.session.gallery.ids.tolist()
    engine.done(DuplicatesFound(((ids[0], ids[1]),), {}))
    assert page.duplicates.groups == []


def test_a_search_whose_turn_another_job_takes_is_over(scripted: Parts, engine: FakeEngine) -> None:
    page = review(scripted)
    scripted.session.organise()
    assert page.sentence.text() == "The search was stopped"
    ids = scripted.session.gallery.ids.tolist()
    engine.done(DuplicatesFound(((ids[0], ids[1]),), {}))  # it was found just before it was stopped
    assert page.duplicates.groups == []
    engine.done()  # what took its place
    assert page.sentence.text() == "The search was stopped"


def test_no_copies_are_said(scripted: Parts, engine: FakeEngine) -> None:
    page = review(scripted)
    engine.done(DuplicatesFound((), {}))
    assert page.sentence.text() == "No two photos are alike"
    assert not page.foot.isVisible()


def test_a_search_that_was_stopped_says_so(scripted: Parts, engine: FakeEngine) -> None:
    page = review(scripted)
    engine.progress("duplicates", 4, 12)
    scripted.session.stop()
    engine.cancelled()
    assert page.sentence.text() == "The search was stopped"
    assert page.detail.text() == ""
    QTest.mouseClick(page.again, LEFT)
    engine.fail("The disk is full.")
    assert page.sentence.text() == "The search was stopped"
    assert page.detail.text() == "The disk is full."


def test_a_search_that_failed_is_begun_again_where_it_failed(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    page, session, banner = scripted.workspace.duplicates, scripted.session, scripted.workspace.banner
    review(scripted)
    assert not page.again.isVisible()
    engine.fail("The disk is full.")
    qtbot.mouseClick(page.again, LEFT)
    assert engine.kinds == [FindDuplicates, FindDuplicates]
    assert "Looking" in page.sentence.text()
    engine.fail("The disk is full.")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert banner.text() == ""  # to try again there would show nothing
    session.rescan()
    assert engine.kinds[-1] is Organise


def test_the_others_are_selected_though_similar_ones_are_shown(
    page: DuplicatesPage, scripted: Parts, qtbot: QtBot
) -> None:
    not_kept = page.duplicates.not_kept
    file = scripted.session.gallery.row_of[not_kept[0]]
    scripted.session.filters.similar_to(not_kept[0], [(int(scripted.session.gallery.ids[file + 1]), 0.9)], None)
    qtbot.waitUntil(lambda: not scripted.session.filters.shown.everything)
    QTest.mouseClick(page.select, LEFT)
    qtbot.waitUntil(lambda: scripted.session.filters.shown.everything)
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert scripted.session.selection == set(not_kept)


def test_arrows_walk_on_whichever_card_was_pressed_or_has_the_keys(page: DuplicatesPage) -> None:
    QTest.mouseClick(page.cards[1], LEFT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.heading.text() == "Near-identical 2 of 3"
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.cards[0], Qt.Key.Key_PageDown)
    assert page.heading.text() == "Near-identical 3 of 3"
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.cards[0], Qt.Key.Key_Left)
    assert page.heading.text() == "Near-identical 2 of 3"
    QTest.keyClick(page.cards[1], Qt.Key.Key_Space)
    assert [kept for _, kept in shown(page)] == [True, True]


def test_why_a_search_failed_is_read_whole_in_a_narrow_window(
    scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    scripted.window.resize(800, 600)
    page = review(scripted)
    engine.fail("The disk with the photos of the wedding is full: 300 MB are needed to go on. " * 2)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 800
    assert page.detail.height() >= page.detail.heightForWidth(page.detail.width())
