"""Clusters called by the kind of their pictures - Receipts, Memes, Portraits - where their subject says less."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.core.records import KINDS, Floats, PictureKind

WORDS: Mapping[PictureKind, str] = {
    "screenshot": "Screenshots",
    "document": "Documents",
    "receipt": "Receipts",
    "whiteboard": "Whiteboards",
    "code": "Code",
    "meme": "Memes",
    "greeting": "Greetings",
    "quote": "Quotes",
    "portrait": "Portraits",
    "group": "Groups of people",
}
PEOPLE = "People"
PLAIN = frozenset(WORDS.values()) - {"Memes", "Greetings"}  # what else is seen in them tells nothing
ALL_WORDS = frozenset((*WORDS.values(), PEOPLE))
LESS = frozenset(
    ("Clothes", "Text", "Photos", "Pictures", "Drawings", "")
)  # words that say less than that it is people
_MOSTLY = 0.5  # mean probability of the kind that a cluster is called by
_CLEARLY, _LEAD = 0.35, 1.3  # or this much of it, so many times that of the next
_BOTH, _EACH = 0.7, 0.25  # of the two kinds that a mixed one is called by, together and each
_PEOPLE: tuple[PictureKind, ...] = ("portrait", "group")
_WRITTEN = [kind for kind in WORDS if kind not in _PEOPLE]


def word_of_kind(shares: Floats, subject: str = "") -> str | None:
    """What a cluster is called by its kinds; None where its `subject` says more, or nothing is clear.

    `shares` (len(KINDS),) is the mean probability of each kind, 0 where none is known. Pictures that are written on are
    called by what they are, whatever else is in them; people where nothing better is known.
    """
    written = {kind: float(share) for kind, share in zip(KINDS, shares, strict=True) if kind in _WRITTEN}
    best = sorted(written, key=lambda kind: -written[kind])[:2]
    if written[best[0]] >= _MOSTLY or written[best[0]] >= max(_CLEARLY, _LEAD * written[best[1]]):
        return WORDS[best[0]]
    if written[best[0]] + written[best[1]] >= _BOTH and written[best[1]] >= _EACH:
        return f"{WORDS[best[0]]}, {WORDS[best[1]].lower()}"
    people = [float(shares[KINDS.index(kind)]) for kind in _PEOPLE]
    if sum(people) < _MOSTLY or subject.partition(",")[0] not in LESS:
        return None
    return next((WORDS[kind] for kind, share in zip(_PEOPLE, people, strict=True) if share >= _MOSTLY), PEOPLE)


def is_of_kind(word: str) -> bool:
    """Whether a word, with or without what tells it apart, names a kind."""
    return word.partition(",")[0] in ALL_WORDS


def mean_kinds(kinds: Floats, labels: np.ndarray, k: int) -> Floats:
    """The mean probability of each kind over the photos of clusters 0…k-1, (k, len(KINDS)); 0 where none is known.

    `kinds` (n, len(KINDS)), a row of NaN for a photo of which nothing is known.
    """
    known = np.isfinite(kinds[:, 0])
    sums = np.zeros((k, len(KINDS)))
    np.add.at(sums, labels[known], kinds[known])
    return np.asarray(sums / np.maximum(np.bincount(labels[known], minlength=k), 1)[:, None], np.float32)
