"""Words that are close to a mistyped one."""

from __future__ import annotations

import pytest

from engine.gallery.searching.spelling import Spelling, distance

WORDS = ("receipt", "beach", "beagle", "dog", "total", "mountain", "fountain", "montagne", "théâtre")


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("cat", "cat", 0),
        ("act", "cat", 1),
        ("cats", "cat", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
        ("", "ab", 2),
    ],
)
def test_the_distance_counts_slips(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 9) == slips
    assert distance(other, one, 9) == slips
    assert distance(one, other, 0) == 0 if not slips else distance(one, other, 0) > 0


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("reciept", [(1, "receipt")]),
        ("recieptt", [(2, "receipt")]),
        ("baech", [(1, "beach")]),
        ("rountain", [(1, "mountain"), (1, "fountain")]),  # neither begins as it does: as they are given
        ("mountian", [(1, "mountain"), (2, "fountain")]),
        ("dgo", []),  # too short
        ("tot", [(3, "total")]),  # its beginning
        ("zzzzzzzz", []),
        ("total", [(3, "total")]),
    ],
)
def test_the_closest_come_first(word: str, near: list[tuple[int, str]]) -> None:
    assert Spelling(WORDS).near(word) == near


def test_there_may_be_no_words() -> None:
    assert Spelling(()).near("receipt") == []
