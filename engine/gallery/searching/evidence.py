"""Evidence: by what photos were found, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats

Mask = NDArray[np.bool_]
Source = Literal[
    "person",
    "kind",
    "date",
    "place",
    "shows",
    "text",
    "name",
    "cluster",
    "folder",
    "camera",
    "type",
    "word",
    "sentence",
]


class Reason(NamedTuple):
    """Why a photo was found: `str` gives "shows: dog"."""

    source: Source
    value: str

    def __str__(self) -> str:
        return f"{self.source}: {self.value}"


class Evidence(NamedTuple):
    """One reason for many photos: `scores` float32 (n,) in 0…1, 0 for those that it does not find."""

    reason: Reason
    scores: Floats


@dataclass(frozen=True)
class Reading:
    """What one term of a search was understood as.

    `span` is where it stands in the query, `text` what stands there, `instead` the word that was taken for one that
    finds nothing. `scores` float32 (n,) say how well each photo has it, above 0 where it does; of a `negated` term
    1 where it has not.
    """

    span: tuple[int, int]
    text: str
    scores: Floats
    evidence: tuple[Evidence, ...] = ()
    negated: bool = False
    instead: str = ""

    @property
    def main(self) -> Reason:
        """What most of those photos were found by, in words of the user's."""
        best = max(self.evidence, key=lambda one: float(one.scores.sum()), default=None)
        return Reason("word", self.text) if best is None or self.negated else best.reason


def together(evidence: Sequence[Evidence], count: int) -> Floats:
    """The scores of photos that any of the evidence finds: two weak reasons are better than one (noisy or)."""
    missed = np.ones(count, np.float32)
    for one in evidence:
        missed *= 1 - 0.98 * one.scores  # none is so sure that others could not add to it
    return np.asarray(1 - missed, np.float32)


def scored(reason: Reason, mask: Mask, score: float) -> Evidence:
    """The same score for all photos of a mask."""
    return Evidence(reason, mask.astype(np.float32) * np.float32(score))
