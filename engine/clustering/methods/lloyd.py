"""k-means by hand: k-means++ and Lloyd's algorithm in a screenful of NumPy, to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.distances import nearest_centre, squared_distances
from engine.clustering.features import Directions, require_finite
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.predictor import CentroidPredictor
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints

STAGE = "grouping"
_BLOCK = 4096  # rows


@methods.register()
@dataclass(frozen=True, slots=True)
class Lloyd:
    """Lloyd (1982) from k-means++ (Arthur & Vassilvitskii 2007), on directions from the mean."""

    name: ClassVar[str] = "lloyd"
    label: ClassVar[str] = "k-means by hand"
    help: ClassVar[str] = "The textbook's k-means, to compare with the one of scikit-learn."

    starts: int = param(10, 1, 100, label="Starts", help="Attempts from other first centres; the tightest is taken.")
    iterations: int = param(100, 1, 1000, label="Iterations", help="Of assigning and averaging, at most.")

    def fit(
        self,
        vectors: Floats,
        k: int,
        *,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None = None,
    ) -> Fit:
        """Cluster `vectors` (n, d) into `k` (see Method.fit); a row that is not finite is a UserError."""
        require_finite(vectors)
        directions = Directions.fit(vectors)
        data = directions.transform(vectors)
        context = FitContext(seed, device, job, STAGE)
        _, labels, centres = tightest(data, k, self.starts, self.iterations, context)
        predictor = CentroidPredictor.fit(directions, centres, data, labels)
        return Fit(labels, predictor.probabilities_of(predictor.relative_squares(data), labels), predict=predictor)


def tightest(data: Floats, k: int, starts: int, iterations: int, context: FitContext) -> tuple[float, Ints, Floats]:
    """The best of some `starts`: within-cluster sum of squares, labels (n,), centres (k, d) of `data` (n, d)."""
    best: tuple[float, Ints, Floats] | None = None
    for start in range(starts):
        context.report(start, starts)
        random = np.random.default_rng(context.seed + start)
        found = iterate(data, first_centres(data, k, random), iterations, context)
        if best is None or found[0] < best[0]:
            best = found
    context.report(starts, starts)
    assert best is not None  # there is at least one start
    return best


def first_centres(data: Floats, k: int, random: np.random.Generator) -> Floats:
    """k-means++: each next centre is a row drawn with a chance that grows with its squared distance to the others."""
    centres = data[random.integers(len(data), size=1)]
    square = squared_distances(data, centres)[:, 0].astype(np.float64)
    while len(centres) < k:
        chances = square + 1e-12  # where fewer rows differ than centres are wanted, any will do
        drawn = data[random.choice(len(data), size=1, p=chances / chances.sum())]
        centres = np.concatenate([centres, drawn])
        square = np.minimum(square, squared_distances(data, drawn)[:, 0])
    return centres


def iterate(data: Floats, centres: Floats, iterations: int, context: FitContext) -> tuple[float, Ints, Floats]:
    """Lloyd's algorithm from `centres` (k, d) until no row changes its cluster; an empty cluster keeps its centre."""
    labels = nearest_centre(data, centres)
    for _ in range(iterations):
        context.report(0, 0)
        sizes = np.bincount(labels, minlength=len(centres))
        sums = np.zeros(centres.shape)
        for top in range(0, len(data), _BLOCK):
            member = np.eye(len(centres), dtype=np.float32)[labels[top : top + _BLOCK]]
            sums += member.T @ data[top : top + _BLOCK]
        means = sums / np.maximum(sizes, 1)[:, None]
        centres = np.asarray(np.where(sizes[:, None] > 0, means, centres), np.float32)
        moved = nearest_centre(data, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return float(np.square(data - centres[labels]).sum(dtype=np.float64)), labels, centres
