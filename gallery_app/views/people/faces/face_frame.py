"""Paints the frame of a face over a photo, with a name below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gallery_app.base import theme
from gallery_app.base.painting import faded, filled, sized

RADIUS = 8.0
PAD, GAP = 8.0, 6.0  # pixels beside a name, and between it and the frame


def label_place(frame: QRectF, words: str, font: QFont, within: QRectF) -> QRectF:
    """Where the name of a face is: below it, or within its lower edge where there is no room."""
    metrics = QFontMetricsF(_font(font))
    width = min(metrics.horizontalAdvance(words) + 2 * PAD, within.width())
    place = QRectF(0, 0, width, metrics.height() + 6)
    place.moveCenter(frame.center())
    place.moveTop(frame.bottom() + GAP)
    if place.bottom() > within.bottom():
        place.moveBottom(min(frame.bottom(), within.bottom()) - GAP)
    place.moveLeft(min(max(place.left(), within.left()), within.right() - width))
    return place


def paint_frame(painter: QPainter, frame: QRectF, *, strong: bool, focused: bool = False) -> None:
    """A light line with a dark one on each side: seen on any photo."""
    now = theme.current()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faded("#000000", 0.5), 4.0 if strong else 3.0))
    painter.drawRoundedRect(frame, RADIUS, RADIUS)
    painter.setPen(QPen(QColor(now.focus if focused else "#ffffff"), 2.0 if strong else 1.2))
    painter.drawRoundedRect(frame, RADIUS, RADIUS)


def paint_label(painter: QPainter, place: QRectF, words: str, *, known: bool) -> None:
    """The name on a pill that is readable over any photo."""
    filled(painter, place, faded("#101114", 0.82), place.height() / 2)
    painter.setFont(_font(painter.font()))
    painter.setPen(QColor("#ffffff" if known else "#c9ccd3"))
    room = place.adjusted(PAD, 0, -PAD, 0)
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)


def _font(font: QFont) -> QFont:
    return sized(font, theme.current().small, QFont.Weight.DemiBold)
