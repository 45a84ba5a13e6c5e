"""What the machine remembers of a photo: its neighbours' pictures, the nearer the stronger."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.core.records import Clustering, Content
from engine.embedding.backbone import backbones
from engine.embedding.store import VectorStore
from engine.gallery.reconstruction import SIDE, reconstructed, squared_error
from engine.gallery.snapshot import load_gallery
from engine.library.library import Library
from engine.library.thumbnails import write_thumbnail

KEY = "efficientnet_lite0-test"
RED, GREEN, BLUE = (200, 0, 0), (0, 200, 0), (0, 0, 200)
COLOURS = [GREEN, *[RED] * 9, *[BLUE] * 9, GREEN]  # the first lies among the red ones, and the last is its copy


def fill(library, *, codes):
    """A photo a colour; the red ones lie together, and the blue ones somewhere else."""
    files = library.catalog.files
    root = files.add_root("/photos", 1, 1)
    files.add(root, [(f"{i:02d}.jpg", 1, 1) for i in range(len(COLOURS))])
    digests = [f"{i % (len(COLOURS) - 1):064x}" for i in range(len(COLOURS))]
    ids = [f.id for f in files.all()]
    files.add_contents([Content(d, 60, 40) for d in dict.fromkeys(digests)])
    files.set_read(zip(ids, digests, strict=True))
    for digest, colour in zip(digests, COLOURS, strict=True):
        picture = Image.new("RGB", (60, 40), (255, 255, 255))
        picture.paste(colour, (0, 0, 60, 20))  # above the colour, below white in all
        write_thumbnail(picture, library.thumbnails.path(digest))
    positions = np.array(
        [[1.0, 0.01 * i] if c != BLUE else [-1.0, 0.01 * i] for i, c in enumerate(COLOURS)], np.float32
    )
    positions[-1] = positions[0]
    vectors = np.zeros((len(COLOURS) - 1, backbones.get("efficientnet_lite0").dimension), np.float32)
    vectors[:, :2] = positions[:-1]
    with closing(VectorStore(library.vectors_folder)) as store:
        shard, first = store.append(KEY, vectors)
    files.add_vectors(KEY, digests[:-1], shard, first)
    n = len(ids)
    made = Clustering(
        np.array(ids), np.zeros(n, np.int64), np.ones((n, 1), np.float32), ("c1",), "dec", {}, 0, KEY,
        codes=positions if codes else None,
    )  # fmt: skip
    library.catalog.set_setting("clustering", str(library.catalog.clusterings.add(made, "by hand")))
    gallery = load_gallery(library.catalog, "neighbours")
    gallery.xy[:] = positions  # what nearest_photos goes by where there are no codes
    return gallery, ids


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library", "a test") as library:
        yield library


def gallery_at(gallery, codes):
    return replace(gallery, clustering=replace(gallery.clustering, codes=codes.astype(np.float32)))


def colours(picture):
    """The middle of the upper and of the lower half."""
    assert picture.shape == (SIDE, SIDE, 3)
    return [picture[y, SIDE // 2].astype(int) for y in (SIDE // 4, 3 * SIDE // 4)]


@pytest.mark.parametrize("codes", [True, False], ids=["codes", "vectors"])
def test_a_photo_is_remembered_as_what_lies_next_to_it(library, codes):
    gallery, ids = fill(library, codes=codes)
    above, below = colours(reconstructed(library, gallery, ids[0]))
    assert np.abs(above - RED).max() < 12  # neither itself nor its copy: they are green
    assert below.min() > 245
    above, _ = colours(reconstructed(library, gallery, ids[12]))
    assert np.abs(above - BLUE).max() < 12


def test_how_far_a_memory_is_from_its_photo(library):
    gallery, ids = fill(library, codes=True)
    red, green = (reconstructed(library, gallery, ids[row]) for row in (5, 0))  # as those around them are
    assert squared_error(library, gallery, ids[5], red) < 1e-3
    wanted = 2 / 3 * (200 / 255) ** 2 / 2  # red for green, in the upper half
    assert squared_error(library, gallery, ids[0], green) == pytest.approx(wanted, rel=0.05)
    library.thumbnails.path(gallery.files[0].digest).unlink()
    assert squared_error(library, gallery, ids[0], green) is None


def test_the_nearer_counts_more(library):
    gallery, ids = fill(library, codes=True)
    positions = np.stack([10.0 + np.arange(len(ids)), np.zeros(len(ids))], axis=1)
    positions[:3, 0] = 0.0, 1.0, 3.0
    gallery = gallery_at(gallery, positions)
    for row, colour in ((1, BLUE), (2, RED)):
        write_thumbnail(Image.new("RGB", (60, 40), colour), library.thumbnails.path(gallery.files[row].digest))
    above, _ = colours(reconstructed(library, gallery, ids[0]))
    assert above[2] > above[0] > 60


def test_missing_thumbnails_are_left_out(library):
    gallery, ids = fill(library, codes=True)
    library.thumbnails.path(gallery.files[1].digest).write_bytes(b"broken")
    library.thumbnails.path(gallery.files[2].digest).unlink()
    above, _ = colours(reconstructed(library, gallery, ids[0]))
    assert np.abs(above - RED).max() < 12
    for row in range(len(gallery)):
        library.thumbnails.path(gallery.files[row].digest).unlink(missing_ok=True)
    assert reconstructed(library, gallery, ids[0]) is None


def test_a_photo_without_a_clustering_is_not_remembered(library):
    gallery, ids = fill(library, codes=True)
    assert reconstructed(library, gallery, 999) is None
    positions = gallery.clustering.codes.copy()
    positions[0] = np.nan
    assert reconstructed(library, gallery_at(gallery, positions), ids[0]) is None
