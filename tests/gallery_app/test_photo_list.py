from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.find import Finder
from engine.gallery import Gallery
from engine.records import Cluster, Content, File
from engine.shown import Ask, show
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
    found = show(gallery, Ask(words="0"), Finder())
    listed = arrange(gallery, shown=found)
    assert sorted(listed.rows.tolist()) == found.rows.tolist()
