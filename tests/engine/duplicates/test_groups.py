from __future__ import annotations

import io
import json

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.duplicates.groups import dhash, groups


def as_jpeg(image, quality):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


@pytest.fixture(scope="module")
def pictures(demo):
    """Three pictures of each of the demo's kinds, at the size of thumbnails."""
    kinds = {}
    for path, kind in sorted(json.loads((demo / "labels.json").read_text("utf-8")).items()):
        kinds.setdefault(kind, []).append(path)
    opened = []
    for path in [path for paths in kinds.values() for path in paths[:3]]:
        with Image.open(demo / path) as image:
            image = image.convert("RGB")
        image.thumbnail((320, 320))
        opened.append(image)
    return opened


def vectors(images):
    """What a picture shows, coarsely: its colours on a small grid, which many pictures share."""
    small = [np.asarray(image.resize((6, 6), Image.Resampling.BOX), np.float32).ravel() for image in images]
    return np.stack(small) - 128


def found(images):
    hashes = np.stack([dhash(np.asarray(image)) for image in images])
    return [group.tolist() for group in groups(vectors(images), hashes, Job())]


def test_different_pictures_are_no_duplicates(pictures):
    assert sum(len(group) for group in found(pictures)) <= 0.1 * len(pictures)


@pytest.mark.parametrize("change", ["copied", "compressed", "resized"])
def test_copies_find_their_pictures(pictures, change):
    some = pictures[::3]
    change_one = {
        "copied": lambda image: image.copy(),
        "compressed": lambda image: as_jpeg(image, 40),
        "resized": lambda image: image.resize((image.width // 2, image.height // 2)),
    }[change]
    pairs = [group for group in found([*some, *map(change_one, some)]) if len(group) == 2]
    right = [[row, row + len(some)] for row in range(len(some))]
    assert len([pair for pair in pairs if pair in right]) >= 0.9 * len(some)


def test_a_group_holds_every_copy_and_the_largest_comes_first(pictures):
    first, second = pictures[0], pictures[12]
    copies = [first, second, as_jpeg(first, 60), first.resize((200, 150)), as_jpeg(second, 60)]
    assert found(copies) == [[0, 2, 3], [1, 4]]


def test_what_looks_alike_is_not_what_shows_alike(pictures):
    hashes = np.stack([dhash(np.asarray(pictures[0]))] * 2)
    assert groups(np.eye(2, dtype=np.float32), hashes, Job()) == []


def test_plain_pictures_have_nothing_to_be_recognised_by():
    ramp = np.tile(np.arange(64, dtype=np.uint8), (64, 1))
    plain = [np.dstack([ramp + shade] * 3) for shade in (0, 60)]
    spotted = plain[0].copy()
    spotted[:8, :8] = 255
    hashes = np.stack([dhash(picture) for picture in [*plain, spotted]])
    assert [g.tolist() for g in groups(np.ones((3, 4), np.float32), hashes, Job())] == [[0, 1]]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_few_pictures(n):
    hashes = np.arange(2 * n, dtype=np.uint64).reshape(n, 2) << np.uint64(40)
    assert groups(np.eye(2, dtype=np.float32)[:n], hashes, Job()) == []


def test_a_cancel_is_heard(pictures):
    job = Job(on_progress=lambda progress: job.cancel())
    with pytest.raises(Cancelled):
        groups(np.ones((9, 4), np.float32), np.zeros((9, 2), np.uint64), job)
