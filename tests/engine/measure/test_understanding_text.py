"""What is read is scored against what is known to be written."""

from __future__ import annotations

from engine.core.records import PictureText, TextLine
from engine.measure.understanding.text import gate_of, groups_of

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def _text(*lines: str, unread: str | None = None) -> PictureText:
    return PictureText(tuple(TextLine(line, CORNERS, 0.9) for line in lines), unread)


def test_words_are_counted_as_they_are_written_and_as_a_search_finds_them() -> None:
    truth = {"memes/1.jpg": ["NOT SURE IF", "GENIUS"], "memes/2.jpg": ["total total"], "unread/ru/1.jpg": ["привет"]}
    read = {
        "memes/1.jpg": _text("notsure if", "Genius"),
        "memes/2.jpg": _text("total"),
        "memes/3.jpg": _text("not known"),
        "unread/ru/1.jpg": _text(unread="a script"),
        "plain/1.jpg": _text(),
    }
    groups = groups_of(read, truth)
    assert groups["memes"] == {
        "pictures": 3, "with words": 3, "told as unread": 0, "words": 6, "as written": 0.5,
        "found by a search": 1.0, "whole": 1,
    }  # fmt: skip
    assert groups["unread/ru"] == {"pictures": 1, "with words": 0, "told as unread": 1}
    assert groups["plain"] == {"pictures": 1, "with words": 0, "told as unread": 0}


def test_the_gate_is_measured_by_what_a_close_look_finds() -> None:
    closely = {"a": _text("one", "two", "three"), "b": _text("one"), "c": _text(), "d": _text("1", "2", "3", "4")}
    gated = {"a": _text("one", "two"), "b": _text(), "c": _text(), "d": _text("1")}
    assert gate_of(closely, gated) == {
        "with text": 3, "recall": 0.6667, "with three lines": 2, "recall of three lines": 0.5, "lines": 0.375,
    }  # fmt: skip
