"""What the pieces of a fit show, and the words that clusters made of them get."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.appearance import BRIGHT, LENGTH, SHADED, WRITTEN
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.evidence import leaf_evidence, words_of_cut
from engine.clustering.naming.kinds import CLASSES

BEAGLE, AIREDALE, HAMMER = 162, 191, 587


def pieces_of(*kinds: tuple[int | None, float]) -> np.ndarray:
    """Evidence of pieces: the class that is seen in each, and how much it is shaded as a photo."""
    classes, appearances = np.full((len(kinds), CLASSES), 1e-4), np.zeros((len(kinds), LENGTH), np.float32)
    for row, (class_, shaded) in enumerate(kinds):
        if class_ is not None:
            classes[row, class_] = 0.9
        appearances[row, [SHADED, BRIGHT]] = shaded, 0.5
    return leaf_evidence(classes, Looks.of(appearances))


def test_the_parts_of_a_cluster_are_called_by_what_they_show() -> None:
    evidence = pieces_of((BEAGLE, 0.6), (AIREDALE, 0.6), (HAMMER, 0.6))
    leaves = np.repeat([0, 1, 2], 4)
    assert words_of_cut(evidence, leaves, np.repeat([0, 0, 1], 4), 2) == ["Dogs", "Hammers"]
    assert words_of_cut(evidence, leaves, np.repeat([0, 1, 2], 4), 3) == ["Beagles", "Airedales", "Hammers"]


def test_a_larger_piece_says_more() -> None:
    evidence = pieces_of((BEAGLE, 0.6), (HAMMER, 0.6), (AIREDALE, 0.6))
    leaves, labels = np.repeat([0, 1, 2], [9, 1, 10]), np.repeat([0, 0, 1], [9, 1, 10])
    assert words_of_cut(evidence, leaves, labels, 2)[0] == "Beagles"


def test_what_was_not_looked_at_counts_for_no_look() -> None:
    evidence = pieces_of((None, 0.2), (None, 0.2), (BEAGLE, 0.6))
    evidence[:2, CLASSES + WRITTEN] = 0.5  # pages
    evidence[1, CLASSES:] = np.nan
    assert words_of_cut(evidence, np.array([0, 1, 2]), np.array([0, 0, 1]), 2)[0] == "Text"
    evidence[0, CLASSES:] = np.nan
    assert words_of_cut(evidence, np.array([0, 1, 2]), np.array([0, 0, 1]), 2)[0] == ""


def test_what_tells_nothing_is_called_by_how_it_looks() -> None:
    evidence = pieces_of((None, 0.6), (None, 0.2))
    assert words_of_cut(evidence, np.array([0, 1]), np.array([0, 1]), 2) == ["Photos", "Drawings"]


def test_a_cluster_without_photos_has_no_word() -> None:
    evidence = pieces_of((BEAGLE, 0.6), (HAMMER, 0.6))
    assert words_of_cut(evidence, np.array([0, 1]), np.array([0, 2]), 3)[1] == ""
