"""A query as a sentence: what is ranked by it, with words, dates and fields beside it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.records import File, Floats
from engine.gallery.search import Finder, sentence_of
from engine.gallery.searching.query import parse
from engine.gallery.searching.sentences import sentence_scores
from engine.gallery.snapshot import Gallery


def gallery() -> Gallery:
    names = ("dog.jpg", "b.jpg", "c.jpg", "2019 dog.jpg")
    files = tuple(File(i, 1, name, 1, 1, digest=str(i)) for i, name in enumerate(names, 1))
    return Gallery(files=files, labels=np.full(4, -1), roots={1: "/photos"})


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("a dog on a beach", "a dog on a beach"),
        ('dog "on a beach" -cat camera:canon 2019', "dog on a beach"),
        ("march 2021", ""),
        ("camera:canon", ""),
        ("-dog", ""),
        ("4 b", ""),
        ("", ""),
    ],
)
def test_what_a_query_says_as_a_sentence(query: str, sentence: str) -> None:
    assert sentence_of(parse(query)) == sentence


def test_a_sentence_finds_what_words_do_not_and_ranks_what_they_do() -> None:
    asked: list[str] = []

    def said(_gallery: Gallery, text: str) -> Floats:
        asked.append(text)
        return np.array([0, 1, 0.25, 0], np.float32)

    shown = gallery()
    words = Finder().search(shown, "dog")
    found = Finder(said).search(shown, "dog")
    assert asked == ["dog"]
    assert set(np.flatnonzero(words.mask)) == {0, 3}
    assert set(np.flatnonzero(found.mask)) == {0, 1, 2, 3}
    assert found.ranked[-1] == 2
    assert [str(reason) for reason in found.why(1)] == ["sentence: dog"]
    assert [str(reason) for reason in found.why(0)] == ["name: dog"]
    assert not Finder(said).search(shown, "dog -name:b").mask[1]


def test_without_one_who_can_say_all_is_as_it_was() -> None:
    shown = gallery()
    for said in (None, lambda _gallery, _text: None):
        found = Finder(said).search(shown, "dog")
        assert np.array_equal(found.scores, Finder().search(shown, "dog").scores)
        assert found.sentence is None


def test_a_picture_is_found_where_it_is_nearer_to_the_sentence_than_to_what_says_nothing() -> None:
    said, nothing = np.array([1, 0], np.float32), np.array([0.1, 0.4, 0.6, 0], np.float32)
    vectors = np.array([[0.9, 0.1], [0.5, 0.4], [0.3, 0.6], [0, 0]], np.float32)
    assert sentence_scores(vectors, said, nothing) == pytest.approx([1, 0.125, 0, 0])
    assert sentence_scores(vectors[2:], said, nothing[2:]).tolist() == [0, 0]
    assert sentence_scores(np.empty((0, 2), np.float32), said, np.empty(0, np.float32)).shape == (0,)
