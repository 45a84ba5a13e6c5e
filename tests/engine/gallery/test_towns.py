"""The town of a place: country first, then the nearest that is a town, and not a quarter of one."""

from __future__ import annotations

import csv
from collections import Counter

import numpy as np
import pytest

from engine.core.assets import resource
from engine.gallery.geography.borders import borders
from engine.gallery.geography.earth import Doubles, on_sphere
from engine.gallery.geography.gazetteer import Gazetteer, country_names, entries
from engine.gallery.places import Town, key_of, town_at, towns_of
from tests.engine.galleries import gallery_of
from tests.paths import ROOT

# Of public reports: what people said that it is.
REPORTED = [
    ((42.20848, -83.09805), "Windsor", "Canada"),  # not Detroit, across the river
    ((47.57673, 18.87960), "Nagykovácsi", "Hungary"),  # 0.7 km away, Budapest 15
    ((51.81126, 5.79792), "Nijmegen", "Netherlands"),  # not Hatert, a quarter of it
    ((54.31589, 10.06926), "Kiel", "Germany"),
    ((35.17955, 129.07564), "Busan", "South Korea"),
    ((49.71195, 18.64170), "Třinec", "Czech Republic"),  # not a village of Poland
    ((48.85845, 2.29445), "Paris", "France"),  # the nearest four are suburbs
    ((-18.54543, -70.33122), "Arica", "Chile"),
    ((46.6237, 10.4475), "Scuol", "Switzerland"),  # Val Müstair, not Tubre in Italy; Chur is large and far
    ((48.99, -111.5), "Shelby", "United States"),  # not Lethbridge, Canada
]
# Of the places written down beforehand (tests/data/places.csv), those that go by another name: not in the
# gazetteer, one of two that nothing in it tells apart, or across a river that is no border.
WRONG = {
    *("Hallstatt", "Zaandam", "Grasmere", "Ettal", "Kinderdijk", "Neuschwanstein", "Malibu pier", "Perl", "Atomium"),
    *("Garching", "Victoria Peak", "Central Park", "Beverly Hills", "Niteroi MAC", "Schiltigheim", "Huningue"),
}


@pytest.mark.parametrize(("at", "name", "country"), REPORTED)
def test_the_town_is_of_the_country_around_and_a_town(at: tuple[float, float], name: str, country: str) -> None:
    town = town_at(*at)
    assert town is not None
    assert (town.name, town.country) == (name, country)


def test_squares_are_of_their_city_and_villages_of_themselves() -> None:
    codes = {name: code for code, name in country_names().items()}
    wrong, abroad, kinds = set(), set(), Counter[str]()
    with (ROOT / "tests" / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        for place in csv.DictReader(file):
            town = town_at(float(place["latitude"]), float(place["longitude"]))
            kinds[place["kind"]] += 1
            if place["towns"] and (town is None or town.name not in place["towns"].split("|")):
                wrong.add(place["place"])
            if place["country"] and (town is None or codes[town.country] != place["country"]):
                abroad.add(place["place"])
    assert kinds == {"city": 109, "town": 90, "border": 130}
    assert wrong == WRONG
    assert abroad == {"Niagara NY"}


def test_towns_near_a_border_lie_on_their_side_of_it() -> None:
    """Of the 3,800 with a town abroad within ten kilometres 15 % were named for the other side."""
    towns = entries()
    from scipy.spatial import cKDTree

    tree = cKDTree(on_sphere(np.array([(t["latitude"], t["longitude"]) for t in towns])))
    pairs = tree.query_pairs(10 / 6371, output_type="ndarray")
    codes = np.array([t["country_code"] for t in towns])
    near = np.unique(pairs[codes[pairs[:, 0]] != codes[pairs[:, 1]]])
    around = [borders().countries_at(towns[i]["latitude"], towns[i]["longitude"]) for i in near.tolist()]
    beyond = [i for i, countries in zip(near.tolist(), around, strict=True) if codes[i] not in countries]
    assert len(near) > 3000
    assert len(beyond) < 0.015 * len(near)


@pytest.mark.parametrize(
    ("at", "town"),
    [
        ((23.0, 12.0), Town("", "", "Niger")),  # the Sahara: more than FAR from every town
        ((-75.0, 0.0), Town("", "", "Antarctica")),
        ((0.0, -30.0), None),  # the Atlantic
        ((54.0, 3.0), None),  # the North Sea
        ((90.0, 0.0), None),
    ],
)
def test_far_from_all_towns_the_country_is_known_and_at_sea_nothing(at: tuple[float, float], town: Town | None) -> None:
    assert town_at(*at) == town


@pytest.mark.parametrize(
    ("at", "name"),
    [
        ((44.95, 34.10), "Simferopol"),
        ((35.33, 33.32), "Kyrenia"),
        ((42.66, 21.16), "Pristina"),
        ((27.15, -13.20), "Laayoune"),
    ],
)
def test_land_in_dispute_keeps_the_names_of_its_towns(at: tuple[float, float], name: str) -> None:
    town = town_at(*at)
    assert town is not None
    assert town.name == name


def test_photos_on_both_banks_of_a_border_river_are_of_two_countries() -> None:
    """They share no cell: a bridge at Görlitz is two hundred metres long, one of Frankfurt three hundred."""
    banks = [(51.1563, 14.9920), (51.1530, 15.0010), (52.3440, 14.5530), (52.3475, 14.5590)]
    gallery = gallery_of([{"path": f"{i}.jpg", "at": at} for i, at in enumerate(banks)])
    assert [town and town.country for town in towns_of(gallery)] == ["Germany", "Poland"] * 2


def test_one_photo_more_costs_one_place_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    look_up = Gazetteer.towns

    def counted(self: Gazetteer, degrees: Doubles) -> list[Town | None]:
        asked.append(len(degrees))
        return look_up(self, degrees)

    monkeypatch.setattr(Gazetteer, "towns", counted)
    photos = [{"path": f"{i}.jpg", "at": (47.0 + i / 100, 9.0)} for i in range(20)]
    before = towns_of(gallery_of(photos[:19]))
    assert towns_of(gallery_of(photos))[:19] == before
    assert asked == [19, 1]


def test_a_key_without_a_town_is_the_country() -> None:
    assert key_of(Town("", "", "Niger")) == "Niger\t\t"


def test_the_outlines_are_a_small_file() -> None:
    assert resource("world/countries.npz").stat().st_size < 200_000
