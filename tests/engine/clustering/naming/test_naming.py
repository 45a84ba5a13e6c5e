from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from engine.clustering.naming.appearance import BRIGHT, GREY, LENGTH, SHADED, WRITTEN
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.kinds import CLASSES, kinds
from engine.clustering.naming.naming import name_clusters

SEEN_AS_IS = (np.eye(CLASSES, dtype=np.float32), np.zeros(CLASSES, np.float32))  # vectors that are logits
BEAGLE, BLOODHOUND, WHIPPET, AIREDALE, CAIRN, PUG = 162, 163, 172, 191, 192, 254
TENCH, WHISTLE, ABACUS, HAMMER, WEB_SITE, MENU, LAPTOP, MONITOR = 0, 902, 398, 587, 916, 922, 620, 664
VAGUE = dict.fromkeys([TENCH, WHISTLE, ABACUS, HAMMER, WEB_SITE, PUG, 407, 850], 0.1)


def seen(*photos):
    """Logits of photos in which a classifier sees these classes: {class: probability}, the rest spread evenly."""
    logits = np.empty((len(photos), CLASSES), np.float32)
    for row, photo in enumerate(photos):
        logits[row] = np.log((1.001 - sum(photo.values())) / CLASSES)
        for class_, probability in photo.items():
            logits[row, class_] = np.log(probability)
    return logits


def names(logits, *labels, appearances=None, taken=(), k=None):
    k = max(labels) + 1 if k is None else k
    return name_clusters(
        logits, SEEN_AS_IS, np.array(labels, np.int64), k, taken, None if appearances is None else Looks.of(appearances)
    )


def appearances(*clusters):
    rows = np.zeros((len(clusters), LENGTH), np.float32)
    for row, values in zip(rows, clusters, strict=True):
        row[[SHADED, WRITTEN, BRIGHT, GREY]] = values
    return rows


PHOTO, DRAWING, PAGE = (0.6, 0.1, 0.5, 0.5), (0.2, 0.1, 0.5, 0.5), (0.2, 0.5, 0.5, 0.5)
DARK_PAGE = (0.2, 0.5, 0.2, 0.5)


def test_breeds_are_dogs():
    logits = seen({BEAGLE: 0.9}, {AIREDALE: 0.9}, {PUG: 0.9}, {HAMMER: 0.8})
    assert names(logits, 0, 0, 0, 1) == ["Dogs", "Hammers"]


def test_a_name_is_what_the_others_are_not():
    logits = seen({BEAGLE: 0.5, WHIPPET: 0.4}, {AIREDALE: 0.5, CAIRN: 0.4}, {PUG: 0.9})
    assert names(logits, 0, 1, 2) == ["Hounds", "Terriers", "Pugs"]


def test_two_clusters_of_a_kind_are_told_apart():
    hounds, terriers = {BEAGLE: 0.3, BLOODHOUND: 0.3, PUG: 0.3}, {AIREDALE: 0.25, CAIRN: 0.25, WHIPPET: 0.1, PUG: 0.3}
    other = [{HAMMER: 0.9}] * 6
    result = names(seen(hounds, terriers, *other), 0, 1, *[2] * 6)
    assert len(set(result)) == 3
    assert not any(name[-1].isdigit() for name in result)


def test_a_whole_library_of_one_kind_is_called_that():
    assert names(seen({BEAGLE: 0.5, AIREDALE: 0.4}, {PUG: 0.9}), 0, 0) == ["Dogs"]


def test_where_nothing_stands_out_there_is_a_number():
    assert names(seen(VAGUE, {HAMMER: 0.9}), 0, 1) == ["Group 1", "Hammers"]


def test_a_mixed_cluster_has_both_names():
    mixed = {TENCH: 0.45, WHISTLE: 0.45}
    assert names(seen(mixed, {HAMMER: 0.9}), 0, 1) == ["Tenches, whistles", "Hammers"]


def test_no_two_names_are_equal_and_none_is_taken():
    logits = seen({HAMMER: 0.7}, {HAMMER: 0.9}, {HAMMER: 0.8}, {TENCH: 0.9})
    result = names(logits, 0, 1, 2, 3, k=5, taken=["HAMMERS", "Group 1"])
    assert result == ["Hammers 4", "Hammers 2", "Hammers 3", "Tenches", "Group 2"]


def test_what_is_no_photo_is_called_what_it_looks_like():
    logits = seen(VAGUE, VAGUE, VAGUE, {TENCH: 0.9})
    result = names(logits, 0, 1, 2, 3, appearances=appearances(PHOTO, DRAWING, PAGE, PHOTO))
    assert result == ["Photos", "Drawings", "Text", "Tenches"]


def test_a_drawing_is_not_taken_for_a_device_but_a_screenshot_for_a_screen():
    logits = seen({LAPTOP: 0.7}, {WEB_SITE: 0.9}, {HAMMER: 0.9})
    assert names(logits, 0, 1, 2, appearances=appearances(DRAWING, DRAWING, DRAWING)) == [
        "Drawings",
        "Screens",
        "Hammers",
    ]
    assert names(logits, 0, 1, 2, appearances=appearances(PHOTO, DRAWING, PHOTO))[0] == "Laptops"


def test_equal_words_are_told_apart_by_technique_and_colour():
    logits = seen({HAMMER: 0.9}, {HAMMER: 0.9}, VAGUE, VAGUE)
    result = names(logits, 0, 1, 2, 3, appearances=appearances(PHOTO, DRAWING, PAGE, DARK_PAGE))
    assert result == ["Hammers", "Hammers, drawn", "Text", "Text, dark"]


@pytest.mark.parametrize("classifier", [None, (np.eye(10, dtype=np.float32), np.zeros(10, np.float32))])
def test_classes_that_are_not_known_are_not_believed(classifier):
    vectors = np.ones((2, 10), np.float32)
    assert name_clusters(vectors, classifier, np.array([0, 1]), 2) == ["Group 1", "Group 2"]


def test_no_photos_at_all():
    assert names(np.empty((0, CLASSES), np.float32), k=2) == ["Group 1", "Group 2"]


def test_the_same_evidence_gives_the_same_names_in_any_order_of_photos():
    rng = np.random.default_rng(0)
    logits, labels = rng.normal(0, 4, (300, CLASSES)).astype(np.float32), rng.integers(0, 7, 300)
    order = rng.permutation(300)
    assert names(logits, *labels) == names(logits[order], *labels[order])


def test_a_hundred_thousand_photos_take_little_memory():
    vectors, labels = np.zeros((100_000, 8), np.float32), np.arange(100_000) % 12
    classifier = (np.zeros((CLASSES, 8), np.float32), np.zeros(CLASSES, np.float32))
    kinds()
    tracemalloc.start()
    try:
        name_clusters(vectors, classifier, labels, 12)
        assert tracemalloc.get_traced_memory()[1] < 150 * 2**20  # all logits at once would be 400 MB
    finally:
        tracemalloc.stop()


def test_the_kinds_follow_the_tree():
    table = kinds()
    place = table.names.index
    assert table.members[[BEAGLE, PUG, TENCH], place("Dogs")].tolist() == [1, 1, 0]
    assert table.inside[place("Animals"), place("Dogs")]
    assert not table.inside[place("Dogs"), place("Animals")]
    assert table.disjoint[place("Dogs"), place("Tools")]
    assert table.members.any(axis=0).all()
    assert len({name.casefold() for name in table.names}) == len(table.names)
