"""The batch self-organising map (Kohonen 1990, 2013): a grid of units that spread over the data, neighbours alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats, Ints
from engine.projection.shape import principal_scores

_BLOCK_CELLS = 2**23  # distances held at once
_LAST_RADIUS = 0.5  # of a unit: at the end a unit hears hardly any other
_MANY = 32  # rows a unit: from there on a part of them tells where it should be
PARTS = 16


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


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often the map looks at all data, how far its units move, and how many units around hear at first.

    The share `rate` of the way that a unit moves shrinks to half. The `radius` shrinks to half a unit; None is half the
    grid, from which the whole map unfolds; from a small one quantisation is better and neighbours are less alike.
    """

    passes: int
    rate: float = 1.0
    radius: float | None = None


def train_som(data: Floats, rows: int, columns: int, schedule: Schedule, context: FitContext) -> SelfOrganisingMap:
    """A map of `rows` × `columns` units fitted to `data` (n, d) in some passes over all of it.

    In each pass the units move towards the mean of the data around them (Kohonen 2013, equation 8). Of many rows a pass
    takes parts, and the units move after each: to the mean of the last parts, of which the older count for less.
    """
    som = SelfOrganisingMap(rows, columns, _first_units(data, rows, columns, context), ())
    apart = np.square(som.cells[:, None] - som.cells).sum(axis=2)
    parts = _parts(len(data), len(som.units), context.seed)
    sums, counts = np.zeros_like(som.units), np.zeros(len(som.units), np.float32)  # of the rows of each unit
    kept = np.float32(max(0.0, 1 - 2 / len(parts)))  # of what was heard before: about half a pass of it
    errors, distances = [], np.empty(len(data), np.float32)
    widest = max(rows, columns, 2) / 2 if schedule.radius is None else max(schedule.radius, _LAST_RADIUS)
    for step in range(steps := schedule.passes * len(parts)):
        context.report(step, steps)
        progress = step / max(steps - 1, 1)
        part = parts[step % len(parts)]
        best, distances[part] = som.best_units(data[part], context)
        new_sums, new_counts = _gathered(data[part], best, len(counts))
        sums, counts = kept * sums + new_sums, kept * counts + new_counts
        radius = widest * (_LAST_RADIUS / widest) ** progress
        heard = np.exp(apart / (-2 * radius**2)).astype(np.float32)
        weight = heard @ counts
        target = heard @ sums / np.maximum(weight, 1e-12)[:, None]
        share = schedule.rate * (1 - progress / 2) * (weight > 1e-12)
        moved = som.units + share[:, None] * (target - som.units)
        som = SelfOrganisingMap(rows, columns, np.asarray(moved, np.float32), ())
        if step % len(parts) == len(parts) - 1:
            errors.append(float(distances.mean()))
        context.tell({"quantisation error": errors}, som.units)
    context.report(steps, steps)
    errors.append(float(som.best_units(data, context)[1].mean()))
    return SelfOrganisingMap(rows, columns, som.units, tuple(errors))


def _parts(n: int, units: int, seed: int) -> list[Any]:
    """All n rows, as they are where they are few, else shuffled into parts."""
    if n < _MANY * units:
        return [slice(None)]
    return np.array_split(np.random.default_rng(seed).permutation(n), PARTS)


def _gathered(data: Floats, best: Ints, units: int) -> tuple[Floats, Floats]:
    """Sum (units, d) and number (units,) of the rows of `data` (n, d) that each unit is the `best` (n,) of."""
    from scipy import sparse

    member = sparse.csr_matrix((np.ones(len(data), np.float32), (best, np.arange(len(data)))), shape=(units, len(data)))
    return member @ data, np.bincount(best, minlength=units).astype(np.float32)


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
