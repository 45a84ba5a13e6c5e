"""Tiles: points sorted by the squares of a coarse grid, so that those of a part of the map are found at once."""

from __future__ import annotations

from copy import copy

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

MOST_TILES = 256  # in each direction: a tile's number fits 16 bits, and those are sorted fast
MOST, FEW = 0.4, 0.1  # shares of all points: above the one all are named, below the other they are sorted
SAMPLE = 50_000  # points that tell where the grid lies; what lies beyond it is in the tiles at its edge


class Tiles:
    """An index of `xy` (n, 2) that takes 6 bytes a point."""

    def __init__(self, xy: Floats) -> None:
        self._side = side = int(np.clip(np.sqrt(len(xy) / 2), 1, MOST_TILES))
        self._low, self._size = np.zeros(2, np.float32), np.ones(2, np.float32)
        if len(xy):
            low, high = np.percentile(xy[:: len(xy) // SAMPLE + 1], [0.1, 99.9], axis=0).astype(np.float32)
            self._low, self._size = low, np.maximum(high - low, np.float32(1e-6)) / np.float32(side)
        self._sort((self._number(xy[:, 1], 1) * side + self._number(xy[:, 0], 0)).astype(np.uint16))
        counts = np.bincount(self._tile, minlength=side * side)
        self._starts = np.append(0, np.cumsum(counts))
        self._total = np.zeros((side + 1, side + 1), np.int64)  # points of all tiles above and to the left
        self._total[1:, 1:] = counts.reshape(side, side).cumsum(axis=0).cumsum(axis=1)

    def _sort(self, tile: NDArray[np.uint16]) -> None:
        self._tile, self._order = tile, np.argsort(tile, kind="stable").astype(np.int32)

    def reordered(self, before: Ints) -> Tiles:
        """The index of the same points in another order: the i-th is the one that was `before[i]`-th."""
        other = copy(self)
        other._sort(self._tile[before])
        return other

    def inside(self, low: tuple[float, float], high: tuple[float, float]) -> Ints:
        """The points of all tiles that a box meets, ascending: those in the box, and others beside it."""
        (left, right), (top, bottom) = (self._number(np.array([low[d], high[d]]), d).tolist() for d in (0, 1))
        rows = np.arange(top, bottom + 1) * self._side
        starts, ends = self._starts[rows + left], self._starts[rows + right + 1]
        lengths = ends - starts
        count = int(lengths.sum())
        if count > len(self._order) * MOST:
            return np.arange(len(self._order))  # to find some of them takes longer than to look at all
        jumps = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        found = self._order[jumps + np.arange(count)]
        if count < len(self._order) * FEW:
            return np.sort(found).astype(np.int64)
        chosen = np.zeros(len(self._order), np.bool_)
        chosen[found] = True
        return np.flatnonzero(chosen)

    def in_sight(self, width: float, height: float) -> tuple[int, int]:
        """How many points a window of this size shows, moved to where photos are; and how many at most."""
        size = np.array([width, height]) / self._size
        across, down = np.clip(np.rint(size), 1, self._side).astype(np.int64).tolist()
        total = self._total
        shown = total[down:, across:] - total[down:, :-across] - total[:-down, across:] + total[:-down, :-across]
        usual = float(np.square(shown, dtype=np.float64).sum()) / max(int(shown.sum()), 1)
        part = float(np.minimum(size, self._side).prod()) / (across * down)  # of the whole tiles that were counted
        return round(usual * part), int(shown.max())

    def _number(self, places: Floats, axis: int) -> Ints:
        """The column (`axis` 0) or row of places; never one to the left of another's that lies to the right."""
        number: Ints = np.clip((places.astype(np.float32) - self._low[axis]) / self._size[axis], 0, self._side - 1)
        return number.astype(np.int64)
