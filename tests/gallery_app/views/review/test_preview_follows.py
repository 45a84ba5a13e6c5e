"""A proposal that is brought up to date under the eyes of the user leaves them where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Move
from engine.edits.flows import Flow, Preview
from gallery_app.app import Parts
from gallery_app.state.proposals import Proposal
from gallery_app.views.review.flow_card import FlowCard
from gallery_app.views.review.retrain_preview import RetrainPreview
from tests.gallery_app.proposing import MOVES, Propose, wait_until_idle


@pytest.fixture
def page(scripted: Parts, propose: Propose, qtbot: QtBot) -> RetrainPreview:
    scripted.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is scripted.window)
    propose(MOVES)
    return scripted.workspace.preview


def card_of(page: RetrainPreview, target: str) -> FlowCard:
    return next(card for card in page.pictures.cards if card.flow.target == target)


def move_by_hand(parts: Parts, file: int, qtbot: QtBot) -> None:
    """As something else does it meanwhile: the photo is in Beach for good."""
    beach = next(c.id for c in parts.session.gallery.clusters if c.name == "Beach")
    parts.session.edit(Move([file], beach), None)
    wait_until_idle(parts, qtbot)


def test_the_large_photo_stays(scripted: Parts, page: RetrainPreview, qtbot: QtBot) -> None:
    flow = card_of(page, "c9").flow
    page.pictures.opened.emit(flow, flow.photos[2])
    move_by_hand(scripted, flow.photos[0], qtbot)
    assert page.photo.isVisible()
    assert page.photo.file == flow.photos[2]
    assert page.photo.ends.text().endswith("2 of 3")
    assert page.photo.hasFocus()
    move_by_hand(scripted, flow.photos[2], qtbot)
    assert page.photo.file == flow.photos[3]  # which has its place


def test_where_its_flow_is_gone_the_pictures_are_shown(scripted: Parts, page: RetrainPreview, qtbot: QtBot) -> None:
    card = next(card for card in page.pictures.cards if card.flow.target != "c9")
    page.pictures.opened.emit(card.flow, card.flow.photos[0])
    for file in card.flow.photos:
        move_by_hand(scripted, file, qtbot)
    assert not page.photo.isVisible()
    assert len(page.pictures.cards) == 1


@pytest.mark.parametrize("part", ["strip", "refuse"])
def test_a_flow_keeps_the_keys(scripted: Parts, page: RetrainPreview, qtbot: QtBot, part: str) -> None:
    card = card_of(page, "c9")
    photo = card.flow.photos[2]
    card.go_to(photo)
    getattr(card, part).setFocus(Qt.FocusReason.TabFocusReason)
    move_by_hand(scripted, card.flow.photos[0], qtbot)
    assert card_of(page, "c9") is not card
    qtbot.waitUntil(lambda: getattr(card_of(page, "c9"), part).hasFocus())
    if part == "strip":
        assert card_of(page, "c9").flow.photos[card_of(page, "c9").strip.current] == photo


def test_a_flow_of_many_stays_folded_and_where_it_was(scripted: Parts, page: RetrainPreview, qtbot: QtBot) -> None:
    names = {c.id: c.name for c in scripted.session.gallery.clusters}
    one, *others = names

    def flows(count: int) -> Proposal:
        photos = tuple(range(1, count + 1))
        made = tuple(Flow(one, other, count, photos, (0.9 - 0.1 * i,) * count) for i, other in enumerate(others * 4))
        return Proposal(Preview(99, made, names))

    scripted.workspace.proposals.show(flows(60))
    scripted.workspace.pages.show_proposal()
    bar = page.pictures.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    card = page.pictures.cards[1]
    card.strip.setFocus()
    card.strip.set_current(3)
    bar.setValue(90)
    scripted.workspace.proposals.show(flows(50))
    qtbot.waitUntil(lambda: page.pictures.cards[1].strip.hasFocus())
    card = page.pictures.cards[1]
    assert (card.strip.current, card.unfolded, bar.value()) == (3, False, 90)
    QApplication.processEvents()
    assert (card.strip.current, card.unfolded, bar.value()) == (3, False, 90)


def test_a_box_keeps_the_keys(scripted: Parts, page: RetrainPreview, qtbot: QtBot) -> None:
    page.boxes["c9"].setFocus(Qt.FocusReason.TabFocusReason)
    move_by_hand(scripted, card_of(page, "c9").flow.photos[0], qtbot)
    qtbot.waitUntil(lambda: page.boxes["c9"].hasFocus())
