"""Clusters called by the kind of their pictures: receipts and memes always, people where nothing better is known."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.appearance import LENGTH, SHADED, WRITTEN
from engine.clustering.naming.by_kind import is_of_kind, mean_kinds, word_of_kind
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.evidence import leaf_evidence, words_of_cut
from engine.clustering.naming.kinds import CLASSES
from engine.clustering.naming.naming import alike, name_clusters, words_of_clusters
from engine.core.records import KINDS

BEAGLE, WEB_SITE, HAMMER, GOWN = 162, 916, 587, 578


def shares(**kinds: float) -> np.ndarray:
    found = np.zeros(len(KINDS), np.float32)
    for kind, share in kinds.items():
        found[KINDS.index(kind)] = share
    return found


def looks(*pictures: np.ndarray) -> Looks:
    """Pages, of which the kinds are known."""
    appearances = np.zeros((len(pictures), LENGTH), np.float32)
    appearances[:, [SHADED, WRITTEN]] = 0.2, 0.5
    return Looks(appearances, np.stack(pictures))


def classes(*seen: dict[int, float]) -> np.ndarray:
    found = np.full((len(seen), CLASSES), 1e-5)
    for row, some in enumerate(seen):
        found[row, list(some)] = list(some.values())
    return found


def test_what_is_written_on_is_called_by_what_it_is_whatever_else_is_seen() -> None:
    assert word_of_kind(shares(receipt=0.8, document=0.2), "Text") == "Receipts"
    assert word_of_kind(shares(meme=0.7, photo=0.3), "Dogs") == "Memes"
    assert word_of_kind(shares(greeting=0.45, quote=0.4, photo=0.1)) == "Greetings, quotes"
    assert word_of_kind(shares(meme=0.3, photo=0.7), "Dogs") is None
    assert word_of_kind(shares()) is None


def test_people_are_said_where_the_subject_says_less() -> None:
    assert word_of_kind(shares(portrait=0.7, group=0.2), "Clothes") == "Portraits"
    assert word_of_kind(shares(portrait=0.3, group=0.4), "") == "People"
    assert word_of_kind(shares(portrait=0.8), "Musical instruments") is None
    assert word_of_kind(shares(drawing=0.9), "Drawings") is None


def test_no_cluster_is_called_text_where_its_kind_is_known() -> None:
    seen = classes({WEB_SITE: 0.6}, {WEB_SITE: 0.6}, {WEB_SITE: 0.6}, {BEAGLE: 0.9})
    known = looks(shares(receipt=0.9), shares(quote=0.8), shares(code=0.9), shares(photo=1.0))
    assert words_of_clusters(seen, np.full(4, 20), known) == ["Receipts", "Quotes", "Code", "Beagles"]
    vectors = np.eye(CLASSES, dtype=np.float32)[[WEB_SITE, WEB_SITE, WEB_SITE, BEAGLE]] * 12
    classifier = np.eye(CLASSES, dtype=np.float32), np.zeros(CLASSES, np.float32)
    assert name_clusters(vectors, classifier, np.arange(4), 4, ("Quotes",), known)[:3] == [
        "Receipts",
        "Quotes 2",
        "Code",
    ]


def test_clusters_of_one_kind_are_alike_and_of_two_are_not() -> None:
    seen, sizes = classes({WEB_SITE: 0.6}, {WEB_SITE: 0.6}, {HAMMER: 0.9}), np.full(3, 20)
    tools = shares(photo=1.0)
    assert alike(seen, sizes, looks(shares(receipt=0.9), shares(receipt=0.8), tools)) == [[0, 1]]
    assert alike(seen, sizes, looks(shares(receipt=0.9), shares(whiteboard=0.8), tools)) == []


def test_cuts_are_named_by_the_kinds_of_their_leaves_where_any_are_known() -> None:
    seen = classes({WEB_SITE: 0.6}, {WEB_SITE: 0.6}, {GOWN: 0.9})
    evidence = leaf_evidence(seen, looks(shares(receipt=0.9), np.full(len(KINDS), np.nan), shares(portrait=0.9)))
    leaves, labels = np.array([0, 1, 2]), np.array([0, 0, 1])
    assert words_of_cut(evidence, leaves, labels, 2)[0] == "Receipts"
    assert words_of_cut(evidence[:, : CLASSES + LENGTH], leaves, labels, 2)[0] == "Screens"  # of an earlier version


def test_means_are_of_the_photos_of_which_something_is_known() -> None:
    kinds = np.stack([shares(photo=1), shares(meme=1), np.full(len(KINDS), np.nan), np.full(len(KINDS), np.nan)])
    means = mean_kinds(kinds, np.array([0, 0, 0, 1]), 2)
    np.testing.assert_allclose(means, np.stack([shares(photo=0.5, meme=0.5), shares()]))


def test_a_word_is_of_a_kind_with_or_without_what_tells_it_apart() -> None:
    assert is_of_kind("Receipts, long")
    assert not is_of_kind("Dogs, drawn")
