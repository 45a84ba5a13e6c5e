"""Which country a place lies in: outlines of country-coder (ISC), as packaging/make_borders.py packs them."""

from __future__ import annotations

from functools import cache

import numpy as np

from engine.core.assets import resource
from engine.core.records import Ints
from engine.gallery.geography.earth import Doubles


class Borders:
    """Closed outlines of longitudes and latitudes in degrees, several an area; an area has a country.

    `points` (n, 2), where each outline begins (m + 1,), its area (m,), and a country code an area. Where an odd
    number of an area's outlines lies around a place, it lies in that area: so enclaves are holes.
    """

    def __init__(self, points: Doubles, starts: Ints, areas: Ints, countries: tuple[str, ...]) -> None:
        self._points = points
        self._starts = starts
        self._areas = areas
        self._countries = countries
        low, high = (extreme.reduceat(points, starts[:-1], axis=0) for extreme in (np.minimum, np.maximum))
        self._boxes = np.concatenate([low, high], axis=1)

    def countries_at(self, latitude: float, longitude: float) -> tuple[str, ...]:
        """The codes of the countries whose outlines lie around a place: none at sea, two where they overlap."""
        left, low, right, high = self._boxes.T
        near = np.flatnonzero((left <= longitude) & (longitude <= right) & (low <= latitude) & (latitude <= high))
        around: dict[int, bool] = {}
        for outline in near.tolist():
            area = int(self._areas[outline])
            around[area] = around.get(area, False) != self._is_around(outline, latitude, longitude)
        return tuple(dict.fromkeys(self._countries[area] for area, inside in around.items() if inside))

    def _is_around(self, outline: int, latitude: float, longitude: float) -> bool:
        """Whether a way from the place to the east crosses the outline an odd number of times."""
        x, y = self._points[self._starts[outline] : self._starts[outline + 1]].T
        crossed = np.flatnonzero((y[:-1] > latitude) != (y[1:] > latitude))
        x0, y0, x1, y1 = x[crossed], y[crossed], x[crossed + 1], y[crossed + 1]
        return bool(np.count_nonzero(x0 + (x1 - x0) * (latitude - y0) / (y1 - y0) > longitude) % 2)


@cache
def borders() -> Borders:
    """Read from resources/world; a few milliseconds."""
    with np.load(resource("world/countries.npz"), allow_pickle=False) as kept:
        points = np.cumsum(kept["points"], axis=0) / float(kept["steps"])
        codes = tuple(str(code) for code in kept["countries"])
        return Borders(points, kept["starts"].astype(np.int64), kept["areas"].astype(np.int64), codes)
