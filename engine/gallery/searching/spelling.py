"""Spelling: known words that are close to one that finds nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

SHORTEST = 4  # letters of a word that is taken for another: shorter ones are close to too many
_TWO = 7  # letters from which on two of them may be wrong
_COMPLETED = 3  # letters from which on a word that is being typed is taken for one that begins so
_COMPLETIONS = 8


class Spelling:
    """Finds among words, the likelier first, what is within one or two slips of the finger of another.

    A slip is a letter too many, too few, wrong or changed with its neighbour (optimal string alignment distance).
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(words))
        self._sorted = sorted(self._words)
        self._lengths = np.fromiter(map(len, self._words), np.int64, len(self._words))
        self._letters = _letters(self._words)

    def near(self, word: str) -> list[tuple[int, str]]:
        """Words with their slips, the closest first; those of which it is the beginning count as three slips."""
        allowed = 0 if len(word) < SHORTEST else 1 if len(word) < _TWO else 2
        found = self._mistyped(word, allowed) if allowed and self._words else []
        return [*found, *((3, other) for other in self._begun(word))]

    def _begun(self, word: str) -> list[str]:
        if len(word) < _COMPLETED:
            return []
        first = bisect_left(self._sorted, word)
        last = bisect_left(self._sorted, f"{word}\U0010ffff", first)
        return sorted(self._sorted[first:last], key=len)[:_COMPLETIONS]

    def _mistyped(self, word: str, allowed: int) -> list[tuple[int, str]]:
        """A slip changes the letters that a word has by two at most: few words are left to compare."""
        differing = np.bitwise_count(self._letters ^ _letters([word])[0])
        likely = (np.abs(self._lengths - len(word)) <= allowed) & (differing <= 2 * allowed)
        measured = [(distance(word, self._words[i], allowed), i) for i in np.flatnonzero(likely).tolist()]
        close = sorted((slips, self._words[i][0] != word[0], i) for slips, i in measured if 0 < slips <= allowed)
        return [(slips, self._words[i]) for slips, _, i in close]


def distance(one: str, other: str, most: int) -> int:
    """Optimal string alignment distance (Damerau-Levenshtein where no part is changed twice), or more than `most`."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(last) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def _letters(words: list[str]) -> np.ndarray:
    """Which letters each word has, as the bits of a uint64 (n,)."""
    if not words:
        return np.empty(0, np.uint64)
    letters = np.array(words, np.str_)
    codes = letters.view(np.uint32).reshape(len(words), -1)
    bits = np.where(codes > 0, np.uint64(1) << (codes & 63).astype(np.uint64), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(bits, axis=1))
