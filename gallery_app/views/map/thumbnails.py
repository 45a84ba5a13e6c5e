"""MapThumbnails: chooses the photos of the map shown as thumbnails, loads and paints them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QRegion

from engine.core.records import Floats, Ints
from gallery_app.base.marks import Mark
from gallery_app.base.painting import RADIUS
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.map import painter as map_painter
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.dots.highlights import Highlights
from gallery_app.views.map.dots.picture import Dots
from gallery_app.views.map.layout import choose_thumbnails
from gallery_app.views.map.scene import MapScene

SMALLEST, LARGEST = 56, 128  # pixels: the longer side of a thumbnail
TINIEST, FULL = 11, 220  # the same in a small library, where each photo is shown
LEAST = 24  # the same on a grid layout of many photos: below, none is shown
FILLED = 0.94  # of its cell that a thumbnail on a grid layout takes
SNUG = 1.12  # longer side over the nearest distance: few photos are square, so that corners hardly overlap
GAP = 10  # pixels at least between two thumbnails
MIN_SPACING = 8.0  # pixels between neighbours: below, only dots are shown
MARGIN = FULL / 2 + GAP  # pixels beyond the view in which a thumbnail may still be visible


class MapThumbnails:
    """`boxes` is the result of `choose`: (index of the scene, rectangle), in painting order."""

    def __init__(self, session: Session, loader: ThumbnailLoader) -> None:
        self._session, self._loader = session, loader
        self.boxes: list[tuple[int, QRect]] = []
        self._turns: Mapping[str, int] = {}  # in which they were requested

    def choose(self, scene: MapScene, dots: Dots, camera: Camera, whole: float) -> None:
        """Choose the thumbnails; the choice is stable within half an octave of zoom, counted from the scale `whole`."""
        scale = camera.min_scale
        self.boxes = []
        if not len(scene) or scene.spacing * scale < MIN_SPACING:
            return
        step = whole * 2.0 ** (np.floor(np.log2(scale / whole) * 2 + 1e-6) / 2)  # exact at the initial zoom
        room = None  # the size of a cell, if the window has stretched it
        cell, side = cell_at(scene, step, camera)
        if scene.row_spacing is not None:
            longer = max(camera.stretch, 1 / camera.stretch)
            room = QSizeF(side, side * longer) if camera.stretch > 1 else QSizeF(side * longer, side)
            if cell < (TINIEST if scene.is_small else LEAST):
                return
        seen, points = _matching_in_view(scene, dots, camera)
        x, y = camera.to_view(np.zeros((1, 2), np.float32))[0].tolist()
        chosen = choose_thumbnails(points, scene.rank[seen], (x, y), cell * 0.98 * scale / step)
        found = zip(seen[chosen].tolist(), points[chosen], strict=True)
        self.boxes = [
            (index, box_of(scene, index, point, side if room is None else _longer_side(scene, index, room)))
            for index, point in found
        ]

    def corners(self) -> NDArray[np.float64]:
        """Left, top, right and bottom of each, (m, 4)."""
        return np.array([box.getCoords() for _, box in self.boxes], np.float64).reshape(-1, 4)

    def at(self, point: QPoint) -> int:
        """The index of the photo whose thumbnail is at a point of the view, or -1."""
        return next((index for index, box in reversed(self.boxes) if box.contains(point)), -1)

    def box(self, index: int) -> QRect | None:
        """The rectangle of a photo's thumbnail, None if it is not shown."""
        return next((box for shown, box in self.boxes if shown == index), None)

    def paint(self, painter: QPainter, scene: MapScene, highlights: Highlights, region: QRegion, ratio: float) -> None:
        """Paint the thumbnails that intersect `region`."""
        reach = map_painter.EDGE
        for index, box in self.boxes:
            if region.intersects(box.adjusted(-reach, -reach, reach, reach)):
                state = map_painter.ThumbnailState(
                    self.colour(scene, index),
                    selected=bool(highlights.selected[index]),
                    dimmed=highlights.dims and not highlights.bright[index],
                )
                pixmap = self._loader.pixmap(key_of(scene, index))
                map_painter.paint_thumbnail(painter, box, pixmap, state, ratio)

    def colour(self, scene: MapScene, index: int) -> str:
        """The colour of a photo's cluster."""
        return self.mark(scene, index).colour

    def mark(self, scene: MapScene, index: int) -> Mark:
        """The mark of a photo's cluster."""
        label = int(scene.palette_index[index]) - 2
        return self._session.mark(scene.gallery.clusters[label].id if label >= 0 else None)

    def file(self, scene: MapScene, index: int) -> Path:
        """The path of a photo's thumbnail."""
        return self._session.thumbnail(int(scene.rows[index]))

    def request(self, scene: MapScene, card: int, middle: QPoint, ratio: float) -> None:
        """Load what is missing: the preview of the photo `card` (-1: none), then thumbnails from `middle` outwards."""
        wanted = []
        if self._turns != self._session.gallery.turns:  # of a square one, or upside down, the size says nothing
            self._turns = self._session.gallery.turns
            self._loader.clear()
        if card >= 0:
            size = box_of(scene, card, np.zeros(2, np.float32), map_painter.CARD.width()).size()
            size = size.scaled(map_painter.CARD, Qt.AspectRatioMode.KeepAspectRatio)
            wanted.append(self._wanted(scene, card, ("card", *key_of(scene, card)), size * ratio, RADIUS * ratio))
        missing = []
        for index, box in self.boxes:
            pixmap = self._loader.pixmap(key_of(scene, index))
            if pixmap is None or pixmap.size() != box.size() * ratio:
                missing.append((index, box))
        for index, box in sorted(missing, key=lambda t: (t[1].center() - middle).manhattanLength()):
            radius = map_painter.corner(box.size()) * ratio
            wanted.append(self._wanted(scene, index, key_of(scene, index), box.size() * ratio, radius))
        self._loader.request(wanted)

    def _wanted(self, scene: MapScene, index: int, key: object, size: QSize, radius: float) -> ThumbnailRequest:
        return ThumbnailRequest(key, self.file(scene, index), size, radius)


def cell_at(scene: MapScene, scale: float, camera: Camera) -> tuple[float, int]:
    """The room for a thumbnail and its longer side at so many pixels a unit of the map, in pixels of this view."""
    most = max(min(camera.width, camera.height) / 2, TINIEST)
    if scene.row_spacing is not None:
        cell = float(min(scene.row_spacing * scale, FULL))
        return cell, round(FILLED * cell)
    if scene.is_small:
        cell = float(np.clip(scene.nearest * scale, TINIEST, min(FULL, most)))
        return cell, round(SNUG * cell)
    side = int(min(np.clip(1.5 * scene.spacing * scale, SMALLEST, LARGEST), most)) // 4 * 4
    return side + GAP, side


def key_of(scene: MapScene, index: int) -> tuple[int, str]:
    """The key of a photo's thumbnail in the loader."""
    file = scene.gallery.files[scene.rows[index]]
    return file.id, file.digest or ""


def box_of(scene: MapScene, index: int, middle: Floats, side: int) -> QRect:
    """The rectangle around a photo's position, its longer side `side` pixels."""
    content = scene.gallery.content(int(scene.rows[index]))
    return map_painter.thumbnail_box(content.width or 1, content.height or 1, middle, side)


def _longer_side(scene: MapScene, index: int, room: QSizeF) -> int:
    """The longer side of a photo scaled to fit into `room`."""
    content = scene.gallery.content(int(scene.rows[index]))
    shape = QSizeF(content.width or 1, content.height or 1).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return round(max(shape.width(), shape.height()))


def _matching_in_view(scene: MapScene, dots: Dots, camera: Camera) -> tuple[Ints, Floats]:
    """Indices of the matching photos in the view and its margin, and their view positions."""
    right, bottom = camera.width + MARGIN, camera.height + MARGIN
    seen = dots.inside(camera.to_world((-MARGIN, -MARGIN)), camera.to_world((right, bottom)))
    seen = seen[scene.matching[seen]]
    points = camera.to_view(dots.xy[seen])
    x, y = points[:, 0], points[:, 1]
    near = (x > -MARGIN) & (x < right) & (y > -MARGIN) & (y < bottom)
    return seen[near], points[near]
