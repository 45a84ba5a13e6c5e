"""Where a search found something in what is written in a photo, to be shown there."""

from __future__ import annotations

from engine.core.records import PictureText
from engine.text.matching import Match, find

SHORTEST = 2  # letters of a word that is shown


def found_in(text: PictureText, query: str) -> tuple[Match, ...]:
    """The places of the whole query; where it is not written as a whole, those of each of its words."""
    if not text.lines or not query.strip():
        return ()
    words = [word for word in (_word(part) for part in query.split()) if len(word) >= SHORTEST]
    whole = find(text.lines, " ".join(words))
    return whole or tuple(sorted({match for word in words for match in find(text.lines, word)}))


def _word(part: str) -> str:
    """A word as it may be written: nothing of what is not to be found, or is asked of something else than text."""
    field, colon, value = part.partition(":")
    if part.startswith("-") or (colon and field.casefold() != "text"):
        return ""
    return (value if colon else part).strip('"“”')
