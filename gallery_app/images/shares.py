"""Boxes in shares of a picture: turned as the user turns it, and where they lie in a view of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from engine.core.records import Box


def turned(box: Box, quarters: int) -> Box:
    """A box of a picture after `quarters` clockwise turns of it; negative ones take turns back."""
    for _ in range(quarters % 4):
        x, y, width, height = box
        box = Box(1 - y - height, x, height, width)
    return box


def placed(box: Box, whole: QRectF) -> QRectF:
    """Where a box lies in a picture that is shown at `whole`."""
    return QRectF(
        whole.x() + box.x * whole.width(),
        whole.y() + box.y * whole.height(),
        box.width * whole.width(),
        box.height * whole.height(),
    )


def shares_of(place: QRectF, whole: QRectF) -> Box:
    """The box at `place` in a picture that is shown at `whole`; what lies beside the picture is left out."""
    inside = place.intersected(whole)
    return Box(
        (inside.x() - whole.x()) / whole.width(),
        (inside.y() - whole.y()) / whole.height(),
        inside.width() / whole.width(),
        inside.height() / whole.height(),
    )


def filling(frame: QRectF, aspect: float) -> QRectF:
    """Where the whole of a picture lies that fills `frame`, cut at two sides (see thumbnail_loader.decode)."""
    if aspect * frame.height() > frame.width():
        width = aspect * frame.height()
        return QRectF(frame.center().x() - width / 2, frame.y(), width, frame.height())
    height = frame.width() / aspect
    return QRectF(frame.x(), frame.center().y() - height / 2, frame.width(), height)
