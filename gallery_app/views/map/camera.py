"""Camera: which part of the map is seen, as arithmetic without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats

Point = tuple[float, float]
Reach = NDArray[np.float64]
MOST_STRETCH = 1.8
SAMPLE = 100_000  # places that tell where all of them lie


@dataclass(frozen=True)
class Area:
    """A part of a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Frame:
    """A view of `width` × `height` device pixels: the world point (x, y) is seen at (x across + left, y down + top)."""

    width: int
    height: int
    across: float
    down: float
    left: int
    top: int

    @property
    def area(self) -> Area:
        return Area(0, 0, self.width, self.height)

    def to_world(self, x: float, y: float) -> Point:
        return (x - self.left) / self.across, (y - self.top) / self.down


@dataclass(frozen=True)
class Camera:
    """Sees the world point (x, y) in the middle of `width` × `height` pixels, at `scale` pixels a unit.

    Up and down it is `scale * stretch`: a map has neither north nor a true shape, so that it may fill its view.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 300.0
    width: int = 1
    height: int = 1
    stretch: float = 1.0

    @property
    def finest(self) -> float:
        """Pixels a unit in the direction that has fewer."""
        return self.scale * min(self.stretch, 1.0)

    def to_view(self, xy: Floats) -> Floats:
        """World positions (n, 2) in pixels of the view, float32 (n, 2)."""
        points = np.empty_like(xy, np.float32)
        for d, (middle, at, scale) in enumerate(
            ((self.width / 2, self.x, self.scale), (self.height / 2, self.y, self.scale * self.stretch))
        ):  # by columns: numpy is slow where it broadcasts over two
            np.multiply(xy[:, d], np.float32(scale), out=points[:, d])
            points[:, d] += np.float32(middle - at * scale)
        return points

    def to_world(self, at: Point) -> Point:
        return (
            self.x + (at[0] - self.width / 2) / self.scale,
            self.y + (at[1] - self.height / 2) / (self.scale * self.stretch),
        )

    def frame(self, ratio: float) -> Frame:
        """What is seen in device pixels, `ratio` of them a pixel, the last one in part; pans move it by whole ones."""
        across, down = self.scale * ratio, self.scale * self.stretch * ratio
        left, top = round(self.width / 2 * ratio - self.x * across), round(self.height / 2 * ratio - self.y * down)
        return Frame(ceil(self.width * ratio), ceil(self.height * ratio), across, down, left, top)

    def snapped(self, ratio: float) -> Camera:
        """The camera that sees what `frame` says."""
        frame = self.frame(ratio)
        x = (self.width / 2 * ratio - frame.left) / frame.across
        return replace(self, x=x, y=(self.height / 2 * ratio - frame.top) / frame.down)

    def panned(self, dx: float, dy: float) -> Camera:
        """The picture moved by (dx, dy) pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / (self.scale * self.stretch))

    def zoomed(self, at: Point, factor: float, lowest: float, highest: float) -> Camera:
        """Nearer by `factor`; what lies under `at` stays there."""
        scale = min(max(self.scale * factor, lowest), highest)
        x, y = self.to_world(at)
        return replace(
            self,
            scale=scale,
            x=x - (at[0] - self.width / 2) / scale,
            y=y - (at[1] - self.height / 2) / (scale * self.stretch),
        )

    def resized(self, width: int, height: int) -> Camera:
        return replace(self, width=max(width, 1), height=max(height, 1))

    def between(self, other: Camera, share: float) -> Camera:
        """On the way to another camera; the zoom goes evenly."""
        way, scale = share, self.scale * (other.scale / self.scale) ** share
        if abs(other.scale - self.scale) > 1e-6 * self.scale:  # the place that both show goes straight
            share = (1 / self.scale - 1 / scale) / (1 / self.scale - 1 / other.scale)
        x, y = self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share
        stretch = self.stretch * (other.stretch / self.stretch) ** way
        return replace(other, x=x, y=y, scale=scale, stretch=stretch)

    def fitted(self, reach: Reach, margin: int = 40, most_stretch: float = MOST_STRETCH) -> Camera:
        """The camera that sees all places (see `reach_of`), stretched to fill the view."""
        if not len(reach):
            return replace(self, x=0.0, y=0.0)
        low, high = reach
        span = np.maximum(high - low, 1e-3)
        room = np.maximum([self.width - 2 * margin, self.height - 2 * margin], 40)
        across, down = (room / span).tolist()
        scale = min(across, down * most_stretch)
        x, y = ((low + high) / 2).tolist()
        return replace(self, x=x, y=y, scale=scale, stretch=min(down, across * most_stretch) / scale)


def reach_of(xy: Floats) -> Reach:
    """The least and the greatest x and y, (2, 2), but for a few strays far out; (0, 2) where there is no place."""
    if not len(xy):
        return np.empty((0, 2))
    return np.percentile(xy[:: len(xy) // SAMPLE + 1], [0.1, 99.9], axis=0).astype(np.float64)
