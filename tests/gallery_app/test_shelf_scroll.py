"""A shelf with more cards than it has room for: what is dragged reaches each, and no refresh scrolls it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.library.library import Library
from engine.records import Changes
from gallery_app.session import Session
from gallery_app.views.cluster_drag import cluster_mime
from gallery_app.views.cluster_shelf import ClusterShelf
from gallery_app.views.photo_drag import mime_data

Rows = Callable[[str], list[int]]
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def tall(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> ClusterShelf:
    """Eleven clusters on a shelf with room for four."""
    ids = session.gallery.ids
    names = [f"Trip {i}" for i in range(8)]
    files = [int(ids[row]) for c in session.gallery.clusters for row in session.gallery.members(c.id)[:3]][:8]

    def spread(library: Library) -> Changes:
        made = library.catalog.clusters.fresh_ids(8)
        library.catalog.clusters.add(dict(zip(made, names, strict=True)))
        library.catalog.clusters.place((f, c, 0.8) for f, c in zip(files, made, strict=True))
        return Changes.EVERYTHING

    shelf.resize(260, 340)
    with qtbot.waitSignal(session.changed):
        session.write(spread, None)
    assert len(shelf.order()) == 11
    qtbot.waitUntil(lambda: shelf._area.verticalScrollBar().maximum() > 300)
    return shelf


class Hand:
    """Drags over the shelf as Qt would: over the widget that takes drops, at places of the shelf's viewport."""

    def __init__(self, shelf: ClusterShelf, data: QMimeData) -> None:
        self.shelf, self.data, self.wanted = shelf, data, False
        self.buttons = data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def place(self, y: int) -> Any:
        at = self.shelf.ground.mapFrom(self.shelf._area.viewport(), QPoint(60, y))
        return QPointF(at) if PySide6.__version_info__ >= (6, 12) else at  # as in windows.drop

    def enter(self, y: int) -> None:
        QApplication.sendEvent(self.shelf.ground, QDragEnterEvent(self.place(y), COPY, *self.buttons))
        self.move(y)

    def move(self, y: int) -> None:
        event = QDragMoveEvent(self.place(y), COPY, *self.buttons)
        QApplication.sendEvent(self.shelf.ground, event)
        self.wanted = event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.shelf.ground, QDragLeaveEvent())

    def drop(self, y: int) -> None:
        QApplication.sendEvent(self.shelf.ground, QDropEvent(QPointF(self.place(y)), COPY, *self.buttons))


def one_photo(session: Session) -> QMimeData:
    large = next(c for c in session.gallery.clusters if c.members > 1)  # else it went with its photo
    return mime_data(session, [int(session.gallery.ids[session.gallery.members(large.id)[0]])])


def test_a_drag_held_at_the_edge_reaches_the_last_card_and_the_ground(
    tall: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    bar, low = tall._area.verticalScrollBar(), tall._area.viewport().height() - 4
    hand = Hand(tall, one_photo(session))
    hand.enter(low)  # over a card
    [lit] = [card for card in map(tall.card, tall.order()) if card._target]
    assert lit.geometry().contains(hand.place(low))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    qtbot.waitUntil(lambda: not tall.ground.edge.running)  # at its end nothing is kept awake
    assert not any(tall.card(id_)._target for id_ in tall.order())  # they have gone by: it is over the ground by now
    assert tall._hint.property("role") == "lit"
    with qtbot.waitSignal(session.changed):
        hand.drop(low)
    assert len(tall.order()) == 12
    assert session.undo_label == "make New cluster 1 of 1 photo"


def test_what_is_dropped_goes_to_the_card_that_came_under_the_hand(
    tall: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    bar = tall._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    hand = Hand(tall, cluster_mime(tall.order()[-1], []))
    hand.enter(10)
    qtbot.waitUntil(lambda: bar.value() == 0)
    first = tall.order()[0]
    assert [id_ for id_ in tall.order() if tall.card(id_)._target] == [first]
    with qtbot.waitSignal(session.changed):
        hand.drop(10)
    assert len(tall.order()) == 10
    assert session.undo_label == f"merge Trip 7 into {tall.card(first).cluster.name}"


@pytest.mark.parametrize("end", ["leave", "drop", "away from the edge"])
def test_it_stops_where_the_drag_ends(tall: ClusterShelf, session: Session, qtbot: QtBot, end: str) -> None:
    bar, low = tall._area.verticalScrollBar(), tall._area.viewport().height() - 4
    hand = Hand(tall, one_photo(session))
    hand.enter(low)
    qtbot.waitUntil(lambda: tall.ground.edge.running and bar.value() > 0)
    if end == "leave":
        hand.leave()
    elif end == "drop":
        with qtbot.waitSignal(session.changed):
            hand.drop(low)
    else:
        hand.move(low // 2)
        qtbot.waitUntil(lambda: not tall.ground.edge.running)
    assert not tall.ground.edge.running
    assert bar.value() < bar.maximum()


def test_what_is_of_no_use_to_the_shelf_is_left_to_the_window(tall: ClusterShelf) -> None:
    data = QMimeData()
    data.setText("a folder")
    hand = Hand(tall, data)
    event = QDragEnterEvent(hand.place(60), COPY, *hand.buttons)
    QApplication.sendEvent(tall.ground, event)
    assert not event.isAccepted()
    assert not tall.ground.edge.running
