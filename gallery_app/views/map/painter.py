"""Paints the thumbnails of the map, what marks them, the preview card, and why there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPixmap, QPolygonF

from engine.core.records import Floats
from gallery_app.base import theme
from gallery_app.base.marks import Mark, paint_mark
from gallery_app.base.painting import RADIUS, faded, filled, framed, line_height, mixed, ring, sized
from gallery_app.i18n.bidi import elided
from gallery_app.state.session import Session
from gallery_app.views.map.dots.raster import Pixels
from gallery_app.views.map.dots.stamps import PAD
from gallery_app.views.map.scene import MapScene

SMALL = 40  # pixels: a smaller thumbnail has a thinner frame
EDGE = 4  # pixels around a thumbnail that its frame takes at most
CARD = QSize(208, 156)  # the picture of the preview card


def corner(size: QSize) -> float:
    """The corner radius of a thumbnail in pixels; smaller for small ones."""
    return min(RADIUS, min(size.width(), size.height()) / 10)


def thumbnail_box(width: int, height: int, middle: Floats, side: int) -> QRect:
    """The box of a picture centred on `middle` (2,) whose longer side is `side` pixels."""
    x, y = middle.tolist()
    across, down = _thumbnail_size(width, height, side)
    return QRect(round(x - across / 2), round(y - down / 2), across, down)


@lru_cache(maxsize=1024)
def _thumbnail_size(width: int, height: int, side: int) -> tuple[int, int]:
    """Width and height, at least a third of `side`, so that a narrow picture can be clicked."""
    size = QSize(width, height).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return max(size.width(), side // 3), max(size.height(), side // 3)


def image_of(canvas: Pixels, ratio: float) -> QImage:
    """The picture of DotPicture without its edge, as an image that shares the canvas's memory."""
    height, width = canvas.shape[0] - 2 * PAD, canvas.shape[1] - 2 * PAD
    inner = canvas.reshape(-1)[PAD * canvas.shape[1] + PAD :]
    image = QImage(inner.data, width, height, canvas.shape[1] * 4, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image


@dataclass(frozen=True)
class ThumbnailState:
    """How a thumbnail is marked: by its cluster's `colour`, and as selected or dimmed."""

    colour: str
    selected: bool = False
    dimmed: bool = False


def paint_thumbnail(painter: QPainter, box: QRect, pixmap: QPixmap | None, state: ThumbnailState, ratio: float) -> None:
    """Paint one thumbnail with a frame in its cluster's colour."""
    if state.dimmed:
        painter.setOpacity(0.28)
    if pixmap is not None and pixmap.size() == box.size() * ratio:
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(box.topLeft(), pixmap)
    elif pixmap is not None:
        painter.drawPixmap(box, pixmap)
    now, size = theme.current(), (box.width(), box.height())
    frame = thumbnail_frame(size, state.colour, state.selected, pixmap is None, now, ratio)
    painter.drawPixmap(box.left() - EDGE, box.top() - EDGE, frame)
    if state.dimmed:
        painter.setOpacity(1.0)


@lru_cache(maxsize=256)
def thumbnail_frame(
    size: tuple[int, int], colour: str, selected: bool, empty: bool, colours: theme.Theme, ratio: float
) -> QPixmap:
    """The frame around a thumbnail of this size, EDGE pixels wide; `empty` while the picture is not loaded."""
    width, height = size
    picture = QPixmap(QSize(width + 2 * EDGE, height + 2 * EDGE) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(EDGE, EDGE, width, height)
        small = width < SMALL and height < SMALL
        if not small:
            ring(painter, box, faded(colours.window, 0.9), 2.0, 2.5)
        if empty:
            filled(painter, box, mixed(colour, colours.window, 0.3))
        if selected:
            ring(painter, box, QColor(colours.accent), 2.0 if small else 3.0, 1.5)
        elif small:
            framed(painter, box, QColor(colour), 1.0, corner(QSize(width, height)))
        else:
            ring(painter, box, QColor(colour), 1.6, 0.4)
    return picture


def paint_hovered(painter: QPainter, box: QRect | None, at: QPointF, mark: Mark) -> None:
    """Mark the photo under the pointer: its thumbnail's `box`, or its dot `at` a point of the view."""
    painter.setPen(QPen(QColor(theme.current().text), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if box is not None:
        painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
    else:
        painter.drawEllipse(at, 7, 7)
        paint_mark(painter, at, 5, mark)


def paint_lasso(painter: QPainter, corners: list[QPointF]) -> None:
    """Paint the outline that is being drawn around photos."""
    painter.setPen(QPen(QColor(theme.current().accent), 1.5))
    painter.setBrush(faded(theme.current().accent, 0.14))
    painter.drawPolygon(QPolygonF(corners))


def paint_note(painter: QPainter, view: QRect, text: str) -> None:
    """Paint a sentence about the whole map on a pill below its upper edge."""
    now, metrics = theme.current(), painter.fontMetrics()
    shown = elided(metrics, text, view.width() - 44)
    box = QRectF(0, 0, metrics.horizontalAdvance(shown) + 28, metrics.height() + 12)
    box.moveCenter(QPointF(view.width() / 2, box.height() / 2 + 12))
    filled(painter, box, QColor(now.raised), box.height() / 2)
    painter.setPen(QColor(now.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def card_box(at: QPointF, view: QSize) -> QRectF:
    """The rectangle of the preview card: beside the pointer, inside the view."""
    lines = 2 * line_height(QGuiApplication.font(), theme.current().body)
    width, height = CARD.width() + 16, CARD.height() + lines + 26
    left = at.x() + 18 if at.x() + 18 + width <= view.width() else at.x() - 18 - width
    top = min(max(at.y() - height / 3, 8.0), max(view.height() - height - 8.0, 8.0))
    return QRectF(round(max(left, 8.0)), round(top), width, height)


@dataclass(frozen=True)
class Card:
    """What the preview card says of a photo: its file's `name`, and its `cluster` and that one's `mark`."""

    name: str
    cluster: str
    mark: Mark


def card_of(scene: MapScene, index: int, mark: Mark) -> Card:
    """What the preview card says of a photo of the scene."""
    row = int(scene.rows[index])
    cluster = scene.gallery.cluster_of(row)
    where = cluster.name if cluster and cluster.name else _tr("In no cluster yet")
    return Card(scene.gallery.files[row].path.rpartition("/")[2], where, mark)


def paint_card(painter: QPainter, box: QRectF, pixmap: QPixmap | None, card: Card, ratio: float) -> None:
    """Paint the preview card: the hovered photo with its file name and its cluster."""
    now = theme.current()
    for spread in range(14, 0, -2):
        shadow = box.adjusted(-spread, -spread + 4, spread, spread + 4)
        filled(painter, shadow, faded("#000000", 0.03), now.radius + spread)
    filled(painter, box, QColor(now.raised), now.radius)
    painter.setPen(QPen(QColor(now.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), now.radius, now.radius)
    room = QRectF(box.left() + 8, box.top() + 8, CARD.width(), CARD.height())
    if pixmap is not None:
        shape = pixmap.size().toSizeF() / ratio
        corner = QPointF(round(room.center().x() - shape.width() / 2), round(room.center().y() - shape.height() / 2))
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(corner, pixmap)
    painter.setFont(sized(painter.font(), now.body))
    metrics = painter.fontMetrics()
    left, width = int(room.left()) + 2, int(room.width()) - 4
    line = room.bottom() + 8 + metrics.ascent()
    painter.setPen(QColor(now.text))
    painter.drawText(QPointF(left, line), metrics.elidedText(card.name, Qt.TextElideMode.ElideMiddle, width))
    line += metrics.height() + 2
    paint_mark(painter, QPointF(left + 5, line - metrics.xHeight() / 2), 4.5, card.mark)
    painter.setPen(QColor(now.muted))
    shown = elided(metrics, card.cluster, width - 18)
    painter.drawText(QPointF(left + 16, line), shown)


def why_empty(session: Session, *, on_earth: bool) -> str:
    """Why the map shows no photo, in one sentence; `on_earth`: it is the map of the world."""
    gallery = session.gallery
    if not len(gallery):
        return _tr("No photos to show yet")
    if on_earth and not len(session.filters.rows):
        return _tr("Nothing is found")
    if on_earth:
        return _tr("No photo here says where it was taken")
    if session.busy or not gallery.clusters:
        return _tr("The map appears as soon as the photos have a place on it")
    return _tr("This map is not laid out yet. It follows with the next retrain.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhotoMap", text)
