"""No two clusters are called alike where anything distinguishes them, and none by what another one is."""

from __future__ import annotations

import numpy as np
import pytest

from engine.clustering.naming.appearance import BRIGHT, COLOURS, GREY, LAYOUTS, LENGTH, SHADED, WRITTEN
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.evidence import leaf_evidence, words_of_cut
from engine.clustering.naming.kinds import CLASSES
from engine.clustering.naming.naming import alike, words_of_clusters

BEAGLE, PUG, TABBY, PERSIAN, HORSE, ELEPHANT, BEAR, HAMMER, AMBULANCE = 162, 254, 281, 283, 339, 386, 294, 587, 407
LONG, UPRIGHT, WIDE = (LENGTH - len(LAYOUTS) + place for place in range(len(LAYOUTS)))
BLUE = GREY + 1 + COLOURS.index("blue")


def words(*clusters: tuple[dict[int, float], dict[int, float]], size: int = 20) -> list[str]:
    """Words of clusters in which these classes are seen, and which look so: photos where nothing is said."""
    return words_of_clusters(*evidence(*clusters, size=size))


def evidence(*clusters: tuple[dict[int, float], dict[int, float]], size: int = 20) -> tuple:
    classes, looks = np.full((len(clusters), CLASSES), 1e-5), np.zeros((len(clusters), LENGTH), np.float32)
    looks[:, [SHADED, BRIGHT, GREY]] = 0.6, 0.6, 0.3
    for row, (seen, look) in enumerate(clusters):
        classes[row, list(seen)] = list(seen.values())
        looks[row, list(look)] = list(look.values())
    return classes, np.full(len(clusters), size), Looks.of(looks)


PAGE, DRAWING = {SHADED: 0.2, WRITTEN: 0.5}, {SHADED: 0.2}
TOOLS: tuple[dict[int, float], dict[int, float]] = ({HAMMER: 0.9}, {})


def test_pages_are_told_apart_by_their_layout() -> None:
    assert words(({}, PAGE | {LONG: 1, UPRIGHT: 1}), ({}, PAGE | {UPRIGHT: 1}), TOOLS)[:2] == ["Text, long", "Text"]
    assert words(({}, PAGE | {WIDE: 0.9}), ({}, PAGE | {UPRIGHT: 0.9}), TOOLS)[:2] == ["Text, wide", "Text, upright"]


def test_drawings_are_told_apart_by_what_little_is_seen_in_them() -> None:
    found = words(({BEAGLE: 0.2}, DRAWING), ({AMBULANCE: 0.2}, DRAWING), ({}, DRAWING), TOOLS)
    assert found[2:] == ["Drawings", "Hammers"]
    assert found[0] in ("Drawings, beagles", "Drawings, dogs", "Drawings, hounds")
    assert found[1].startswith("Drawings, ")
    assert found[1] != found[0]


def test_where_there_is_nothing_better_a_weak_trait_is_said() -> None:
    assert words(({}, DRAWING | {BLUE: 0.35}), ({}, DRAWING | {BLUE: 0.05}), TOOLS)[:2] == [
        "Drawings, blue",
        "Drawings",
    ]


def test_what_nothing_distinguishes_is_called_alike() -> None:
    assert words(({}, DRAWING), ({}, DRAWING), TOOLS)[:2] == ["Drawings", "Drawings"]


MIXED = {TABBY: 0.3, PERSIAN: 0.05, HORSE: 0.3, BEAGLE: 0.1}


@pytest.mark.parametrize(
    ("mammals", "called"),
    [
        (MIXED, {"Cats, horses", "Horses, cats", "Cats, hoofed animals", "Hoofed animals, cats"}),
        ({TABBY: 0.6, HORSE: 0.12, ELEPHANT: 0.12, BEAGLE: 0.1}, {"Cats", "Tabby cats", "Tabbies"}),
        ({TABBY: 0.12, HORSE: 0.12, ELEPHANT: 0.12, BEAR: 0.12, BEAGLE: 0.15}, {"Mammals, other"}),
        ({TABBY: 0.1, HORSE: 0.12, ELEPHANT: 0.1, BEAGLE: 0.3, PUG: 0.3}, {"Dogs", "Dogs, hoofed animals"}),
    ],
)
def test_mammals_beside_dogs_are_called_by_what_is_particular_to_them(
    mammals: dict[int, float], called: set[str]
) -> None:
    found = words(({BEAGLE: 0.45, PUG: 0.45}, {}), (mammals, {}), TOOLS, ({850: 0.9}, {}))
    assert found[1] in called
    assert "Dogs" in found[0]


def test_only_kinds_and_pages_that_nothing_distinguishes_are_alike() -> None:
    assert alike(*evidence(({HAMMER: 0.9}, {}), ({HAMMER: 0.8}, {}), ({BEAGLE: 0.9}, {}))) == [[0, 1]]
    assert alike(*evidence(({}, PAGE), ({}, PAGE), ({BEAGLE: 0.9}, {}))) == [[0, 1]]
    assert alike(*evidence(({}, PAGE | {LONG: 1}), ({}, PAGE), ({BEAGLE: 0.9}, {}))) == []
    assert alike(*evidence(({}, DRAWING), ({}, DRAWING), ({BEAGLE: 0.9}, {}))) == []


def test_a_cut_of_an_earlier_versions_fit_is_named_without_layouts() -> None:
    classes, _, looks = evidence(({}, PAGE | {LONG: 1}), ({}, PAGE), TOOLS)
    leaves = labels = np.arange(3)
    assert words_of_cut(leaf_evidence(classes, looks), leaves, labels, 3)[:2] == ["Text, long", "Text"]
    earlier = leaf_evidence(classes, looks)[:, : CLASSES + LENGTH - len(LAYOUTS)]
    assert words_of_cut(earlier, leaves, labels, 3)[:2] == ["Text", "Text"]
