"""Where photos were taken: towns by their coordinates, and groups of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.core.records import Ints
from engine.gallery.geography.earth import Doubles, Earth, earth_of, mercator
from engine.gallery.geography.gazetteer import Town, gazetteer
from engine.gallery.groups import NONE, Groups, groups_of

if TYPE_CHECKING:
    from engine.gallery.snapshot import Gallery

__all__ = [
    "Doubles",
    "Earth",
    "Town",
    "by_place",
    "coordinates",
    "earth_of",
    "gazetteer",
    "key_of",
    "mercator",
    "town_at",
    "towns_of",
]

_CELL = 0.001  # degrees, a hundred metres: photos as near as this share a town, and a river lies between others


def towns_of(gallery: Gallery) -> list[Town | None]:
    """The town of each row; None where the photo has no coordinates or was taken at sea."""
    degrees = coordinates(gallery)
    towns: list[Town | None] = [None] * len(gallery)
    rows = np.flatnonzero(np.isfinite(degrees).all(axis=1))
    if len(rows):
        cells, cell_of_row = np.unique(np.round(degrees[rows] / _CELL).astype(np.int64), axis=0, return_inverse=True)
        named = _towns_of_cells(cells)
        for row, cell in zip(rows.tolist(), cell_of_row.reshape(-1).tolist(), strict=True):
            towns[row] = named[cell]
    return towns


def _towns_of_cells(cells: Ints) -> list[Town | None]:
    """The towns of cells, kept: one photo more must not have all others' looked up again, which take 0.1 ms each."""
    known = _known_cells()
    keys = [(latitude, longitude) for latitude, longitude in cells.tolist()]
    new = [key for key in keys if key not in known]
    if new:
        known.update(zip(new, gazetteer().towns(np.array(new) * _CELL), strict=True))
    return [known[key] for key in keys]


@cache
def _known_cells() -> dict[tuple[int, int], Town | None]:
    return {}


def town_at(latitude: float, longitude: float) -> Town | None:
    """The town at these coordinates in degrees; the first call takes a second."""
    return gazetteer().towns(np.array([[latitude, longitude]]))[0]


def coordinates(gallery: Gallery) -> Doubles:
    """Latitude and longitude in degrees, (n, 2); NaN where the photo has none."""
    known = {d: (c.latitude, c.longitude) for d, c in gallery.contents.items() if c.latitude is not None}
    nowhere = (None, None)
    return np.array([known.get(f.digest or "", nowhere) for f in gallery.files], np.float64).reshape(-1, 2)


def key_of(town: Town | None) -> str:
    """Country, region and name with tabs between: in this order they are sorted."""
    return NONE if town is None else f"{town.country}\t{town.region}\t{town.name}"


def by_place(gallery: Gallery) -> Groups:
    """Groups by town (`key_of`), those of a country together."""
    return groups_of([key_of(town) for town in gallery.towns])
