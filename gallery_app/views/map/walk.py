"""Where the keys lead on the map, and what they select around a photo; numpy only, no Qt."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats, Ints

Direction = tuple[int, int]  # right, down: -1, 0 or 1, one of them 0
GAP = 2.0  # a pile ends at a gap of so many times the distance of its photos
CELLS = 512  # at most, along a side of the grid on which a pile is followed


def nearest_towards(points: Floats, start: int, towards: Direction) -> int:
    """The index of the point nearest to `start` in a direction (a quarter of all around), or -1.

    `points` (n, 2) in pixels. Those that lie on one another are walked through one by one, before leaving them.
    """
    forward, axis = sum(towards) > 0, int(towards[0] == 0)
    along = (points[:, axis] - points[start, axis]) * sum(towards)
    across = np.abs(points[:, 1 - axis] - points[start, 1 - axis])
    stacked = np.flatnonzero((along == 0) & (across == 0))
    onward = stacked[stacked > start] if forward else stacked[stacked < start]
    if len(onward):
        return int(onward[0] if forward else onward[-1])
    ahead = np.flatnonzero((along > 0) & (across <= along))
    if not len(ahead):
        return -1
    far = along[ahead] + 2 * across[ahead]  # what lies straight ahead comes before what lies aside
    best = ahead[far == far.min()]
    return int(best[0] if forward else best[-1])


def nearest_to(points: Floats, at: tuple[float, float]) -> int:
    """The index of the point nearest to a place, or -1 where there is none."""
    return int(((points - np.array(at)) ** 2).sum(axis=1).argmin()) if len(points) else -1


def pile_around(points: Floats, piles: Ints, start: int) -> Ints:
    """The indices of the points of the same pile that hang together with `start`: as far as no wide gap is between.

    `points` (n, 2), `piles` (n,). They are followed over the cells of a grid, each to its eight neighbours.
    """
    from scipy.ndimage import label

    members = np.flatnonzero(piles == piles[start])
    places = points[members].astype(np.float64)
    low, high = np.percentile(places, [5, 95], axis=0)
    spacing = float(np.sqrt(np.prod(np.maximum(high - low, 1e-9)) / len(members)))
    side = max(GAP * spacing, float(np.ptp(places, axis=0).max()) / CELLS, 1e-9)
    cells = np.floor((places - places.min(axis=0)) / side).astype(np.int64)
    grid = np.zeros(cells.max(axis=0) + 1, np.bool_)
    grid[cells[:, 0], cells[:, 1]] = True
    parts, _ = label(grid, np.ones((3, 3)))
    part_of = parts[cells[:, 0], cells[:, 1]]
    around: Ints = members[part_of == part_of[np.searchsorted(members, start)]]
    return around


def grown(points: Floats, selected: Ints, start: int) -> Ints:
    """Half as many again as are `selected`, four at least: those nearest to `start` that are not selected yet."""
    far = ((points.astype(np.float64) - points[start]) ** 2).sum(axis=1)
    far[selected] = np.inf
    order = np.argsort(far, kind="stable")[: max(4, len(selected) // 2)]
    nearest: Ints = order[np.isfinite(far[order])]
    return nearest


def shrunk(points: Floats, selected: Ints, start: int) -> Ints:
    """Of the `selected` the two thirds nearest to `start`: what one step of `grown` has added goes again."""
    far = ((points[selected].astype(np.float64) - points[start]) ** 2).sum(axis=1)
    keep = min(len(selected) - len(selected) // 3, max(len(selected) - 4, 1))
    nearest: Ints = selected[np.argsort(far, kind="stable")[:keep]]
    return nearest
