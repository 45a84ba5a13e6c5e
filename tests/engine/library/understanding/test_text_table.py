"""What is written in contents, kept by content and model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.records import PictureText, TextLine
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.text_table import ReadText

CORNERS = ((0.125, 0.25), (0.5, 0.25), (0.5, 0.375), (0.125, 0.375))
TOTAL = PictureText((TextLine("TOTAL 12.50", CORNERS, 0.5), TextLine("Grüße", CORNERS, 0.75)))


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.db")
    yield opened
    opened.close()


def test_texts_come_back_as_they_were_kept_and_those_without_any_are_only_marked(catalog: Catalog) -> None:
    thai = PictureText(unread="Thai")
    catalog.texts.save("m", [ReadText("a", 1, TOTAL), ReadText("b", 0), ReadText("c", 0, thai)])
    texts = catalog.texts.all()
    assert dict(texts) == {"a": TOTAL, "c": thai}
    assert dict(texts.written()) == {"a": "TOTAL 12.50\nGrüße", "c": ""}
    assert catalog.texts.of("a") == TOTAL
    assert catalog.texts.of("b") == PictureText()
    assert catalog.texts.of("unknown") is None
    assert catalog.texts.turns("m") == {"a": 1, "b": 0, "c": 0}
    assert catalog.texts.turns("another model") == {}


def test_a_content_that_is_read_again_has_one_text_and_equal_states_are_equal(catalog: Catalog) -> None:
    catalog.texts.save("m", [ReadText("a", 0, TOTAL)])
    before = catalog.texts.all()
    assert before == catalog.texts.all()
    catalog.texts.save("n", [ReadText("a", 0, problem="took longer than 20 seconds to decode")])
    assert len(catalog.texts.all()) == 0
    assert before != catalog.texts.all()
    assert catalog.texts.problems() == {"a": "took longer than 20 seconds to decode"}
    catalog.texts.forget(["a"])
    assert catalog.texts.of("a") is None


def test_a_rewritten_file_keeps_its_text_and_a_picture_that_looks_different_loses_it(catalog: Catalog) -> None:
    catalog.texts.save("m", [ReadText("a", 0, TOTAL)])
    catalog.files.copy_content([("a", "b")])
    catalog.files.forget_looks(["a"])
    assert dict(catalog.texts.all()) == {"b": TOTAL}


def test_the_words_of_many_are_there_without_taking_any_apart(catalog: Catalog) -> None:
    text = PictureText(tuple(TextLine(f"line {i} of a page", CORNERS, 0.5) for i in range(15)))
    catalog.texts.save("m", (ReadText(f"{i:032x}", 0, text) for i in range(3000)))
    texts = catalog.texts.all()
    assert sum(len(words) for _, words in texts.written()) > 3000 * 15 * 16
