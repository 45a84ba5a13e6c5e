"""A query in what is written in a picture."""

from __future__ import annotations

import random
import time

import pytest

from engine.core.records import TextLine
from engine.text.matching import Match, find, matcher, prepare


def _lines(*texts: str) -> tuple[TextLine, ...]:
    return tuple(TextLine(text, ((0, 0), (1, 0), (1, 1), (0, 1)), 0.9) for text in texts)


MEME = _lines("NOT SURE IF", "GENIUS")


@pytest.mark.parametrize(
    ("texts", "query", "marked"),
    [
        (("NOT SURE IF", "GENIUS"), "notsureifgenius", ["NOT SURE IF", "GENIUS"]),
        (("NOTSUREIFGENIUS",), "not sure if genius", ["NOTSUREIFGENIUS"]),
        (("NOT SURE IF", "GENIUS"), "sure if", ["SURE IF"]),
        (("Living the dream",), "livin", ["Livin"]),
        (("LIVIN' THE DREAM",), "livin the", ["LIVIN' THE"]),
        (("I don’t know",), "dont", ["don’t"]),
        (("Crème brûlée  4,50",), "creme brulee", ["Crème brûlée"]),
        (("ŁÓDŹ 12",), "lodz", ["ŁÓDŹ"]),
        (("Große Straße",), "STRASSE", ["Straße"]),
        (("TOTAL", "total 12.50"), "Total", ["TOTAL", "total"]),
        (("banana",), "ana", ["ana"]),
        (("発行日 2026年",), "2026年", ["2026年"]),
        (("GEN IUS",), "genius", ["GEN IUS"]),
    ],
)
def test_is_found_and_marked(texts: tuple[str, ...], query: str, marked: list[str]) -> None:
    lines = _lines(*texts)
    assert matcher(query)(prepare(lines))
    assert [texts[m.line][m.start : m.end] for m in find(lines, query)] == marked


@pytest.mark.parametrize(
    ("texts", "query"),
    [
        (("magic attic",), "cat"),
        (("he read it",), "here"),
        (("a", "rt"), "art"),
        (("NOT SURE IF",), "genius"),
        ((), "anything"),
        (("some words",), "  "),
        (("some words",), "'"),
    ],
)
def test_is_not_found(texts: tuple[str, ...], query: str) -> None:
    lines = _lines(*texts)
    assert not matcher(query)(prepare(lines))
    assert find(lines, query) == ()


def test_a_match_over_two_lines_is_one_in_each() -> None:
    assert find(MEME, "ifgenius") == (Match(0, 9, 11), Match(1, 0, 6))


def test_a_hundred_thousand_texts_take_less_than_fifty_milliseconds() -> None:
    rng = random.Random(0)
    words = ["".join(rng.choices("etaoinshrdlucmfw", k=rng.randint(2, 9))) for _ in range(5000)]
    texts = [prepare(_lines(*(" ".join(rng.choices(words, k=5)) for _ in range(8)))) for _ in range(2000)]
    texts = [*texts * 15, *[""] * 70_000]  # 30 % with about 250 letters each
    for query in ("notsureifgenius", "tion", "e"):
        matches = matcher(query)
        best = min(_seconds(matches, texts) for _ in range(5))
        assert best < 0.05, query


def _seconds(matches: object, texts: list[str]) -> float:
    start = time.thread_time()
    sum(map(matches, texts))  # type: ignore[call-overload]
    return time.thread_time() - start
