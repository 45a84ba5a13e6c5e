"""Photos are found by name, folder, cluster, camera, type, place and date."""

from __future__ import annotations

import time
from datetime import datetime

import numpy as np
import pytest

from engine.core.records import Cluster, Content, File
from engine.gallery.search import Finder
from engine.gallery.snapshot import Gallery
from tests.engine.galleries import gallery_of


@pytest.fixture(scope="module")
def gallery() -> Gallery:
    march, june = datetime(2021, 3, 14, 10), datetime(2019, 6, 2, 9)
    photos = [
        {"path": "Trips/IMG_1.jpg", "taken": march, "camera": "Canon EOS R5", "at": (48.857, 2.352), "cluster": 0},
        {"path": "Trips/IMG_2.CR2", "taken": june, "camera": "Canon EOS R5", "cluster": 0},
        {"path": "Été/chien.png", "mtime": datetime(2021, 3, 2), "cluster": 1},
        {"path": "scan_2019.jpeg", "mtime": datetime(1980, 1, 1), "camera": "Pixel 7"},
    ]
    return gallery_of(photos, ["Dogs & cats", "Drawings"])


def found(gallery: Gallery, text: str) -> list[int]:
    return (np.flatnonzero(Finder().find(gallery, text)) + 1).tolist()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", [1, 2, 3, 4]),
        ("img", [1, 2]),
        ("IMG_2", [2]),
        ("ete", [3]),
        ("folder:trips", [1, 2]),
        ("phone", [1, 2, 3, 4]),
        ("dogs", [1, 2]),
        ("cluster:draw", [3]),
        ("canon", [1, 2]),
        ("pixel jpeg", [4]),
        ("jpg", [1, 4]),
        ("type:raw", [2]),
        ("type:.png", [3]),
        ("paris", [1]),
        ("place:france", [1]),
        ("march 2021", [1, 3]),
        ("march", [1, 3]),
        ("2019", [2, 4]),
        ("date:2019", [2]),
        ("name:2019", [4]),
        ("canon -2019", [1]),
        ("-trips -scan", [3]),
        ("2019..2021", [1, 2, 3]),
        ("nothing like it", []),
    ],
)
def test_what_is_found(gallery: Gallery, text: str, ids: list[int]) -> None:
    assert found(gallery, text) == ids


def test_a_new_gallery_is_searched_anew(gallery: Gallery) -> None:
    finder, other = Finder(), gallery_of([{"path": "img.jpg"}])
    assert finder.find(gallery, "img").sum() == 2
    assert finder.find(other, "img").tolist() == [True]


def test_nothing_is_found_in_an_empty_gallery() -> None:
    assert Finder().find(Gallery(), "dogs march 2021").shape == (0,)


def test_a_hundred_thousand_photos_are_searched_while_one_types() -> None:
    """The index is made once, in the background; each question is to be answered within 50 ms on a quiet machine."""
    count = 100_000
    names = [(f"{i:032x}", f"Trips/{i // 500}/IMG_{i:06}.jpg") for i in range(count)]
    gallery = Gallery(
        files=tuple(File(i, 1, path, 1000, 10**18 + i * 10**12, digest) for i, (digest, path) in enumerate(names)),
        contents={digest: Content(digest, 4, 3, camera=f"Camera {i % 40}") for i, (digest, _) in enumerate(names)},
        clusters=tuple(Cluster(f"c{i}", f"Cluster {i}") for i in range(30)),
        labels=np.arange(count) % 30,
    )
    finder = Finder()
    finder.index(gallery)
    began = time.thread_time()
    hits = finder.find(gallery, "img_0001 cluster:2 -canon 2001..2021").sum()
    assert 0 < hits < 100
    assert time.thread_time() - began < 0.5  # ten times what it takes; what else the machine does is not counted
