"""Texts of many photos, in which a word, a part of one, or a run of letters is looked for in all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from engine.core.records import Ints

_BETWEEN = "\x01"  # in no text: nothing is found across two
_WORD = re.compile(r"[^\W_]+")


class Haystack:
    """Texts that are folded already, as one string; row i is text i."""

    def __init__(self, texts: Iterable[str]) -> None:
        pieces = list(texts)
        self._all = _BETWEEN.join((*pieces, ""))
        self._ends = np.cumsum([len(text) + 1 for text in pieces])

    def rows_with(self, run: str) -> Ints:
        """Rows whose text holds a run of letters, ascending."""
        if not run or _BETWEEN in run:
            return np.empty(0, np.int64)
        before = self._all.split(run)  # the quickest way to every place of it
        places = np.cumsum([len(piece) + len(run) for piece in before[:-1]]) - len(run)
        return np.unique(np.searchsorted(self._ends, places, "right"))


class WordIndex:
    """Which rows have which words; `words` are those that there are, without punctuation."""

    def __init__(self, texts: Iterable[str]) -> None:
        number_of: dict[str, int] = {}
        found: list[int] = []
        counts: list[int] = []
        for text in texts:
            words = set(_WORD.findall(text))
            found += [number_of.setdefault(word, len(number_of)) for word in words]
            counts.append(len(words))
        numbers, rows = np.array(found, np.int64), np.repeat(np.arange(len(counts)), counts)
        order = np.argsort(numbers, kind="stable")
        self._count = len(counts)
        self.words = list(number_of)
        self._number_of = number_of
        self._rows = rows[order]
        self._starts = np.searchsorted(numbers[order], np.arange(len(number_of) + 1))
        self._haystack = Haystack(self.words)

    def whole(self, word: str) -> Ints:
        """Rows that have the word, ascending."""
        number = self._number_of.get(word)
        return np.empty(0, np.int64) if number is None else self._of(number)

    def part(self, part: str) -> Ints:
        """Rows that have a word which this is a part of, ascending."""
        found = np.zeros(self._count, np.bool_)
        for number in self._haystack.rows_with(part).tolist():
            found[self._of(number)] = True
        return np.flatnonzero(found)

    def _of(self, number: int) -> Ints:
        return self._rows[self._starts[number] : self._starts[number + 1]]


def is_word(text: str) -> bool:
    """Whether it is one word for a `WordIndex`."""
    return _WORD.fullmatch(text) is not None


def whole_word(word: str) -> re.Pattern[str]:
    """Finds the word where no letter or digit stands beside it."""
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")


def telling(words: Sequence[str]) -> list[str]:
    """Those of letters alone, of four or more: what a mistyped word may have been."""
    return [word for word in words if 4 <= len(word) <= 24 and word.isalpha()]
