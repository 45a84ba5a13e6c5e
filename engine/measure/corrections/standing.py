"""Which pile each labelled photo stands in at one moment, and what that is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.core.records import UNSURE, Ints
from engine.measure.scores import Labels, acc

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Standing:
    """Photo `ids[i]` of label `truth[i]` stands in pile `piles[i]`, `pinned[i]` by a person; ids ascend.

    `meant` is the label of each pile whose meaning a person has given; another means the label that most of it has, and
    Unsure means nothing.
    """

    ids: Ints
    truth: Labels
    piles: Labels
    pinned: Mask
    meant: Mapping[str, str]

    @cached_property
    def meaning(self) -> dict[str, str]:
        """The label that each pile stands for; of two that are as many the first by name."""
        counts: dict[str, Counter[str]] = {}
        for pile, label in zip(self.piles.tolist(), self.truth.tolist(), strict=True):
            counts.setdefault(pile, Counter())[label] += 1
        found = {pile: min(of, key=lambda label: (-of[label], label)) for pile, of in counts.items() if pile != UNSURE}
        return found | dict(self.meant)

    @cached_property
    def right(self) -> Mask:
        """The photos whose pile stands for their label."""
        meanings = [self.meaning.get(pile) for pile in self.piles.tolist()]
        return np.array([a == b for a, b in zip(meanings, self.truth.tolist(), strict=True)], np.bool_)

    def homes(self, label: str) -> list[str]:
        """The piles that stand for a label, the one with the most of its photos first."""
        found = [pile for pile, meaning in self.meaning.items() if meaning == label]
        return sorted(found, key=lambda pile: (-self.count(pile, label), pile))

    def count(self, pile: str, label: str) -> int:
        return int(((self.piles == pile) & (self.truth == label)).sum())

    def rows(self, ids: Collection[int]) -> Mask:
        return np.isin(self.ids, np.fromiter(ids, np.int64, len(ids)))

    def precision(self, pile: str, label: str, among: Mask | None = None) -> float | None:
        """The share of a pile's photos (of those `among` them) that are of the label; None where there are none."""
        here = self.piles == pile if among is None else (self.piles == pile) & among
        return float((self.truth[here] == label).mean()) if here.any() else None

    def recall(self, pile: str, label: str, among: Mask) -> float | None:
        """The share of the label's photos among these that stand in the pile; None where there are none."""
        wanted = (self.truth == label) & among
        return float((self.piles[wanted] == pile).mean()) if wanted.any() else None

    def acc(self, among: Mask) -> float:
        """Clustering accuracy of these photos, 0…1 (measure/scores.py); Unsure counts as a pile."""
        return acc(self.truth[among], np.unique(self.piles[among], return_inverse=True)[1])

    def purity(self, among: Mask) -> float:
        """The share of these photos that are of the label that most of these photos in their pile have, 0…1."""
        piles = self.piles[among]
        truth = self.truth[among]
        most = sum(int(np.unique(truth[piles == pile], return_counts=True)[1].max()) for pile in np.unique(piles))
        return most / max(1, len(piles))
