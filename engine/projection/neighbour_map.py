"""The neighbour map: photos that look alike lie together, by UMAP's cross-entropy on the neighbour graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats
from engine.graph.layout import RADIUS, Descent, Graph, lay_out
from engine.graph.neighbours import fit_ab, fuzzy_graph, nearest
from engine.projection.overlap_removal import remove_overlaps
from engine.projection.projector import projectors
from engine.projection.shape import align, initial_positions, normalise, principal_scores, publish_layout, unit_rows

_GRAVITY = 0.002  # towards the middle: UMAP has none, and lets islands drift until they squeeze the rest
_SMALL_LIBRARY_GRAVITY = 2.6, 0.02  # over the number of photos, and at most: islands of few photos lie closer
_DIMENSIONS = 64  # distances are taken on this many principal components


@projectors.register()
@dataclass(frozen=True, slots=True)
class NeighbourMap:
    """UMAP's layout (McInnes, Healy & Melville 2018) on exact neighbours, stepped by Adam."""

    name: ClassVar[str] = "neighbours"
    label: ClassVar[str] = "Neighbour map"
    help: ClassVar[str] = "Photos that look alike lie together; piles stand apart."

    neighbours: int = param(15, 2, 200, label="Neighbours", help="More show the large shape, fewer the small piles.")
    min_dist: float = param(0.15, 0.0, 2.0, label="Distance", help="How close photos that look alike may lie.")
    metric: str = param("cosine", label="Metric", help="How two photos are compared.", choices=("cosine", "euclidean"))

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """Lay `vectors` out (see Projector.project); partials hold `xy` up to 5,000 photos."""
        codes = principal_scores(unit_rows(vectors) if self.metric == "cosine" else vectors, _DIMENSIONS, job)
        spread = np.maximum(codes[:, :2].std(axis=0), 1e-9)
        first = normalise(codes[:, :2] / spread)  # as wide as high, or the page stays half empty
        if len(vectors) < 4 or not codes.any():
            return align(first, start)
        indices, distances = nearest(codes, self.neighbours, job, "map: neighbours", device)
        positions = initial_positions(start, indices)
        graph = fuzzy_graph(indices, distances)
        context = FitContext(seed, device, job, "map")
        xy = _layout(graph, first if positions is None else positions, self.min_dist, context, cold=positions is None)
        return align(remove_overlaps(xy, job), start)


def _layout(graph: Graph, first: Floats, min_dist: float, context: FitContext, cold: bool) -> Floats:
    """Lay `graph` out from `first` (n, 2); a warm start moves less."""
    n = len(first)
    return lay_out(
        graph,
        first * np.float32(RADIUS),
        fit_ab(min_dist),
        Descent(
            steps=(500 if n < 10_000 else 250) if cold else 150,
            rate=1.0 if cold else 0.1,
            gravity=max(_GRAVITY, min(_SMALL_LIBRARY_GRAVITY[0] / n, _SMALL_LIBRARY_GRAVITY[1])),
        ),
        context,
        on_layout=lambda xy: publish_layout(context.job, xy),
    )
