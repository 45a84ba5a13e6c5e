"""Marks: a cluster's colour and shape, the same on its card, its heading, its bars, in menus and on the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPixmap, QPolygonF, QTransform

from engine.core import palette
from gallery_app.base.theme import Theme

DISC, TRIANGLE, CROSS, BAR, DIAMOND = range(5)  # see engine.core.palette: each dozen clusters has its own
_ARM = 0.34  # half the width of a cross's arms, in radii of a disc of about the same area


@dataclass(frozen=True)
class Mark:
    """A colour "#rrggbb" and one of the shapes."""

    colour: str
    shape: int = DISC


def mark_of(cluster_id: str | None, colours: Theme) -> Mark:
    """The mark of a cluster, by the number in its id; a grey disc for none."""
    if not cluster_id:
        return Mark(colours.unsure)
    number = int(cluster_id[1:]) - 1
    return Mark(palette.colour(number, dark=colours.is_dark), palette.shape(number))


def outline(shape: int) -> QPainterPath:
    """A shape around the origin, of about the area of a disc with a radius of 1."""
    path = QPainterPath()
    if shape == TRIANGLE:
        path.addPolygon(QPolygonF([QPointF(0, -1.25), QPointF(1.2, 0.85), QPointF(-1.2, 0.85)]))
        path.closeSubpath()
    elif shape == CROSS:
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(QRectF(-_ARM, -1.2, 2 * _ARM, 2.4))
        path.addRect(QRectF(-1.2, -_ARM, 2.4, 2 * _ARM))
        path = path.simplified()
    elif shape == BAR:
        path.addRect(QRectF(-1.35, -0.5, 2.7, 1.0))
    elif shape == DIAMOND:
        path.addPolygon(QPolygonF([QPointF(0, -1.35), QPointF(1, 0), QPointF(0, 1.35), QPointF(-1, 0)]))
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(), 1, 1)
    return path


def paint_mark(painter: QPainter, centre: QPointF, radius: float, mark: Mark) -> None:
    """Paint a mark of about the size of a disc with this radius."""
    at = QTransform().translate(centre.x(), centre.y()).scale(radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(mark.colour)))
    painter.drawPath(at.map(outline(mark.shape)))


def chip(mark: Mark, side: int = 12) -> QIcon:
    """A mark as the icon of a menu's line, `side` pixels large."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(side / 2, side / 2), side / 2 - 1.2, mark)
    return QIcon(picture)
