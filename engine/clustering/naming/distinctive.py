"""Which kind sets a cluster apart: by what it adds to the divergence of the cluster's photos from the others'."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.clustering.naming.appearance import LENGTH
from engine.clustering.naming.kinds import kinds
from engine.core.records import KINDS, Floats, Ints

Shares = NDArray[np.float64]

MIN_SHARE = 0.28  # a kind's mean probability from which a name is worth more than a number
_LEAD = 2.0  # how far it has to be ahead of every kind it shares no class with
_MIN_SCORE = 0.4  # least score: its share times the logarithm of how many times the others' share that is
# A kind's mean probability, both kinds', and each score, where two name one.
_MIN_SHARE_OF_BOTH, _MIN_SUM_OF_BOTH, _MIN_SCORE_OF_BOTH = 0.15, 0.4, 0.2
_FLOOR = 0.01  # no share of the others counts for less, or a single odd photo would be telling


class Looks(NamedTuple):
    """How the pictures of k clusters look: mean `appearances` (k, LENGTH) of some (appearance.py), NaN if unknown.

    And mean probabilities of the kinds of `pictures` (k, len(KINDS)) (by_kind.py), 0 if unknown.
    """

    appearances: Floats
    pictures: Floats

    @classmethod
    def unknown(cls, k: int) -> Looks:
        return cls.of(np.full((k, LENGTH), np.nan, np.float32))

    @classmethod
    def of(cls, appearances: Floats) -> Looks:
        """Of which kind the pictures are is not known."""
        return cls(appearances, np.zeros((len(appearances), len(KINDS)), np.float32))


class Summary(NamedTuple):
    """Of k clusters: mean probability of each kind (k, K), number of photos (k,), and how they look."""

    shares: Shares
    sizes: Ints
    appearances: Floats
    pictures: Floats

    def of(self, group: list[int]) -> Summary:
        return Summary(self.shares[group], self.sizes[group], self.appearances[group], self.pictures[group])


def shares_of_others(seen: Summary) -> Shares:
    """For each cluster the mean shares of all photos outside it; 1, which nothing exceeds, where there are none."""
    others = (1 - np.eye(len(seen.sizes))) * seen.sizes
    count = others.sum(axis=1, keepdims=True)
    return np.where(count > 0, others @ seen.shares / np.maximum(count, 1), 1.0)


def distinctive_kind(own: Shares, rest: Shares, fits: NDArray[np.bool_], clear: float) -> int | None:
    """The most distinctive kind, by what it adds to the divergence of `own` from `rest`; None where none is clear.

    A wider kind holds more of the cluster, a narrower one less of the others: the product weighs the two.
    """
    score = _scores(own, rest)
    clear_ones = np.flatnonzero(fits & (own >= clear) & (score >= _MIN_SCORE))
    strongest_rival = np.where(kinds().disjoint[clear_ones], own, 0).max(axis=1)
    eligible = clear_ones[own[clear_ones] >= _LEAD * strongest_rival]
    return int(eligible[score[eligible].argmax()]) if len(eligible) else None


def pair_of_kinds(own: Shares, rest: Shares, fits: NDArray[np.bool_] | bool = True) -> str | None:
    """The two kinds that share no class and together tell of a mixed cluster: "Buildings, hoofed animals"."""
    table = kinds()
    first = second_kind(own, rest, fits)
    others = False if first is None else fits & table.disjoint[first]
    second = second_kind(own, rest, others) if first is not None else None
    if first is None or second is None or own[first] + own[second] < _MIN_SUM_OF_BOTH:
        return None
    return f"{table.names[first]}, {lowered(table.names[second])}"


def second_kind(own: Shares, rest: Shares, fits: NDArray[np.bool_] | bool) -> int | None:
    """The most distinctive kind of those that may stand beside another word; None where none is."""
    score = _scores(own, rest)
    eligible = np.asarray((own >= _MIN_SHARE_OF_BOTH) & (score >= _MIN_SCORE_OF_BOTH) & fits)
    return int(np.where(eligible, score, -np.inf).argmax()) if eligible.any() else None


def lowered(word: str) -> str:
    """A kind after another word: "hoofed animals", but "CD players"."""
    return word if word[1:2].isupper() else word[0].lower() + word[1:]


def _scores(own: Shares, rest: Shares) -> Shares:
    return np.asarray(own * np.log(np.maximum(own, 1e-9) / (rest + _FLOOR)))
