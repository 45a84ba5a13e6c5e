"""CardArea: the scrolled content of the shelf; handles all drops on the cards and beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gallery_app.i18n.bidi import isolated
from gallery_app.i18n.numbers import counted
from gallery_app.views.parts.photo_drag import dragged_ids
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import dragged_cluster
from gallery_app.views.shelf.drop_zone import DropZone
from gallery_app.widgets.drag_scroll import DragScroll


class CardArea(QWidget):
    """A drag near the edges scrolls it, so that every card can be reached.

    The cards accept no drops themselves: Qt would send a drop to the card that the mouse entered last, although another
    has been scrolled under a resting mouse. What a drop would do is told by the card that is its target.
    """

    lit = Signal(bool)  # photos hover beside the cards
    dropped = Signal(list)  # photos, beside the cards
    dragging = Signal(bool)  # something is dragged over it

    def __init__(self, area: QScrollArea, name_of: Callable[[str], str]) -> None:
        """`name_of` tells the name of a cluster by its id."""
        super().__init__()
        self._name_of = name_of
        self._zone = DropZone(self)
        self._zone.dwelt.connect(self._update_target)
        self.setAcceptDrops(True)
        self._area = area
        self._target: ClusterCard | None = None
        self._files: list[int] = []  # what is dragged
        self._cluster: str | None = None
        self._pointer = QPoint()  # within the area's viewport
        self.edge = DragScroll(area)
        self.edge.scrolled.connect(self._update_target)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        self._files, self._cluster = dragged_ids(data), dragged_cluster(data)
        if self._files or self._cluster is not None:
            event.acceptProposedAction()
            self.dragging.emit(True)
            self._follow(event)
        else:
            event.ignore()  # a folder is for the window

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)
        if self._target is not None or self._is_ground():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        card, ground, files, cluster = self._target, self._is_ground(), self._files, self._cluster
        self._end_drag()
        if card is None and not ground:
            return
        event.acceptProposedAction()
        if card is not None:
            card.accept_drop(files, cluster)
        else:
            self.dropped.emit(files)

    def _follow(self, event: QDropEvent) -> None:
        self._pointer = self.mapTo(self._area.viewport(), event.position().toPoint())
        self.edge.hold(self._pointer.y())
        self._update_target()

    def _card_at_pointer(self) -> ClusterCard | None:
        """The card at the pointer's height, also left and right of it: a near miss is not meant as a new cluster."""
        at = self.mapFrom(self._area.viewport(), self._pointer)
        part: QWidget | None = self.childAt(QPoint(self.width() // 2, at.y()))
        while part is not None and part is not self:
            if isinstance(part, ClusterCard):
                return part
            part = part.parentWidget()
        return None

    def _is_ground(self) -> bool:
        """Whether photos are held beside the cards."""
        return bool(self._files) and self._card_at_pointer() is None

    def _means(self, card: ClusterCard | None) -> bool:
        """Whether a drop is for this card; a card is dragged past many on its way."""
        if card is None or not card.accepts(self._files, self._cluster):
            self._zone.leave()
            return False
        y = self.mapFrom(self._area.viewport(), self._pointer).y()
        return bool(self._files) or self._zone.means(card, (y - card.y()) / card.height())

    def _update_target(self) -> None:
        card = self._card_at_pointer()
        self._set_target(card if self._means(card) else None)
        self.lit.emit(self._is_ground())

    def _set_target(self, card: ClusterCard | None) -> None:
        if card is not self._target:
            if self._target is not None:
                self._target.set_target(False)
            if card is not None:
                card.set_target(True, self._words(card))
            self._target = card

    def _words(self, card: ClusterCard) -> str:
        name = isolated(card.cluster.name)
        if self._cluster is not None:
            return self.tr("Merge {0} into {1}").format(isolated(self._name_of(self._cluster)), name)
        return counted(len(self._files), self.tr("Move 1 photo to {1}"), self.tr("Move {0} photos to {1}"), name)

    def _end_drag(self) -> None:
        self.edge.stop()
        self._zone.leave()
        self.dragging.emit(False)
        self._files, self._cluster = [], None
        self._set_target(None)
        self.lit.emit(False)

    def forget(self, card: ClusterCard) -> None:
        """The card is being removed, perhaps during a drag over it."""
        if card is self._target:
            self._target = None
