"""The names of clusters or towns as the map shows them: which, where, whole or elided, on what they are painted."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from engine.core.records import Floats, Ints
from gallery_app.base import theme
from gallery_app.base.marks import DISC, Mark, paint_mark
from gallery_app.base.painting import faded, filled, mixed, sized
from gallery_app.i18n.bidi import elided
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.names.placing import (
    BESIDE,
    CLOSE,
    EDGE,
    NOTHING,
    Boxes,
    ambiguities,
    in_view,
    name_candidates,
    place_names,
)
from gallery_app.views.map.scene import MapScene

PILL = 8  # pixels of a name's pill on either side of it
NARROW = 520  # pixels: a narrower map has smaller names
VEIL = 0.9  # of the ground below a name: it is read on a white photo as on a black one
DOT = 5  # pixels around a town's position that its dots take
SHARE = 3  # a name that has no room is cut to so many parts of the view's width


class PlacedName(NamedTuple):
    """A name at its `box` of the view, with its cluster's mark `tint`; `text` is elided where `whole` has no room."""

    text: str
    tint: Mark
    box: QRect
    whole: str


class PaintedName(NamedTuple):
    """A name's pixmap, `box` is where it is painted."""

    box: QRect
    pixmap: QPixmap
    text: str
    whole: str


def painted_names(
    scene: MapScene, camera: Camera, pictures: Boxes, family: str, ratio: float, controls: QRect
) -> list[PaintedName]:
    """The names that fit into the view (see `lay_out_names`), to be painted."""
    now, points = theme.current(), _points(camera)
    return [
        PaintedName(box, name_pixmap(text, tint, now, points, family, ratio), text, whole)
        for text, tint, box, whole in lay_out_names(scene, camera, pictures, family, controls)
    ]


def lay_out_names(
    scene: MapScene, camera: Camera, pictures: Boxes, family: str, controls: QRect | None = None
) -> list[PlacedName]:
    """The names of clusters or towns that fit into the view, whole where they have room.

    `pictures` (m, 4) are left, top, right, bottom of the thumbnails, which names avoid if they can; on a map of the
    world they avoid all dots. They keep clear of the `controls`. Names that do not fit appear at a closer zoom.
    """
    islands = camera.to_view(scene.boxes.reshape(-1, 2)).reshape(-1, 4)[scene.by_size]
    seen = (islands[:, 2:] > 0).all(axis=1) & (islands[:, :2] < (camera.width, camera.height)).all(axis=1)
    order, corners = scene.by_size[seen], islands[seen]
    if not len(order):
        return []
    half = (pictures[0, 2:] - pictures[0, :2]).max() / 2 if len(pictures) else 0.0
    margin = DOT if scene.on_earth else half
    corners = corners + np.array([-margin, -margin, margin, margin], np.float32)
    if scene.on_earth:
        pictures = np.concatenate([pictures, corners])
    occupied = NOTHING if controls is None else np.array([controls.getCoords()], np.float64)

    short, sizes = _texts(scene, order, camera, family, camera.width // SHARE)
    boxes, costs = _spots(scene, camera, corners, order, half, sizes)
    placed = {i: boxes[i, at] for i, at in place_names(boxes, pictures, costs, occupied)}
    texts = {i: short[i] for i in placed}
    whole, sizes = _texts(scene, order, camera, family, camera.width - 2 * (PILL + round(EDGE)))
    cut = [i for i in placed if whole[i] != short[i]]
    boxes, costs = _spots(scene, camera, corners, order, half, sizes) if cut else (boxes, costs)
    for i in cut:  # whole where it leaves the others their places
        others = np.array([*occupied, *(box for j, box in placed.items() if j != i)]).reshape(-1, 4)
        for _, at in place_names(boxes[i : i + 1], pictures, costs[i : i + 1], others):
            placed[i], texts[i] = boxes[i, at], whole[i]
    return [_placed(scene, int(order[i]), texts[i], box) for i, box in placed.items()]


def _spots(
    scene: MapScene, camera: Camera, corners: Floats, order: Ints, half: float, sizes: Boxes
) -> tuple[Boxes, NDArray[np.float64]]:
    """Where the names of these sizes (k, 2) may stand, the best first (k, c, 4), and what each place costs (k, c)."""
    view = camera.width, camera.height
    if scene.on_earth:  # farther away it would be read as another town's
        boxes = in_view(name_candidates(corners, _centres(corners), sizes)[:, CLOSE], sizes, view)
        return boxes, np.zeros(boxes.shape[:2])
    boxes = in_view(name_candidates(corners, camera.to_view(scene.cluster_regions.peaks[order]), sizes), sizes, view)
    cost = ambiguities(boxes, order, scene.cluster_regions, camera, half + 3 * BESIDE)
    if half:
        return boxes, cost
    return boxes[:, ::-1], np.where(np.isfinite(cost[:, ::-1]), 0.0, np.inf)  # without thumbnails on its cluster


def _texts(scene: MapScene, order: Ints, camera: Camera, family: str, width: int) -> tuple[list[str], Boxes]:
    """The names elided to `width` pixels, and the sizes of their pills (k, 2)."""
    points = _points(camera)
    texts = [_elided(scene.names[c], points, family, width) for c in order.tolist()]
    shapes = [scene.tints[c].shape for c in order.tolist()]
    sizes = [_size(text, points, family, shape) for text, shape in zip(texts, shapes, strict=True)]
    return texts, np.array(sizes, np.float64)


def _placed(scene: MapScene, cluster: int, text: str, box: Boxes) -> PlacedName:
    left, top, right, bottom = box.tolist()
    corner, size = QPoint(round(left), round(top)), QSize(int(right - left), int(bottom - top))
    return PlacedName(text, scene.tints[cluster], QRect(corner, size), scene.names[cluster])


def _centres(boxes: Floats) -> Floats:
    middles: Floats = (boxes.reshape(-1, 2, 2).sum(axis=1) / 2).astype(np.float32)
    return middles


def _points(camera: Camera) -> float:
    now = theme.current()
    return now.title - 1 if camera.width >= NARROW else now.body


def _font(points: float, family: str) -> QFont:
    return sized(QFont(family), points, QFont.Weight.DemiBold)


@lru_cache(maxsize=1024)
def _elided(name: str, points: float, family: str, width: int) -> str:
    return elided(QFontMetricsF(_font(points, family)), name, width)


@lru_cache(maxsize=1024)
def _size(text: str, points: float, family: str, shape: int) -> tuple[int, int]:
    """In pixels; with the cluster's mark if that is no disc."""
    metrics = QFontMetricsF(_font(points, family))
    mark = 0 if shape == DISC else round(metrics.xHeight()) + PILL
    return round(metrics.horizontalAdvance(text)) + 2 * PILL + mark, round(metrics.height()) + 4


@lru_cache(maxsize=256)
def name_pixmap(text: str, mark: Mark, colours: theme.Theme, points: float, family: str, ratio: float) -> QPixmap:
    """A name on a translucent pill, readable on dots and on photos."""
    size = QSize(*_size(text, points, family, mark.shape))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, size.width(), size.height())
    filled(painter, box, faded(colours.window, VEIL), size.height() / 2)
    painter.setFont(_font(points, family))
    if mark.shape != DISC:  # beyond a dozen clusters the colour alone does not tell
        side = painter.fontMetrics().xHeight()
        paint_mark(painter, QPointF(PILL + side / 2, box.center().y()), side / 2, mark)
        box.setLeft(box.left() + side + PILL / 2)
    painter.setPen(mixed(mark.colour, colours.text, 0.3))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return picture
