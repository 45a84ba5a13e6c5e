"""Paints the outlines of land below the dots where photos are shown on a map of the world."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from engine.gallery.geography.coastline import coastline
from engine.gallery.places import Doubles, Earth
from gallery_app.base import theme
from gallery_app.base.painting import mixed
from gallery_app.views.map.camera import Area, Frame
from gallery_app.views.map.dots.raster import Pixels
from gallery_app.views.map.scene import pixel

NEAR = 10.0  # device pixels a degree from which the fine outlines are used
WIDE = 100.0  # degrees: a wider view uses the coarse outlines, fine ones would take too long
BESIDE = 4.0  # pixels beyond an area at which outlines are clipped, so that the cut is not visible
SHADE = 0.09  # share of the text's colour in the land's

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])  # of a QPainterPath in a QDataStream


def land(area: Area, frame: Frame, earth: Earth) -> Pixels:
    """One area of the map's background, (height, width), 0xffrrggbb; same pixels as in the whole picture."""
    pixels = np.full((area.height, area.width), pixel(theme.current().window), np.uint32)
    path = _as_path(outlines(area, frame, earth))
    if not path.isEmpty():
        image = QImage(pixels.data, area.width, area.height, 4 * area.width, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(path, land_colour())
    return pixels


def land_colour() -> QColor:
    """The colour of land in the current theme."""
    now = theme.current()
    return mixed(now.text, now.window, SHADE)


def outlines(area: Area, frame: Frame, earth: Earth) -> list[Doubles]:
    """The closed outlines that touch the area, each (n, 2) in its pixels, to be filled by the even-odd rule."""
    scale = np.array([frame.across, frame.down]) / earth.reach
    shift = np.array([frame.left - area.left, frame.top - area.top]) - np.array(earth.middle) * scale
    low, high = np.array([-BESIDE, -BESIDE]), np.array([area.width, area.height]) + BESIDE
    fine = np.radians(scale[0]) >= max(NEAR, frame.width / WIDE)  # by the whole view, so that all areas agree
    coast = coastline("fine" if fine else "coarse")
    return [outline * scale + shift for outline in coast.within((low - shift) / scale, (high - shift) / scale)]


def _as_path(closed: list[Doubles]) -> QPainterPath:
    """The outlines as one path; streamed, for a call for each point would take a tenth of a second."""
    path = QPainterPath()
    count = sum(map(len, closed))
    if not count:
        return path
    elements: NDArray[np.void] = np.empty(count, _ELEMENT)
    elements["x"], elements["y"] = np.concatenate(closed).T
    elements["kind"] = 1  # line to; 0 (move to) where an outline begins
    elements["kind"][np.cumsum([0, *map(len, closed)])[:-1]] = 0
    ends = np.array([0, Qt.FillRule.OddEvenFill.value], ">i4")
    stream = QDataStream(QByteArray(np.array([count], ">i4").tobytes() + elements.tobytes() + ends.tobytes()))
    stream >> path
    return path
