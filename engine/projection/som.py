"""The self-organising map as a projection: a grid of cells, in each the photos that its unit stands for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints
from engine.projection.projector import projectors
from engine.projection.shape import align, normalise, principal_scores, publish_layout, unit_rows
from engine.projection.som_training import Schedule, train_som

_DIMENSIONS = 32  # photos are compared on this many principal components
_PHOTOS_PER_CELL = 12
_GOLDEN_ANGLE = 2.39996
_FILLED = 0.42  # of a cell's side: how far from its middle its last photo lies


@projectors.register()
@dataclass(frozen=True, slots=True)
class SomProjection:
    """A batch SOM (Kohonen 2013) of the vectors; the most typical photo of each cell lies in its middle, on top."""

    name: ClassVar[str] = "som"
    label: ClassVar[str] = "Self-organising map"
    help: ClassVar[str] = "A grid of cells, each with photos of one look, the most typical one in the middle."

    side: int = param(0, 0, 60, label="Cells a side", help="Of the grid; 0 takes about twelve photos for each cell.")
    passes: int = param(40, 2, 1000, label="Passes", help="How often the map looks at all photos.")

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """Lay `vectors` out cell by cell (see Projector.project)."""
        n = len(vectors)
        data = principal_scores(unit_rows(vectors), _DIMENSIONS, job)
        if n < 2 or not data.any():
            return align(normalise(data[:, :2]), start)
        side = self.side or min(60, max(2, round(math.sqrt(n / _PHOTOS_PER_CELL))))
        context = FitContext(seed, device, job, "map")
        som = train_som(data, side, side, Schedule(self.passes), context)
        best, distances = som.best_units(data, context)
        xy = align(normalise(som.cells[best][:, ::-1] + _within_cells(best, distances)), start)
        publish_layout(job, xy)
        return xy


def _within_cells(cells: Ints, distances: Floats) -> Floats:
    """Offsets (n, 2) that spread the photos of a cell as a sunflower, the nearest to its unit in the middle."""
    order = np.lexsort((distances, cells))
    first = np.searchsorted(cells[order], cells[order])
    counts = np.bincount(cells)[cells[order]]
    rank = np.arange(len(cells)) - first
    radius = _FILLED * np.sqrt(rank / np.maximum(counts - 1, 1))
    offsets = np.empty((len(cells), 2), np.float32)
    turns = rank * _GOLDEN_ANGLE
    offsets[order] = radius[:, None] * np.column_stack([np.cos(turns), np.sin(turns)])
    return offsets
