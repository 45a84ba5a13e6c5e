"""Haystack: a text of each photo, all in one string, so that a word is looked for in all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np

from engine.core.records import Ints
from engine.gallery.searching.evidence import Mask

_BETWEEN = "\x01"  # in no text: nothing is found across two
_WORDS = re.compile(r"[^\W\d_]{4,24}")


class Haystack:
    """Texts that are folded already; row i is text i."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._all = _BETWEEN.join((*texts, ""))
        self._ends = np.array(list(accumulate(len(text) + 1 for text in texts)), np.int64)

    def __len__(self) -> int:
        return len(self.texts)

    def rows_with(self, word: str) -> Ints:
        """Rows whose text holds the word, ascending."""
        return np.array(list(self._rows_with(word)), np.int64)

    def holds(self, word: str) -> Mask:
        found = np.zeros(len(self.texts), np.bool_)
        found[self.rows_with(word)] = True
        return found

    def words(self) -> Iterable[str]:
        """Every word of four letters or more."""
        return set(_WORDS.findall(self._all))

    def _rows_with(self, word: str) -> Iterator[int]:
        if not word or _BETWEEN in word:
            return
        at = self._all.find(word)
        row = 0
        while at >= 0:
            row = int(np.searchsorted(self._ends, at, "right"))
            yield row
            at = self._all.find(word, int(self._ends[row]))


def whole_word(word: str) -> re.Pattern[str]:
    """Finds the word where no letter or digit stands beside it."""
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")
