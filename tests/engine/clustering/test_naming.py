from __future__ import annotations

import json

import numpy as np
import pytest

from engine.assets import resource
from engine.clustering.naming import name_clusters
from engine.embedding.class_names import class_names

CLASSES = [
    "beagle, English beagle",
    "Chihuahua",
    "pug",
    "Mexican hairless",
    "tench, Tinca tinca",
    "web site, site",
]
CLASSES += ["whistle", "abacus", "bubble", "bucket"]


def seen(*photos, classes=CLASSES):
    """Logits of photos in which a classifier is rather sure to see these things: {lemma: probability}."""
    lemmas = [name.split(",")[0] for name in classes]
    logits = np.full((len(photos), len(classes)), np.log(1e-4), np.float32)
    for row, photo in enumerate(photos):
        for lemma, probability in photo.items():
            logits[row, lemmas.index(lemma)] = np.log(probability)
    return logits


def labels(*values):
    return np.array(values, np.int64)


def test_a_cluster_of_one_class_has_its_first_word():
    assert name_clusters(seen({"tench": 0.9}, {"whistle": 0.8}), labels(0, 1), 2, CLASSES) == [
        "Tench",
        "Whistle",
    ]


def test_classes_of_a_kind_add_up_to_an_everyday_word():
    breeds = seen({"Chihuahua": 0.9}, {"pug": 0.9}, {"Mexican hairless": 0.9}, {"web site": 0.7})
    assert name_clusters(breeds, labels(0, 0, 0, 1), 2, CLASSES) == ["Dogs", "Screens"]


def test_where_nothing_stands_out_there_is_a_number():
    vague = dict.fromkeys(["tench", "whistle", "abacus", "bubble", "bucket", "pug", "web site"], 0.1)
    assert name_clusters(seen(vague, {"tench": 0.9}), labels(0, 1), 2, CLASSES) == ["Group 1", "Tench"]
    divided = {"tench": 0.45, "whistle": 0.45}
    assert name_clusters(seen(divided), labels(0), 1, CLASSES) == ["Group 1"]


def test_no_two_names_are_equal_and_none_is_taken():
    logits = seen({"tench": 0.6}, {"tench": 0.9}, {"tench": 0.7})
    names = name_clusters(logits, labels(0, 1, 2), 4, CLASSES, taken=["TENCH", "Group 1"])
    assert names == ["Tench 4", "Tench 2", "Tench 3", "Group 2"]


@pytest.mark.parametrize("shape", [(2, 0), (0, 10)])
def test_without_a_classifier_or_photos_every_name_is_a_number(shape):
    names = name_clusters(np.empty(shape, np.float32), labels(*range(shape[0])), 2, CLASSES[: shape[1]])
    assert names == ["Group 1", "Group 2"]


def test_every_word_of_the_table_is_an_imagenet_class():
    lemmas = class_names()
    table = json.loads(resource("kinds.json").read_text("utf-8"))
    for entry in [*table["words"], *(entry for kind in table["kinds"].values() for entry in kind)]:
        places = [lemmas.index(word) for word in entry.split("..")]
        assert places == sorted(places), entry
