"""The batch self-organising map (Kohonen 1990, 2013): a grid of units that spread over the data, neighbours alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints
from engine.projection.shape import principal_scores

_BLOCK_CELLS = 2**23  # distances held at once
_LAST_RADIUS = 0.5  # of a unit: at the end a unit hears hardly any other


@dataclass(frozen=True, slots=True)
class SelfOrganisingMap:
    """`units` (rows · columns, d) row by row; `errors` holds the mean distance to the best unit at each pass."""

    rows: int
    columns: int
    units: Floats
    errors: tuple[float, ...]

    @property
    def cells(self) -> Floats:
        """Row and column of each unit, float32 (rows · columns, 2)."""
        return np.stack(np.divmod(np.arange(self.rows * self.columns), self.columns), axis=1).astype(np.float32)

    def best_units(self, data: Floats, context: FitContext) -> tuple[Ints, Floats]:
        """The best-matching unit of each row of `data` (n, d), int64 (n,), and how far it is, float32 (n,)."""
        best, squares = np.empty(len(data), np.int64), np.empty(len(data), np.float32)
        height = max(16, _BLOCK_CELLS // len(self.units))
        halves = np.square(self.units).sum(axis=1) / 2
        for top in range(0, len(data), height):
            context.job.report(context.stage, 0, 0)
            block = data[top : top + height]
            nearness = block @ self.units.T - halves  # a·b − |b|²/2 ranks like −|a − b|²
            best[top : top + height] = found = nearness.argmax(axis=1)
            squares[top : top + height] = np.square(block - self.units[found]).sum(axis=1)
        return best, np.sqrt(squares)


def train_som(
    data: Floats, rows: int, columns: int, passes: int, rate: float, context: FitContext
) -> SelfOrganisingMap:
    """A map of `rows` × `columns` units fitted to `data` (n, d) in `passes` over all of it.

    In each pass the units move towards the mean of the data around them (Kohonen 2013, equation 8), by the share
    `rate`, which shrinks to half; the radius of "around" shrinks from half the grid to half a unit.
    """
    som = SelfOrganisingMap(rows, columns, _first_units(data, rows, columns, context), ())
    apart = np.square(som.cells[:, None] - som.cells).sum(axis=2)
    errors: list[float] = []
    widest = max(rows, columns, 2) / 2
    for step in range(passes):
        context.report(step, passes)
        progress = step / max(passes - 1, 1)
        best, distances = som.best_units(data, context)
        errors.append(float(distances.mean()))
        radius = widest * (_LAST_RADIUS / widest) ** progress
        heard = np.exp(apart / (-2 * radius**2)).astype(np.float32)
        target, weight = _means_around(data, best, heard)
        share = rate * (1 - progress / 2) * (weight > 1e-12)
        moved = som.units + share[:, None] * (target - som.units)
        som = SelfOrganisingMap(rows, columns, np.asarray(moved, np.float32), ())
        context.tell({"quantisation error": errors}, som.units)
    context.report(passes, passes)
    errors.append(float(som.best_units(data, context)[1].mean()))
    return SelfOrganisingMap(rows, columns, som.units, tuple(errors))


def _means_around(data: Floats, best: Ints, heard: Floats) -> tuple[Floats, Floats]:
    """For each unit the mean of `data`, weighted by how much it hears of each row's best unit; and the weight."""
    from scipy import sparse

    n, units = len(data), len(heard)
    member = sparse.csr_matrix((np.ones(n, np.float32), (best, np.arange(n))), shape=(units, n))
    weight = heard @ np.bincount(best, minlength=units).astype(np.float32)
    return heard @ (member @ data) / np.maximum(weight, 1e-12)[:, None], weight


def _first_units(data: Floats, rows: int, columns: int, context: FitContext) -> Floats:
    """Rows of `data` ordered by their first two principal components, so that the map need not unfold."""
    random = np.random.default_rng(context.seed)
    count = rows * columns
    drawn = random.choice(len(data), count, replace=len(data) < count)
    scores = principal_scores(data, 2, context.job, context.stage)[drawn]
    by_row = drawn[np.argsort(scores[:, 0], kind="stable")].reshape(rows, columns)
    order = np.argsort(scores[:, 1], kind="stable")
    rank = np.empty(len(data), np.int64)
    rank[drawn[order]] = np.arange(count)
    return np.asarray(
        data[np.concatenate([line[np.argsort(rank[line], kind="stable")] for line in by_row])], np.float32
    )
