"""Chooses thumbnails that do not overlap, bounds of clusters, and points in a polygon; numpy only, no Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

MAX_PER_CELL = 24  # with more photos than this in the area of one thumbnail, dots are shown instead
CANDIDATES = 4  # photos of one cell that may become a thumbnail


def choose_thumbnails(points: Floats, rank: NDArray[np.generic], origin: tuple[float, float], cell: float) -> Ints:
    """Indices of the `points` (n, 2; pixels) shown as thumbnails, ascending by `rank`.

    Candidates are the best few of each cell of a grid of `cell` pixels that is fixed to the map (`origin` is where
    the map's zero is drawn), so that the choice is stable under pans; of two that overlap the lower rank is kept.
    """
    if not len(points):
        return np.empty(0, np.int64)
    grid_cells = np.floor((points - np.array(origin, np.float32)) / np.float32(cell)).astype(np.int64)
    grid_cells -= grid_cells.min(axis=0)
    shape = grid_cells.max(axis=0) + 1
    key = grid_cells[:, 0] * shape[1] + grid_cells[:, 1]
    sparse = np.flatnonzero(np.bincount(key)[key] <= MAX_PER_CELL)
    order = sparse[np.lexsort((rank[sparse], key[sparse]))]
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    within = np.arange(len(order)) - np.repeat(first, np.diff(np.append(first, len(order))))
    order, within = order[within < CANDIDATES], within[within < CANDIDATES]
    by_rank = np.argsort(rank[order], kind="stable")
    winners = order[by_rank]
    cells = np.full((shape[0] + 2, shape[1] + 2, CANDIDATES), -1)  # an empty one around them
    cells[grid_cells[winners, 0] + 1, grid_cells[winners, 1] + 1, within[by_rank]] = np.arange(len(winners))
    return winners[_without_conflicts(_overlapping(cells, points[winners], cell), len(winners))]


def _overlapping(cells: Ints, points: Floats, cell: float) -> tuple[Ints, Ints]:
    """Index pairs (i < j) of `points` nearer than a cell in both directions.

    `cells` (a, b, c) are the indices of the points in each cell, -1 for none; the outer cells are empty.
    """
    inner = cells[1:-1, 1:-1, :, None]
    pairs = []
    for across, down in ((0, 0), (0, 1), (1, -1), (1, 0), (1, 1)):
        rows, columns = slice(1 + across, len(cells) - 1 + across), slice(1 + down, cells.shape[1] - 1 + down)
        one, other = np.broadcast_arrays(inner, cells[rows, columns, None, :])
        both = (one >= 0) & (other >= 0) & (one != other)
        pairs.append((one[both], other[both]))
    one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
    near = (np.abs(points[one] - points[other]) < cell).all(axis=1)
    return np.minimum(one[near], other[near]), np.maximum(one[near], other[near])


def _without_conflicts(pairs: tuple[Ints, Ints], count: int) -> NDArray[np.bool_]:
    """Greedy non-maximum suppression: each kept item drops all later ones it is paired with; bool (count,)."""
    better, worse = pairs
    chosen, open_ = np.zeros(count, np.bool_), np.ones(count, np.bool_)
    while open_.any():
        blocked = np.zeros(count, np.bool_)
        blocked[worse] = True
        kept = open_ & ~blocked
        chosen |= kept
        open_ &= blocked
        open_[worse[kept[better]]] = False
        left = open_[better] & open_[worse]
        better, worse = better[left], worse[left]
    return chosen


SAMPLE = 1_000  # photos of a town from which its bounds are estimated


def cluster_boxes(xy: Floats, labels: Ints, clusters: Ints) -> Floats:
    """Left, top, right, bottom of each cluster without outliers, (k, 4); NaN for one without photos."""
    boxes = np.full((len(clusters), 4), np.nan, np.float32)
    order = np.argsort(labels, kind="stable")
    firsts, ends = np.searchsorted(labels[order], [clusters, clusters + 1])
    for c, (first, end) in enumerate(zip(firsts.tolist(), ends.tolist(), strict=True)):
        if first < end:
            members = xy[order[first : end : max((end - first) // SAMPLE, 1)]]
            middle = _median(members)
            reach = np.maximum(2.2 * _median(np.abs(members - middle)), 1e-6)
            core = members[(np.abs(members - middle) <= reach).all(axis=1)]
            boxes[c] = *core.min(axis=0), *core.max(axis=0)
    return boxes


def _median(xy: Floats) -> Floats:
    """The upper median of each column of (n, 2); faster than np.median for few points."""
    half = len(xy) // 2
    median: Floats = np.partition(xy, half, axis=0)[half]
    return median


def nearest_distance(xy: Floats) -> float:
    """The median nearest-neighbour distance of `xy` (n, 2), Chebyshev; O(n²)."""
    across = np.abs(xy[:, 0, None] - xy[:, 0])
    down = np.abs(xy[:, 1, None] - xy[:, 1])
    apart = np.maximum(across, down, out=across)
    np.fill_diagonal(apart, np.inf)
    return float(np.median(apart.min(axis=1)))


def in_polygon(points: Floats, polygon: Floats) -> NDArray[np.bool_]:
    """Mask (n,) of the `points` (n, 2) inside `polygon` (m, 2), by the even-odd rule."""
    order = np.argsort(points[:, 1])  # each edge is tested only against the points at its height
    x, y = points[order, 0], points[order, 1]
    odd = np.zeros(len(points), np.bool_)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        first, end = np.searchsorted(y, (min(y0, y1), max(y0, y1))).tolist()
        odd[first:end] ^= x[first:end] < (x1 - x0) * (y[first:end] - y0) / (y1 - y0 or 1.0) + x0
    inside = np.empty_like(odd)
    inside[order] = odd
    return inside
