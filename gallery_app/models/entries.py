"""Entries of the command palette, and their search."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.core.folding import fold

NO_MATCH = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Entry:
    """A palette entry: `where` is its menu path, `help` a sentence; both are searched after `text`.

    `needs` says what is missing where it cannot be done, and is shown in place of the path.
    """

    text: str
    where: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    help: str = ""
    enabled: bool = True
    needs: str = ""


def find_entries(entries: Sequence[Entry], words: str) -> list[Entry]:
    """Entries in which every query word is a prefix of some word, the best first; all for an empty query.

    Matches in the text rank before those in the menu path, then the help; enabled entries before disabled ones.
    """
    queries = fold(words).split()
    ranks = [max((_rank(entry, word) for word in queries), default=0) for entry in entries]
    found = [(not e.enabled, rank, index) for index, (e, rank) in enumerate(zip(entries, ranks, strict=True))]
    return [entries[index] for _, rank, index in sorted(found) if rank < NO_MATCH]


def _rank(entry: Entry, word: str) -> int:
    """Rank of a match: 0 at the start of the text, more elsewhere, NO_MATCH where there is none."""
    texts = [fold(t) for t in (entry.text, entry.where, entry.help)]
    if texts[0].startswith(word):
        return 0
    inside = (i for i, text in enumerate(texts, 1) if any(w.startswith(word) for w in _WORD.findall(text)))
    return next(inside, NO_MATCH - 1 if word in texts[0] else NO_MATCH)
