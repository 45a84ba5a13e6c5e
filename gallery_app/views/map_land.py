"""Land below the dots of a map of the world: soft shapes, for somebody who looks for a place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from engine.coastline import Coastline, above, below, coastline
from engine.places import Doubles, Earth
from gallery_app import theme
from gallery_app.views.map_camera import Area, Frame
from gallery_app.views.map_raster import Pixels
from gallery_app.views.map_scene import pixel
from gallery_app.views.painting import mixed

NEAR = 10.0  # device pixels a degree from which on fine outlines are seen to be
WIDE = 100.0  # degrees across a view that shows more than which they would take too long
BESIDE = 4.0  # pixels beyond an area to which outlines are cut off: their new edges are out of sight
SHADE = 0.09  # of the text's colour in that of the land

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])  # of a path as QDataStream has it


def land(area: Area, frame: Frame, earth: Earth) -> Pixels:
    """A part of a picture of the world without photos, (height, width): the very pixels that the whole has there."""
    now = theme.current()
    pixels = np.full((area.height, area.width), pixel(now.window), np.uint32)
    path = _path(area, frame, earth)
    if not path.isEmpty():
        image = QImage(pixels.data, area.width, area.height, 4 * area.width, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, QColor(mixed(now.text, now.window, SHADE)))
    return pixels


def _path(area: Area, frame: Frame, earth: Earth) -> QPainterPath:
    """All outlines that meet the area, in its pixels."""
    scale = np.array([frame.across, frame.down]) / earth.reach
    shift = np.array([frame.left - area.left, frame.top - area.top]) - np.array(earth.middle) * scale
    low, high = np.array([-BESIDE, -BESIDE]), np.array([area.width, area.height]) + BESIDE
    fine = np.radians(scale[0]) >= max(NEAR, frame.width / WIDE)  # by the whole picture: its parts are alike
    coast = coastline("fine" if fine else "coarse")
    outlines = _cut(coast, (low - shift) / scale, (high - shift) / scale)
    return _as_path([outline * scale + shift for outline in outlines])


def _cut(coast: Coastline, low: Doubles, high: Doubles) -> list[Doubles]:
    """The outlines as far as they lie in a box; one that does not meet it adds nothing."""
    found = []
    for index in coast.meeting(*low.tolist(), *high.tolist()).tolist():
        outline, box = coast.outline(index), coast.boxes[index]
        for axis in (0, 1):
            if box[axis] < low[axis]:
                outline = above(outline, axis, float(low[axis]))
            if box[axis + 2] > high[axis]:
                outline = below(outline, axis, float(high[axis]))
        if len(outline) > 2:
            found.append(outline)
    return found


def _as_path(outlines: list[Doubles]) -> QPainterPath:
    """One path, read by Qt in one go: a call for each point would take a tenth of a second."""
    path = QPainterPath()
    count = sum(map(len, outlines))
    if not count:
        return path
    elements: NDArray[np.void] = np.empty(count, _ELEMENT)
    elements["x"], elements["y"] = np.concatenate(outlines).T
    elements["kind"] = 1  # a line to there, but for where outlines begin
    elements["kind"][np.cumsum([0, *map(len, outlines)])[:-1]] = 0
    ends = np.array([0, Qt.FillRule.OddEvenFill.value], ">i4")
    stream = QDataStream(QByteArray(np.array([count], ">i4").tobytes() + elements.tobytes() + ends.tobytes()))
    stream >> path
    return path
