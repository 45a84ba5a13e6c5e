"""Which photos were placed one by one, where they stood then, and which of them the program had asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.edits import Merge, Move, new_cluster
from engine.edits.answers import Answer, load_answers
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Library(tmp_path / "library", "a test") as library:
        root = library.catalog.files.add_root("/photos", 1, 1)
        library.catalog.files.add(root, [(f"{i}.jpg", 1, 1) for i in range(9)])
        library.catalog.clusters.add({"c1": "Cats", "c2": "Dogs"})
        library.catalog.clusters.assign((i, "c1" if i < 6 else "c2", 0.9) for i in range(1, 9))
        yield library.catalog


def test_photos_placed_alone_are_answers_and_selections_and_merges_are_not(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(Move([1], "c1", asked=True))  # it stays
    history.do(Move([2], "c2"))
    history.do(new_cluster(catalog, [3], "Birds", asked=True))
    history.do(new_cluster(catalog, [9]))  # it was in none
    history.do(Move([4, 5], "c2"))
    history.do(Merge("c2", "c1"))
    assert load_answers(catalog) == {
        1: Answer("c1", True),
        2: Answer("c1", False),
        3: Answer("c1", True),
        9: Answer(None, False),
    }


def test_the_last_word_counts_and_what_is_undone_does_not(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(Move([1], "c2", asked=True))
    history.do(Move([1, 2], "c1"))
    assert load_answers(catalog) == {}
    history.undo()
    assert load_answers(catalog) == {1: Answer("c1", True)}
    history.undo()
    assert load_answers(catalog) == {}
    history.redo()  # kept as the rows it leaves: who had asked is not known any more
    assert load_answers(catalog) == {1: Answer("c1", False)}
