"""A word of the user's on faces, and what it does to those that were said before."""

from __future__ import annotations

from collections.abc import Iterable

from engine.core.records import Box
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.understanding.face_table import SAME
from engine.library.catalog.understanding.face_words import FaceWord, Word

_WHOSE: tuple[Word, ...] = ("is", "stranger", "no face")  # of which a face has one at most


def say_of(catalog: Catalog, places: Iterable[tuple[str, Box]], word: Word, person: int = 0) -> None:
    """A word on faces: the newest wins over what contradicts it. What it says of whose they are holds at once."""
    for digest, box in places:
        kept, drawn = [], False
        for old in catalog.faces.words.of(digest):
            if old.box.overlap(box) < SAME:
                kept.append(old)
            elif old.word == "drawn":
                kept += [old] if word != "no face" else []
                drawn = True
            elif not _gives_way(old, word, person):
                kept.append(old)
        if word != "no face" or not drawn:
            kept.append(FaceWord(digest, box, word, person))
        catalog.faces.words.set(digest, kept)
        whose = person if word == "is" else None
        here = [f for f, _ in catalog.faces.of([digest]).values() if f.box.overlap(box) >= SAME]
        if word == "not":
            here = [f for f in here if f.person == person]
        catalog.faces.assign({f.id: whose for f in here})
        if drawn:
            catalog.faces.settle_drawn(digest)


def _gives_way(old: FaceWord, word: Word, person: int) -> bool:
    """Whether what was said of a face before is contradicted, or said again, by a word."""
    if word == "not":
        return old.person == person
    return old.word in _WHOSE or (old.word == "not" and (word == "no face" or old.person == person))
