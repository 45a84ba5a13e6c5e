from __future__ import annotations

import io
import json
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.duplicates.groups import candidates, complete_groups, dhash


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
    return candidates(vectors(images), hashes, Job())


def cropped(image):
    return image.crop((0, 0, round(0.95 * image.width), round(0.95 * image.height)))


@pytest.mark.parametrize("change", ["copied", "compressed", "resized", "cropped"])
def test_copies_are_candidates(pictures, change):
    some = pictures[::3]
    change_one = {
        "copied": lambda image: image.copy(),
        "compressed": lambda image: as_jpeg(image, 40),
        "resized": lambda image: image.resize((image.width // 2, image.height // 2)),
        "cropped": cropped,
    }[change]
    pairs = set(found([*some, *map(change_one, some)]))
    right = {(row, row + len(some)) for row in range(len(some))}
    assert len(pairs & right) >= 0.9 * len(some)


def test_few_of_different_pictures_are_candidates(pictures):
    assert len(found(pictures)) <= len(pictures)


def test_the_likeliest_come_first(pictures):
    first, second = pictures[0], pictures[12]
    pairs = found([first, second, cropped(first), second.copy()])
    assert pairs.index((1, 3)) < pairs.index((0, 2))


def test_what_looks_alike_is_no_candidate_where_it_shows_something_else(pictures):
    hashes = np.stack([dhash(np.asarray(pictures[0]))] * 2)
    assert candidates(np.eye(2, dtype=np.float32), hashes, Job()) == []


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_few_pictures(n):
    hashes = (np.arange(2 * n, dtype=np.uint64).reshape(n, 2) + np.uint64(1)) * np.uint64(0x0123456789ABCDEF)
    assert candidates(np.eye(2, dtype=np.float32)[:n], hashes, Job()) == []


def test_a_cancel_is_heard():
    job = Job(on_progress=lambda progress: job.cancel())
    with pytest.raises(Cancelled):
        candidates(np.ones((9, 4), np.float32), np.zeros((9, 2), np.uint64), job)


def test_a_chain_is_no_group():
    """Each is like the next one, as 21 receipts were, and the first is not like the last."""
    chain = [(row, row + 1) for row in range(20)]
    groups = complete_groups(chain, lambda a, b: b - a <= 1)
    assert [group.tolist() for group in groups] == [[row, row + 1] for row in range(0, 20, 2)]


def test_a_group_holds_all_that_are_like_one_another_the_largest_first():
    of = [0, 1, 0, 1, 0, 2]
    pairs = [(a, b) for a, b in combinations(range(6), 2) if of[a] == of[b]]
    asked = []

    def same(a, b):
        asked.append((a, b))
        return of[a] == of[b]

    assert [group.tolist() for group in complete_groups(pairs, same)] == [[0, 2, 4], [1, 3]]
    assert all(a < b for a, b in asked)


def test_a_large_group_asks_no_more_than_some_of_it():
    asked = []

    def same(a, b):
        asked.append((a, b))
        return True

    (group,) = complete_groups([(0, row) for row in range(1, 400)], same)
    assert len(group) == 400
    assert len(asked) < 400 * 30
