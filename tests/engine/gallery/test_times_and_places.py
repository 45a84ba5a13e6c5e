"""Photos are grouped by when and where they were taken, those without it at the end."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest

from engine.gallery.filtering import FilterOptions, SimilarTo, filter_gallery
from engine.gallery.places import Town, earth_of, gazetteer, key_of
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from engine.gallery.times import by_time
from tests.engine.galleries import gallery_of


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    photos = [
        {"path": "a.jpg", "taken": datetime(2021, 3, 14, 10), "at": (48.857, 2.352)},
        {"path": "b.jpg", "taken": datetime(2021, 3, 15, 10), "at": (48.857, 2.352)},
        {"path": "c.jpg", "taken": datetime(2019, 6, 2), "at": (0.0, -30.0)},
        {"path": "d.jpg", "mtime": datetime(2021, 4, 1, 12)},
        {"path": "e.jpg", "mtime": datetime(1980, 1, 1), "at": (48.137, 11.575)},
    ]
    return gallery_of(photos)


def test_dates_come_from_the_photo_and_else_from_the_file(gallery: Gallery) -> None:
    times = gallery.times
    assert times.days.tolist() == [20210314, 20210315, 20190602, 20210401, 0]
    assert times.by_file.tolist() == [False, False, False, True, False]
    assert np.isnan(times.seconds).tolist() == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("unit", "keys", "labels"),
    [
        ("year", ("2021", "2019", ""), [0, 0, 1, 0, 2]),
        ("month", ("2021-04", "2021-03", "2019-06", ""), [1, 1, 2, 0, 3]),
        ("day", ("2021-04-01", "2021-03-15", "2021-03-14", "2019-06-02", ""), [2, 1, 3, 0, 4]),
    ],
)
def test_groups_of_time_begin_with_the_newest(gallery: Gallery, unit, keys, labels) -> None:  # type: ignore[no-untyped-def]
    groups = by_time(gallery, unit)
    assert (groups.keys, groups.labels.tolist()) == (keys, labels)


def test_a_file_date_beyond_all_calendars_is_none() -> None:
    gallery = gallery_of([{"path": "a.jpg"}])
    file = gallery.files[0]._replace(mtime_ns=10**24)
    assert Gallery(files=(file,), contents=gallery.contents).times.days.tolist() == [0]


class _AsOnWindows(datetime):
    def timestamp(self) -> float:
        if self.year < 1970:
            raise OSError(22, "Invalid argument")
        return super().timestamp()


def test_a_scan_of_an_old_picture_lies_before_all_others() -> None:
    taken = (_AsOnWindows(1962, 7, 1, 12), _AsOnWindows(1970, 1, 2), _AsOnWindows(2021, 3, 14))
    times = gallery_of([{"path": f"{t.year}.jpg", "taken": t} for t in taken]).times
    assert times.days.tolist() == [19620701, 19700102, 20210314]
    assert times.seconds[1] == 24 * 60 * 60
    assert np.all(np.diff(times.seconds) > 0)


def test_groups_of_places_are_sorted_by_country_and_end_with_none(gallery: Gallery) -> None:
    result = filter_gallery(gallery, FilterOptions(group="place"), Finder())
    assert result.groups is not None
    assert result.groups.keys == ("France\tÎle-de-France\tParis", "Germany\tBavaria\tMunich", "")
    assert result.groups.labels.tolist() == [0, 0, 2, 2, 1]


@pytest.mark.parametrize(
    ("at", "name"),
    [
        ((48.80, 2.13), "Versailles"),  # a town beside a city keeps its name
        ((40.71, -74.00), "New York City"),  # a quarter of a city does not
        ((-16.8, 180.0), "Labasa"),  # across the date line
        ((0.0, -30.0), None),  # at sea
        ((90.0, 0.0), None),
    ],
)
def test_the_town_that_names_a_place(at: tuple[float, float], name: str | None) -> None:
    (town,) = gazetteer().towns(np.array([at]))
    assert (town and town.name) == name


def test_a_key_sorts_by_country() -> None:
    assert key_of(Town("Paris", "Texas", "United States")) == "United States\tTexas\tParis"
    assert key_of(None) == ""


def test_the_map_of_places_fills_its_square_and_knows_no_place_for_those_without() -> None:
    at = np.array([[48.0, 2.0], [52.0, 13.0], [np.nan, np.nan]])
    xy = earth_of(at).project(at)
    assert np.nanmax(np.abs(xy)) == pytest.approx(1.0)
    assert xy[1, 0] > xy[0, 0]
    assert xy[1, 1] < xy[0, 1]  # Berlin lies north-east of the Loire
    assert np.isnan(xy[2]).all()
    nowhere = np.full((2, 2), np.nan)
    assert np.isnan(earth_of(nowhere).project(nowhere)).all()
    one = np.array([[48.0, 2.0]])
    assert earth_of(one).project(one).tolist() == [[0.0, 0.0]]


def test_what_is_like_a_photo_comes_in_order_of_likeness(gallery: Gallery) -> None:
    similar_to = SimilarTo(2, ((2, 1.0), (5, 0.9), (1, 0.7), (99, 0.6)))
    result = filter_gallery(gallery, FilterOptions(similar_to=similar_to), Finder())
    assert result.rows.tolist() == [0, 1, 4]
    assert result.order is not None
    assert np.argsort(result.order)[:3].tolist() == [1, 4, 0]
    assert not result.everything


def test_words_and_likeness_hold_together(gallery: Gallery) -> None:
    similar_to = SimilarTo(2, ((2, 1.0), (5, 0.9)))
    assert filter_gallery(gallery, FilterOptions("e.jpg", similar_to), Finder()).rows.tolist() == [4]
    assert filter_gallery(gallery, FilterOptions("  "), Finder()).everything
