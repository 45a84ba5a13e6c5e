"""The earth as a plane, for maps, and as a sphere, for distances."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
RADIUS = 6371.0  # km
_MIN_REACH = 1e-5  # radians, 60 m: a map shows no less


@dataclass(frozen=True)
class Earth:
    """A map of the world: Mercator's plane, with `middle` at its origin and `reach` from there to its edges."""

    middle: tuple[float, float] = (0.0, 0.0)
    reach: float = math.pi

    def project(self, degrees: Doubles) -> NDArray[np.float32]:
        """Latitudes and longitudes in degrees as positions on the map, (n, 2); NaN for none."""
        return np.asarray((mercator(degrees) - self.middle) / self.reach, np.float32)


def earth_of(degrees: Doubles) -> Earth:
    """The map on which the farthest coordinate of these locations lies at 1."""
    xy = mercator(degrees)
    xy = xy[np.isfinite(xy).all(axis=1)]
    if not len(xy):
        return Earth()
    low, high = xy.min(axis=0), xy.max(axis=0)
    x, y = ((low + high) / 2).tolist()
    return Earth((x, y), max(float((high - low).max()) / 2, _MIN_REACH))


def mercator(degrees: Doubles) -> Doubles:
    """Mercator's projection of latitudes and longitudes in degrees, (n, 2): north is up (smaller), in radians."""
    latitude = np.radians(np.clip(degrees[:, 0], -85, 85))
    return np.stack([np.radians(degrees[:, 1]), -np.log(np.tan(np.pi / 4 + latitude / 2))], axis=1)


def on_sphere(degrees: Doubles) -> Doubles:
    """Latitudes and longitudes as points of the unit sphere: chords between them know no poles and date lines."""
    latitude, longitude = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    x, y = np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude)
    return np.stack([x, y, np.sin(latitude)], axis=1)
