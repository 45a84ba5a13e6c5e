"""The neighbour map: photos that look alike lie together, by UMAP's cross-entropy on the neighbour graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from engine.job import Job
from engine.neighbours import fit_ab, fuzzy_graph, nearest
from engine.parameters import param
from engine.projection.projector import projectors
from engine.projection.room import make_room
from engine.projection.shape import align, former_places, frame, principal, show, unit
from engine.records import Device, Floats, Ints

_RADIUS = 5.0  # of the first layout, about that of a finished one, in units of 1 / (1 + a·d^(2b))
_NEGATIVES = 5  # pushes for each pull, as in the paper
_GRAVITY = 0.002  # towards the middle: UMAP has none, and lets islands drift until they squeeze the rest
_SMALL = 2.6, 0.02  # gravity of a small library: this over its photos, at most that; its islands stand closer
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
        codes = principal(unit(vectors) if self.metric == "cosine" else vectors, _DIMENSIONS, job)
        spread = np.maximum(codes[:, :2].std(axis=0), 1e-9)
        first = frame(codes[:, :2] / spread)  # as wide as high, or the page stays half empty
        if len(vectors) < 4 or not codes.any():
            return align(first, start)
        indices, distances = nearest(codes, self.neighbours, job, "map: neighbours", device)
        places = former_places(start, indices)
        graph = fuzzy_graph(indices, distances)
        xy = _layout(graph, first if places is None else places, self.min_dist, seed, device, job, places is None)
        return align(make_room(xy, job), start)


def _layout(
    graph: tuple[Ints, Ints, Floats],
    first: Floats,
    min_dist: float,
    seed: int,
    device: Device,
    job: Job,
    cold: bool,
) -> Floats:
    """Minimise the cross-entropy of `graph` and the layout, from `first` (n, 2); a warm one moves less."""
    import torch

    rows, cols, weights = (torch.from_numpy(part).to(device) for part in graph)
    n = len(first)
    ends = torch.cat([rows.new_zeros(1), torch.bincount(rows, minlength=n).cumsum(0)])
    pushes = _NEGATIVES * torch.segment_reduce(weights, "sum", offsets=ends)
    similarity = fit_ab(min_dist)
    random = torch.Generator(device=device).manual_seed(seed)
    y = torch.from_numpy(first * np.float32(_RADIUS)).to(device)
    y += 1e-3 * torch.randn(n, 2, generator=random, device=device)  # duplicates must be able to part
    mean, square = torch.zeros_like(y), torch.zeros_like(y)
    gravity = max(_GRAVITY, min(_SMALL[0] / n, _SMALL[1]))
    steps = (500 if n < 10_000 else 250) if cold else 150
    for step in range(steps):
        job.report("map", step, steps)
        others = torch.randint(n, (n, _NEGATIVES), generator=random, device=device)
        gradient = _pull(y, rows, cols, weights, ends, similarity)
        gradient -= _push(y, others, pushes, similarity)
        gradient += gravity * pushes[:, None] * y
        # Adam (Kingma & Ba 2015) by hand: torch.optim takes seconds to import for these three lines.
        mean.lerp_(gradient, 0.1)
        square.lerp_(gradient * gradient, 0.01)
        corrected = mean / (1 - 0.9 ** (step + 1)), square / (1 - 0.99 ** (step + 1))
        rate = (1.0 if cold else 0.1) * (1 - step / steps)
        y -= rate * corrected[0] / (corrected[1].sqrt() + 1e-8)
        if step % 20 == 0:
            show(job, y.cpu().numpy())
    job.report("map", steps, steps)
    return np.asarray(y.cpu().numpy(), np.float32)


def _pull(y: Any, rows: Any, cols: Any, weights: Any, ends: Any, similarity: tuple[float, float]) -> Any:
    """Gradient of -w·log q over all edges, (n, 2); the graph holds both directions, hence twice."""
    import torch

    a, b = similarity
    apart = y[rows] - y[cols]
    square = (apart * apart).sum(1).clamp_min_(1e-8)
    power = square**b
    strength = weights * (4 * a * b) * power / (square * (1 + a * power))
    # By segments, not by scattering: faster, and the same sum on every run on a GPU too.
    return torch.segment_reduce(strength[:, None] * apart, "sum", offsets=ends)


def _push(y: Any, others: Any, pushes: Any, similarity: tuple[float, float]) -> Any:
    """Minus the gradient of -log(1 - q) to random `others` (n, m), (n, 2), weighted by each row's pulls."""
    a, b = similarity
    apart = y[:, None] - y[others]
    square = (apart * apart).sum(2)
    strength = 2 * b / ((1e-3 + square) * (1 + a * square**b))
    force = (strength[..., None] * apart).clamp_(-4, 4)
    return force.mean(1) * pushes[:, None]
