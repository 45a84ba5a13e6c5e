"""DotPicture: the dots of the map as pixels; a pan shifts the last picture and paints only the new edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from gallery_app.views.map.camera import Area, Frame, Point
from gallery_app.views.map.dots.raster import SOFT, Pixels, diameter_for, paint_dots, pixel_offsets
from gallery_app.views.map.dots.stamps import PAD
from gallery_app.views.map.dots.tiles import Tiles

Background = Callable[[Pixels, Area, Frame], None]  # paints what lies below the dots in an area, into (height, width)


@dataclass(frozen=True, eq=False)
class Layer:
    """Dots painted together: `which` of them (mask, None: all), in their `colours` (n,) from `raster.ordered`."""

    colours: Pixels
    count: int
    which: NDArray[np.bool_] | None = None
    shapes: NDArray[np.uint8] | None = None  # (n,), None: all are discs
    wider: float = 0.0  # pixels added to the diameter
    most: int | None = None  # the layer is skipped if more of its dots may be in view


@dataclass(frozen=True, eq=False)
class Dots:
    """All dots of a map: positions (n, 2), layers (the last on top) and the background below them.

    `tiles` is an index of the final positions; while dots are `moving` there, all of them are searched.
    """

    xy: Floats
    tiles: Tiles
    layers: tuple[Layer, ...]
    background: Background
    moving: bool = False

    def inside(self, low: Point, high: Point) -> Ints:
        """Indices of the dots in a box of the map, ascending; may include some near it."""
        if not self.moving:
            return self.tiles.inside(low, high)
        x, y = self.xy[:, 0], self.xy[:, 1]
        return np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))


class DotPicture:
    """Keeps the last picture: `paint` shifts it if only the position of the view has changed."""

    def __init__(self) -> None:
        self._painted: tuple[Dots, Frame, float] | None = None
        self._sizes: list[Size] = []
        self._canvas = self._spare = np.empty((0, 0), np.uint32)

    def paint(self, dots: Dots, frame: Frame, ratio: float) -> Pixels:
        """The picture, 0xffrrggbb, with PAD pixels around it; valid until the next but one call."""
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
        """By how many pixels the last picture has to be shifted; None if it cannot be reused."""
        if self._painted is None:
            return None
        before, old, at = self._painted
        across, down = frame.left - old.left, frame.top - old.top
        same = before is dots and at == ratio and replace(old, left=frame.left, top=frame.top) == frame
        near = abs(across) < frame.width // 2 and abs(down) < frame.height // 2
        return (across, down) if same and near else None


Size = tuple[float, bool] | None  # the diameter in device pixels and whether edges are soft; None: not painted


def paint_area(canvas: Pixels, dots: Dots, frame: Frame, sizes: list[Size], area: Area) -> None:
    """Paint one area of the picture into a canvas with PAD pixels around it; same pixels as in the whole picture."""
    dots.background(canvas[PAD:-PAD, PAD:-PAD], area, frame)
    low = frame.to_world(area.left - PAD, area.top - PAD)
    high = frame.to_world(area.left + area.width + PAD, area.top + area.height + PAD)
    found = dots.inside(low, high)
    part = slice(None) if len(found) == len(dots.xy) else found
    offsets = pixel_offsets(area, frame, dots.xy[part])
    for layer, size in zip(dots.layers, sizes, strict=True):
        if size is not None:
            which = slice(None) if layer.which is None else layer.which[part]
            colours = layer.colours[part][which]
            if layer.shapes is None:
                paint_dots(canvas, offsets[which], colours, size[0], soft=size[1])
            else:
                _paint_shapes(canvas, offsets[which], colours, layer.shapes[part][which], size)


def _paint_shapes(
    canvas: Pixels, offsets: Ints, colours: Pixels, shapes: NDArray[np.uint8], size: tuple[float, bool]
) -> None:
    """Paint dots shape by shape; those with a shape of their own, of which there are fewer, lie on top."""
    for shape in np.flatnonzero(np.bincount(shapes)).tolist():
        which = shapes == shape
        paint_dots(canvas, offsets[which], colours[which], size[0], soft=size[1], shape=shape)


def _padded(area: Area) -> tuple[int, int]:
    return area.height + 2 * PAD, area.width + 2 * PAD


def _sizes(dots: Dots, frame: Frame, ratio: float) -> list[Size]:
    """The dot size of each layer; it depends on the zoom alone, so that it stays while the map is panned."""
    usual, most = dots.tiles.counts_in_view(frame.width / frame.across, frame.height / frame.down)
    sizes: list[Size] = []
    for layer in dots.layers:
        count = min(most, layer.count)
        too_many = layer.most is not None and count > layer.most
        diameter = (diameter_for(usual) + layer.wider) * ratio
        sizes.append(None if too_many else (round(diameter * 4) / 4, count <= SOFT))
    return sizes


def _uncovered(frame: Frame, across: int, down: int) -> Iterator[Area]:
    """The areas that come into view when the picture is shifted."""
    if across:
        yield Area(0 if across > 0 else frame.width + across, 0, abs(across), frame.height)
    if down:
        yield Area(0, 0 if down > 0 else frame.height + down, frame.width, abs(down))


def _overlap(step: int) -> tuple[slice, slice]:
    """Target and source slices of the part that stays in view, along one axis."""
    ahead, behind = slice(max(step, 0), min(step, 0) or None), slice(max(-step, 0), min(-step, 0) or None)
    return ahead, behind
