"""Spelling: known words that are close to one that finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

SHORTEST = 4  # letters of a word that is taken for another: shorter ones are close to too many
_TWO = 7  # letters from which on two of them may be wrong
_COMPLETED = 3  # letters from which on a word that is being typed is taken for one that begins so


class Spelling:
    """Finds among words, the likelier first, what is within one or two slips of the finger of another.

    A slip is a letter too many, too few, wrong or changed with its neighbour (optimal string alignment distance).
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(words))
        self._lengths = np.array([len(word) for word in self._words], np.int64)
        self._letters = np.array([_letters(word) for word in self._words], np.uint64)

    def near(self, word: str) -> list[str]:
        """The closest words first, then those of which it is the beginning; none of them is the word itself."""
        allowed = 0 if len(word) < SHORTEST else 1 if len(word) < _TWO else 2
        begun = [other for other in self._words if other.startswith(word)] if len(word) >= _COMPLETED else []
        begun.sort(key=len)
        found = [] if not allowed or not self._words else self._mistyped(word, allowed)
        return list(dict.fromkeys(other for other in (*found, *begun) if other != word))

    def _mistyped(self, word: str, allowed: int) -> list[str]:
        """A slip changes the letters that a word has by two at most: few words are left to compare."""
        differing = np.bitwise_count(self._letters ^ np.uint64(_letters(word)))
        likely = (np.abs(self._lengths - len(word)) <= allowed) & (differing <= 2 * allowed)
        measured = [(distance(word, self._words[i]), i) for i in np.flatnonzero(likely).tolist()]
        close = [(slips, self._words[i][0] != word[0], i) for slips, i in measured if slips <= allowed]
        return [self._words[i] for _, _, i in sorted(close)]


def distance(one: str, other: str) -> int:
    """Optimal string alignment distance (Damerau-Levenshtein where no part is changed twice)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _letters(word: str) -> int:
    """Which letters a word has, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
