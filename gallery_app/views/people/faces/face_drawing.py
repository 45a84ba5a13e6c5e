"""FaceDrawing: the frame that is drawn around a face that was missed, with the mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

STEP = 8.0  # pixels that an arrow key moves or widens it
LEAST = 10.0  # pixels of a side
FIRST = 0.22  # of the shorter side of the picture: the frame that keys begin with


class FaceDrawing:
    """`within` is the place of the picture; the frame stays in it."""

    def __init__(self, within: QRectF) -> None:
        self._within = within
        self._corner: QPointF | None = None  # where the mouse was pressed
        self.frame: QRectF | None = None

    def press(self, at: QPointF) -> None:
        self._corner, self.frame = self._inside(at), None

    def drag(self, at: QPointF) -> None:
        """Stretch the frame up to a point, while the mouse is pressed."""
        if self._corner is not None:
            self.frame = QRectF(self._corner, self._inside(at)).normalized()

    def release(self) -> QRectF | None:
        """The frame, where it is large enough to be meant."""
        self._corner = None
        return self.frame if self.large else None

    @property
    def large(self) -> bool:
        return self.frame is not None and min(self.frame.width(), self.frame.height()) >= LEAST

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows move the frame, with Shift they widen it; the first one begins in the middle."""
        steps = {
            Qt.Key.Key_Left: QPointF(-STEP, 0),
            Qt.Key.Key_Right: QPointF(STEP, 0),
            Qt.Key.Key_Up: QPointF(0, -STEP),
            Qt.Key.Key_Down: QPointF(0, STEP),
        }
        if event.key() not in steps:
            return False
        by = steps[Qt.Key(event.key())]
        if self.frame is None:
            self.begin()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            wider = self.frame.adjusted(-by.x(), by.y(), by.x(), -by.y())  # around its middle; Up makes it higher
            if min(wider.width(), wider.height()) >= LEAST:
                self.frame = wider.intersected(self._within)
        else:
            self.frame = self._kept_inside(self.frame.translated(by))
        return True

    def begin(self) -> None:
        """A frame in the middle of the picture, for the keys."""
        side = FIRST * min(self._within.width(), self._within.height())
        self.frame = QRectF(0, 0, side, side * 1.25)
        self.frame.moveCenter(self._within.center())

    def _kept_inside(self, frame: QRectF) -> QRectF:
        room = self._within
        frame.moveLeft(min(max(frame.left(), room.left()), room.right() - frame.width()))
        frame.moveTop(min(max(frame.top(), room.top()), room.bottom() - frame.height()))
        return frame

    def _inside(self, at: QPointF) -> QPointF:
        room = self._within
        return QPointF(min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom()))
