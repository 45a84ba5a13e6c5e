"""Camera: which part of the map is seen, as arithmetic without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.records import Floats

Point = tuple[float, float]


@dataclass(frozen=True)
class Camera:
    """Sees the world point (x, y) in the middle of `width` × `height` pixels, at `scale` pixels a unit."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 300.0
    width: int = 1
    height: int = 1

    def to_view(self, xy: Floats) -> Floats:
        """World positions (n, 2) in pixels of the view, float32 (n, 2)."""
        shift = np.array([self.width / 2 - self.x * self.scale, self.height / 2 - self.y * self.scale], np.float32)
        return xy * np.float32(self.scale) + shift

    def to_world(self, at: Point) -> Point:
        return (
            self.x + (at[0] - self.width / 2) / self.scale,
            self.y + (at[1] - self.height / 2) / self.scale,
        )

    def panned(self, dx: float, dy: float) -> Camera:
        """The picture moved by (dx, dy) pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def zoomed(self, at: Point, factor: float, lowest: float, highest: float) -> Camera:
        """Nearer by `factor`; what lies under `at` stays there."""
        scale = min(max(self.scale * factor, lowest), highest)
        x, y = self.to_world(at)
        return replace(
            self,
            scale=scale,
            x=x - (at[0] - self.width / 2) / scale,
            y=y - (at[1] - self.height / 2) / scale,
        )

    def resized(self, width: int, height: int) -> Camera:
        return replace(self, width=max(width, 1), height=max(height, 1))

    def between(self, other: Camera, share: float) -> Camera:
        """On the way to another camera; the zoom goes evenly."""
        scale = self.scale * (other.scale / self.scale) ** share
        if abs(other.scale - self.scale) > 1e-6 * self.scale:  # the place that both show goes straight
            share = (1 / self.scale - 1 / scale) / (1 / self.scale - 1 / other.scale)
        return replace(other, x=self.x + (other.x - self.x) * share, y=self.y + (other.y - self.y) * share, scale=scale)

    def fitted(self, xy: Floats, margin: int = 56) -> Camera:
        """The camera that sees all of `xy`, but for a few strays far out."""
        if not len(xy):
            return replace(self, x=0.0, y=0.0)
        low, high = np.percentile(xy, [0.1, 99.9], axis=0).astype(np.float64)
        span = np.maximum(high - low, 1e-3)
        room = np.maximum([self.width - 2 * margin, self.height - 2 * margin], 40)
        x, y = (low + high) / 2
        return replace(self, x=float(x), y=float(y), scale=float((room / span).min()))
