"""Average linkage of codes without a matrix of all pairs, and with facts that hold.

The distance of two groups is the root of the mean squared distance of their members (UPGMA on squared distances, Sokal
and Michener 1958), which follows from the means and the mean squared lengths of both:
mean |a - b|^2 = mean |a|^2 + mean |b|^2 - 2 <mean a, mean b>. It is reducible: a group that comes about by a merge is
no nearer to a third than the nearer of its parts was, and a pair that may not be together stays one. So every two that
are each other's nearest can be merged at once (Bruynooghe 1977), and who has nobody near enough is done with. Codes
come by batches: each is linked to the groups that stand, which are far fewer than the codes they are of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.core.records import Floats, Ints

BATCH = 8192  # codes that are linked at a time
_BLOCK = 1 << 22  # distances at a time
_NOBODY = -1


@dataclass(slots=True)
class Group:
    """Members by their index; `label` is whose they are, 0 where nobody has said, below 0 a stranger's.

    Groups of two labels stay apart, as do two that share a content, and a group and a label that it is `forbidden`.
    What is like a stranger is one, but those who are `known` stay who they are.
    """

    members: list[int]
    label: int = 0
    contents: set[int] = field(default_factory=set)
    forbidden: set[int] = field(default_factory=set)
    known: bool = False

    def may_join(self, other: Group) -> bool:
        if self.label and other.label and self.label != other.label:
            return False
        if (self.label < 0 and other.known) or (other.label < 0 and self.known):
            return False
        if self.label in other.forbidden or other.label in self.forbidden:
            return False
        return (self.label != 0 and self.label == other.label) or self.contents.isdisjoint(other.contents)

    def take(self, other: Group) -> None:
        self.members += other.members
        self.label = self.label or other.label
        self.contents |= other.contents
        self.forbidden |= other.forbidden
        self.known = self.known or other.known


class Linkage:
    """Groups of `codes` (n, d) that grow until no two that may be one are within `limit`."""

    def __init__(self, codes: Floats, limit: float, tick: Callable[[], None] = lambda: None) -> None:
        self._codes = np.ascontiguousarray(codes, np.float32)
        self._limit, self._tick = np.float32(limit * limit), tick
        self.groups: list[Group] = []
        self.means = np.empty((0, codes.shape[1]), np.float32)
        self._squares = np.empty(0, np.float32)

    def stand(self, groups: Sequence[Group]) -> None:
        """Take groups as they are: they are not linked to one another before something comes between."""
        self.groups += groups
        means = [self._codes[group.members].mean(0) for group in groups]
        squares = [(self._codes[group.members] ** 2).sum(1).mean() for group in groups]
        self.means = np.vstack([self.means, *means])
        self._squares = np.concatenate([self._squares, np.array(squares, np.float32)])

    def add(self, singles: Sequence[Group]) -> None:
        """Link groups, mostly of one code each, to one another and to those that stand."""
        for start in range(0, len(singles), BATCH):
            batch = singles[start : start + BATCH]
            fresh = np.arange(len(self.groups), len(self.groups) + len(batch))
            self.stand(batch)
            self._settle(fresh)

    def distances(self, codes: Floats) -> Floats:
        """From each code to each group (n, groups)."""
        squares = (codes * codes).sum(1)[:, None] + self._squares
        apart: Floats = np.sqrt(np.maximum(squares - 2 * (codes @ self.means.T), 0))
        return apart

    def _settle(self, todo: Ints) -> None:
        count = len(self.groups)
        nearest = np.full(count, _NOBODY)
        distances = np.full(count, np.inf, np.float32)
        there = np.ones(count, np.bool_)  # neither merged into another nor done with
        asked = np.zeros(count, np.bool_)
        gone = np.zeros(count, np.bool_)
        while len(todo):
            nearest[todo], distances[todo] = self._nearest(todo, np.flatnonzero(there))
            asked[todo] = True
            lonely = todo[nearest[todo] == _NOBODY]
            there[lonely] = False
            rows = np.flatnonzero(there & asked)
            moved = np.zeros(count, np.bool_)
            wanted = np.unique(nearest[rows])
            unasked = wanted[~asked[wanted]]
            if not len(unasked):
                for a, b in self._mutual(rows, nearest, distances):
                    kept, lost = (a, b) if len(self.groups[a].members) >= len(self.groups[b].members) else (b, a)
                    self._merge(kept, lost)
                    there[lost], gone[lost] = False, True
                    moved[[kept, lost]] = True
            rows = np.flatnonzero(there & asked)
            todo = np.concatenate([unasked, rows[moved[rows] | moved[nearest[rows]] | ~there[nearest[rows]]]])
        self.groups = [group for group, lost in zip(self.groups, gone, strict=True) if not lost]
        self.means, self._squares = self.means[~gone], self._squares[~gone]

    def _nearest(self, rows: Ints, among: Ints) -> tuple[Ints, Floats]:
        """For each of `rows` the nearest of `among` that it may join, within the limit; and the squared distance."""
        found = np.full(len(rows), _NOBODY)
        distances = np.full(len(rows), np.inf, np.float32)
        others = np.vstack([self.means[among].T, np.ones(len(among), np.float32), self._squares[among]])
        place = np.full(len(self.groups), _NOBODY)
        place[among] = np.arange(len(among))
        step = max(16, _BLOCK // max(1, len(among)))
        for start in range(0, len(rows), step):
            self._tick()
            block = rows[start : start + step]
            ones = np.ones(len(block), np.float32)
            apart = np.column_stack([self.means[block] * -2, self._squares[block], ones]) @ others
            apart[np.arange(len(block)), place[block]] = np.inf
            best = apart.argmin(1)
            near = apart[np.arange(len(block)), best]
            for i in np.flatnonzero(near < self._limit).tolist():
                group, j = self.groups[block[i]], int(best[i])
                while not group.may_join(self.groups[among[j]]):
                    apart[i, j] = np.inf
                    j = int(apart[i].argmin())
                    if not apart[i, j] < self._limit:
                        break
                else:
                    found[start + i], distances[start + i] = among[j], apart[i, j]
        return found, distances

    @staticmethod
    def _mutual(rows: Ints, nearest: Ints, distances: Floats) -> list[tuple[int, int]]:
        """The pairs that are each other's nearest; where rounding leaves none, the nearest pair of all."""
        pairs = [(i, j) for i in rows.tolist() if i < (j := int(nearest[i])) and nearest[j] == i]
        if not pairs and len(rows):
            closest = int(rows[distances[rows].argmin()])
            pairs = [(closest, int(nearest[closest]))]
        return pairs

    def _merge(self, kept: int, lost: int) -> None:
        one, other = len(self.groups[kept].members), len(self.groups[lost].members)
        share = np.float32(other / (one + other))
        self.means[kept] += share * (self.means[lost] - self.means[kept])
        self._squares[kept] += share * (self._squares[lost] - self._squares[kept])
        self.groups[kept].take(self.groups[lost])
