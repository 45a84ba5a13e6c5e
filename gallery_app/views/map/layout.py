"""What finds room on the map: thumbnails that never overlap. Pure arrays, no Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

CROWD = 24  # more photos than this in the room of one thumbnail, and dots say more
CANDIDATES = 4  # photos of one cell that may become a thumbnail


def choose_thumbnails(points: Floats, rank: NDArray[np.generic], origin: tuple[float, float], cell: float) -> Ints:
    """Which of `points` (n, 2; pixels) are shown as thumbnails: indices, the first in rank first.

    A grid of `cell` pixels that is fixed to the map (`origin` is where the world's zero lies) names the
    candidates, so that the choice stays while the map is panned; of two that overlap the first in rank stays.
    """
    if not len(points):
        return np.empty(0, np.int64)
    places = np.floor((points - np.array(origin, np.float32)) / np.float32(cell)).astype(np.int64)
    places -= places.min(axis=0)
    shape = places.max(axis=0) + 1
    key = places[:, 0] * shape[1] + places[:, 1]
    loose = np.flatnonzero(np.bincount(key)[key] <= CROWD)
    order = loose[np.lexsort((rank[loose], key[loose]))]
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    within = np.arange(len(order)) - np.repeat(first, np.diff(np.append(first, len(order))))
    order, within = order[within < CANDIDATES], within[within < CANDIDATES]
    by_rank = np.argsort(rank[order], kind="stable")
    winners = order[by_rank]
    cells = np.full((shape[0] + 2, shape[1] + 2, CANDIDATES), -1)  # an empty one around them
    cells[places[winners, 0] + 1, places[winners, 1] + 1, within[by_rank]] = np.arange(len(winners))
    return winners[_first_of_each(_overlapping(cells, points[winners], cell), len(winners))]


def _overlapping(cells: Ints, points: Floats, cell: float) -> tuple[Ints, Ints]:
    """Pairs of `points` that are nearer than a cell in both directions, the one that is given first before the other.

    `cells` (a, b, c) name the points of each cell, -1 for none, and none along the edge.
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


def _first_of_each(pairs: tuple[Ints, Ints], count: int) -> NDArray[np.bool_]:
    """Which of `count` stay if each in turn drops all later ones that it is paired with; bool (count,)."""
    better, worse = pairs
    stays, open_ = np.zeros(count, np.bool_), np.ones(count, np.bool_)
    while open_.any():
        beaten = np.zeros(count, np.bool_)
        beaten[worse] = True
        fresh = open_ & ~beaten
        stays |= fresh
        open_ &= beaten
        open_[worse[fresh[better]]] = False
        left = open_[better] & open_[worse]
        better, worse = better[left], worse[left]
    return stays


MANY = 1_000  # photos of a town that tell where it lies: some of the others, not all


def cluster_boxes(xy: Floats, labels: Ints, clusters: Ints) -> Floats:
    """Left, top, right, bottom of each of some clusters but for a few strays, (k, 4); NaN for one without photos."""
    boxes = np.full((len(clusters), 4), np.nan, np.float32)
    order = np.argsort(labels, kind="stable")
    firsts, ends = np.searchsorted(labels[order], [clusters, clusters + 1])
    for c, (first, end) in enumerate(zip(firsts.tolist(), ends.tolist(), strict=True)):
        if first < end:
            members = xy[order[first : end : max((end - first) // MANY, 1)]]
            middle = _median(members)
            reach = np.maximum(2.2 * _median(np.abs(members - middle)), 1e-6)
            core = members[(np.abs(members - middle) <= reach).all(axis=1)]
            boxes[c] = *core.min(axis=0), *core.max(axis=0)
    return boxes


def _median(xy: Floats) -> Floats:
    """The upper median of each column of a few places, for which np.median does too much."""
    half = len(xy) // 2
    median: Floats = np.partition(xy, half, axis=0)[half]
    return median


def nearest_distance(xy: Floats) -> float:
    """The median over `xy` (n, 2) of how far the next one lies, in the larger of x and y; in O(n²)."""
    across = np.abs(xy[:, 0, None] - xy[:, 0])
    down = np.abs(xy[:, 1, None] - xy[:, 1])
    apart = np.maximum(across, down, out=across)
    np.fill_diagonal(apart, np.inf)
    return float(np.median(apart.min(axis=1)))


def in_polygon(points: Floats, polygon: Floats) -> NDArray[np.bool_]:
    """Which of `points` (n, 2) lie inside `polygon` (m, 2), by the even-odd rule: bool (n,)."""
    order = np.argsort(points[:, 1])  # an edge is asked only about the points at its height
    x, y = points[order, 0], points[order, 1]
    odd = np.zeros(len(points), np.bool_)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        first, end = np.searchsorted(y, (min(y0, y1), max(y0, y1))).tolist()
        odd[first:end] ^= x[first:end] < (x1 - x0) * (y[first:end] - y0) / (y1 - y0 or 1.0) + x0
    inside = np.empty_like(odd)
    inside[order] = odd
    return inside
