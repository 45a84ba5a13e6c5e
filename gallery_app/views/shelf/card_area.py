"""CardArea: the scrolled content of the shelf; handles all drops on the cards and beside them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gallery_app.views.parts.photo_drag import dragged_ids
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import dragged_cluster
from gallery_app.widgets.drag_scroll import DragScroll


class CardArea(QWidget):
    """A drag near the edges scrolls it, so that every card can be reached.

    The cards accept no drops themselves: Qt would send a drop to the card that the mouse entered last, although another
    has been scrolled under a resting mouse.
    """

    lit = Signal(bool)  # photos hover beside the cards
    dropped = Signal(list)  # photos, beside the cards

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
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
            self._follow(event)
        else:
            event.ignore()  # a folder is for the window

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)
        if self._accepts(self._card_at_pointer()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        card, files, cluster = self._card_at_pointer(), self._files, self._cluster
        wanted = self._accepts(card)
        self._end_drag()
        if not wanted:
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

    def _accepts(self, card: ClusterCard | None) -> bool:
        return bool(self._files) if card is None else card.accepts(self._files, self._cluster)

    def _update_target(self) -> None:
        card = self._card_at_pointer()
        self._set_target(card if self._accepts(card) else None)
        self.lit.emit(card is None and bool(self._files))

    def _set_target(self, card: ClusterCard | None) -> None:
        if card is not self._target:
            for one, on in ((self._target, False), (card, True)):
                if one is not None:
                    one.set_target(on)
            self._target = card

    def _end_drag(self) -> None:
        self.edge.stop()
        self._files, self._cluster = [], None
        self._set_target(None)
        self.lit.emit(False)

    def forget(self, card: ClusterCard) -> None:
        """The card is being removed, perhaps during a drag over it."""
        if card is self._target:
            self._target = None
