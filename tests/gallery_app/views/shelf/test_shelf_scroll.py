"""A shelf with more cards than it has room for: what is dragged reaches each, and no refresh scrolls it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import PySide6
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from engine.core.records import Changes
from engine.edits import Lock, Merge, Move
from engine.library.library import Library
from gallery_app.app import Parts
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.parts.photo_drag import dragged_ids, mime_data
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import cluster_mime
from gallery_app.views.shelf.cluster_shelf import ClusterShelf

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
        library.catalog.clusters.assign((f, c, 0.8) for f, c in zip(files, made, strict=True))
        return Changes.EVERYTHING

    shelf.resize(260, 340)
    with qtbot.waitSignal(session.changed):
        session.write(spread, None)
    assert len(shelf.order()) == 11
    qtbot.waitUntil(lambda: area_of(shelf).verticalScrollBar().maximum() > 300)
    return shelf


def area_of(shelf: ClusterShelf) -> QScrollArea:
    return shelf.findChild(QScrollArea)


def hint_of(shelf: ClusterShelf) -> QLabel:
    """What invites to drop photos below the cards."""
    return next(each for each in shelf.findChildren(QLabel) if each.text().startswith("Drop photos here"))


class Hand:
    """Drags over the shelf as Qt would: over the widget that takes drops, at places of the shelf's viewport."""

    def __init__(self, shelf: ClusterShelf, data: QMimeData) -> None:
        self.shelf, self.data, self.wanted = shelf, data, False
        self.buttons = data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def place(self, y: int) -> Any:
        at = self.shelf.card_area.mapFrom(area_of(self.shelf).viewport(), QPoint(60, y))
        return QPointF(at) if PySide6.__version_info__ >= (6, 12) else at  # as in windows.drop

    def enter(self, y: int) -> None:
        QApplication.sendEvent(self.shelf.card_area, QDragEnterEvent(self.place(y), COPY, *self.buttons))
        self.move(y)

    def move(self, y: int) -> None:
        event = QDragMoveEvent(self.place(y), COPY, *self.buttons)
        QApplication.sendEvent(self.shelf.card_area, event)
        self.wanted = event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.shelf.card_area, QDragLeaveEvent())

    def let_go(self, y: int) -> None:
        self.enter(y)
        self.drop(y)

    def drop(self, y: int) -> None:
        QApplication.sendEvent(self.shelf.card_area, QDropEvent(QPointF(self.place(y)), COPY, *self.buttons))


def one_photo(session: Session) -> QMimeData:
    large = next(c for c in session.gallery.clusters if c.members > 1)  # else it went with its photo
    return mime_data(session, [int(session.gallery.ids[session.gallery.members(large.id)[0]])])


def test_a_drag_held_at_the_edge_reaches_the_last_card_and_the_ground(
    tall: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    bar, low = area_of(tall).verticalScrollBar(), area_of(tall).viewport().height() - 4
    hand = Hand(tall, one_photo(session))
    hand.enter(low)  # over a card
    [lit] = [card for card in map(tall.card, tall.order()) if card.is_target]
    assert lit.geometry().contains(hand.place(low))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    qtbot.waitUntil(lambda: not tall.card_area.edge.running)  # at its end nothing is kept awake
    assert not any(tall.card(id_).is_target for id_ in tall.order())  # they have gone by: it is over the ground by now
    assert hint_of(tall).property("role") == "lit"
    with qtbot.waitSignal(session.changed):
        hand.drop(low)
    assert len(tall.order()) == 12
    assert session.undo_label == "make New cluster 1 of 1 photo"


def test_what_is_dropped_goes_to_the_card_that_came_under_the_hand(
    tall: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    bar = area_of(tall).verticalScrollBar()
    bar.setValue(bar.maximum())
    hand = Hand(tall, cluster_mime(tall.order()[-1], []))
    hand.enter(10)
    qtbot.waitUntil(lambda: bar.value() == 0)
    first = tall.order()[0]
    qtbot.waitUntil(lambda: tall.card(first).is_target)  # near its edge it is meant after a while
    assert [id_ for id_ in tall.order() if tall.card(id_).is_target] == [first]
    with qtbot.waitSignal(session.changed):
        hand.drop(10)
    assert len(tall.order()) == 10
    assert session.undo_label == f"merge Trip 7 into {tall.card(first).cluster.name}"


@pytest.mark.parametrize("end", ["leave", "drop", "away from the edge"])
def test_it_stops_where_the_drag_ends(tall: ClusterShelf, session: Session, qtbot: QtBot, end: str) -> None:
    bar, low = area_of(tall).verticalScrollBar(), area_of(tall).viewport().height() - 4
    hand = Hand(tall, one_photo(session))
    hand.enter(low)
    qtbot.waitUntil(lambda: tall.card_area.edge.running and bar.value() > 0)
    if end == "leave":
        hand.leave()
    elif end == "drop":
        with qtbot.waitSignal(session.changed):
            hand.drop(low)
    else:
        hand.move(low // 2)
        qtbot.waitUntil(lambda: not tall.card_area.edge.running)
    assert not tall.card_area.edge.running
    assert bar.value() < bar.maximum()


def test_what_is_of_no_use_to_the_shelf_is_left_to_the_window(tall: ClusterShelf) -> None:
    data = QMimeData()
    data.setText("a folder")
    hand = Hand(tall, data)
    event = QDragEnterEvent(hand.place(60), COPY, *hand.buttons)
    QApplication.sendEvent(tall.card_area, event)
    assert not event.isAccepted()
    assert not tall.card_area.edge.running


def test_no_refresh_scrolls_the_shelf(tall: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    bar, middle = area_of(tall).verticalScrollBar(), area_of(tall).viewport().height() // 2
    bar.setValue(200)
    first, last = tall.order()[0], tall.order()[-1]
    files = [int(session.gallery.ids[row]) for row in session.gallery.members(last)]
    for change in (
        lambda: Hand(tall, one_photo(session)).let_go(middle),
        lambda: session.edit(Lock(first, True), None),
        lambda: session.edit(Move(files, first), None),
        session.undo,
    ):
        session.select(files, tall)
        bar.setValue(200)
        with qtbot.waitSignal(session.changed):
            change()
        QApplication.processEvents()
        assert bar.value() == 200


def seen(shelf: ClusterShelf, card: ClusterCard) -> bool:
    """Whether all of the card is in sight."""
    return area_of(shelf).viewport().rect().contains(card.geometry().translated(shelf.card_area.pos()))


def test_a_cluster_made_by_a_drop_comes_into_view_and_takes_its_name(
    tall: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    tall.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is tall)
    bar = area_of(tall).verticalScrollBar()
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(session.changed):
        Hand(tall, one_photo(session)).let_go(hint_of(tall).mapTo(area_of(tall).viewport(), QPoint(9, 9)).y())
    card = tall.card(tall.order()[-1])
    QApplication.processEvents()
    assert seen(tall, card)
    editor = card.findChild(QLineEdit)
    assert editor is not None
    assert editor is QApplication.focusWidget()
    assert card.rect().contains(editor.geometry())
    QTest.keyClicks(editor, "Lisbon")  # in place of the machine's name, which is selected
    with qtbot.waitSignal(session.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert tall.card(tall.order()[-1]).cluster.name == "Lisbon"
    assert seen(tall, card)


def test_escape_leaves_the_new_cluster_the_name_of_the_machine(
    tall: ClusterShelf, session: Session, jobs: JobRunner, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.changed):
        session.new_cluster(dragged_ids(one_photo(session)), tall)
    card = tall.card(tall.order()[-1])
    editor = card.findChild(QLineEdit)
    QTest.keyClicks(editor, "Lis")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert card.cluster.name == "New cluster 1"
    assert seen(tall, card)


def test_the_command_asks_for_a_name_in_the_window_but_not_in_the_viewer(parts: Parts, qtbot: QtBot) -> None:
    window, session, shelf = parts.window, parts.session, parts.workspace.shelf
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.select(session.gallery.ids[:2].tolist(), None)
    with qtbot.waitSignal(session.changed):
        window.actions_["new-cluster"].trigger()
    (editor,) = shelf.findChildren(QLineEdit)
    assert editor is QApplication.focusWidget()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shelf.findChildren(QLineEdit))
    parts.workspace.pages.show_photo(int(session.gallery.ids[5]))
    with qtbot.waitSignal(session.changed):
        window.actions_["new-cluster"].trigger()
    assert len(shelf.order()) == 5
    assert QApplication.focusWidget() is parts.workspace.viewer
    QTest.keyClick(parts.workspace.viewer, Qt.Key.Key_Escape)
    assert not shelf.findChildren(QLineEdit)


@pytest.mark.parametrize("how", ["undo", "named", "unseen", "learned"])
def test_what_comes_otherwise_takes_no_keys(tall: ClusterShelf, session: Session, qtbot: QtBot, how: str) -> None:
    files = dragged_ids(one_photo(session))
    if how == "unseen":
        tall.hide()
    if how == "learned":
        work = partial(session.write, as_trained(files), session)
    elif how == "undo":
        with qtbot.waitSignal(session.changed):
            session.edit(Merge(tall.order()[0], tall.order()[1]), tall)
        work = session.undo
    else:
        work = partial(session.new_cluster, files, tall, "Lisbon" if how == "named" else None)
    count = len(tall.order())
    with qtbot.waitSignal(session.changed):
        work()
    assert len(tall.order()) == count + 1
    tall.show()
    assert not tall.findChildren(QLineEdit)


def as_trained(files: list[int]) -> Callable[[Library], Changes]:
    def place(library: Library) -> Changes:
        (made,) = library.catalog.clusters.fresh_ids(1)
        library.catalog.clusters.add({made: "Lisbon"})
        library.catalog.clusters.assign((file, made, 0.8) for file in files)
        return Changes.EVERYTHING

    return place
