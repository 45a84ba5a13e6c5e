"""A name that is taken gets a number; a number that is part of a name is left in peace."""

from __future__ import annotations

import pytest

from engine.core.unique_names import unique_name, unique_names

TEXTS = {"Text", "Text 2"}


@pytest.mark.parametrize(
    ("name", "taken", "found"),
    [
        ("Text", set(), "Text"),
        ("Text", {"Text"}, "Text 2"),
        ("Text", TEXTS, "Text 3"),
        ("Text 2", TEXTS, "Text 3"),
        ("Text 2", {"Text"}, "Text 2"),
        ("Text 9", {"Text", "Text 9"}, "Text 2"),  # the others have gone
        ("Text 2", {"Text 2"}, "Text 2 2"),  # there is no Text beside which it would be the second
        ("Group 2", {"Group 1", "Group 2"}, "Group 3"),  # of these no one is plain
        ("New cluster 1", {"New cluster 1"}, "New cluster 2"),
        ("Route 66", {"Route 66"}, "Route 66 2"),
        ("Summer 2019", {"Summer", "Summer 2019"}, "Summer 2019 2"),
        ("Day 01", {"Day", "Day 01"}, "Day 01 2"),
        ("Two\nlines 2", {"Two\nlines", "Two\nlines 2"}, "Two\nlines 3"),
        ("2", {"2"}, "2 2"),
    ],
)
def test_a_free_name(name: str, taken: set[str], found: str) -> None:
    assert unique_name(name, taken) == found


def test_without_a_name_they_are_counted_from_one() -> None:
    assert unique_name("", {"New cluster 2"}, "New cluster") == "New cluster 1"
    assert unique_name("", {"New cluster 1", "New cluster 2"}, "New cluster") == "New cluster 3"


def test_the_parts_of_one_that_has_a_number_go_on_counting() -> None:
    """As a split of "Text 2" has them, which knows no other names: two Texts, and one that is called as its own."""
    parts = {"c4": "Text", "c5": "Text 3", "c6": "Text 2"}
    assert unique_names(parts, TEXTS | {"Cats"}) == {"c4": "Text 3", "c5": "Text 4", "c6": "Text 5"}
