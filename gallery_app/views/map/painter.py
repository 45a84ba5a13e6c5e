"""Paints the thumbnails, the names and the preview card of the map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from engine.core.records import Floats
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS, faded, filled, framed, mixed, ring, sized
from gallery_app.i18n.bidi import elided
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.dots.raster import PAD, Pixels
from gallery_app.views.map.names import BESIDE, CLOSE, ambiguities, in_view, name_candidates, place_names
from gallery_app.views.map.scene import MapScene

SMALL = 40  # pixels: a smaller thumbnail has a thinner frame
EDGE = 4  # pixels around a thumbnail that its frame takes at most
CARD = QSize(208, 156)  # the picture of the preview card
PILL = 8  # pixels of a name's pill on either side of it
NARROW = 520  # pixels: a narrower map has smaller names
DOT = 5  # pixels around a town's position that its dots take


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


@lru_cache(maxsize=1024)
def short_name(name: str, points: float, family: str, width: int) -> str:
    """A cluster's name, elided to `width` pixels."""
    return elided(QFontMetricsF(_name_font(points, family)), name, width)


@lru_cache(maxsize=1024)
def name_size(name: str, points: float, family: str) -> tuple[int, int]:
    """Width and height of a cluster's name in pixels."""
    metrics = QFontMetricsF(_name_font(points, family))
    return round(metrics.horizontalAdvance(name)) + 2 * PILL, round(metrics.height()) + 4


def _name_font(points: float, family: str) -> QFont:
    return sized(QFont(family), points, QFont.Weight.DemiBold)


@lru_cache(maxsize=256)
def name_pixmap(name: str, colour: str, colours: theme.Theme, points: float, family: str, ratio: float) -> QPixmap:
    """A cluster's name on a translucent pill, readable on dots and on photos."""
    size = QSize(*name_size(name, points, family))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, size.width(), size.height())
    filled(painter, box, faded(colours.window, 0.82), size.height() / 2)
    painter.setFont(_name_font(points, family))
    painter.setPen(mixed(colour, colours.text, 0.3))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
    painter.end()
    return picture


def names_in_view(
    scene: MapScene, camera: Camera, pictures: NDArray[np.float64], family: str, ratio: float
) -> list[tuple[QPoint, QPixmap]]:
    """Positions and pixmaps of the names that fit into the view (see `lay_out_names`)."""
    now, points = theme.current(), _name_points(camera)
    return [
        (box.topLeft(), name_pixmap(name, tint, now, points, family, ratio))
        for name, tint, box in lay_out_names(scene, camera, pictures, family)
    ]


def lay_out_names(
    scene: MapScene, camera: Camera, pictures: NDArray[np.float64], family: str
) -> list[tuple[str, str, QRect]]:
    """The names of clusters or towns that fit into the view, each with its colour and its box.

    `pictures` (m, 4) are left, top, right, bottom of the thumbnails, which names avoid if they can; on a map of the
    world they avoid all dots. Names that do not fit appear at a closer zoom.
    """
    islands = camera.to_view(scene.boxes.reshape(-1, 2)).reshape(-1, 4)[scene.by_size]
    seen = (islands[:, 2:] > 0).all(axis=1) & (islands[:, :2] < (camera.width, camera.height)).all(axis=1)
    order, corners = scene.by_size[seen], islands[seen]
    if not len(order):
        return []
    points = _name_points(camera)
    names = [short_name(scene.names[c], points, family, camera.width // 3) for c in order.tolist()]
    sizes = np.array([name_size(name, points, family) for name in names], np.float64)
    half = (pictures[0, 2:] - pictures[0, :2]).max() / 2 if len(pictures) else 0.0
    margin = DOT if scene.on_earth else half
    corners = corners + np.array([-margin, -margin, margin, margin], np.float32)
    view = camera.width, camera.height
    if scene.on_earth:  # farther away it would be read as another town's
        candidates, pictures = (
            name_candidates(corners, _centres(corners), sizes)[:, CLOSE],
            np.concatenate([pictures, corners]),
        )
        boxes = in_view(candidates, sizes, view)
        ambiguity = np.zeros(boxes.shape[:2])
    else:
        candidates = name_candidates(corners, camera.to_view(scene.cluster_regions.peaks[order]), sizes)
        boxes = in_view(candidates, sizes, view)
        ambiguity = ambiguities(boxes, order, scene.cluster_regions, camera, half + 3 * BESIDE)
        if not len(pictures):  # without thumbnails a name is centred on its cluster
            boxes, ambiguity = boxes[:, ::-1], np.where(np.isfinite(ambiguity[:, ::-1]), 0.0, np.inf)
    placed = place_names(boxes, pictures, ambiguity)
    return [
        (names[i], scene.tints[int(order[i])], QRect(QPoint(round(left), round(top)), QSize(*sizes[i].astype(int))))
        for i, left, top in placed
    ]


def _centres(boxes: Floats) -> Floats:
    middles: Floats = (boxes.reshape(-1, 2, 2).sum(axis=1) / 2).astype(np.float32)
    return middles


def _name_points(camera: Camera) -> float:
    now = theme.current()
    return now.title - 1 if camera.width >= NARROW else now.body


def card_box(at: QPointF, view: QSize) -> QRectF:
    """The rectangle of the preview card: beside the pointer, inside the view."""
    width, height = CARD.width() + 16, CARD.height() + 58
    left = at.x() + 18 if at.x() + 18 + width <= view.width() else at.x() - 18 - width
    top = min(max(at.y() - height / 3, 8.0), max(view.height() - height - 8.0, 8.0))
    return QRectF(round(max(left, 8.0)), round(top), width, height)


@dataclass(frozen=True)
class Card:
    """What the preview card says of a photo: its file's `name`, and its `cluster` and that one's `colour`."""

    name: str
    cluster: str
    colour: str


def paint_card(painter: QPainter, box: QRectF, pixmap: QPixmap | None, card: Card, ratio: float) -> None:
    """Paint the preview card: the hovered photo with its file name and its cluster."""
    now = theme.current()
    for spread in range(14, 0, -2):
        shadow = box.adjusted(-spread, -spread + 4, spread, spread + 4)
        filled(painter, shadow, faded("#000000", 0.03), now.radius + spread)
    filled(painter, box, QColor(now.raised), now.radius)
    painter.setPen(QPen(QColor(now.line), 1))
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
    filled(painter, QRectF(left, line - metrics.xHeight() / 2 - 5, 10, 10), QColor(card.colour), 3)
    painter.setPen(QColor(now.muted))
    shown = elided(metrics, card.cluster, width - 18)
    painter.drawText(QPointF(left + 16, line), shown)
