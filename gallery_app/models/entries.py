"""Entries: what the command palette can do, found by words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.core.folding import fold

NOWHERE = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Entry:
    """`where` is the menu it stands in, `help` its sentence: both are searched, after the text itself."""

    text: str
    where: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    help: str = ""
    enabled: bool = True


def find_entries(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Entries in which every word begins a word, the best first; all of them without words.

    The best have the words in their text, then in their menu, then in their sentence; what can be done now
    comes before what cannot.
    """
    asked = fold(words).split()
    ranks = [max((_rank(entry, word) for word in asked), default=0) for entry in entries]
    found = [(not e.enabled, rank, place) for place, (e, rank) in enumerate(zip(entries, ranks, strict=True))]
    return [entries[place] for _, rank, place in sorted(found) if rank < NOWHERE]


def _rank(entry: Entry, word: str) -> int:
    """Where a word stands: 0 at the very beginning, then farther and farther from it."""
    texts = [fold(t) for t in (entry.text, entry.where, entry.help)]
    if texts[0].startswith(word):
        return 0
    inside = (i for i, text in enumerate(texts, 1) if any(w.startswith(word) for w in _WORD.findall(text)))
    return next(inside, NOWHERE - 1 if word in texts[0] else NOWHERE)
