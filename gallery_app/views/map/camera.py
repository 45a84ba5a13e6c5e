"""Camera: which part of the map is in view, and the conversion between map and view coordinates; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats

Point = tuple[float, float]
Extent = NDArray[np.float64]
MOST_STRETCH = 1.8
SAMPLE = 100_000  # photos from which the extent of all is estimated


@dataclass(frozen=True)
class Area:
    """A rectangle of a picture, in pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Frame:
    """A view of `width` × `height` device pixels: the map point (x, y) is drawn at (x across + left, y down + top)."""

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
    """A view of `width` × `height` pixels, centred on the map point (x, y), at `scale` pixels a unit.

    The vertical scale is `scale * stretch`: a projection has no true shape, so it may be stretched to fill the view.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 300.0
    width: int = 1
    height: int = 1
    stretch: float = 1.0

    @property
    def min_scale(self) -> float:
        """The smaller of the horizontal and the vertical scale, in pixels a unit."""
        return self.scale * min(self.stretch, 1.0)

    def to_view(self, xy: Floats) -> Floats:
        """Map positions (n, 2) as pixels of the view, float32 (n, 2)."""
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
        """The view in device pixels, `ratio` of them a pixel; the origin is rounded: pans move whole pixels."""
        across, down = self.scale * ratio, self.scale * self.stretch * ratio
        left, top = round(self.width / 2 * ratio - self.x * across), round(self.height / 2 * ratio - self.y * down)
        return Frame(ceil(self.width * ratio), ceil(self.height * ratio), across, down, left, top)

    def snapped(self, ratio: float) -> Camera:
        """This camera with its centre moved to whole device pixels, as `frame` draws it."""
        frame = self.frame(ratio)
        x = (self.width / 2 * ratio - frame.left) / frame.across
        return replace(self, x=x, y=(self.height / 2 * ratio - frame.top) / frame.down)

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera after a pan of (dx, dy) pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / (self.scale * self.stretch))

    def zoomed(self, at: Point, factor: float, lowest: float, highest: float) -> Camera:
        """The camera zoomed in by `factor` around the view position `at`; the scale stays in [`lowest`, `highest`]."""
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
        """Interpolate to another camera, `share` 0 to 1; the zoom is geometric."""
        way, scale = share, self.scale * (other.scale / self.scale) ** share
        if abs(other.scale - self.scale) > 1e-6 * self.scale:  # the fixed point moves straight
            share = (1 / self.scale - 1 / scale) / (1 / self.scale - 1 / other.scale)
        x, y = self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share
        stretch = self.stretch * (other.stretch / self.stretch) ** way
        return replace(other, x=x, y=y, scale=scale, stretch=stretch)

    def fitted(self, extent: Extent, margin: int = 40, most_stretch: float = MOST_STRETCH) -> Camera:
        """The camera that shows the whole `extent` (see `extent_of`), stretched by `most_stretch` at most."""
        if not len(extent):
            return replace(self, x=0.0, y=0.0)
        low, high = extent
        span = np.maximum(high - low, 1e-3)
        room = np.maximum([self.width - 2 * margin, self.height - 2 * margin], 40)
        across, down = (room / span).tolist()
        scale = min(across, down * most_stretch)
        x, y = ((low + high) / 2).tolist()
        return replace(self, x=x, y=y, scale=scale, stretch=min(down, across * most_stretch) / scale)


def extent_of(xy: Floats) -> Extent:
    """The minimum and maximum of x and y without the outermost 0.1 %, (2, 2); (0, 2) for an empty map."""
    if not len(xy):
        return np.empty((0, 2))
    return np.percentile(xy[:: len(xy) // SAMPLE + 1], [0.1, 99.9], axis=0).astype(np.float64)
