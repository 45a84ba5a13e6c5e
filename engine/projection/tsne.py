"""t-SNE by openTSNE: each photo among the same neighbours as in the space of the vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints
from engine.graph.neighbours import nearest
from engine.projection.overlap_removal import remove_overlaps
from engine.projection.projector import projectors
from engine.projection.shape import align, initial_positions, normalise, principal_scores, publish_layout, unit_rows

_DIMENSIONS = 50
_FFT_FROM = 5_000  # photos from which interpolation by FFT (Linderman et al. 2019) beats Barnes-Hut


@projectors.register()
@dataclass(frozen=True, slots=True)
class TSNE:
    """t-SNE (van der Maaten & Hinton 2008) on exact neighbours, 50 principal components first."""

    name: ClassVar[str] = "tsne"
    label: ClassVar[str] = "t-SNE"
    help: ClassVar[str] = "Keeps each photo among its nearest neighbours; distances between piles mean little."

    perplexity: float = param(30.0, 2.0, 200.0, label="Perplexity", help="About how many neighbours each photo has.")
    iterations: int = param(500, 50, 5000, label="Iterations", help="Steps after the first, exaggerated 250.")
    metric: str = param("cosine", label="Metric", help="How two photos are compared.", choices=("cosine", "euclidean"))

    def project(self, vectors: Floats, *, seed: int, device: Device, job: Job, start: Floats | None = None) -> Floats:
        """Lay `vectors` out (see Projector.project); partials hold `xy` up to 5,000 photos."""
        n = len(vectors)
        codes = principal_scores(unit_rows(vectors) if self.metric == "cosine" else vectors, _DIMENSIONS, job)
        first = normalise(codes[:, :2])
        if n < 6 or not codes.any():
            return align(first, start)
        perplexity = min(self.perplexity, (n - 1) / 3)
        indices, distances = nearest(codes, int(3 * perplexity), job, "map: neighbours", device)
        positions = initial_positions(start, indices)
        context = FitContext(seed, device, job, "map")
        if positions is None:
            # As openTSNE starts: so small that the first steps decide the shape, not the scale.
            xy = _descend(indices, distances, perplexity, first * 1e-4, (250, self.iterations), context)
        else:
            # At the size of a finished layout, without the exaggeration that would tear it up.
            positions = positions * min(0.8 * np.sqrt(n), 100.0)
            xy = _descend(indices, distances, perplexity, positions, (0, self.iterations // 2), context)
        return align(remove_overlaps(xy, job), start)


def _descend(
    indices: Ints,
    distances: Floats,
    perplexity: float,
    first: NDArray[np.floating],
    steps: tuple[int, int],
    context: FitContext,
) -> NDArray[np.float64]:
    """Gradient descent from `first` (n, 2): `steps` are those with early exaggeration and those after."""
    import torch
    from openTSNE import TSNEEmbedding
    from openTSNE.affinity import PerplexityBasedNN
    from openTSNE.nearest_neighbors import PrecomputedNeighbors

    early, late = steps
    done = 0

    def on_iteration(_iteration: int, _error: float, embedding: NDArray[np.float64]) -> None:
        nonlocal done
        context.report(done, early + late)
        if done % 25 == 0:
            publish_layout(context.job, np.asarray(embedding))
        done += 1

    threads = torch.get_num_threads()
    neighbours = PrecomputedNeighbors(indices, distances.astype(np.float64))
    embedding = TSNEEmbedding(
        first,
        PerplexityBasedNN(perplexity=perplexity, knn_index=neighbours, n_jobs=threads),
        negative_gradient_method="fft" if len(first) >= _FFT_FROM else "bh",
        random_state=context.seed,
        n_jobs=threads,
        callbacks=on_iteration,
        callbacks_every_iters=1,
    )
    if early:
        embedding = embedding.optimize(early, exaggeration=12, momentum=0.5, inplace=True)
    embedding = embedding.optimize(late, momentum=0.8, inplace=True)
    context.report(early + late, early + late)
    return np.asarray(embedding)
