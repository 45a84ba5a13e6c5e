"""The photos most like one, by the vectors on the disk."""

from contextlib import closing

import numpy as np
import pytest

from engine.core.records import Clustering, Content
from engine.embedding.backbone import backbones
from engine.embedding.store import VectorStore
from engine.gallery.similar import nearest_photos
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library

KEY = "efficientnet_lite0-test"
COUNT = 30


def fill(library, codes=True):
    """COUNT photos around a circle, each like those before and after it; the last is a copy of the first."""
    files = library.catalog.files
    root = files.add_root("/photos", 1, 1)
    files.add(root, [(f"{i:02d}.jpg", 1, 1) for i in range(COUNT)])
    digests = [f"{i % (COUNT - 1):064x}" for i in range(COUNT)]
    ids = [f.id for f in files.all()]
    files.add_contents([Content(d, 40, 30) for d in dict.fromkeys(digests)])
    files.set_read(zip(ids, digests, strict=True))
    angle = np.linspace(0, 2, COUNT, dtype=np.float32)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    vectors = np.zeros((COUNT - 1, backbones.get("efficientnet_lite0").dimension), np.float32)
    vectors[:, :2] = circle[:-1] * np.arange(1, COUNT)[:, None]
    with closing(VectorStore(library.vectors_folder)) as store:
        shard, first = store.append(KEY, vectors)
    files.add_vectors(KEY, digests[:-1], shard, first)
    codes_of = circle[[*range(COUNT - 1), 0]] if codes else None
    made = Clustering(
        np.array(ids), np.zeros(COUNT, np.int64), np.ones((COUNT, 1), np.float32), ("c1",), "dec", {}, 0, KEY,
        codes=codes_of,
    )  # fmt: skip
    library.catalog.set_setting("clustering", str(library.catalog.clusterings.add(made, "by hand")))
    return ids


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library", "a test") as library:
        yield library


def test_the_nearest_come_first_and_copies_are_left_out(library):
    ids = fill(library)
    gallery = load_gallery(library.catalog, "neighbours")
    assert {i for i, _ in nearest_photos(library, gallery, ids[10], 2)} == {ids[9], ids[11]}
    found = nearest_photos(library, gallery, ids[0], 3)
    assert [i for i, _ in found] == [ids[1], ids[2], ids[3]]
    cosines = [cosine for _, cosine in found]
    assert cosines == sorted(cosines, reverse=True)
    assert cosines[0] == pytest.approx(np.cos(2 / (COUNT - 1)), abs=1e-5)


def test_lost_vectors_and_places_nobody_has_are_no_answer(library):
    ids = fill(library, codes=False)
    gallery = load_gallery(library.catalog, "neighbours")
    assert nearest_photos(library, gallery, ids[0], 3) == []  # neither codes nor a map
    gallery.xy[:] = np.linspace(0, 1, COUNT)[:, None]
    assert nearest_photos(library, gallery, ids[5], 1)
    for shard in library.vectors_folder.rglob("*.f32"):
        shard.write_bytes(b"")
    assert nearest_photos(library, gallery, ids[5], 1) == []


def test_a_file_that_nobody_knows_has_no_neighbours(library):
    fill(library)
    assert nearest_photos(library, load_gallery(library.catalog, "neighbours"), 999, 3) == []
