"""The kinds of contents: kept with what was known by then, told anew where a picture looks different."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.records import KINDS, Content
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.kind_table import Evidence


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.db")
    yield opened
    opened.close()


def _likely(kind: str) -> np.ndarray:
    found = np.full(len(KINDS), 0.01, np.float32)
    found[KINDS.index(kind)] = 0.89
    return found


def test_kinds_come_back_as_they_were_saved_the_newest_in_place_of_the_others(catalog: Catalog) -> None:
    assert catalog.kinds.all().probabilities.shape == (0, len(KINDS))
    catalog.kinds.save("old", [("a", Evidence.VECTOR, _likely("photo")), ("b", Evidence.VECTOR, _likely("quote"))])
    catalog.kinds.save("new", [("a", Evidence.VECTOR | Evidence.TEXT, _likely("receipt"))])
    kept = catalog.kinds.all()
    told = dict(zip(kept.digests, kept.probabilities.argmax(axis=1).tolist(), strict=True))
    assert told == {"a": KINDS.index("receipt"), "b": KINDS.index("quote")}
    assert catalog.kinds.evidence("new") == {"a": Evidence.VECTOR | Evidence.TEXT}
    assert catalog.kinds.evidence("old") == {"b": Evidence.VECTOR}


def test_what_is_known_of_a_picture_holds_for_a_copy_with_keywords_and_not_for_one_that_turns(catalog: Catalog) -> None:
    catalog.files.add_contents([Content("a", 4, 3)])
    catalog.kinds.save("m", [("a", Evidence.VECTOR, _likely("meme"))])
    catalog.files.copy_content([("a", "b")])
    assert catalog.kinds.evidence("m") == {"a": Evidence.VECTOR, "b": Evidence.VECTOR}
    catalog.files.forget_looks(["a"])
    assert catalog.kinds.evidence("m") == {"b": Evidence.VECTOR}
