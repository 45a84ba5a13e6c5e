"""Tiles: a grid index of points, to find those in a box of the map quickly."""

from __future__ import annotations

from copy import copy

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

MOST_TILES = 256  # in each direction: a tile's index fits 16 bits, which sort fast
MOST, FEW = 0.4, 0.1  # shares of all points: above MOST all are returned, below FEW they are sorted, else marked
SAMPLE = 50_000  # points from which the grid's extent is estimated; outliers go to the tiles at its edge


class Tiles:
    """Grid index of `xy` (n, 2); 6 bytes a point."""

    def __init__(self, xy: Floats) -> None:
        self._side = side = int(np.clip(np.sqrt(len(xy) / 2), 1, MOST_TILES))
        self._low, self._size = np.zeros(2, np.float32), np.ones(2, np.float32)
        if len(xy):
            low, high = np.percentile(xy[:: len(xy) // SAMPLE + 1], [0.1, 99.9], axis=0).astype(np.float32)
            self._low, self._size = low, np.maximum(high - low, np.float32(1e-6)) / np.float32(side)
        self._sort((self._tile_index(xy[:, 1], 1) * side + self._tile_index(xy[:, 0], 0)).astype(np.uint16))
        counts = np.bincount(self._tile, minlength=side * side)
        self._starts = np.append(0, np.cumsum(counts))
        self._total = np.zeros((side + 1, side + 1), np.int64)  # points of all tiles above and to the left
        self._total[1:, 1:] = counts.reshape(side, side).cumsum(axis=0).cumsum(axis=1)

    def _sort(self, tile: NDArray[np.uint16]) -> None:
        self._tile, self._order = tile, np.argsort(tile, kind="stable").astype(np.int32)

    def reordered(self, before: Ints) -> Tiles:
        """The index of the same points in another order: point i was point `before[i]`."""
        other = copy(self)
        other._sort(self._tile[before])
        return other

    def inside(self, low: tuple[float, float], high: tuple[float, float]) -> Ints:
        """Indices of the points in all tiles that a box touches, ascending; includes some outside the box."""
        (left, right), (top, bottom) = (self._tile_index(np.array([low[d], high[d]]), d).tolist() for d in (0, 1))
        rows = np.arange(top, bottom + 1) * self._side
        starts, ends = self._starts[rows + left], self._starts[rows + right + 1]
        lengths = ends - starts
        count = int(lengths.sum())
        if count > len(self._order) * MOST:
            return np.arange(len(self._order))  # selecting them takes longer than using all
        jumps = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        found = self._order[jumps + np.arange(count)]
        if count < len(self._order) * FEW:
            return np.sort(found).astype(np.int64)
        chosen = np.zeros(len(self._order), np.bool_)
        chosen[found] = True
        return np.flatnonzero(chosen)

    def counts_in_view(self, width: float, height: float) -> tuple[int, int]:
        """Points in a window of this size: the mean over the points' positions, and the maximum."""
        size = np.array([width, height]) / self._size
        across, down = np.clip(np.rint(size), 1, self._side).astype(np.int64).tolist()
        total = self._total
        shown = total[down:, across:] - total[down:, :-across] - total[:-down, across:] + total[:-down, :-across]
        usual = float(np.square(shown, dtype=np.float64).sum()) / max(int(shown.sum()), 1)
        part = float(np.minimum(size, self._side).prod()) / (across * down)  # of the tiles counted
        return round(usual * part), int(shown.max())

    def _tile_index(self, positions: Floats, axis: int) -> Ints:
        """The tile column (`axis` 0) or row (1) of positions; monotonic also after rounding."""
        number: Ints = np.clip((positions.astype(np.float32) - self._low[axis]) / self._size[axis], 0, self._side - 1)
        return number.astype(np.int64)
