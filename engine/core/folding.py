"""Text folded for comparison: without case, accents and other combining marks."""

from __future__ import annotations

import unicodedata

# Letters with a stroke or without their dot, which Unicode does not take apart, and ligatures.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


def fold(text: str) -> str:
    """`text` in lower case without accents: "Été" is found by "ete". Scripts without either stay as they are."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
