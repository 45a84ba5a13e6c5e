"""ClusterRegions: the dense region of each cluster on the map, from histograms on a grid; numpy only, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from gallery_app.views.map.camera import Extent

GRID = 48  # cells along the longer side of the map
WIDEST = 6  # half width in cells of the smoothing box, where photos are few
DENSE = 0.3  # of the density at a cluster's peak: cells above it belong to the region
LEAST = 0.05  # photos: less is a rounding error
Cells = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ClusterRegions:
    """Of k clusters: `peaks` (k, 2) are the densest points, `boxes` (k, 4) left, top, right, bottom of the regions.

    Of a cluster in several parts, the part with the peak is its region. NaN for a cluster without photos.
    """

    peaks: Floats
    boxes: Floats
    _low: NDArray[np.float64]
    _cell: float
    _sums: NDArray[np.float32]  # (k + 1, GRID + 1, GRID + 1): photos above and to the left; the last is of all photos

    def share(self, clusters: Ints, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """The share of the photos in `boxes` (k, c, 4) that belong to `clusters` (k,): (k, c); 0 for an empty box."""
        corners = np.clip((boxes.reshape(*boxes.shape[:2], 2, 2) - self._low) / self._cell, 0, GRID)
        own, every = (
            _inside(self._sums, np.broadcast_to(of[:, None], boxes.shape[:2]), corners)
            for of in (clusters, np.full_like(clusters, -1))
        )
        return np.where(own > LEAST, own / np.maximum(every, LEAST), 0.0)


def cluster_regions_of(xy: Floats, labels: Ints, count: int, extent: Extent) -> ClusterRegions:
    """Regions of `count` clusters; `xy` (m, 2) are the photos, `labels` (m,) ascend and are -1 in no cluster."""
    low, high = extent if len(extent) else np.array([[0.0, 0.0], [1.0, 1.0]])
    cell = max(float((high - low).max()) / GRID, 1e-9)
    x, y = (_cells(xy[:, d], float(low[d]), cell) for d in (0, 1))
    key = (labels * GRID + y) * GRID + x  # one for each cell of each cluster
    sums = _cumulative_counts(key, count)
    wide = int(np.clip(round(1.5 * GRID / max(len(xy), 1) ** 0.5), 1, WIDEST))
    densities = _box_counts(sums[:-1], wide)
    cores = _cores(densities, wide)
    inside = _within(_grown(densities, cores), key)
    of, members = labels.take(inside), xy.take(inside, axis=0)
    in_core = _within(cores, key.take(inside))
    peaks, boxes = _mean_positions(of[in_core], members[in_core], count), np.full((count, 4), np.nan, np.float32)
    firsts = np.searchsorted(of, np.arange(count + 1))
    found = np.flatnonzero(np.diff(firsts))
    if len(found):
        for d in (0, 1):  # numpy is slow over two columns
            column = members[:, d].copy()
            boxes[found, d] = np.minimum.reduceat(column, firsts[found])
            boxes[found, d + 2] = np.maximum.reduceat(column, firsts[found])
    return ClusterRegions(peaks, boxes, low, cell, sums)


def _within(cells: NDArray[np.bool_], key: Cells) -> Ints:
    """Indices of the photos whose cell (`key`, (m,)) is marked in `cells`."""
    first = int(np.searchsorted(key >= 0, True))  # those of no cluster come before
    return np.flatnonzero(cells.reshape(-1).take(key[first:])) + first


def _cumulative_counts(key: Cells, count: int) -> NDArray[np.float32]:
    """Cumulative counts (summed-area tables) of each cluster and of all photos, see `ClusterRegions._sums`."""
    counts = np.bincount(key + GRID * GRID, minlength=(count + 1) * GRID * GRID).reshape(count + 1, GRID, GRID)
    sums = np.zeros((count + 1, GRID + 1, GRID + 1), np.float32)
    sums[:-1, 1:, 1:] = counts[1:].cumsum(axis=1).cumsum(axis=2)
    sums[-1, 1:, 1:] = counts.sum(axis=0).cumsum(axis=0).cumsum(axis=1)
    return sums


def _mean_positions(of: Ints, positions: Floats, count: int) -> Floats:
    """The mean position of each of `count` clusters, (count, 2); NaN for one that is not among `of`."""
    number = np.bincount(of, minlength=count).astype(np.float64)
    number[number == 0] = np.nan
    means = [np.bincount(of, positions[:, d], count) / number for d in (0, 1)]
    return np.stack(means, axis=1).astype(np.float32)


def _cells(at: Floats, low: float, cell: float) -> Cells:
    cells: Cells = np.clip((at - np.float32(low)) / np.float32(cell), 0, GRID - 1).astype(np.int64)
    return cells


def _inside(sums: NDArray[np.float32], of: Ints, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Photos of the clusters `of` (k, c) between two `corners` (k, c, 2, 2; in cells), interpolated within cells."""
    (left, top), (right, bottom) = (np.moveaxis(corners[:, :, i], -1, 0) for i in (0, 1))
    parts = [_above(sums, of, px, py) for px, py in ((right, bottom), (left, bottom), (right, top), (left, top))]
    inside: NDArray[np.float64] = parts[0] - parts[1] - parts[2] + parts[3]
    return inside


def _above(sums: NDArray[np.float32], of: Ints, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Photos above and to the left of points (k, c), by bilinear interpolation of `sums`."""
    column, row = (np.minimum(at.astype(np.int64), GRID - 1) for at in (x, y))
    right, down = x - column, y - row
    upper = sums[of, row, column] * (1 - right) + sums[of, row, column + 1] * right
    lower = sums[of, row + 1, column] * (1 - right) + sums[of, row + 1, column + 1] * right
    above: NDArray[np.float64] = upper * (1 - down) + lower * down
    return above


def _box_counts(sums: NDArray[np.float32], wide: int) -> NDArray[np.float32]:
    """Box filter: photos in each cell and within `wide` cells of it, (k, GRID, GRID)."""
    first = np.maximum(np.arange(GRID) - wide, 0)
    end = np.minimum(np.arange(GRID) + wide + 1, GRID)
    rows = sums[:, end] - sums[:, first]
    counts: NDArray[np.float32] = rows[:, :, end] - rows[:, :, first]
    return counts


def _cores(densities: NDArray[np.float32], wide: int) -> NDArray[np.bool_]:
    """Mask of the densest cell of each cluster and the cells within `wide` of it, (k, GRID, GRID)."""
    top = np.divmod(densities.reshape(len(densities), GRID * GRID).argmax(axis=1), GRID)
    rows, columns = (np.abs(np.arange(GRID) - at[:, None]) <= wide for at in top)
    cores: NDArray[np.bool_] = rows[:, :, None] & columns[:, None, :]
    return cores


def _grown(densities: NDArray[np.float32], cores: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Region growing: the dense cells connected to each cluster's core, (k, GRID, GRID)."""
    least = np.maximum(DENSE * densities.max(axis=(1, 2)), 0.5)
    dense = densities >= least[:, None, None]
    grown = cores & dense
    size, count = 0, int(np.count_nonzero(grown))
    while count > size:
        for axis in (1, 2):
            _dilate(grown, axis)
        grown &= dense
        size, count = count, int(np.count_nonzero(grown))
    pile: NDArray[np.bool_] = grown | cores
    return pile


def _dilate(cells: NDArray[np.bool_], axis: int) -> None:
    """Binary dilation by one cell along one axis, in place."""
    was = cells.copy().swapaxes(1, axis)
    view = cells.swapaxes(1, axis)
    view[:, 1:] |= was[:, :-1]
    view[:, :-1] |= was[:, 1:]
