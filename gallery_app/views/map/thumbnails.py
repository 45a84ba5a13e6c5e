"""MapThumbnails: which photos of a map are shown as thumbnails, where, and how they are painted and fetched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QRegion

from engine.core.records import Floats, Ints
from gallery_app.base import theme
from gallery_app.base.painting import RADIUS
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.map import painter as map_painter
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.dots.look import Look
from gallery_app.views.map.dots.picture import Dots
from gallery_app.views.map.layout import choose_thumbnails
from gallery_app.views.map.scene import MapScene

SMALLEST, LARGEST = 56, 128  # the longer side of a thumbnail
TINIEST, FULL = 11, 220  # the same in a small library, where each photo is to be seen
LEAST = 24  # the same on a grid of many, where each photo is seen or none
FILLED = 0.94  # of its cell, a photo on a grid: none overlaps the next
SNUG = 1.12  # times the room of a photo there is its longer side: few are square, so that corners hardly meet
GAP = 10  # pixels at least between two thumbnails
CROWDED = 8.0  # pixels between neighbours below which only dots are shown
MARGIN = FULL / 2 + GAP  # pixels beyond the view in which a photo may still be seen


class MapThumbnails:
    """`boxes` holds what `choose` found: indices of the scene and where they are shown, the first below."""

    def __init__(self, session: Session, loader: ThumbnailLoader) -> None:
        self._session, self._loader = session, loader
        self.boxes: list[tuple[int, QRect]] = []

    def choose(self, scene: MapScene, dots: Dots, camera: Camera, whole: float) -> None:
        """Find those that have room; the choice holds for half an octave of zoom, counted from the scale `whole`."""
        scale = camera.finest
        self.boxes = []
        if not len(scene) or scene.spacing * scale < CROWDED:
            return
        step = whole * 2.0 ** (np.floor(np.log2(scale / whole) * 2 + 1e-6) / 2)  # what is seen at first fits best
        room = None  # of a cell, which the window may have stretched
        if scene.pitch is not None:
            cell = float(min(scene.pitch * step, FULL))
            side = round(FILLED * cell)
            longer = max(camera.stretch, 1 / camera.stretch)
            room = QSizeF(side, side * longer) if camera.stretch > 1 else QSizeF(side * longer, side)
            if cell < (TINIEST if scene.is_small else LEAST):
                return
        elif scene.is_small:
            cell = float(np.clip(scene.nearest * step, TINIEST, FULL))
            side = round(SNUG * cell)
        else:
            side = int(np.clip(1.5 * scene.spacing * step, SMALLEST, LARGEST)) // 4 * 4
            cell = side + GAP
        seen, points = _seen(scene, dots, camera)
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
        """Which photo's thumbnail is seen at a point of the view, or -1."""
        return next((index for index, box in reversed(self.boxes) if box.contains(point)), -1)

    def box(self, index: int) -> QRect | None:
        """Where a photo is shown, if it is."""
        return next((box for shown, box in self.boxes if shown == index), None)

    def paint(self, painter: QPainter, scene: MapScene, look: Look, region: QRegion, ratio: float) -> None:
        """Paint those that a part of the view shows."""
        reach = map_painter.EDGE
        for index, box in self.boxes:
            if region.intersects(box.adjusted(-reach, -reach, reach, reach)):
                map_painter.paint_thumbnail(
                    painter,
                    box,
                    self._loader.pixmap(key_of(scene, index)),
                    self.colour(scene, index),
                    selected=bool(look.selected[index]),
                    dimmed=look.dims and not look.bright[index],
                    ratio=ratio,
                )

    def colour(self, scene: MapScene, index: int) -> str:
        """The colour of a photo's cluster."""
        label = int(scene.tones[index]) - 2
        return self._session.colour(scene.gallery.clusters[label].id) if label >= 0 else theme.current().faint

    def file(self, scene: MapScene, index: int) -> Path:
        """Where a photo's thumbnail lies."""
        return self._session.thumbnail(int(scene.rows[index]))

    def request(self, scene: MapScene, card: int, middle: QPoint, ratio: float) -> None:
        """Have fetched what is lacking: the preview of the photo `card` (-1: none), then what is nearest the middle."""
        wanted = []
        if card >= 0:
            size = box_of(scene, card, np.zeros(2, np.float32), map_painter.CARD.width()).size()
            size = size.scaled(map_painter.CARD, Qt.AspectRatioMode.KeepAspectRatio)
            wanted.append(self._wanted(scene, card, ("card", *key_of(scene, card)), size * ratio, RADIUS * ratio))
        lacking = []
        for index, box in self.boxes:
            pixmap = self._loader.pixmap(key_of(scene, index))
            if pixmap is None or pixmap.size() != box.size() * ratio:
                lacking.append((index, box))
        for index, box in sorted(lacking, key=lambda t: (t[1].center() - middle).manhattanLength()):
            radius = map_painter.corner(box.size()) * ratio
            wanted.append(self._wanted(scene, index, key_of(scene, index), box.size() * ratio, radius))
        self._loader.request(wanted)

    def _wanted(self, scene: MapScene, index: int, key: object, size: QSize, radius: float) -> ThumbnailRequest:
        return ThumbnailRequest(key, self.file(scene, index), size, radius)


def key_of(scene: MapScene, index: int) -> tuple[int, str]:
    """What names a photo's thumbnail in the loader."""
    file = scene.gallery.files[scene.rows[index]]
    return file.id, file.digest or ""


def box_of(scene: MapScene, index: int, middle: Floats, side: int) -> QRect:
    """The box around a photo's place, its longer side `side`."""
    content = scene.gallery.content(int(scene.rows[index]))
    return map_painter.thumbnail_box(content.width or 1, content.height or 1, middle, side)


def _longer_side(scene: MapScene, index: int, room: QSizeF) -> int:
    """That of a photo which fills this room."""
    content = scene.gallery.content(int(scene.rows[index]))
    shape = QSizeF(content.width or 1, content.height or 1).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return round(max(shape.width(), shape.height()))


def _seen(scene: MapScene, dots: Dots, camera: Camera) -> tuple[Ints, Floats]:
    """The photos that are let through in the view and its margin, and where in the view they lie."""
    right, bottom = camera.width + MARGIN, camera.height + MARGIN
    seen = dots.inside(camera.to_world((-MARGIN, -MARGIN)), camera.to_world((right, bottom)))
    seen = seen[scene.matching[seen]]
    points = camera.to_view(dots.xy[seen])
    x, y = points[:, 0], points[:, 1]
    near = (x > -MARGIN) & (x < right) & (y > -MARGIN) & (y < bottom)
    return seen[near], points[near]
