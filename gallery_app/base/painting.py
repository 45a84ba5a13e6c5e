"""Small parts of painting that the views share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from gallery_app.base import theme

RADIUS = 4.0  # of a thumbnail's corners
HINT = 16  # pixels between a sentence and the sides of its view


def mixed(colour: str, other: str, share: float) -> QColor:
    """`share` of `colour`, the rest `other`; both "#rrggbb"."""
    a, b = QColor(colour), QColor(other)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x * share + y * (1 - share)) for x, y in pairs))


def faded(colour: str, alpha: float) -> QColor:
    """`colour` with an opacity of 0 … 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def sized(font: QFont, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    made.setWeight(weight)
    return made


def line_height(font: QFont, points: float) -> int:
    """The height of a line of text of this size, in pixels."""
    return QFontMetrics(sized(font, points, QFont.Weight.DemiBold)).height()


def track() -> QColor:
    """What a bar of a share lies in."""
    now = theme.current()
    return mixed(now.text, now.panel, 0.16)


def ring(painter: QPainter, box: QRectF, colour: QColor, width: float, outside: float = 0.0) -> None:
    """A rounded frame around `box`, its middle `outside` pixels away from it."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grown = box.adjusted(-outside, -outside, outside, outside)
    painter.drawRoundedRect(grown, RADIUS + outside, RADIUS + outside)


def framed(painter: QPainter, box: QRectF, colour: QColor, width: float, radius: float = RADIUS) -> None:
    """A frame along the edge of `box`."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def hairline(painter: QPainter, box: QRectF, radius: float = RADIUS) -> None:
    """The edge of a picture, just inside it: seen on a white one on white and on a black one on black, else hardly."""
    framed(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), faded("#808080", 0.36), 1.0, radius)


def filled(painter: QPainter, box: QRectF, colour: QColor, radius: float = RADIUS) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawRoundedRect(box, radius, radius)


def band(painter: QPainter, box: QRectF) -> None:
    """A rubber band."""
    painter.fillRect(box, faded(theme.current().accent, 0.14))
    ring(painter, box, QColor(theme.current().accent), 1.0)


def hint(painter: QPainter, box: QRectF, text: str) -> None:
    """A quiet sentence in the middle of an empty view."""
    painter.setPen(QColor(theme.current().faint))
    inner = box.adjusted(HINT, 0, -HINT, 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


def disc(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    painter.drawEllipse(centre, radius, radius)
