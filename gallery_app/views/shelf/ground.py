"""ShelfGround: what the cards of the shelf lie on; it takes all that is dropped on them and beside them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gallery_app.views.parts.photo_drag import dragged_ids
from gallery_app.views.shelf.cluster_card import ClusterCard
from gallery_app.views.shelf.cluster_drag import dragged_cluster
from gallery_app.widgets.drag_scroll import DragScroll


class ShelfGround(QWidget):
    """Near the edges a drag scrolls it, so that every card can be reached.

    The cards take no drops themselves: Qt would give a drop to the card that the mouse entered last, though another has
    been scrolled to under a hand that stands still.
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
        self.edge.scrolled.connect(self._light)

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
        if self._wanted(self._card_at_pointer()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end()

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        card, files, cluster = self._card_at_pointer(), self._files, self._cluster
        wanted = self._wanted(card)
        self._end()
        if not wanted:
            return
        event.acceptProposedAction()
        if card is not None:
            card.take(files, cluster)
        else:
            self.dropped.emit(files)

    def _follow(self, event: QDropEvent) -> None:
        self._pointer = self.mapTo(self._area.viewport(), event.position().toPoint())
        self.edge.hold(self._pointer.y())
        self._light()

    def _card_at_pointer(self) -> ClusterCard | None:
        """Also beside it: what nearly hits a card is not meant for a new cluster."""
        at = self.mapFrom(self._area.viewport(), self._pointer)
        part: QWidget | None = self.childAt(QPoint(self.width() // 2, at.y()))
        while part is not None and part is not self:
            if isinstance(part, ClusterCard):
                return part
            part = part.parentWidget()
        return None

    def _wanted(self, card: ClusterCard | None) -> bool:
        return bool(self._files) if card is None else card.wants(self._files, self._cluster)

    def _light(self) -> None:
        card = self._card_at_pointer()
        self._set_target(card if self._wanted(card) else None)
        self.lit.emit(card is None and bool(self._files))

    def _set_target(self, card: ClusterCard | None) -> None:
        if card is not self._target:
            for one, on in ((self._target, False), (card, True)):
                if one is not None:
                    one.set_target(on)
            self._target = card

    def _end(self) -> None:
        self.edge.stop()
        self._files, self._cluster = [], None
        self._set_target(None)
        self.lit.emit(False)

    def forget(self, card: ClusterCard) -> None:
        """It goes, perhaps with a drag over it."""
        if card is self._target:
            self._target = None
