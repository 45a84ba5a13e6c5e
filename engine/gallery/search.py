"""Finds photos by words, the best first: what they show, what is written in them, who is seen, names, places, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

import numpy as np

from engine.core.records import Floats, Ints
from engine.gallery.searching.evidence import Evidence, Mask, Reading, Reason, scored, together
from engine.gallery.searching.index import Index
from engine.gallery.searching.query import MONTHS, Term, parse
from engine.gallery.searching.words import LONGEST, words
from engine.gallery.snapshot import Gallery

_APART = 0.7  # of the score where the words of a phrase are found, but not as one
_LEAST = 3  # letters of a word that says something
_TRIES = 5  # words that are tried in place of one that finds nothing


@dataclass(frozen=True)
class Found:
    """What a query finds in a gallery. `scores` float32 (n,) in 0…1 are above 0 where a photo is found."""

    query: str
    gallery: Gallery
    readings: tuple[Reading, ...]
    scores: Floats
    sentence: Evidence | None = None  # the whole query as a sentence

    @property
    def mask(self) -> Mask:
        return self.scores > 0

    @cached_property
    def ranked(self) -> Ints:
        """Rows that were found: the best first, of equal ones the newest, those without a date last."""
        rows = np.flatnonzero(self.mask)
        newest = -self.gallery.times.seconds[rows]  # NaN, unknown, is sorted last
        return rows[np.lexsort((newest, -self.told[rows]))]

    @cached_property
    def told(self) -> Floats:
        """The scores as they are told, by which photos are ranked: closer ones are equally good."""
        return np.asarray(np.round(self.scores, 2), np.float32)

    @cached_property
    def order(self) -> Floats:
        """The place of each row among those that were found, infinite for the others."""
        order = np.full(len(self.scores), np.inf, np.float32)
        order[self.ranked] = np.arange(len(self.ranked))
        return order

    def why(self, row: int) -> tuple[Reason, ...]:
        """By what a photo was found: a term after the other, of each the best reason first."""
        reasons: dict[Reason, None] = {}
        for reading in self.readings:
            found = [one for one in reading.evidence if one.scores[row] > 0]
            reasons |= dict.fromkeys(one.reason for one in sorted(found, key=lambda one: -float(one.scores[row])))
        if self.sentence is not None and self.sentence.scores[row] > 0:
            reasons[self.sentence.reason] = None
        return tuple(reasons)

    @property
    def instead(self) -> tuple[tuple[str, str], ...]:
        """Words that find nothing, each with the known word that was taken for it."""
        return tuple((reading.text, reading.instead) for reading in self.readings if reading.instead)


# How well each row fits a sentence, (n,) in 0…1 (searching/sentences.py); None where nobody can say, or not yet.
Said = Callable[[Gallery, str], Floats | None]


class Finder:
    """Searches galleries, from any thread; keeps the index of the latest one.

    `said` ranks by the sentence that a query is, where the network in use reads words.
    """

    def __init__(self, said: Said | None = None) -> None:
        self.said = said
        self._guard = Lock()
        self._index: Index | None = None

    def search(self, gallery: Gallery, text: str, months: Mapping[str, int] = MONTHS) -> Found:
        """What a query finds in a gallery, and why; see `parse` for what it may hold."""
        index, parsed = self.index(gallery), parse(text, months)
        terms = list(_terms(index, parsed))
        readings = tuple(_read(index, term) for term in terms)
        sentence = self._sentence(gallery, sentence_of(parsed))
        scores = _product(index, [r for r, term in zip(readings, terms, strict=True) if not _is_said(term)])
        words_scores = _product(index, [r for r, term in zip(readings, terms, strict=True) if _is_said(term)])
        if sentence is not None:
            worded = Evidence(Reason("word", text), words_scores)
            words_scores = together([worded, sentence], index.count)
        return Found(text, gallery, readings, scores * words_scores, sentence)

    def _sentence(self, gallery: Gallery, sentence: str) -> Evidence | None:
        found = self.said(gallery, sentence) if self.said is not None and sentence else None
        return None if found is None else Evidence(Reason("sentence", sentence), found)

    def find(self, gallery: Gallery, text: str, months: Mapping[str, int] = MONTHS) -> Mask:
        """Which rows of a gallery a query finds."""
        return self.search(gallery, text, months).mask

    def index(self, gallery: Gallery) -> Index:
        with self._guard:
            if self._index is None or self._index.gallery is not gallery:
                self._index = Index(gallery, self._index)
            return self._index


def sentence_of(terms: Sequence[Term]) -> str:
    """What a query says as a sentence: its words without fields, dates and what is not wanted; "" for none."""
    said = " ".join(term.text for term in terms if _is_said(term))
    return said if any(len(word) >= _LEAST and word.isalpha() for word in said.split()) else ""


def _is_said(term: Term) -> bool:
    return not (term.field or term.negated or term.days is not None)


def _product(index: Index, readings: Sequence[Reading]) -> Floats:
    scores = np.ones(index.count, np.float32)
    for reading in readings:
        scores = scores * reading.scores
    return scores


def _terms(index: Index, terms: Sequence[Term]) -> Iterator[Term]:
    """Without words that only join others, and with neighbours that are one phrase as one term."""
    fillers = words().fillers
    telling = [term for term in terms if not (term.plain and term.words[0] in fillers)]
    terms = telling or list(terms)
    at = 0
    while at < len(terms):
        length = next((n for n in range(LONGEST, 1, -1) if _is_phrase(index, terms[at : at + n], n)), 1)
        yield terms[at] if length == 1 else _joined(terms[at : at + length])
        at += length


def _is_phrase(index: Index, terms: Sequence[Term], length: int) -> bool:
    if len(terms) < length or not all(term.plain for term in terms):
        return False
    return index.knows(" ".join(term.words[0] for term in terms))


def _joined(terms: Sequence[Term]) -> Term:
    words = tuple(term.words[0] for term in terms)
    return Term(words, span=(terms[0].span[0], terms[-1].span[1]), text=" ".join(term.text for term in terms))


def _read(index: Index, term: Term) -> Reading:
    """What one term finds, and what it was understood as."""
    evidence = _evidence(index, term)
    instead = ""
    if not evidence and not term.negated and len(term.words) == 1 and term.field not in ("date", "name"):
        for other in index.near(term.words[0])[:_TRIES]:
            evidence = index.evidence(other, term.field)
            if evidence:
                instead = other
                break
    scores = together(evidence, index.count)
    if term.negated:
        return Reading(term.span, term.text, (scores == 0).astype(np.float32), negated=True)
    return Reading(term.span, term.text, scores, tuple(evidence), instead=instead)


def _evidence(index: Index, term: Term) -> list[Evidence]:
    """A date is also a word: "2019" may be a part of a name."""
    found = [] if term.field == "date" else _of_words(index, term)
    if term.days is None:
        return found
    dated = index.taken_on(term.days)  # what is dated is found by that, whatever its name
    found = [Evidence(one.reason, np.where(dated, np.float32(0), one.scores)) for one in found]
    return [one for one in (scored(Reason("date", term.text), dated, 1), *found) if one.scores.any()]


def _of_words(index: Index, term: Term) -> list[Evidence]:
    """Of several words: those that are found as one, and where each is somewhere."""
    if len(term.words) == 1:
        return index.evidence(term.words[0], term.field)
    whole = [] if term.days is not None else index.evidence(" ".join(term.words), term.field)
    of_each = [index.evidence(word, term.field) for word in term.words]
    everywhere = np.full(index.count, _APART, np.float32)
    for evidence in of_each:
        everywhere *= together(evidence, index.count)
    apart = [
        Evidence(one.reason, np.where(everywhere > 0, one.scores * np.float32(_APART), 0))
        for evidence in of_each
        for one in evidence
    ]
    return whole + [one for one in apart if one.scores.any()]
