"""What was refused of a retrain is the user's work: it is stored, however the proposal ends."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import Rename
from engine.library.catalog.catalog import Catalog
from gallery_app.app import Parts
from gallery_app.views.review.flow_card import FlowCard
from tests.gallery_app.proposing import MOVES, Propose, wait_until_idle


@pytest.fixture
def card(scripted: Parts, propose: Propose) -> FlowCard:
    """The first flow of a retrain, of which a photo is refused."""
    propose(MOVES)
    card = scripted.workspace.preview.pictures.cards[0]
    card.strip.refused.emit(card.flow.photos[0])
    assert scripted.workspace.proposals.refused == {(card.flow.photos[0], card.flow.target)}
    return card


def stored(place: Path) -> set[tuple[int, str]]:
    """What the catalog of a library that was closed says is refused."""
    with closing(Catalog(place / "catalog.db")) as catalog:
        return {
            (file, cluster) for file, clusters in catalog.corrections.all().rejections.items() for cluster in clusters
        }


def test_closing_the_library_keeps_it(scripted: Parts, organised: Path, card: FlowCard, qtbot: QtBot) -> None:
    refused = card.flow.photos[0], card.flow.target
    scripted.session.close()
    wait_until_idle(scripted, qtbot)
    assert refused in stored(organised)


def test_opening_a_gallery_keeps_it(
    scripted: Parts, organised: Path, card: FlowCard, photo_folder: Path, qtbot: QtBot
) -> None:
    refused = card.flow.photos[0], card.flow.target
    with qtbot.waitSignal(scripted.session.opened):
        scripted.session.open(photo_folder)
    qtbot.waitUntil(lambda: len(scripted.session.gallery) > 0)
    scripted.session.close()
    wait_until_idle(scripted, qtbot)
    assert refused in stored(organised)


def test_quitting_keeps_it(scripted: Parts, organised: Path, card: FlowCard) -> None:
    refused = card.flow.photos[0], card.flow.target
    scripted.window.close()
    assert refused in stored(organised)


def test_undoing_what_the_retrain_has_learned_from_keeps_it_and_the_redo(
    scripted: Parts, propose: Propose, qtbot: QtBot
) -> None:
    session, proposals = scripted.session, scripted.workspace.proposals
    session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    wait_until_idle(scripted, qtbot)
    propose({"forest_1": "Sea"})
    photo = proposals.current.preview.flows[0].photos[0]
    proposals.refuse([(photo, proposals.current.preview.flows[0].target)])
    session.undo()
    wait_until_idle(scripted, qtbot)
    assert proposals.refused
    assert session.can_redo
