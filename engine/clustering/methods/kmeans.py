"""k-means: clusters around their means. A method of its own, and the start of DEC."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from engine.clustering.features import Directions, require_finite
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.passes import Watch, first_passes
from engine.clustering.methods.predictor import CentroidPredictor
from engine.clustering.methods.supervision import seeds
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints

STAGE = "grouping"

_STRIDE = 4e9  # floating-point operations between two reports: a slow core hears a cancel within a second
_SEEDED_FROM = 5_000  # rows among which k-means++ picks the first centres
_BATCH = 8192
_MOST = 300  # passes, as scikit-learn's


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
        seen = Directions.fit(vectors)
        data = seen.transform(vectors)
        watch, first = Watch(data, job), seeds(constraints, data)
        labels, centres = lloyd(
            data, k, FitContext(seed, device, job, STAGE), starts=self.starts, first=first, watch=watch
        )
        nearest = CentroidPredictor.fit(seen, centres, data, labels)
        probabilities = nearest.weigh(nearest.squares(data), labels)
        return Fit(labels, probabilities, tuple(watch.history), predict=nearest)


def lloyd(
    data: Floats,
    k: int,
    context: FitContext,
    *,
    starts: int,
    first: Floats | None = None,
    watch: Watch | None = None,
) -> tuple[Ints, Floats]:
    """The tightest of `starts` k-means of `data` (n, d): labels int64 (n,), centres float32 (k, d).

    Every start has the centres `first` (m, d), m ≤ k, among its own; they become clusters 0…m-1.
    Where there are fewer distinct rows than k, some clusters stay empty. Where one pass over the data takes
    too long to hear a cancel, batches step instead (Sculley 2010). To `watch` is shown how the first start goes, and
    each tighter one; with it learning can be ended at the next start (see Job.enough).
    """
    n, d = data.shape
    seed, job = context.seed, context.job
    passes = int(_STRIDE / (2.0 * n * d * k))
    best: tuple[float, Ints, Floats] | None = None
    for start in range(starts):
        where = context.stage, start, starts
        job.report(*where)
        centres = _first_centres(data, k, seed + start, first)
        if passes and watch is not None and best is None:
            centres = first_passes(data, centres, job, where, watch)
        if passes:
            found = _whole(data, centres, min(passes, _MOST), job, where)
        else:
            found = _in_batches(data, centres, seed + start, job, where)
        if best is None or found[0] < best[0] * (1 - 1e-9):
            best = found if watch is None else watch.better(found, 0 if first is None else len(first[:k]))
        if watch is not None and job.finish_requested():
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
    return _completed(sample, given[:k], k, rows)


def _completed(sample: Floats, given: Floats, k: int, random: np.random.Generator) -> Floats:
    """`given` centres and more by k-means++: each the best of some rows drawn by squared distance to the others."""
    centres = given.astype(np.float32)
    square = np.min([np.square(sample - centre).sum(axis=1) for centre in centres], axis=0)
    while len(centres) < k:
        chances = square + 1e-12
        drawn = random.choice(len(sample), 2 + int(np.log(k)), p=chances / chances.sum(dtype=np.float64))
        closer = [np.minimum(square, np.square(sample - sample[row]).sum(axis=1)) for row in drawn]
        best = int(np.argmin([distances.sum() for distances in closer]))
        centres, square = np.vstack([centres, sample[drawn[best]]]), closer[best]
    return centres


def _whole(
    data: Floats, centres: Floats, passes: int, job: Job, where: tuple[str, int, int]
) -> tuple[float, Ints, Floats]:
    """Lloyd's iterations over all rows, a few `passes` at a time so that a cancel is heard in between."""
    from sklearn.cluster import KMeans as Estimator
    from sklearn.exceptions import ConvergenceWarning

    for _ in range(0, _MOST, passes):
        job.report(*where)
        with warnings.catch_warnings():
            # It says that there are fewer distinct photos than clusters, which is no fault: some stay empty.
            warnings.simplefilter("ignore", ConvergenceWarning)
            model: Any = Estimator(len(centres), init=centres, n_init=1, max_iter=passes).fit(data)
        centres = model.cluster_centers_
        if model.n_iter_ < passes:
            break
    return float(model.inertia_), model.labels_.astype(np.int64), centres


def _in_batches(
    data: Floats, centres: Floats, seed: int, job: Job, where: tuple[str, int, int]
) -> tuple[float, Ints, Floats]:
    from sklearn.cluster import MiniBatchKMeans

    model = MiniBatchKMeans(len(centres), init=centres, n_init=1, random_state=seed, compute_labels=False)
    order = np.random.default_rng(seed)
    for _ in range(3):
        for rows in np.array_split(order.permutation(len(data)), max(1, len(data) // _BATCH)):
            job.report(*where)
            model.partial_fit(data[rows])
    labels, inertia = [], 0.0
    for top in range(0, len(data), _BATCH):
        job.report(*where)
        block = data[top : top + _BATCH]
        labels.append(model.predict(block))
        inertia += float(np.square(block - model.cluster_centers_[labels[-1]]).sum())
    return inertia, np.concatenate(labels).astype(np.int64), model.cluster_centers_
