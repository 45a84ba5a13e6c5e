"""Where land is: outlines of Natural Earth (public domain), on the plane of Mercator's projection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.core.assets import resource
from engine.core.records import Ints
from engine.gallery.geography.earth import Doubles, mercator

Detail = Literal["coarse", "fine"]  # made for 1:110 million and 1:50 million


@dataclass(frozen=True, eq=False)
class Coastline:
    """Closed outlines one after the other: `points` (n, 2), where each begins (m + 1,) and its `boxes` (m, 4).

    A box is left, top, right, bottom. A point is land where an odd number of outlines lies around it.
    """

    points: Doubles
    starts: Ints
    boxes: Doubles

    def meeting(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The outlines whose boxes meet a box."""
        x0, y0, x1, y1 = self.boxes.T
        return np.flatnonzero((x0 < right) & (x1 > left) & (y0 < bottom) & (y1 > top))

    def outline(self, index: int) -> Doubles:
        return self.points[self.starts[index] : self.starts[index + 1]]

    def is_land(self, latitude: float, longitude: float) -> bool:
        """Whether a place in degrees is land."""
        x, y = mercator(np.array([[latitude, longitude]]))[0].tolist()
        around = 0
        for index in self.meeting(x, y, x, y).tolist():
            x0, y0 = self.outline(index).T
            x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
            crossed = np.flatnonzero((y0 > y) != (y1 > y))  # by the way from the place to the east
            x0, y0, x1, y1 = x0[crossed], y0[crossed], x1[crossed], y1[crossed]
            around += int(np.count_nonzero(x0 + (x1 - x0) * (y - y0) / (y1 - y0) > x))
        return around % 2 == 1

    def within(self, low: Doubles, high: Doubles) -> list[Doubles]:
        """The outlines as far as they lie in a box from `low` to `high`; one that does not meet it adds nothing."""
        found = []
        for index in self.meeting(*low.tolist(), *high.tolist()).tolist():
            outline, box = self.outline(index), self.boxes[index]
            for axis in (0, 1):
                if box[axis] < low[axis]:
                    outline = above(outline, axis, float(low[axis]))
                if box[axis + 2] > high[axis]:
                    outline = below(outline, axis, float(high[axis]))
            if len(outline) > 2:
                found.append(outline)
        return found


def above(outline: Doubles, axis: int, limit: float) -> Doubles:
    """A closed outline without what lies below a limit (Sutherland and Hodgman 1974, one edge)."""
    if not len(outline):
        return outline
    before = np.roll(outline, 1, axis=0)
    inside, was_inside = outline[:, axis] >= limit, before[:, axis] >= limit
    crosses = inside != was_inside
    way = np.where(crosses, outline[:, axis] - before[:, axis], 1.0)
    crossing = before + (outline - before) * ((limit - before[:, axis]) / way)[:, None]
    both = np.stack([crossing, outline], axis=1)  # where an edge crosses the limit, then where it ends
    return np.asarray(both[np.stack([crosses, inside], axis=1)])


def below(outline: Doubles, axis: int, limit: float) -> Doubles:
    """The same without what lies above a limit."""
    return -above(-outline, axis, -limit)


@cache
def coastline(detail: Detail) -> Coastline:
    """Read from resources/world; a few milliseconds."""
    with np.load(resource("world/land.npz"), allow_pickle=False) as kept:
        degrees = np.cumsum(kept[detail], axis=0) / float(kept["steps"])
        starts: NDArray[np.int64] = kept[f"{detail}_starts"].astype(np.int64)
    points = mercator(degrees[:, ::-1])
    low, high = (extreme.reduceat(points, starts[:-1], axis=0) for extreme in (np.minimum, np.maximum))
    return Coastline(points, starts, np.concatenate([low, high], axis=1))
