"""DotPicture: the dots of a map as pixels; when the map is panned they are moved, and only the edge is painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from gallery_app.views.map.camera import Area, Frame, Point
from gallery_app.views.map.dots.raster import PAD, SOFT, Pixels, diameter_for, paint_dots, places_in
from gallery_app.views.map.dots.tiles import Tiles

Ground = Callable[[Pixels, Area, Frame], None]  # paints what lies below the dots in an area, into (height, width)


@dataclass(frozen=True, eq=False)
class Layer:
    """Dots painted together: `which` of them (None: all), in their `colours` (n,), see `map_raster.ordered`."""

    colours: Pixels
    count: int
    which: NDArray[np.bool_] | None = None
    wider: float = 0.0  # pixels added to the diameter
    most: int | None = None  # where more of them may be in view the layer is left out


@dataclass(frozen=True, eq=False)
class Dots:
    """All dots of a map, the last on top: where they lie, in which layers they are painted and what is below them.

    `tiles` index where they come to lie; while they move there they are looked for one by one.
    """

    xy: Floats
    tiles: Tiles
    layers: tuple[Layer, ...]
    ground: Ground
    moving: bool = False

    def inside(self, low: Point, high: Point) -> Ints:
        """The dots in a box of the world, ascending, and perhaps some beside it."""
        if not self.moving:
            return self.tiles.inside(low, high)
        x, y = self.xy[:, 0], self.xy[:, 1]
        return np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))


class DotPicture:
    """What was painted last is kept: `paint` moves it where only the place has changed."""

    def __init__(self) -> None:
        self._painted: tuple[Dots, Frame, float] | None = None
        self._sizes: list[Size] = []
        self._canvas = self._spare = np.empty((0, 0), np.uint32)

    def paint(self, dots: Dots, frame: Frame, ratio: float) -> Pixels:
        """The picture, 0xffrrggbb, with an edge of PAD around it; it stands until the next but one is painted."""
        step = self._step(dots, frame, ratio)
        canvas = self._spare if self._spare.shape == _padded(frame.area) else np.empty(_padded(frame.area), np.uint32)
        seen = canvas[PAD:-PAD, PAD:-PAD]
        if step is None:
            self._sizes = _sizes(dots, frame, ratio)
            paint_area(canvas, dots, frame, self._sizes, frame.area)
        else:
            (to_x, from_x), (to_y, from_y) = _overlap(step[0]), _overlap(step[1])
            seen[to_y, to_x] = self._canvas[PAD:-PAD, PAD:-PAD][from_y, from_x]
            for area in _uncovered(frame, *step):
                strip = np.empty(_padded(area), np.uint32)
                paint_area(strip, dots, frame, self._sizes, area)
                rows, columns = slice(area.top, area.top + area.height), slice(area.left, area.left + area.width)
                seen[rows, columns] = strip[PAD:-PAD, PAD:-PAD]
        self._canvas, self._spare = canvas, self._canvas
        self._painted = dots, frame, ratio
        return canvas

    def _step(self, dots: Dots, frame: Frame, ratio: float) -> tuple[int, int] | None:
        """How far the old picture is to be moved to be the new one but for its edge; None where it is of no use."""
        if self._painted is None:
            return None
        before, old, at = self._painted
        across, down = frame.left - old.left, frame.top - old.top
        same = before is dots and at == ratio and replace(old, left=frame.left, top=frame.top) == frame
        near = abs(across) < frame.width // 2 and abs(down) < frame.height // 2
        return (across, down) if same and near else None


Size = tuple[float, bool] | None  # the diameter in device pixels and whether edges are soft; None: not painted


def paint_area(canvas: Pixels, dots: Dots, frame: Frame, sizes: list[Size], area: Area) -> None:
    """Paint a part of the picture, the very pixels that the whole has there, into a canvas with an edge of PAD."""
    dots.ground(canvas[PAD:-PAD, PAD:-PAD], area, frame)
    low = frame.to_world(area.left - PAD, area.top - PAD)
    high = frame.to_world(area.left + area.width + PAD, area.top + area.height + PAD)
    found = dots.inside(low, high)
    part = slice(None) if len(found) == len(dots.xy) else found
    places = places_in(area, frame, dots.xy[part])
    for layer, size in zip(dots.layers, sizes, strict=True):
        if size is not None:
            which = slice(None) if layer.which is None else layer.which[part]
            paint_dots(canvas, places[which], layer.colours[part][which], size[0], soft=size[1])


def _padded(area: Area) -> tuple[int, int]:
    return area.height + 2 * PAD, area.width + 2 * PAD


def _sizes(dots: Dots, frame: Frame, ratio: float) -> list[Size]:
    """How large dots are: by how near one looks, not by where, so that they stay while the map is panned."""
    usual, most = dots.tiles.in_sight(frame.width / frame.across, frame.height / frame.down)
    sizes: list[Size] = []
    for layer in dots.layers:
        count = min(most, layer.count)
        too_many = layer.most is not None and count > layer.most
        diameter = (diameter_for(usual) + layer.wider) * ratio
        sizes.append(None if too_many else (round(diameter * 4) / 4, count <= SOFT))
    return sizes


def _uncovered(frame: Frame, across: int, down: int) -> Iterator[Area]:
    """What comes into view when the picture is moved."""
    if across:
        yield Area(0 if across > 0 else frame.width + across, 0, abs(across), frame.height)
    if down:
        yield Area(0, 0 if down > 0 else frame.height + down, frame.width, abs(down))


def _overlap(step: int) -> tuple[slice, slice]:
    """Where the rest of the picture comes to lie, and where it lay, in one direction."""
    ahead, behind = slice(max(step, 0), min(step, 0) or None), slice(max(-step, 0), min(-step, 0) or None)
    return ahead, behind
