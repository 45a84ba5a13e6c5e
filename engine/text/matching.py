"""A query in what is written in a picture: part of a word, whatever its case, accents and spaces.

A recogniser loses spaces, and people type none ("notsureifgenius"). A match may therefore run over spaces and on into
the next line, but then it starts where a word does, and where it is short it ends with one, too: "cat" is not in
"magic attic".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from engine.core.folding import fold
from engine.core.records import TextLine

_APOSTROPHES = "'’‘`´ʼ"  # read as one another, or not at all
_ALIKE = str.maketrans("–—‑“”„", '---"""', _APOSTROPHES)
_PARTS = "\0"  # between the words and, where they differ, the same without spaces
_SHORTEST = 4  # letters of a match that runs over spaces
_LONG = 8  # letters from which on such a match may end within a word


class Match(NamedTuple):
    """Where a query stands: characters `start` to `end` of `lines[line].text`."""

    line: int
    start: int
    end: int


def prepare(lines: Sequence[TextLine]) -> str:
    """What is written, folded to be searched by a `matcher`; "" where nothing is."""
    words = "\n".join(_folded(line.text) for line in lines)
    squeezed = "".join(words.split())
    return words if squeezed == words else f"{words}{_PARTS}{squeezed}"


def matcher(query: str) -> Callable[[str], bool]:
    """Whether a text that was `prepare`d holds `query`; made once for all texts. A query without letters is in none."""
    words = _folded(query)
    squeezed = words.replace(" ", "")
    if not words:
        return lambda prepared: False
    across = _across(squeezed) if len(squeezed) >= _SHORTEST else None

    def matches(prepared: str) -> bool:
        if squeezed not in prepared:  # quick, and true of nearly every text
            return False
        text = prepared.partition(_PARTS)[0]
        return words in text or (across is not None and across.search(text) is not None)

    return matches


def find(lines: Sequence[TextLine], query: str) -> tuple[Match, ...]:
    """Every place of `query` in the lines, in reading order; one that runs on over lines is a Match in each."""
    words = _folded(query)
    if not words:
        return ()
    text, places = _with_places(lines)
    squeezed = words.replace(" ", "")
    spans = [m.span() for m in re.finditer(re.escape(words), text)]
    if len(squeezed) >= _SHORTEST:
        spans += [m.span() for m in _across(squeezed).finditer(text)]
    return tuple(sorted({match for span in spans for match in _matches(places[slice(*span)])}))


def _folded(text: str) -> str:
    """`text` with case, accents and apostrophes folded, and one space between its words."""
    return " ".join(fold(text).translate(_ALIKE).split())


def _across(squeezed: str) -> re.Pattern[str]:
    """The letters of a query with or without space between them, from the beginning of a word on."""
    letters = r"\s?".join(map(re.escape, squeezed))
    return re.compile(rf"(?<!\S){letters}" + ("" if len(squeezed) >= _LONG else r"(?!\S)"))


def _with_places(lines: Sequence[TextLine]) -> tuple[str, list[tuple[int, int] | None]]:
    """The folded words of `lines`, and for each of its characters the line and place it comes from; None: a space."""
    text: list[str] = []
    places: list[tuple[int, int] | None] = []
    for number, line in enumerate(lines):
        if number:
            text.append("\n")
            places.append(None)
        begun = False
        for place, letter in enumerate(line.text.rstrip()):
            folded = fold(letter).translate(_ALIKE)
            if folded.strip():
                text.append(folded)
                places += [(number, place)] * len(folded)
                begun = True
            elif begun and letter.isspace() and text[-1] != " ":
                text.append(" ")
                places.append(None)
    return "".join(text), places


def _matches(places: Sequence[tuple[int, int] | None]) -> Iterator[Match]:
    """A Match for each line that these places are of."""
    found = [place for place in places if place is not None]
    for number in sorted({number for number, _ in found}):
        within = [place for line, place in found if line == number]
        yield Match(number, within[0], within[-1] + 1)
