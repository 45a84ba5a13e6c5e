"""Ask me: questions answered by keys and mouse, each undone with its question asked again."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.core.errors import UserError
from gallery_app.app import Parts
from gallery_app.state import ask_round
from gallery_app.state.ask_round import AskRound
from gallery_app.views.review.ask_page import AskPage


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> AskPage:
    """The page with its first question."""
    page = parts.workspace.ask
    qtbot.keyClick(parts.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.round.question is not None)
    settle(parts, qtbot)
    return page


def settle(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def home(parts: Parts, file: int) -> str:
    gallery = parts.session.gallery
    return gallery.cluster_of(gallery.row_of[file]).name


def test_a_key_puts_the_photo_where_it_belongs(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    assert parts.window.pages.currentWidget() is page
    shown = [t for t in page.targets if t.isVisible()]
    assert len(shown) == 3
    file = page.round.question.file
    chosen = page.round.targets()[1][0]
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page, Qt.Key.Key_2)
    assert home(parts, file) == chosen.name
    assert parts.session.gallery.pinned[parts.session.gallery.row_of[file]]
    assert parts.session.undo_label == f"move 1 photo to {chosen.name}"
    assert page.round.question.file != file
    assert chosen.name in page.message.text()


def test_a_click_answers_and_undo_asks_again(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    file = page.round.question.file
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(page.targets[2], Qt.MouseButton.LeftButton)
    assert page.round.number == 2
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.round.number == 1
    assert page.round.question.file == file
    assert page.round.answers == []


def test_enter_presses_what_has_the_focus(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    file, chosen = page.round.question.file, page.round.targets()[1][0]
    page.targets[1].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page.targets[1], Qt.Key.Key_Return)
    assert home(parts, file) == chosen.name
    asked = page.round.question
    page.skip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.skip, Qt.Key.Key_Enter)
    assert page.round.question != asked


def test_a_new_cluster_is_named_and_is_a_target_from_then_on(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    file = page.round.question.file
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.name.hasFocus()
    qtbot.keyClicks(page.name, "Sunsets 1")
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert home(parts, file) == "Sunsets 1"
    assert [c.name for c, _ in page.round.targets()][-1] == "Sunsets 1"
    file = page.round.question.file
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page, Qt.Key.Key_4)
    assert home(parts, file) == "Sunsets 1"


def test_a_name_that_is_there_already_makes_no_second_cluster(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    file = page.round.question.file
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.name, "night")
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert home(parts, file) == "Night"
    assert len(parts.session.gallery.clusters) == 3


def test_skipping_changes_nothing_and_escape_goes_back(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    file = page.round.question.file
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert page.round.question.file != file
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClick(page.name, Qt.Key.Key_Escape)
    assert page.name.isHidden()
    assert parts.window.pages.currentWidget() is page
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert not parts.session.can_undo


def test_after_the_last_question_it_says_what_was_settled(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    made = parts.session.gallery.clustering
    assert page.round.total == 12
    answered = 0
    while page.round.question is not None:
        with qtbot.waitSignal(parts.session.changed):
            qtbot.keyClick(page, Qt.Key.Key_1)
        answered += 1
    assert answered == 12
    assert parts.session.gallery.pinned.all()
    assert page.round.covered_count == 12
    assert made is not None
    assert np.array_equal(parts.session.gallery.ids[parts.session.gallery.pinned], made.ids)
    assert page.more.isVisible()
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.round.searching)
    assert page.round.total == 0  # every photo is placed by hand


def test_an_answer_by_mouse_puts_the_name_away(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClicks(page.name, "Su")
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(page.targets[0], Qt.MouseButton.LeftButton)
    assert page.name.isHidden()
    file = page.round.question.file
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert parts.session.gallery.pinned[parts.session.gallery.row_of[file]]


def with_more(parts: Parts, page: AskPage, qtbot: QtBot, names: list[str]) -> None:
    """Answer with new clusters, which are targets from then on, in a window too low for all."""
    parts.window.resize(800, 560)
    for name in names:
        qtbot.keyClick(page, Qt.Key.Key_N)
        qtbot.keyClicks(page.name, name)
        with qtbot.waitSignal(parts.session.changed):
            qtbot.keyClick(page.name, Qt.Key.Key_Return)
    settle(parts, qtbot)


def listed(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_clusters_that_have_no_target_are_in_a_list_by_key_and_mouse(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    assert page.other.isHidden()  # three clusters, three targets
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert QApplication.activePopupWidget() is None
    with_more(parts, page, qtbot, ["one", "two & a half", "three", "four"])
    seen = {c.name for (c, _), t in zip(page.round.targets(), page.targets, strict=False) if t.isVisible()}
    left = [c.name for c in parts.session.gallery.clusters if c.name not in seen]
    assert left
    file = page.round.question.file
    qtbot.keyClick(page, Qt.Key.Key_0)
    menu = listed(qtbot)
    assert [a.text().replace("&&", "&") for a in menu.actions()] == left
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(menu, Qt.Key.Key_Return)  # the first is ready to be taken
    assert home(parts, file) == left[0]
    settle(parts, qtbot)
    file = page.round.question.file
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    menu = listed(qtbot)
    last = menu.actions()[-1]
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(last).center())
    assert home(parts, file) == last.text().replace("&&", "&")


def test_more_than_nine_clusters_are_all_within_reach(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    with_more(parts, page, qtbot, [f"kind {i}" for i in range(8)])
    parts.window.resize(1280, 800)
    qtbot.waitUntil(page.targets[8].isVisible)
    everywhere = {c.id for c in parts.session.gallery.clusters}
    assert len(everywhere) > 9
    with_target, listed_only = {c.id for c, _ in page.round.targets()}, {c.id for c in page.round.other_clusters(9)}
    assert with_target | listed_only == everywhere
    assert not with_target & listed_only
    assert page.other.isVisible()


def test_a_key_answers_with_what_is_seen_only(parts: Parts, page: AskPage, qtbot: QtBot) -> None:
    with_more(parts, page, qtbot, ["one", "two", "three", "four"])
    assert len(page.round.targets()) == 7
    assert not page.targets[6].isVisible()
    number = page.round.number
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert page.round.number == number
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page, Qt.Key.Key_3)
    assert page.round.number == number + 1


def test_a_search_that_comes_late_leaves_the_next_round_alone(
    parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    select, go, searches = ask_round.select_questions, threading.Event(), list[int]()

    def first_is_late(*given: Any, **named: Any) -> Any:
        searches.append(len(searches))
        if searches[-1] == 0:
            assert go.wait(20)
        return select(*given, **named)

    monkeypatch.setattr(ask_round, "select_questions", first_is_late)
    questions = AskRound(parts.session, parts.jobs, parts.workspace)
    questions.start()
    qtbot.waitUntil(lambda: len(searches) == 1)
    assert questions.searching
    questions.end()
    questions.start()
    qtbot.waitUntil(lambda: questions.total > 0)
    questions.skip()
    go.set()
    settle(parts, qtbot)
    assert questions.number == 2


@pytest.mark.parametrize("step", ["load_features", "select_questions"])
def test_after_a_search_that_failed_one_can_search_again(
    parts: Parts, page: AskPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise KeyError("ours")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(ask_round, step, fails)
        page.start()
        settle(parts, qtbot)
    assert len(raised) == 1
    assert not page.round.searching
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.round.question is not None)


@pytest.mark.parametrize("step", ["load_features", "select_questions"])
def test_why_it_failed_is_said_once(
    parts: Parts, page: AskPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise UserError("No room.")

    said: list[str] = []
    parts.session.failed.connect(said.append)
    monkeypatch.setattr(ask_round, step, fails)
    page.start()
    settle(parts, qtbot)
    assert said == ["No room."]
    assert not page.round.running
