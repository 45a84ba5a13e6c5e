"""Words: which of ImageNet's classes and which kinds of pictures a word of a search means, in English and French."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from engine.core.assets import resource

PEOPLE = "faces"  # among the kinds of a word: whoever has a face is meant
LONGEST = 3  # words that are one: "traffic light", "hen of the woods" is found by its parts
_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("es", ""), ("s", ""),
    ("eaux", "eau"), ("aux", "al"), ("x", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """`classes` and `kinds` by word, folded and in the singular; `plurals` are those that no rule makes."""

    classes: Mapping[str, frozenset[int]]
    kinds: Mapping[str, tuple[str, ...]]
    plurals: Mapping[str, str]
    fillers: frozenset[str]  # left out of a search for other words: "pictures of my dog"

    def known(self, text: str) -> str | None:
        """A word or a phrase as it stands in the tables, whatever its number; None where it is in neither."""
        parts = text.split()
        if not 0 < len(parts) <= LONGEST + 1:
            return None
        tries = product(*(list(self._singulars(part)) for part in parts))
        return next((one for one in map(" ".join, tries) if one in self.classes or one in self.kinds), None)

    def classes_of(self, text: str) -> frozenset[int]:
        """None of a word for a kind: who searches for letters wants no envelopes."""
        known = self.known(text) or ""
        return frozenset() if known in self.kinds else self.classes.get(known, frozenset())

    def kinds_of(self, text: str) -> tuple[str, ...]:
        return self.kinds.get(self.known(text) or "", ())

    def _singulars(self, word: str) -> Iterator[str]:
        yield word
        if word in self.plurals:
            yield self.plurals[word]
        for ending, single in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word[: -len(ending)] + single


@functools.cache
def words() -> Words:
    """The tables of resources/words; a French word stands for all that its English ones do."""
    table = json.loads(resource("words/words.json").read_text("utf-8"))
    classes = {word: _numbers(ranges) for word, ranges in table["classes"].items()}
    for noun, english in table["french"].items():
        meant = frozenset().union(*(classes[word] for word in english))
        classes[noun] = classes.get(noun, frozenset()) | meant
    kinds = {word: tuple(kinds) for word, kinds in table["kinds"].items()}
    return Words(classes, kinds, table["plurals"], frozenset(table["fillers"]))


def _numbers(ranges: str) -> frozenset[int]:
    """ "1-3 7" as {1, 2, 3, 7}."""
    ends = (part.partition("-")[::2] for part in ranges.split())
    return frozenset(number for first, last in ends for number in range(int(first), int(last or first) + 1))
