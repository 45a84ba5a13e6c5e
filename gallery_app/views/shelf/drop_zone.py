"""DropZone: when a card that is dragged over another is meant to be merged with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

DWELL = 500  # ms over a card after which it is meant
EDGE = 1 / 8  # of its height, above and below, is on the way to another card
MIDDLE = 1 / 3, 2 / 3  # here it is meant at once


class DropZone(QObject):
    """A card in its middle third is meant at once, elsewhere after a dwell, and near its edges never."""

    dwelt = Signal()  # the pointer has stayed long enough

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._card: object = None
        self._dwelt = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(DWELL)
        self.timer.timeout.connect(self._rest)

    def means(self, card: object, share: float) -> bool:
        """Whether a drop is meant for `card`, None: no card, with the pointer at this share of its height."""
        inner = card is not None and EDGE <= share <= 1 - EDGE
        if not inner or card is not self._card:
            self.leave()
        if not inner:
            return False
        if self._card is None:
            self._card = card
            self.timer.start()
        return self._dwelt or MIDDLE[0] <= share <= MIDDLE[1]

    def leave(self) -> None:
        """The pointer is over no card's inner part."""
        self._card, self._dwelt = None, False
        self.timer.stop()

    def _rest(self) -> None:
        self._dwelt = True
        self.dwelt.emit()
