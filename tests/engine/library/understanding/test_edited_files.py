"""What is known of a picture, and what was said of its faces, once another program has written into the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.records import Box, Content
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_words import FaceWord

FACE = Box(0.1, 0.2, 0.2, 0.3)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """A photo (file 1, content "before") with a face that was named; the file has been edited since."""
    opened = Catalog(tmp_path / "catalog.db")
    root = opened.files.add_root("/photos", 1, 1)
    opened.files.add(root, [("a.jpg", 10, 1)])
    opened.files.add_contents([Content("before", 400, 300)])
    opened.files.set_read([(1, "before")])
    opened.faces.words.set("before", [FaceWord("before", FACE, "is", 7)])
    opened.files.revise([(1, "a.jpg", 12, 2)])
    opened.files.forget_digest([1])
    yield opened
    opened.close()


def test_what_was_said_of_faces_holds_in_a_file_whose_metadata_was_edited(catalog: Catalog) -> None:
    catalog.files.add_contents([Content("now", 400, 300)])
    catalog.files.set_read([(1, "now")])
    assert catalog.faces.words.of("now") == [FaceWord("now", FACE, "is", 7)]


def test_it_does_not_where_the_picture_was_cut(catalog: Catalog) -> None:
    catalog.files.add_contents([Content("now", 300, 300)])
    catalog.files.set_read([(1, "now")])
    assert catalog.faces.words.of("now") == []


def test_it_holds_through_two_edits_of_which_the_first_was_never_read(catalog: Catalog) -> None:
    catalog.files.forget_digest([1])
    catalog.files.add_contents([Content("now", 400, 300)])
    catalog.files.set_read([(1, "now")])
    assert catalog.faces.words.of("now") == [FaceWord("now", FACE, "is", 7)]


def test_it_holds_in_what_we_write_ourselves(catalog: Catalog) -> None:
    catalog.files.copy_content([("before", "rewritten")])
    assert catalog.faces.words.of("rewritten") == [FaceWord("rewritten", FACE, "is", 7)]


def test_what_was_said_last_holds_in_a_file_that_is_put_back(catalog: Catalog) -> None:
    catalog.files.copy_content([("before", "rewritten")])
    catalog.faces.words.set("rewritten", [FaceWord("rewritten", FACE, "stranger")])
    catalog.files.copy_content([("rewritten", "before")])
    assert catalog.faces.words.of("before") == [FaceWord("before", FACE, "stranger")]
