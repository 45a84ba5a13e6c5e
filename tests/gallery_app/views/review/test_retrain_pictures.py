"""A proposed retrain in pictures, the most certain first: photos are refused, seen larger, and the others move."""

from __future__ import annotations

from itertools import cycle, islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.errors import Sentence
from engine.core.records import Corrections
from engine.edits import Move, Rename
from engine.edits.flows import Flow, Preview
from engine.pipeline.options import OrganiseOptions
from gallery_app.app import Parts
from gallery_app.state.proposals import Proposal
from gallery_app.views.review.flow_card import FlowCard
from gallery_app.views.review.strip_layout import GAP, MOST, SIDE, StripLayout
from tests.gallery_app.proposing import MOVES, Propose, assignments, wait_until_idle

LEFT = Qt.MouseButton.LeftButton
SURE = {"forest_1": 0.8, "forest_2": 0.95, "night_0": 0.5, "night_1": 0.6, "night_2": 0.7, "night_3": 0.4}


@pytest.fixture
def parts(scripted: Parts) -> Parts:
    return scripted


@pytest.fixture
def cards(parts: Parts, propose: Propose) -> list[FlowCard]:
    """The cards of Forest to Beach and of Night to Stars."""
    propose(MOVES, sure=SURE)
    return parts.workspace.preview.pictures.cards


def names(parts: Parts, files: tuple[int, ...]) -> list[str]:
    gallery = parts.session.gallery
    return [gallery.files[gallery.row_of[file]].path.split(".")[0] for file in files]


def file_of(parts: Parts, name: str) -> int:
    return next(f.id for f in parts.session.gallery.files if f.path.startswith(name))


def corrections(parts: Parts, qtbot: QtBot) -> Corrections:
    found: list[Corrections] = []
    parts.session.query(lambda library: library.catalog.corrections.all(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def click(qtbot: QtBot, card: FlowCard, index: int) -> None:
    qtbot.mouseClick(card.strip, LEFT, pos=card.strip.place(index).center())


def test_the_most_certain_comes_first_and_says_how_sure_it_is(parts: Parts, cards: list[FlowCard]) -> None:
    forest, night = cards
    assert [c.title.accessibleName() for c in cards] == ["From Forest to Beach", "From Night to new cluster Stars"]
    assert [c.summary.text() for c in cards] == ["2 photos, quite sure", "4 photos, not so sure"]
    assert names(parts, forest.flow.photos) == ["forest_2", "forest_1"]
    assert names(parts, night.flow.photos) == ["night_2", "night_1", "night_0", "night_3"]
    assert night.strip.caption(0) == "night_2.jpg, 70% sure"


def test_its_thumbnails_are_loaded_and_painted(parts: Parts, cards: list[FlowCard], qtbot: QtBot) -> None:
    strip = cards[0].strip
    middle = strip.place(0).center()

    def shown() -> tuple[int, int, int]:
        colour = strip.grab().toImage().pixelColor(middle)
        return colour.red(), colour.green(), colour.blue()

    qtbot.waitUntil(lambda: abs(shown()[1] - (120 + 18)) < 6 and shown()[0] < 80)  # the green of forest_2


def test_a_refused_photo_stays_and_teaches_and_one_undo_takes_back_both(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot
) -> None:
    page, before, file = parts.workspace.preview, assignments(parts), cards[1].flow.photos[1]
    for index in (0, 1):
        click(qtbot, cards[1], index)
    assert page.accept.text() == "Move 4 photos"
    assert cards[1].summary.text() == "4 photos, not so sure  ·  2 refused"
    assert page.boxes["c9"].accessibleName() == "Stars, +2"
    click(qtbot, cards[1], 0)  # let it move, after all
    assert page.accept.text() == "Move 5 photos"
    assert page.dismiss.text() == "Move nothing, keep 1 refusal"
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(page.accept, LEFT)
    assert assignments(parts) == before | MOVES | {"night_1": "Night"}
    assert corrections(parts, qtbot).rejections == {file: frozenset({"c9"})}
    with qtbot.waitSignal(parts.session.changed):
        parts.window.actions_["undo"].trigger()
    assert assignments(parts) == before
    assert corrections(parts, qtbot).rejections == {}


def test_a_whole_flow_is_refused_and_taken_back(parts: Parts, cards: list[FlowCard], qtbot: QtBot) -> None:
    page, before = parts.workspace.preview, assignments(parts)
    click(qtbot, cards[1], 2)
    qtbot.mouseClick(cards[1].refuse, LEFT)  # the others as well
    assert page.accept.text() == "Move 2 photos"
    assert cards[1].refuse.accessibleName() == "From Night to new cluster Stars: Take back"
    qtbot.mouseClick(cards[1].refuse, LEFT)
    assert page.accept.text() == "Move 6 photos"
    qtbot.mouseClick(cards[1].refuse, LEFT)
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(page.accept, LEFT)
    assert assignments(parts) == before | {"forest_1": "Beach", "forest_2": "Beach"}
    assert len(corrections(parts, qtbot).rejections) == 4


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (0, "6 photos have moved."),
        (1, "5 photos have moved, 1 refusal kept."),
        (4, "2 photos have moved, 4 refusals kept."),
    ],
)
def test_what_has_moved_is_said(parts: Parts, cards: list[FlowCard], qtbot: QtBot, refused: int, words: str) -> None:
    card, proposals = cards[1], parts.workspace.proposals
    proposals.refuse((photo, card.flow.target) for photo in card.flow.photos[:refused])
    with qtbot.waitSignal(proposals.applied):
        qtbot.mouseClick(parts.workspace.preview.accept, LEFT)
    assert words in parts.workspace.strip.text()


def test_the_undo_is_named_by_what_is_taken(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    """It said four clusters where three stand."""
    propose({"forest_1": "Beach", "night_0": "Stars"}, sure=SURE)
    card = next(card for card in parts.workspace.preview.pictures.cards if card.flow.target == "c9")
    qtbot.mouseClick(card.refuse, LEFT)
    with qtbot.waitSignal(parts.session.changed):
        qtbot.mouseClick(parts.workspace.preview.accept, LEFT)
    assert parts.session.undo_label == "retrain into 3 clusters"
    assert parts.session.gallery.cluster_count == 3


def test_what_was_refused_is_kept_where_nothing_is_taken(parts: Parts, cards: list[FlowCard], qtbot: QtBot) -> None:
    before, refused = assignments(parts), {*cards[0].flow.photos}
    for index in (0, 1):
        click(qtbot, cards[0], index)
    qtbot.mouseClick(parts.workspace.preview.dismiss, LEFT)
    wait_until_idle(parts, qtbot)
    assert assignments(parts) == before
    assert "2 refusals are kept" in parts.workspace.strip.text()
    assert corrections(parts, qtbot).rejections.keys() == refused
    assert parts.session.undo_label == "keep 2 photos where they are"
    with qtbot.waitSignal(parts.session.changed):
        parts.window.actions_["undo"].trigger()
    assert corrections(parts, qtbot).rejections == {}


def test_the_next_retrain_learns_what_was_refused_of_this_one(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot
) -> None:
    file = cards[0].flow.photos[0]
    click(qtbot, cards[0], 0)
    parts.workspace.proposals.retrain(OrganiseOptions(k=3))
    assert list(corrections(parts, qtbot).rejections) == [file]
    assert parts.workspace.proposals.refused == frozenset()


def test_decided_later_refusals_wait_and_go_with_the_photos_they_are_of(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot
) -> None:
    bar, session = parts.workspace.proposal_bar, parts.session
    for index in (0, 1):
        click(qtbot, cards[0], index)
    qtbot.keyClick(parts.workspace.preview, Qt.Key.Key_Escape)
    assert bar.text() == "The retrain is ready: 4 photos would move, 1 cluster would go, 1 would be new."
    forest = next(c.id for c in session.gallery.clusters if c.name == "Forest")
    session.edit(Move([cards[0].flow.photos[0]], forest), None)  # it would not move any more
    wait_until_idle(parts, qtbot)
    assert names(parts, tuple(f for f, _ in parts.workspace.proposals.refused)) == ["forest_1"]
    qtbot.mouseClick(bar.see, LEFT)
    summaries = [card.summary.text() for card in parts.workspace.preview.pictures.cards]
    assert summaries == ["1 photo, quite sure  ·  1 refused", "4 photos, not so sure"]


def test_all_of_it_is_done_with_keys(parts: Parts, cards: list[FlowCard], qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    page, strips = parts.workspace.preview, [card.strip for card in cards]
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert strips[0].hasFocus()
    assert strips[0].accessibleDescription() == "forest_2.jpg, 95% sure"
    qtbot.keyClick(strips[0], Qt.Key.Key_Space)
    assert strips[0].accessibleDescription() == "forest_2.jpg, 95% sure: refused"
    qtbot.keyClick(strips[0], Qt.Key.Key_Down)  # to the next flow
    assert strips[1].hasFocus()
    qtbot.keyClick(strips[1], Qt.Key.Key_End)
    qtbot.keyClick(strips[1], Qt.Key.Key_Left)
    qtbot.keyClick(strips[1], Qt.Key.Key_Return)  # larger
    photo = page.photo
    assert photo.hasFocus()
    assert photo.caption.text() == "night_0.jpg, 50% sure"
    assert photo.ends.text() == "From Night to new cluster Stars  ·  3 of 4"
    qtbot.keyClick(photo, Qt.Key.Key_X)
    qtbot.keyClick(photo, Qt.Key.Key_Left)
    assert photo.accessibleDescription() == "night_1.jpg, 60% sure"
    qtbot.keyClick(photo, Qt.Key.Key_Escape)
    assert strips[1].hasFocus()
    assert strips[1].accessibleDescription() == "night_1.jpg, 60% sure"
    assert page.accept.text() == "Move 4 photos"
    assert parts.window.pages.currentWidget() is page  # Escape has closed the photo alone
    qtbot.keyClick(strips[1], Qt.Key.Key_Escape)
    assert parts.window.pages.currentWidget() is parts.workspace.work


def test_a_photo_is_seen_larger_by_its_corner_and_whole(parts: Parts, cards: list[FlowCard], qtbot: QtBot) -> None:
    strip, photo = cards[0].strip, parts.workspace.preview.photo
    qtbot.mouseClick(strip, LEFT, pos=strip.larger_corner(1).center())
    assert photo.file == strip.flow.photos[1]
    assert parts.workspace.proposals.refused == frozenset()
    row = parts.session.gallery.row_of[photo.file]
    whole = parts.session.gallery.content(row)
    qtbot.waitUntil(lambda: photo.canvas.picture.size.toTuple() == (whole.width, whole.height), timeout=60_000)
    qtbot.mouseClick(photo.refuse, LEFT)
    qtbot.mouseClick(photo.shut, LEFT)
    assert strip.is_refused(strip.flow.photos[1])


def double_click(qtbot: QtBot, card: FlowCard, index: int) -> None:
    """As the mouse does it: the second click comes as a double-click."""
    place = card.strip.place(index).center()
    qtbot.mouseClick(card.strip, LEFT, pos=place)
    qtbot.mouseDClick(card.strip, LEFT, pos=place)
    qtbot.mouseRelease(card.strip, LEFT, pos=place)


@pytest.mark.parametrize("refused", [False, True])
def test_a_double_click_shows_it_larger_and_refuses_nothing(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot, refused: bool
) -> None:
    card, page = cards[1], parts.workspace.preview
    if refused:
        parts.workspace.proposals.refuse([(card.flow.photos[1], card.flow.target)])
    double_click(qtbot, card, 1)
    assert page.photo.isVisible()
    assert page.photo.file == card.flow.photos[1]
    assert bool(parts.workspace.proposals.refused) is refused


def test_a_double_click_on_how_many_are_hidden_only_shows_them(parts: Parts, qtbot: QtBot) -> None:
    beach, forest = (next(c.id for c in parts.session.gallery.clusters if c.name == n) for n in ("Beach", "Forest"))
    photos = tuple(islice(cycle(parts.session.gallery.ids.tolist()), 60))
    flow = Flow(forest, beach, 60, photos, (0.8,) * 60)
    parts.workspace.proposals.show(Proposal(Preview(1, (flow,), {beach: "Beach", forest: "Forest"}), Sentence("r")))
    parts.workspace.pages.show_proposal()
    card = parts.workspace.preview.pictures.cards[0]
    double_click(qtbot, card, card.strip.layout_of_photos.hidden.start)
    assert card.unfolded
    assert not parts.workspace.preview.photo.isVisible()
    assert not parts.workspace.proposals.refused


def test_a_photo_that_is_pressed_and_not_let_go_on_is_not_refused(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot
) -> None:
    strip = cards[1].strip
    qtbot.mousePress(strip, LEFT, pos=strip.place(0).center())
    qtbot.mouseRelease(strip, LEFT, pos=strip.place(2).center())
    assert not parts.workspace.proposals.refused


def test_a_cluster_of_the_users_own_is_called_so(parts: Parts, propose: Propose, qtbot: QtBot) -> None:
    beach = next(c.id for c in parts.session.gallery.clusters if c.name == "Beach")
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Rename(beach, "The sea"), None)
    propose({"forest_1": "The sea"})
    card = parts.workspace.preview.pictures.cards[0]
    assert card.title.accessibleName() == "From Forest to your cluster The sea"
    card.title.resize(600, card.title.height())
    assert card.title.names == ("Forest", "your cluster The sea")
    card.title.resize(180, card.title.height())
    assert card.title.names == ("Forest", "The sea")  # the name is what tells them apart


def test_a_cluster_that_stays_as_it_is_keeps_its_photos_from_being_refused(
    parts: Parts, cards: list[FlowCard], qtbot: QtBot
) -> None:
    page = parts.workspace.preview
    page.boxes["c9"].click()
    assert [c.strip.isEnabled() for c in cards] == [True, False]
    assert cards[1].summary.text() == "4 photos stay"
    click(qtbot, cards[1], 0)
    assert parts.workspace.proposals.refused == frozenset()


def many_flows(parts: Parts, flows: int, photos: int) -> Preview:
    """So many flows of so many photos, which are those of the gallery over and over."""
    ids = tuple(islice(cycle(parts.session.gallery.ids.tolist()), photos))
    chances = tuple(1 - i / photos for i in range(photos))
    made = tuple(Flow("c1", f"c{n}", photos, ids, chances) for n in range(10, 10 + flows))
    return Preview(99, made, {f.target: f.target for f in made} | {"c1": "Beach"})


def test_cards_are_made_as_far_as_one_scrolls(parts: Parts, qtbot: QtBot) -> None:
    parts.workspace.proposals.show(Proposal(many_flows(parts, 300, 4), Sentence("retrain")))
    parts.workspace.pages.show_proposal()
    pictures = parts.workspace.preview.pictures
    assert 3 < len(pictures.cards) < 30
    for _ in range(300):
        bar = pictures.verticalScrollBar()
        bar.setValue(bar.maximum())
        QTest.qWait(0)
        if len(pictures.cards) == 300:
            break
    assert len(pictures.cards) == 300


def test_of_very_many_photos_only_those_that_are_seen_are_loaded(parts: Parts, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    parts.workspace.proposals.show(Proposal(many_flows(parts, 1, 100_000), Sentence("retrain")))
    parts.workspace.pages.show_proposal()
    pictures = parts.workspace.preview.pictures
    card = pictures.cards[0]
    assert card.unfold.text() == "Show more"
    hidden = card.strip.layout_of_photos.hidden
    qtbot.mouseClick(card.strip, LEFT, pos=card.strip.place(hidden.start).center())  # +99,993
    assert card.unfold.text() == "Show fewer"
    qtbot.waitUntil(lambda: pictures.verticalScrollBar().maximum() > 100_000)
    pictures.verticalScrollBar().setValue(50_000)
    assert 5 < len(card.strip.wanted()) < 200
    card.strip.set_current(99_999)
    card.strip.setFocus()
    qtbot.waitUntil(lambda: card.strip.visibleRegion().contains(card.strip.place(99_999).center()))


@pytest.mark.parametrize(("count", "width"), [(1, 900), (8, 888), (9, 900), (60, 400), (60, 100)])
def test_a_row_has_the_most_certain_and_the_most_doubtful(count: int, width: int) -> None:
    row = StripLayout(count, width)
    shown = row.between(0, row.height)
    assert shown[0] == 0
    assert shown[-1] == count - 1
    assert len(shown) + len(row.hidden) == count
    corners = [row.corner(i) for i in shown]
    assert len({*corners}) == len(shown)
    assert max(x for x, _ in corners) + SIDE <= max(width, 3 * (SIDE + GAP))
    assert [row.index_at(x + 5, y + 5) for x, y in corners] == shown
    assert bool(row.hidden) is (count > row.columns)
    whole = StripLayout(count, width, unfolded=True)
    assert whole.between(0, whole.height) == list(range(count))
    assert whole.corner(count - 1)[1] + SIDE == whole.height
    many = StripLayout(1_000_000, width, unfolded=True)
    assert len(many.between(0, many.height)) == MOST - 1
    assert many.height < 524_287


def test_a_step_passes_over_what_is_hidden() -> None:
    row = StripLayout(20, 888)
    hidden = row.hidden
    assert row.step(hidden.start - 1, 1, 0) == hidden.stop
    assert row.step(hidden.stop, -1, 0) == hidden.start - 1
    assert row.step(0, -1, 0) is row.step(0, 0, 1) is row.step(19, 1, 0) is None
    assert row.step(5, 0, -1) is None
    assert StripLayout(20, 888, unfolded=True).step(1, 0, 1) == 9
    many = StripLayout(1_000_000, 888, unfolded=True)
    above = many.step(many.hidden.start - 1, 0, 1)
    assert above is not None
    assert above > many.hidden.stop
