from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from engine.core.records import Cluster, Content, File
from engine.gallery.filtering import FilterOptions, filter_gallery
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from engine.gallery.times import UNITS, Unit
from gallery_app.i18n.group_names import group_name
from gallery_app.models.photo_list import SORTS, Sort, arrange

photos = st.lists(st.tuples(st.integers(-1, 3), st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.integers(1, 5)), max_size=40)


def gallery_of(drawn: list[tuple[int, float, int]]) -> Gallery:
    """Photos (label, confidence, size) of four clusters; every third has no name of its own."""
    return Gallery(
        files=tuple(File(i + 1, 1, f"{i}/{-i % 3 and i}.jpg", size, 0, "a") for i, (_, _, size) in enumerate(drawn)),
        contents={"a": Content("a", 4, 3)},
        clusters=tuple(Cluster(f"c{i + 1}", f"Cluster {i + 1}") for i in range(4)),
        labels=np.array([label for label, _, _ in drawn], np.int64),
        confidences=np.array([sure for _, sure, _ in drawn], np.float32),
        pinned=np.zeros(len(drawn), np.bool_),
        xy=np.zeros((len(drawn), 2), np.float32),
    )


@pytest.mark.parametrize("sort", SORTS)
@given(drawn=photos)
def test_photos_stand_by_cluster_and_then_in_the_order_asked_for(
    sort: Sort, drawn: list[tuple[int, float, int]]
) -> None:
    gallery = gallery_of(drawn)
    keys: dict[Sort, np.ndarray] = {
        "confidence": -gallery.confidences,
        "size": -gallery.sizes,
        "name": gallery.name_ranks,
        "date": np.zeros(len(drawn)),
    }
    listed = arrange(gallery, sort, "None")
    expected = sorted(range(len(drawn)), key=lambda row: (gallery.labels[row] % 5, keys[sort][row], row))
    assert listed.rows.tolist() == expected
    for section in listed.sections:
        labels = gallery.labels[listed.rows[section.start : section.stop]].tolist()
        assert labels == [labels[0]] * len(section)
        assert section.cluster == (None if labels[0] < 0 else gallery.clusters[labels[0]].id)
    edges = [0, *(section.stop for section in listed.sections)]
    assert edges[:-1] == [section.start for section in listed.sections]
    assert edges[-1] == len(drawn)
    assert all(map(len, listed.sections))


def test_of_what_is_found_only_that_is_listed() -> None:
    gallery = gallery_of([(0, 0.5, 1), (1, 0.5, 1), (1, 1.0, 1)])
    found = filter_gallery(gallery, FilterOptions(query="0"), Finder())
    listed = arrange(gallery, shown=found)
    assert sorted(listed.rows.tolist()) == found.rows.tolist()


@given(
    taken=st.lists(st.none() | st.integers(0, 40), min_size=1, max_size=40),
    found=st.lists(st.integers(0, 39), unique=True),
    unit=st.sampled_from(UNITS),
)
def test_months_tell_how_many_are_dated_by_their_files(taken: list[int | None], found: list[int], unit: Unit) -> None:
    rows = np.array(sorted(row for row in found if row < len(taken)), np.int64)
    gallery = dated([None if day is None else datetime(2021, 2, 20) + timedelta(days=day) for day in taken])
    shown = replace(filter_gallery(gallery, FilterOptions(group="time", unit=unit), Finder()), rows=rows)
    listed = arrange(gallery, "name", shown=shown)
    assert sorted(listed.rows.tolist()) == rows.tolist()
    days, length = gallery.times.days, {"year": 4, "month": 6, "day": 8}[unit]
    for section in listed.sections:
        inside = listed.rows[section.start : section.stop]
        assert section.by_file == sum(taken[row] is None for row in inside.tolist())
        assert len({str(day)[:length] for day in days[inside].tolist()}) == 1
        assert section.name == group_name(shown, section.key or "")


def test_dates_are_said_in_the_language_of_the_moment() -> None:
    shown = filter_gallery(dated([datetime(2021, 3, 14)]), FilterOptions(group="time", unit="month"), Finder())
    before = QLocale()
    try:
        for language, name in (("en", "March 2021"), ("fr", "Mars 2021")):
            QLocale.setDefault(QLocale(language))
            assert arrange(shown.gallery, shown=shown).sections[0].name == name
    finally:
        QLocale.setDefault(before)


def dated(taken: list[datetime | None]) -> Gallery:
    """Photos in one cluster, taken then; those of None have the date of their file, in 2022."""
    count, of_file = len(taken), int(datetime(2022, 5, 5).timestamp() * 1e9)
    return Gallery(
        files=tuple(File(i + 1, 1, f"{i}.jpg", 1, of_file, str(i)) for i in range(count)),
        contents={str(i): Content(str(i), 4, 3, taken_at=moment) for i, moment in enumerate(taken)},
        clusters=(Cluster("c1", "One"),),
        labels=np.zeros(count, np.int64),
        confidences=np.ones(count, np.float32),
        pinned=np.zeros(count, np.bool_),
        xy=np.zeros((count, 2), np.float32),
    )
