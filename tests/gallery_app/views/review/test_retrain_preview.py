"""A retrain is looked at before anything moves: numbers, flows, taken whole or but for some clusters, or left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.edits import Move, Rename
from engine.edits.flows import Flow
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import LayOutMap, MapLaidOut, Organised
from gallery_app.app import Parts
from gallery_app.engine_client.run import Run
from gallery_app.views.review.flow_layout import STAYING, gathered, lay_out
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.proposing import MOVES, Propose, assignments, wait_until_idle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parts(scripted: Parts) -> Parts:
    return scripted


def test_it_is_shown_and_taken(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    workspace, before = parts.workspace, assignments(parts)
    propose(MOVES)
    page = workspace.preview
    assert parts.window.pages.currentWidget() is page
    assert page.accept.text() == "Move 6 photos"
    assert [number.text() for number, _ in page.numbers.values()] == ["6", "1", "1", "6"]
    assert assignments(parts) == before
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(page.accept, LEFT)
    assert assignments(parts) == before | MOVES
    assert parts.window.pages.currentWidget() is workspace.work
    assert parts.session.undo_label == "retrain into 3 clusters"
    with qtbot.waitSignal(parts.session.changed):
        parts.window.actions_["undo"].trigger()
    assert assignments(parts) == before


def test_it_is_left_and_nothing_moved(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    before = assignments(parts)
    propose(MOVES)
    qtbot.mouseClick(parts.workspace.preview.dismiss, LEFT)
    wait_until_idle(parts, qtbot)
    assert assignments(parts) == before
    assert parts.workspace.proposal_bar.text() == ""
    assert not parts.session.can_undo


def test_the_bar_takes_it_as_it_was_chosen(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    """A cluster that was to stay stays, also where the page was left and the bar's button is pressed."""
    workspace, before = parts.workspace, assignments(parts)
    propose(MOVES)
    beach = next(c.id for c in parts.session.gallery.clusters if c.name == "Beach")
    qtbot.mouseClick(workspace.preview.boxes[beach], LEFT, pos=QPoint(10, 10))
    qtbot.keyClick(workspace.preview, Qt.Key.Key_Escape)
    assert "4 photos would move" in workspace.proposal_bar.text()
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(workspace.proposal_bar.accept, LEFT)
    assert assignments(parts) == before | {photo: target for photo, target in MOVES.items() if target == "Stars"}
    wait_until_idle(parts, qtbot)
    propose(MOVES)  # the next begins anew
    assert all(box.isChecked() for box in workspace.preview.boxes.values())


def test_one_that_would_move_nothing_any_more_is_over(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    """The user has moved by hand what it would have moved."""
    session = parts.session
    propose({"forest_1": "Beach"})
    qtbot.keyClick(parts.workspace.preview, Qt.Key.Key_Escape)
    assert "1 photo would move" in parts.workspace.proposal_bar.text()
    file = next(f.id for f in session.gallery.files if f.path.startswith("forest_1"))
    beach = next(c.id for c in session.gallery.clusters if c.name == "Beach")
    with qtbot.waitSignal(session.changed):
        session.edit(Move([file], beach), None)
    wait_until_idle(parts, qtbot)
    assert parts.workspace.proposal_bar.text() == ""


def test_another_one_does_not_come_under_the_hand(parts: Parts, propose: Propose) -> None:
    """Enter takes what was looked at: what a watched folder brings meanwhile waits in the bar."""
    before = assignments(parts)
    propose(MOVES)
    propose({"forest_1": "Beach"}, awaited=False)
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert "1 photo would move" in parts.workspace.proposal_bar.text()
    assert assignments(parts) == before


def test_without_the_page_what_has_moved_is_told(parts: Parts, propose: Propose) -> None:
    parts.settings.preview = False
    propose(MOVES, awaited=False)
    assert parts.session.undo_label == "retrain into 3 clusters"
    assert parts.workspace.strip.text().endswith("Retrained: 6 photos have moved.")


def test_tab_goes_down_the_page(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    propose(MOVES)
    page, seen = parts.workspace.preview, []
    assert page.accessibleName() == "What the retrain would change"
    for _ in range(14):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
    assert all(seen)
    cards = ["From Night to new cluster Stars", "From Forest to Beach"]
    below = [part for card in cards for part in (f"{card}: Refuse all", card)]
    boxes = ["Night, goes", "Stars, +4", "Beach, +2", "Forest, −2"]
    assert seen[:3] == ["Pictures", "Diagram", "Decide later"]
    assert seen[3:] == [*below, "CHANGE THESE CLUSTERS", *boxes, "Leave everything as it is", "Move 6 photos"]


def test_one_that_nobody_asked_for_waits_in_the_bar(parts: Parts, propose: Propose) -> None:
    before = assignments(parts)
    propose(MOVES, awaited=False)  # many new photos
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert "6 photos would move" in parts.workspace.proposal_bar.text()
    assert assignments(parts) == before


def test_undo_while_the_map_is_laid_out_lays_it_out_again(
    parts: Parts, engine: FakeEngine, propose: Propose, qtbot: QtBot
) -> None:
    propose(MOVES)
    engine.sent.clear()
    qtbot.mouseClick(parts.workspace.preview.accept, LEFT)
    qtbot.waitUntil(lambda: engine.kinds == [LayOutMap])
    for command in ("undo", "redo", "undo"):
        with qtbot.waitSignal(parts.session.changed):
            parts.window.actions_[command].trigger()
    assert engine.kinds == [LayOutMap]  # one after the other
    for _ in range(2):
        engine.done(MapLaidOut())
        wait_until_idle(parts, qtbot)
        qtbot.waitUntil(lambda: engine.kinds == [LayOutMap, LayOutMap])
    assert not parts.session.busy


def test_what_is_made_of_a_retrain_that_was_replaced_is_not_proposed(
    parts: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    proposals = parts.workspace.proposals
    proposals.retrain(OrganiseOptions(k=2))
    proposals.retrain(OrganiseOptions(k=7))
    engine.done(Organised({}, {}, proposed=1))  # the first was quicker than the word to stop
    wait_until_idle(parts, qtbot)
    assert proposals.current is None
    assert parts.session.options.k == 7


def test_enter_on_a_button_is_that_button(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    before, page, bar = assignments(parts), parts.workspace.preview, parts.workspace.proposal_bar
    propose(MOVES)
    later = next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == "Decide later")
    for part, waits in ((later, True), (page.dismiss, False)):
        qtbot.mouseClick(bar.see, LEFT)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(part, Qt.Key.Key_Return)
        wait_until_idle(parts, qtbot)
        assert parts.window.pages.currentWidget() is parts.workspace.work
        assert (parts.workspace.proposals.current is not None) is waits
        assert assignments(parts) == before
    assert not parts.session.can_undo
    propose(MOVES)
    page.accept.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page.accept, Qt.Key.Key_Enter)
    assert assignments(parts) == before | MOVES


def test_a_cluster_stays_as_it_is_where_one_likes(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    before, page = assignments(parts), parts.workspace.preview
    propose(MOVES)
    night = next(c.id for c in parts.session.gallery.clusters if c.name == "Night")
    qtbot.mouseClick(page.boxes[night], LEFT, pos=QPoint(8, page.boxes[night].height() // 2))
    assert page.accept.text() == "Move 2 photos"
    with qtbot.waitSignal(parts.session.changed):
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert assignments(parts) == before | {"forest_1": "Beach", "forest_2": "Beach"}


def test_the_list_gives_each_name_the_room_there_is(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    night = next(c.id for c in parts.session.gallery.clusters if c.name == "Night")
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Rename(night, "Nights, grey or red"), None)
    page = parts.workspace.preview
    parts.window.resize(800, 560)
    propose(MOVES)
    assert not page.boxes[night].text().startswith("Nights, grey or red ")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    parts.window.resize(1280, 800)  # while the page is out of sight
    qtbot.mouseClick(parts.workspace.proposal_bar.see, LEFT)
    assert page.boxes[night].text().startswith("Nights, grey or red ")


def test_a_click_in_the_picture_leaves_a_cluster_as_it_is(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    propose(MOVES)
    page, picture = parts.workspace.preview, parts.workspace.preview.flows
    page.as_diagram.trigger()
    bar = next(b for b in picture.laid_out.after if b.cluster == "c9")
    qtbot.mouseClick(picture, LEFT, pos=QPoint(picture.width() - 120, round(10 + (bar.top + bar.bottom) / 2)))
    assert not page.boxes["c9"].isChecked()
    assert page.accept.text() == "Move 2 photos"


def test_a_flow_says_what_it_is_under_the_pointer(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    propose(MOVES)
    picture = parts.workspace.preview.flows
    parts.workspace.preview.as_diagram.trigger()
    ids = {c.name: c.id for c in parts.session.gallery.clusters}
    qtbot.mouseMove(picture, picture.ribbon(ids["Night"], "c9").toPoint())
    QTest.qWait(0)
    assert picture.lit == Flow(ids["Night"], "c9", 4)
    assert "4 photos from Night to Stars" in picture.accessibleDescription()


def test_decided_later_the_bar_waits_and_follows_what_is_done_meanwhile(
    parts: Parts, propose: Propose, qtbot: QtBot
) -> None:
    propose(MOVES)
    page, bar, session = parts.workspace.preview, parts.workspace.proposal_bar, parts.session
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert bar.window() is parts.window
    assert "6 photos would move, 1 cluster would go, 1 would be new" in bar.text()
    file = next(f.id for f in session.gallery.files if f.path.startswith("forest_1"))
    forest = session.gallery.cluster_of(session.gallery.row_of[file])
    session.edit(Move([file], forest.id), None)
    qtbot.waitUntil(lambda: "5 photos would move" in bar.text())
    qtbot.mouseClick(bar.see, LEFT)
    assert parts.window.pages.currentWidget() is page
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(session.changed):
        qtbot.mouseClick(bar.accept, LEFT)
    assert assignments(parts)["forest_1"] == "Forest"
    assert assignments(parts)["forest_2"] == "Beach"


def test_a_retrain_that_moves_nothing_is_taken_and_said(parts: Parts, propose: Propose) -> None:
    propose({})
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert "every photo stays where it is" in parts.workspace.strip.text()
    assert parts.session.gallery.clustering.method == "dec"


def test_one_goes_back_to_an_earlier_clustering(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    before, workspace = assignments(parts), parts.workspace
    propose(MOVES)
    with qtbot.waitSignal(parts.session.changed):
        workspace.preview.accept.click()
    parts.window.actions_["clusterings"].trigger()
    qtbot.waitUntil(workspace.clusterings.isVisible)
    assert ["stands now" in r.accessibleName() for r in workspace.clusterings.rows] == [True, False]
    qtbot.mouseClick(workspace.clusterings.rows[1], LEFT)
    qtbot.waitUntil(lambda: parts.window.pages.currentWidget() is workspace.preview)
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(workspace.preview.accept, LEFT)
    assert assignments(parts) == before
    assert parts.session.undo_label.startswith("go back to the clusters of ")


def test_nothing_is_cut_off_in_a_small_window(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    parts.window.resize(800, 600)
    propose(MOVES)
    page = parts.workspace.preview
    qtbot.waitUntil(lambda: page.width() == 800)
    seen = [w for kind in (QLabel, QAbstractButton) for w in page.findChildren(kind) if w.isVisible()]
    assert len(seen) > 12
    for widget in seen:
        needed = widget.minimumSizeHint() if isinstance(widget, QLabel) and widget.wordWrap() else widget.sizeHint()
        assert widget.width() >= needed.width(), widget.text()


def test_flows_lie_where_their_clusters_are() -> None:
    flows = (Flow("a", "a", 60), Flow("a", "b", 20), Flow("b", "b", 10), Flow("c", "c", 5), Flow(None, "d", 5))
    picture = gathered(flows)
    assert picture[-1] == Flow(STAYING, STAYING, 5)
    laid = lay_out(picture, 400.0, 10.0)
    assert [b.cluster for b in laid.before] == ["a", "b", None, STAYING]
    assert [b.cluster for b in laid.after] == ["a", "b", "d", STAYING]
    for bars in (laid.before, laid.after):
        assert bars[0].top == 0
        assert bars[-1].bottom == pytest.approx(400)
        assert all(one.bottom < next_.top for one, next_ in pairwise(bars))
    for ribbon in laid.ribbons:
        left = next(b for b in laid.before if b.cluster == ribbon.flow.source)
        assert left.top - 1e-6 <= ribbon.left[0] <= ribbon.left[1] <= left.bottom + 1e-6


def test_a_proposal_goes_with_the_undo_of_what_it_has_learned_from(
    parts: Parts, propose: Propose, qtbot: QtBot
) -> None:
    session, proposals = parts.session, parts.workspace.proposals
    night = next(c.id for c in session.gallery.clusters if c.name == "Night")
    file = next(f.id for f in session.gallery.files if f.path.startswith("beach"))
    session.edit(Move([file], night), None)
    wait_until_idle(parts, qtbot)
    propose(MOVES)
    qtbot.keyClick(parts.workspace.preview, Qt.Key.Key_Escape)
    session.edit(Rename(night, "Stars"), None)
    session.undo()  # what was done since is no part of it
    wait_until_idle(parts, qtbot)
    assert proposals.current is not None
    session.undo()
    wait_until_idle(parts, qtbot)
    assert proposals.current is None
    assert parts.workspace.proposal_bar.isHidden()


@pytest.mark.parametrize("on_bar", [True, False])
def test_a_proposal_that_goes_while_something_is_pressed_has_nothing_to_choose(
    parts: Parts, propose: Propose, qtbot: QtBot, on_bar: bool
) -> None:
    """A bar of the picture, or a box of the list."""
    page, before = parts.workspace.preview, assignments(parts)
    propose(MOVES)
    page.as_diagram.setChecked(on_bar)
    page.flows.grab()
    pressed, at = (page.flows, QPoint(4, 14)) if on_bar else (next(iter(page.boxes.values())), QPoint(10, 10))
    asked: list[str] = []
    page.flows.chosen.connect(asked.append)
    qtbot.mousePress(pressed, LEFT, pos=at)
    parts.workspace.proposals.dismiss()
    qtbot.mouseRelease(pressed, LEFT, pos=at)
    assert bool(asked) is on_bar  # it was a bar that was pressed
    assert parts.window.pages.currentWidget() is parts.workspace.work
    assert assignments(parts) == before


def test_what_the_retrain_before_proposes_is_not_shown_in_the_next(parts: Parts, propose: Propose) -> None:
    jobs, proposals = parts.session.jobs, parts.workspace.proposals
    runs: list[Run] = []

    def begun(run: Run) -> None:
        runs.append(run)
        if len(runs) == 1:
            run.ended.connect(lambda _outcome: proposals.retrain(OrganiseOptions()))

    jobs.begun.connect(begun)
    propose(MOVES)
    assert jobs.current is runs[1]
    assert proposals.current is None
    assert parts.window.pages.currentWidget() is parts.workspace.work
