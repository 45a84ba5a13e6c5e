"""Piles: where on the map each cluster lies, at its densest, and whose photos lie about a place. Pure arrays, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from gallery_app.views.map.camera import Reach

GRID = 48  # cells along the longer side of the map
WIDEST = 6  # cells around one that are counted with it, where photos are few
CROWDED = 0.3  # of the photos about a cluster's densest place: where as many are, its pile goes on
LEAST = 0.05  # photos: less is what rounding leaves
Cells = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Piles:
    """Of k clusters: `peaks` (k, 2) where each is densest, `boxes` (k, 4) left, top, right, bottom of the pile there.

    A cluster that lies in several pieces is known by the one with its densest place. NaN for one without photos.
    """

    peaks: Floats
    boxes: Floats
    _low: NDArray[np.float64]
    _cell: float
    _sums: NDArray[np.float32]  # (k + 1, GRID + 1, GRID + 1): photos above and to the left; the last is of all photos

    def share(self, clusters: Ints, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """How many of the photos in each of `boxes` (k, c, 4) are of its own of `clusters` (k,), (k, c); 0 in none."""
        corners = np.clip((boxes.reshape(*boxes.shape[:2], 2, 2) - self._low) / self._cell, 0, GRID)
        own, every = (
            _inside(self._sums, np.broadcast_to(of[:, None], boxes.shape[:2]), corners)
            for of in (clusters, np.full_like(clusters, -1))
        )
        return np.where(own > LEAST, own / np.maximum(every, LEAST), 0.0)


def piles_of(xy: Floats, labels: Ints, count: int, reach: Reach) -> Piles:
    """Where `count` clusters lie: photos are at `xy` (m, 2), `labels` (m,) ascend and are -1 in no cluster."""
    low, high = reach if len(reach) else np.array([[0.0, 0.0], [1.0, 1.0]])
    cell = max(float((high - low).max()) / GRID, 1e-9)
    x, y = (_cells(xy[:, d], float(low[d]), cell) for d in (0, 1))
    key = (labels * GRID + y) * GRID + x  # of a cell of a cluster
    sums = _counted(key, count)
    wide = int(np.clip(round(1.5 * GRID / max(len(xy), 1) ** 0.5), 1, WIDEST))
    crowds = _around(sums[:-1], wide)
    hearts = _hearts(crowds, wide)
    inside = _within(_joined(crowds, hearts), key)
    of, members = labels.take(inside), xy.take(inside, axis=0)
    at_heart = _within(hearts, key.take(inside))
    peaks, boxes = _means(of[at_heart], members[at_heart], count), np.full((count, 4), np.nan, np.float32)
    firsts = np.searchsorted(of, np.arange(count + 1))
    found = np.flatnonzero(np.diff(firsts))
    if len(found):
        for d in (0, 1):  # numpy is slow over two columns
            column = members[:, d].copy()
            boxes[found, d] = np.minimum.reduceat(column, firsts[found])
            boxes[found, d + 2] = np.maximum.reduceat(column, firsts[found])
    return Piles(peaks, boxes, low, cell, sums)


def _within(cells: NDArray[np.bool_], key: Cells) -> Ints:
    """Which photos, by the cells of their clusters that they lie in, lie in one that is marked."""
    first = int(np.searchsorted(key >= 0, True))  # those of no cluster come before
    return np.flatnonzero(cells.reshape(-1).take(key[first:])) + first


def _counted(key: Cells, count: int) -> NDArray[np.float32]:
    """The sums that `Piles` keeps."""
    counts = np.bincount(key + GRID * GRID, minlength=(count + 1) * GRID * GRID).reshape(count + 1, GRID, GRID)
    sums = np.zeros((count + 1, GRID + 1, GRID + 1), np.float32)
    sums[:-1, 1:, 1:] = counts[1:].cumsum(axis=1).cumsum(axis=2)
    sums[-1, 1:, 1:] = counts.sum(axis=0).cumsum(axis=0).cumsum(axis=1)
    return sums


def _means(of: Ints, places: Floats, count: int) -> Floats:
    """The mean place of each of `count` clusters, (count, 2); NaN for one that is not among `of`."""
    number = np.bincount(of, minlength=count).astype(np.float64)
    number[number == 0] = np.nan
    means = [np.bincount(of, places[:, d], count) / number for d in (0, 1)]
    return np.stack(means, axis=1).astype(np.float32)


def _cells(at: Floats, low: float, cell: float) -> Cells:
    cells: Cells = np.clip((at - np.float32(low)) / np.float32(cell), 0, GRID - 1).astype(np.int64)
    return cells


def _inside(sums: NDArray[np.float32], of: Ints, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Photos of the clusters `of` (k, c) between two `corners` (k, c, 2, 2) in cells, as if spread over each cell."""
    (left, top), (right, bottom) = (np.moveaxis(corners[:, :, i], -1, 0) for i in (0, 1))
    parts = [_above(sums, of, px, py) for px, py in ((right, bottom), (left, bottom), (right, top), (left, top))]
    inside: NDArray[np.float64] = parts[0] - parts[1] - parts[2] + parts[3]
    return inside


def _above(sums: NDArray[np.float32], of: Ints, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Photos above and to the left of places (k, c), which lie between the corners of cells."""
    column, row = (np.minimum(at.astype(np.int64), GRID - 1) for at in (x, y))
    right, down = x - column, y - row
    upper = sums[of, row, column] * (1 - right) + sums[of, row, column + 1] * right
    lower = sums[of, row + 1, column] * (1 - right) + sums[of, row + 1, column + 1] * right
    above: NDArray[np.float64] = upper * (1 - down) + lower * down
    return above


def _around(sums: NDArray[np.float32], wide: int) -> NDArray[np.float32]:
    """Photos in each cell and so many cells around it, (k, GRID, GRID)."""
    first = np.maximum(np.arange(GRID) - wide, 0)
    end = np.minimum(np.arange(GRID) + wide + 1, GRID)
    rows = sums[:, end] - sums[:, first]
    around: NDArray[np.float32] = rows[:, :, end] - rows[:, :, first]
    return around


def _hearts(crowds: NDArray[np.float32], wide: int) -> NDArray[np.bool_]:
    """The most crowded cell of each cluster and so many cells around it, (k, GRID, GRID)."""
    top = np.divmod(crowds.reshape(len(crowds), GRID * GRID).argmax(axis=1), GRID)
    rows, columns = (np.abs(np.arange(GRID) - at[:, None]) <= wide for at in top)
    hearts: NDArray[np.bool_] = rows[:, :, None] & columns[:, None, :]
    return hearts


def _joined(crowds: NDArray[np.float32], hearts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The cells that hang together with each cluster's heart and are hardly less crowded, (k, GRID, GRID)."""
    least = np.maximum(CROWDED * crowds.max(axis=(1, 2)), 0.5)
    crowded = crowds >= least[:, None, None]
    joined = hearts & crowded
    size, count = 0, int(np.count_nonzero(joined))
    while count > size:
        for axis in (1, 2):
            _spread(joined, axis)
        joined &= crowded
        size, count = count, int(np.count_nonzero(joined))
    pile: NDArray[np.bool_] = joined | hearts
    return pile


def _spread(cells: NDArray[np.bool_], axis: int) -> None:
    """Take in the cells beside those that are in, along one axis."""
    was = cells.copy().swapaxes(1, axis)
    view = cells.swapaxes(1, axis)
    view[:, 1:] |= was[:, :-1]
    view[:, :-1] |= was[:, 1:]
