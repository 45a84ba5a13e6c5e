"""What stands before a refinement: the clusters of n photos, and the user's corrections of them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

Rows = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Standing:
    """n photos in k clusters: where each is now, where the user has placed it, and where it stood when asked about.

    `labels`, `pins`, `asked` int64 (n,) in 0…k-1, -1 for none (of `labels`: among the unsure). Asked about are photos
    that were placed alone (k: they stood in a cluster that is gone), `questions` bool (n,) those of them that the
    program asked about. `rejections` int64 (m, 2) are pairs of a row and a cluster it does not belong to. Nothing
    enters or leaves the clusters `closed`.
    """

    k: int
    labels: Ints
    pins: Ints
    asked: Ints
    questions: Rows
    rejections: Ints = field(default_factory=lambda: np.empty((0, 2), np.int64))
    closed: Ints = field(default_factory=lambda: np.empty(0, np.int64))

    @property
    def pinned(self) -> Rows:
        """Which photos the user has placed, bool (n,)."""
        return self.pins >= 0

    @property
    def movable(self) -> Rows:
        """Which photos a refinement may move, bool (n,)."""
        return ~self.pinned & ~np.isin(self.labels, self.closed)

    @property
    def open_targets(self) -> Ints:
        """The clusters with pins, to which photos may move."""
        return np.setdiff1d(np.unique(self.pins[self.pinned]), self.closed)

    def allows(self, rows: Ints, clusters: Ints) -> Rows:
        """Whether no rejection forbids each of `rows` (m,) its cluster of `clusters` (m,), bool (m,)."""
        forbidden = np.unique(self.rejections[:, 0] * self.k + self.rejections[:, 1])
        return ~np.isin(rows * self.k + clusters, forbidden)


@dataclass(frozen=True, slots=True)
class Moves:
    """Photos that evidence moves: `rows` int64 (m,), the cluster each moves to, and the probability of that (m,)."""

    rows: Ints
    targets: Ints
    confidences: Floats

    @classmethod
    def none(cls) -> Moves:
        return cls(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))
