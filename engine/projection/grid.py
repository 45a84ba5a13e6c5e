"""The self-organising grid: every photo in a cell of its own, among photos that look alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints
from engine.graph.neighbours import nearest
from engine.projection.projector import projectors
from engine.projection.shape import initial_positions, principal_scores, publish_layout, unit_rows

_DIMENSIONS = 32  # photos are compared on this many principal components
_SHRINK = 0.85  # of the radius from one round to the next
_ROUNDS_PER_RADIUS = 40  # rounds of swaps for each radius
_WARM_RADIUS = 1.0  # cells: the radius of a warm start, from former positions
_NEIGHBOURS = 8  # whose mean is the start of a photo without a former position


@projectors.register()
@dataclass(frozen=True, slots=True)
class SelfOrganisingGrid:
    """Linear assignment sorting (Barthel et al. 2023), in O(n) a round: the assignment is improved by swaps.

    Like a self-organising map (Kohonen 1990), but that each cell holds one photo: every cell has a target, the mean
    of the photos around it, and photos go where they are nearest to the targets, within a radius that shrinks.
    """

    name: ClassVar[str] = "grid"
    label: ClassVar[str] = "Self-organising grid"
    help: ClassVar[str] = "Every photo in a cell of its own beside photos that look like it: none hides another."

    metric: str = param("cosine", label="Metric", help="How two photos are compared.", choices=("cosine", "euclidean"))

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """Lay `vectors` out (see Projector.project), row by row; only the last row may have free cells."""
        n = len(vectors)
        columns = math.isqrt(n - 1) + 1 if n else 1  # as many as rows: the window stretches a map to fill its pane
        codes = principal_scores(unit_rows(vectors) if self.metric == "cosine" else vectors, _DIMENSIONS, job)
        positions = _initial_positions(start, codes, device, job)
        radius = max(columns / 2, 1) if positions is None else _WARM_RADIUS
        order = _row_by_row(codes[:, :2] if positions is None else positions, columns)
        return _sort(codes, order, columns, radius, np.random.default_rng(seed), job)


def _initial_positions(start: Floats | None, codes: Floats, device: Device, job: Job) -> Floats | None:
    """Former positions (n, 2) where there are any; a new photo starts among its nearest neighbours."""
    if start is None or np.isfinite(start).all():
        return start
    return initial_positions(start, nearest(codes, _NEIGHBOURS, job, "map: neighbours", device)[0])


def _row_by_row(positions: Floats, columns: int) -> Ints:
    """Which photo each cell holds, (n,), row by row: about at its position in `positions` (n, 2)."""
    order = np.argsort(positions[:, 1], kind="stable")
    rows = np.arange(len(order)) // columns
    return np.asarray(order[np.lexsort((positions[order, 0], rows))], np.int64)


def _sort(codes: Floats, order: Ints, columns: int, radius: float, random: np.random.Generator, job: Job) -> Floats:
    """Swap photos between cells from `order` (n,), the photo in each cell; returns normalised positions (n, 2)."""
    cells = codes[order]
    rounds = 1 + int(np.log(max(radius, 1.0)) / -np.log(_SHRINK))
    for turn in range(rounds):
        reach = max(1, round(radius * _SHRINK**turn))
        job.report("map", turn * _ROUNDS_PER_RADIUS, rounds * _ROUNDS_PER_RADIUS)
        targets = _local_means(cells, columns, reach)
        for attempt in range(_ROUNDS_PER_RADIUS):
            job.report("map", turn * _ROUNDS_PER_RADIUS + attempt, rounds * _ROUNDS_PER_RADIUS)
            here, there = _pairs(len(cells), columns, 2 * reach, random)
            # |x - t|² + |y - u|² falls where x and y change places: all but these products cancels out
            better = np.einsum("pc,pc->p", cells[here] - cells[there], targets[here] - targets[there]) < 0
            here, there = here[better], there[better]
            for array in (order, cells):
                array[here], array[there] = array[there], array[here]
        publish_layout(job, _positions(order, columns))
    job.report("map", rounds * _ROUNDS_PER_RADIUS, rounds * _ROUNDS_PER_RADIUS)
    return _positions(order, columns)


def _local_means(cells: Floats, columns: int, reach: int) -> Floats:
    """The mean of the cells up to `reach` away in both directions, for each of `cells` (n, c): a box filter."""
    from scipy.ndimage import uniform_filter1d

    n, c = cells.shape
    rows = -(-n // columns)
    padded = np.zeros((rows * columns, c + 1), np.float32)  # the last column counts how many photos there are
    padded[:n, :c], padded[:n, c] = cells, 1
    sums = padded.reshape(rows, columns, c + 1)
    for axis in (0, 1):
        sums = uniform_filter1d(sums, 2 * reach + 1, axis=axis, mode="constant")
    flat = sums.reshape(-1, c + 1)[:n]
    return np.asarray(flat[:, :c] / flat[:, c:], np.float32)


def _pairs(n: int, columns: int, reach: int, random: np.random.Generator) -> tuple[Ints, Ints]:
    """Cells to compare, each in one pair at most: all one random step of at most `reach` apart."""
    down, right = 0, 0
    while not (down or right):
        down, right = random.integers(-reach, reach + 1, 2).tolist()
    y, x = np.divmod(np.arange(n), columns)
    along, step = (x, abs(right)) if abs(right) >= abs(down) else (y, abs(down))
    first = (along + random.integers(step)) // step % 2 == 0  # stripes as wide as the step: first, second, first…
    there = np.arange(n) + down * columns + right
    inside = first & (x + right >= 0) & (x + right < columns) & (there >= 0) & (there < n)
    here = np.flatnonzero(inside)
    return here, there[here]


def _positions(order: Ints, columns: int) -> Floats:
    """The normalised position (n, 2) of each photo."""
    xy = np.empty((len(order), 2), np.float64)
    xy[order] = np.column_stack(np.divmod(np.arange(len(order)), columns)[::-1])
    xy -= xy.mean(axis=0)
    return np.asarray(xy / max(np.abs(xy).max(), 1e-12), np.float32)
