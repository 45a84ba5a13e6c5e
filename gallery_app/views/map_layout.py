"""What finds room on the map: thumbnails and names that never overlap. Pure arrays, no Qt."""

from __future__ import annotations

import numpy as np

from engine.records import Floats, Ints

CROWD = 24  # more photos than this in the room of one thumbnail, and dots say more
CANDIDATES = 4  # photos of one cell that may become a thumbnail


def choose_thumbnails(points: Floats, rank: Ints, origin: tuple[float, float], cell: float) -> Ints:
    """Which of `points` (n, 2; pixels) are shown as thumbnails: indices, the first in rank first.

    A grid of `cell` pixels that is fixed to the map (`origin` is where the world's zero lies) names the
    candidates, so that the choice stays while the map is panned; of two that overlap the first in rank stays.
    """
    if not len(points):
        return np.empty(0, np.int64)
    places = np.floor((points - np.array(origin, np.float32)) / cell).astype(np.int64)
    places -= places.min(axis=0)
    key = places[:, 0] * (places[:, 1].max() + 1) + places[:, 1]
    order = np.lexsort((rank, key))
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    counts = np.diff(np.append(first, len(order)))
    within = np.arange(len(order)) - np.repeat(first, counts)
    winners = order[(within < CANDIDATES) & np.repeat(counts <= CROWD, counts)]
    winners = winners[np.argsort(rank[winners], kind="stable")]
    taken: dict[tuple[int, int], tuple[float, float]] = {}  # a cell holds one: two within it would overlap
    kept: list[int] = []
    for winner, (x, y), (i, j) in zip(
        winners.tolist(), points[winners].tolist(), places[winners].tolist(), strict=True
    ):
        around = ((i + di, j + dj) for di in (-1, 0, 1) for dj in (-1, 0, 1))
        near = [taken[place] for place in around if place in taken]
        if all(abs(x - a) >= cell or abs(y - b) >= cell for a, b in near):
            taken[i, j] = x, y
            kept.append(winner)
    return np.array(kept, np.int64)


def place_names(centres: Floats, sizes: list[tuple[int, int]], view: tuple[int, int]) -> list[tuple[int, float, float]]:
    """Where names stand: (index, left, top) of those that find room, the first given first.

    `centres` (k, 2) and `sizes` are in pixels. A name moves a little up or down rather than vanish.
    """
    placed: list[tuple[int, float, float]] = []
    taken = np.empty((len(sizes), 4))
    for index, ((x, y), (width, height)) in enumerate(zip(centres.tolist(), sizes, strict=True)):
        if not (0 <= x <= view[0] and 0 <= y <= view[1]):
            continue
        left = min(max(x - width / 2, 4.0), max(view[0] - width - 4.0, 4.0))
        for shift in (0.0, -1.1, 1.1, -2.2, 2.2):
            top = min(max(y - height / 2 + shift * height, 4.0), max(view[1] - height - 4.0, 4.0))
            others = taken[: len(placed)]
            beside = (others[:, 0] >= left + width) | (others[:, 2] <= left)
            apart = beside | (others[:, 1] >= top + height) | (others[:, 3] <= top)
            if apart.all():
                taken[len(placed)] = left, top, left + width, top + height
                placed.append((index, left, top))
                break
    return placed


def cluster_centres(xy: Floats, labels: Ints, count: int) -> Floats:
    """The median place of each cluster's photos, (count, 2); NaN for one that has none."""
    centres = np.full((count, 2), np.nan, np.float32)
    order = np.argsort(labels, kind="stable")
    edges = np.searchsorted(labels[order], np.arange(count + 1))
    for c in range(count):
        if edges[c] < edges[c + 1]:
            centres[c] = np.median(xy[order[edges[c] : edges[c + 1]]], axis=0)
    return centres


def in_polygon(points: Floats, polygon: Floats) -> np.ndarray:
    """Which of `points` (n, 2) lie inside `polygon` (m, 2), by the even-odd rule: bool (n,)."""
    x, y = points[:, 0], points[:, 1]
    inside = np.zeros(len(points), np.bool_)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (y0 > y) != (y1 > y)
        if crosses.any():
            inside ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0 if y1 != y0 else 1.0) + x0)
    return inside
