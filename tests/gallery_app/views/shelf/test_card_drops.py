"""A card dragged over another: only what is meant merges them, and the target says what a drop would do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Lock
from gallery_app.state.session import Session
from gallery_app.views.parts.photo_drag import mime_data
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import cluster_mime
from gallery_app.views.shelf.cluster_shelf import ClusterShelf
from tests.gallery_app import windows

COPY = Qt.DropAction.CopyAction


def id_of(session: Session, name: str) -> str:
    return next(c.id for c in session.gallery.clusters if c.name == name)


class Drag:
    """A card on its way over the shelf."""

    def __init__(self, shelf: ClusterShelf, data: object) -> None:
        self.area, self.how = shelf.card_area, (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    def place(self, card: ClusterCard, share: float) -> QPointF:
        return QPointF(card.x() + 90, card.y() + round(share * card.height()))

    def over(self, card: ClusterCard, share: float) -> bool:
        """Go to this share of a card's height; whether a drop there would be taken."""
        at = self.place(card, share).toPoint()
        QApplication.sendEvent(self.area, QDragEnterEvent(at, COPY, *self.how))
        event = QDragMoveEvent(at, COPY, *self.how)
        QApplication.sendEvent(self.area, event)
        return event.isAccepted()

    def drop(self, card: ClusterCard, share: float) -> None:
        QApplication.sendEvent(self.area, QDropEvent(self.place(card, share), COPY, *self.how))

    def leave(self) -> None:
        QApplication.sendEvent(self.area, QDragLeaveEvent())


@pytest.fixture
def night(shelf: ClusterShelf, session: Session) -> Drag:
    """The card of Night, dragged."""
    return Drag(shelf, cluster_mime(id_of(session, "Night"), []))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("share", [0.02, 0.1, 0.2, 0.75, 0.9, 0.97])
def test_a_drop_in_passing_does_nothing(
    shelf: ClusterShelf, session: Session, night: Drag, qtbot: QtBot, share: float
) -> None:
    beach = shelf.card(id_of(session, "Beach"))
    assert not night.over(beach, share)
    assert not beach.is_target
    night.drop(beach, share)
    assert not session.can_undo
    assert len(shelf.order()) == 3


def test_the_middle_is_meant_at_once_and_says_what_it_does(
    shelf: ClusterShelf, session: Session, night: Drag, qtbot: QtBot
) -> None:
    beach = shelf.card(id_of(session, "Beach"))
    assert night.over(beach, 0.5)
    assert beach.is_target
    assert beach.words == "Merge Night into Beach"
    with qtbot.waitSignal(session.changed):
        night.drop(beach, 0.5)
    assert session.undo_label == "merge Night into Beach"


def test_resting_on_a_card_means_it_but_not_its_edge(
    shelf: ClusterShelf, session: Session, night: Drag, qtbot: QtBot
) -> None:
    beach, forest = shelf.card(id_of(session, "Beach")), shelf.card(id_of(session, "Forest"))
    assert not night.over(beach, 0.2)
    qtbot.waitUntil(lambda: beach.is_target)
    assert night.over(beach, 0.8)  # anywhere on it, by now
    assert not night.over(beach, 0.02)
    assert not beach.is_target
    assert not night.over(forest, 0.2)  # another card is another rest
    night.leave()
    assert not forest.words
    with qtbot.assertNotEmitted(session.changed, wait=700):
        pass
    assert not forest.is_target


def test_photos_are_dropped_anywhere_on_a_card_that_says_so(
    shelf: ClusterShelf, session: Session, qtbot: QtBot
) -> None:
    beach = shelf.card(id_of(session, "Beach"))
    ids = session.gallery.ids[session.gallery.members(id_of(session, "Night"))[:2]].tolist()
    drag = Drag(shelf, mime_data(session, ids))
    assert drag.over(beach, 0.1)
    assert beach.words == "Move 2 photos to Beach"
    drag.leave()
    assert beach.words == ""


def picture(card: ClusterCard) -> QImage:
    return card.grab().toImage()


def test_a_lock_is_seen_where_it_matters(shelf: ClusterShelf, session: Session, night: Drag, qtbot: QtBot) -> None:
    beach = shelf.card(id_of(session, "Beach"))
    free = picture(beach)
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(id_of(session, "Beach"), True), None)
    assert picture(beach) == free  # at rest
    assert "locked" in beach.accessibleName()
    night.over(shelf.card(id_of(session, "Forest")), 0.02)  # something is dragged, to any of them
    assert picture(beach) != free
    night.leave()
    assert picture(beach) == free
    shelf.choose(id_of(session, "Forest"))
    shelf.choose(id_of(session, "Beach"))
    chosen = picture(beach)
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(id_of(session, "Beach"), False), None)
    assert picture(beach) != chosen


@pytest.mark.parametrize("width", [200, 220, 280])
def test_how_sure_is_said_in_words_that_fit(shelf: ClusterShelf, session: Session, qtbot: QtBot, width: int) -> None:
    from gallery_app.views.shelf.card_painter import text_box

    shelf.resize(width, 640)
    card = shelf.card(id_of(session, "Beach"))
    qtbot.waitUntil(lambda: card.width() < width)
    assert card.fontMetrics().horizontalAdvance("100% sure") < text_box(card.rect()).width()


def test_a_drop_as_a_window_system_sends_it(shelf: ClusterShelf, session: Session, qtbot: QtBot) -> None:
    beach = shelf.card(id_of(session, "Beach"))
    data = cluster_mime(id_of(session, "Night"), [])
    assert not windows.drop(beach, data, QPoint(90, 3), COPY)
    with qtbot.waitSignal(session.changed):
        assert windows.drop(beach, data, QPoint(90, 34), COPY)
