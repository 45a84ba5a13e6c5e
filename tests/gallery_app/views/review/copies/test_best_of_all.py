"""The best of all groups of near-identical photos: the choice is shown, can be changed, and is one counted plan."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.filing.operations import FilingOptions
from engine.service.protocol import DuplicatesFound, PlanFiling
from gallery_app.app import Parts
from gallery_app.views.review.duplicates_page import DuplicatesPage
from tests.gallery_app.fake_engine import FakeEngine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> DuplicatesPage:
    """Three groups, of which the best of all is shown."""
    window = scripted.window
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.actions_["copies"].trigger()
    ids = scripted.session.gallery.ids.tolist()
    engine.done(DuplicatesFound(((ids[2], ids[0], ids[1]), (ids[4], ids[5]), (ids[8], ids[9])), {}))
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    page = scripted.workspace.duplicates
    qtbot.mouseClick(page.all_groups, LEFT)
    return page


def planned(engine: FakeEngine) -> FilingOptions:
    request = engine.requests[-1]
    assert isinstance(request, PlanFiling)
    return request.options


def test_all_are_counted_and_go_as_one_plan_that_knows_the_keepers(
    page: DuplicatesPage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    ids = scripted.session.gallery.ids.tolist()
    assert "4 photos" in page.best.trash.text()
    assert page.best.list.hasFocus()
    qtbot.mouseClick(page.best.trash, LEFT)
    options = planned(engine)
    assert options.action == "trash"
    assert options.files == (ids[0], ids[1], ids[5], ids[9])
    assert options.keepers == ((ids[0], ids[2]), (ids[1], ids[2]), (ids[5], ids[4]), (ids[9], ids[8]))
    assert not scripted.workspace.filing.sheet.isHidden()  # it is counted once more: nothing has happened


def test_click_digit_and_a_change_what_is_kept(
    page: DuplicatesPage, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    ids, view = scripted.session.gallery.ids.tolist(), page.best.list
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.box_of(0, 1).center())
    assert page.duplicates.others == [ids[2], ids[1], ids[5], ids[9]]
    assert "your choice" in view.words_of(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert page.duplicates.others == [ids[2], ids[1], ids[4], ids[9]]
    QTest.keyClick(view, Qt.Key.Key_A)  # the whole group: it is not among them any more
    assert page.duplicates.others == [ids[2], ids[1], ids[9]]
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert planned(engine).keepers == ((ids[2], ids[0]), (ids[1], ids[0]), (ids[9], ids[8]))


def test_escape_goes_back_to_one_by_one_and_delete_there_takes_what_was_seen(
    page: DuplicatesPage, scripted: Parts, engine: FakeEngine
) -> None:
    ids = scripted.session.gallery.ids.tolist()
    QTest.keyClick(page.best.list, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.foot.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Delete)
    assert planned(engine).files == (ids[0], ids[1])  # the other groups were not looked at


def test_five_thousand_groups_are_as_quick_as_three(page: DuplicatesPage) -> None:
    ids = page.best.list.duplicates.groups[0]
    page.duplicates.groups = [list(ids) for _ in range(5_000)]
    begun = time.perf_counter()
    page.best.refresh()
    page.best.list.verticalScrollBar().setValue(300_000)
    page.best.list.grab()
    assert time.perf_counter() - begun < 1.0
