"""k-means: clusters around their means. A method of its own, and the initialisation of DEC."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from engine.clustering.features import Directions, require_finite
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.kmeans_monitor import KMeansMonitor, first_passes
from engine.clustering.methods.parts.supervision import pinned_means
from engine.clustering.methods.predictor import CentroidPredictor
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints

STAGE = "grouping"

_OPERATIONS = 4e9  # floating-point operations between two reports: a slow core cancels within a second
_SEEDED_FROM = 5_000  # rows among which k-means++ picks the initial centres
_BATCH = 8192
_MAX_PASSES = 300  # as scikit-learn's


@methods.register()
@dataclass(frozen=True, slots=True)
class KMeans:
    """Lloyd's algorithm from k-means++ (Arthur & Vassilvitskii 2007), scikit-learn's, on directions from the mean."""

    name: ClassVar[str] = "kmeans"
    label: ClassVar[str] = "k-means"
    help: ClassVar[str] = "Groups photos around the averages of their features: quick and plain."

    starts: int = param(10, 1, 100, label="Starts", help="Attempts from other first centres; the tightest is taken.")

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
        monitor, first = KMeansMonitor(data, job), pinned_means(constraints, data)
        labels, centres = lloyd(
            data, k, FitContext(seed, device, job, STAGE), starts=self.starts, first=first, monitor=monitor
        )
        predictor = CentroidPredictor.fit(directions, centres, data, labels)
        probabilities = predictor.probabilities_of(predictor.relative_squares(data), labels)
        return Fit(labels, probabilities, tuple(monitor.history), predict=predictor)


def lloyd(
    data: Floats,
    k: int,
    context: FitContext,
    *,
    starts: int,
    first: Floats | None = None,
    monitor: KMeansMonitor | None = None,
) -> tuple[Ints, Floats]:
    """The tightest of `starts` k-means of `data` (n, d): labels int64 (n,), centres float32 (k, d).

    Every start has the centres `first` (m, d), m ≤ k, among its own; they become clusters 0…m-1. Where there are
    fewer distinct rows than k, some clusters stay empty. Where one pass over the data takes too long to be cancelled,
    mini-batches are used instead (Sculley 2010). `monitor` records the passes of the first start, and each tighter
    result; with it the fit can be ended at the next start (see Job.enough).
    """
    n, d = data.shape
    seed, job = context.seed, context.job
    passes = int(_OPERATIONS / (2.0 * n * d * k))
    best: tuple[float, Ints, Floats] | None = None
    for start in range(starts):
        progress = context.stage, start, starts
        job.report(*progress)
        centres = _first_centres(data, k, seed + start, first)
        if passes and monitor is not None and best is None:
            centres = first_passes(data, centres, job, progress, monitor)
        if passes:
            result = _full_batch(data, centres, min(passes, _MAX_PASSES), job, progress)
        else:
            result = _mini_batch(data, centres, seed + start, job, progress)
        if best is None or result[0] < best[0] * (1 - 1e-9):
            best = result if monitor is None else monitor.record_better(result, 0 if first is None else len(first[:k]))
        if monitor is not None and job.finish_requested():
            break
    context.report(starts, starts)
    assert best is not None  # there is at least one start
    return best[1], best[2]


def _first_centres(data: Floats, k: int, seed: int, given: Floats | None) -> Floats:
    from sklearn.cluster import kmeans_plusplus

    rows = np.random.default_rng(seed)
    among = max(_SEEDED_FROM, 4 * k)
    sample = data if len(data) <= among else data[np.sort(rows.choice(len(data), among, replace=False))]
    if given is None:
        return np.asarray(kmeans_plusplus(sample, k, random_state=seed)[0], np.float32)
    return _complete_centres(sample, given[:k], k, rows)


def _complete_centres(sample: Floats, given: Floats, k: int, random: np.random.Generator) -> Floats:
    """`given` centres and more by greedy k-means++: each the best of some rows drawn by squared distance."""
    centres = given.astype(np.float32)
    square = np.min([np.square(sample - centre).sum(axis=1) for centre in centres], axis=0)
    while len(centres) < k:
        chances = square + 1e-12
        drawn = random.choice(len(sample), 2 + int(np.log(k)), p=chances / chances.sum(dtype=np.float64))
        closer = [np.minimum(square, np.square(sample - sample[row]).sum(axis=1)) for row in drawn]
        best = int(np.argmin([distances.sum() for distances in closer]))
        centres, square = np.vstack([centres, sample[drawn[best]]]), closer[best]
    return centres


def _full_batch(
    data: Floats, centres: Floats, passes: int, job: Job, progress: tuple[str, int, int]
) -> tuple[float, Ints, Floats]:
    """Lloyd's iterations over all rows, a few `passes` at a time so that it can be cancelled in between."""
    from sklearn.cluster import KMeans as Estimator
    from sklearn.exceptions import ConvergenceWarning

    for _ in range(0, _MAX_PASSES, passes):
        job.report(*progress)
        with warnings.catch_warnings():
            # Raised where there are fewer distinct photos than clusters, which is no fault: some stay empty.
            warnings.simplefilter("ignore", ConvergenceWarning)
            model: Any = Estimator(len(centres), init=centres, n_init=1, max_iter=passes).fit(data)
        centres = model.cluster_centers_
        if model.n_iter_ < passes:
            break
    return float(model.inertia_), model.labels_.astype(np.int64), centres


def _mini_batch(
    data: Floats, centres: Floats, seed: int, job: Job, progress: tuple[str, int, int]
) -> tuple[float, Ints, Floats]:
    from sklearn.cluster import MiniBatchKMeans

    model = MiniBatchKMeans(len(centres), init=centres, n_init=1, random_state=seed, compute_labels=False)
    order = np.random.default_rng(seed)
    for _ in range(3):
        for rows in np.array_split(order.permutation(len(data)), max(1, len(data) // _BATCH)):
            job.report(*progress)
            model.partial_fit(data[rows])
    labels, inertia = [], 0.0
    for top in range(0, len(data), _BATCH):
        job.report(*progress)
        block = data[top : top + _BATCH]
        labels.append(model.predict(block))
        inertia += float(np.square(block - model.cluster_centers_[labels[-1]]).sum())
    return inertia, np.concatenate(labels).astype(np.int64), model.cluster_centers_
