"""Records the first passes of k-means one by one, with the clusters numbered alike from start to start."""

from __future__ import annotations

import numpy as np

from engine.clustering.quality import nmi
from engine.core.job import Job
from engine.core.records import Floats, Ints, Update

_WATCHED_PASSES = 8  # most photos move in the first
_BLOCK = 8192  # rows assigned at once
_AXES = 16  # principal components that are shown as codes
_SAMPLE = 500  # rows that these are fitted to


class KMeansMonitor:
    """Publishes clusterings of `data` (n, d) to a job, as an Update each and, to its watcher, as codes and labels."""

    def __init__(self, data: Floats, job: Job) -> None:
        self._data, self._job = data, job
        self._before: Ints | None = None
        self._codes: Floats | None = None
        self.history: list[Update] = []

    def record(self, labels: Ints, loss: float) -> None:
        """Add a clustering to the history; `loss` is the mean squared distance to the centres."""
        before, self._before = self._before, labels
        moved = 1.0 if before is None else float((labels != before).mean())
        agreement = 0.0 if before is None else nmi(before, labels)
        self.history.append(Update(len(self.history), loss, moved, agreement))
        self._job.publish(self.history[-1])
        self._job.observe(self._leading, labels)

    def record_better(self, found: tuple[float, Ints, Floats], fixed: int) -> tuple[float, Ints, Floats]:
        """Record a tighter (inertia, labels, centres), renumbered like the one before; the first `fixed` stay."""
        squares, labels, centres = found
        if self._before is not None:
            labels, centres = _renumbered(self._before, labels, centres, fixed)
        self.record(labels, squares / len(self._data))
        return squares, labels, centres

    def _leading(self) -> Floats:
        """Scores (n, c) on the leading principal components, computed once: k-means learns no codes."""
        if self._codes is None:
            sample = self._data[:: -(-len(self._data) // _SAMPLE)]
            mean = sample.mean(axis=0)
            centred = sample - mean
            axes = centred.T @ np.linalg.eigh(centred @ centred.T)[1][:, -_AXES:]
            axes /= np.maximum(np.linalg.norm(axes, axis=0), 1e-12)
            self._codes = np.asarray((self._data - mean) @ axes, np.float32)
        return self._codes


def first_passes(
    data: Floats, centres: Floats, job: Job, progress: tuple[str, int, int], monitor: KMeansMonitor
) -> Floats:
    """Run the first few passes of Lloyd's algorithm on `data` (n, d) from `centres` (k, d); returns the new centres."""
    before: Ints | None = None
    for _ in range(_WATCHED_PASSES):
        job.report(*progress)
        labels, loss, centres = _pass(data, centres)
        if before is not None and np.array_equal(labels, before):
            break
        monitor.record(labels, loss)
        before = labels
    return centres


def _pass(data: Floats, centres: Floats) -> tuple[Ints, float, Floats]:
    """One pass: labels, mean squared distance to `centres`, and new means; an empty cluster keeps its centre."""
    k, half = len(centres), np.square(centres).sum(axis=1) / 2
    labels, near = np.empty(len(data), np.int64), 0.0
    sums = np.zeros_like(centres)
    for top in range(0, len(data), _BLOCK):
        block = data[top : top + _BLOCK]
        likeness = block @ centres.T - half  # half the squared distance, but for a constant of each row
        labels[top : top + _BLOCK] = own = likeness.argmax(axis=1)
        near += float(likeness[np.arange(len(block)), own].sum(dtype=np.float64))
        sums += np.equal.outer(np.arange(k), own).astype(np.float32) @ block
    counts = np.bincount(labels, minlength=k)[:, None]
    square = float(np.einsum("nd,nd->", data, data, dtype=np.float64))
    loss = max((square - 2 * near) / len(data), 0.0)
    return labels, loss, np.where(counts > 0, sums / np.maximum(counts, 1), centres).astype(np.float32)


def _renumbered(before: Ints, labels: Ints, centres: Floats, fixed: int) -> tuple[Ints, Floats]:
    """Renumber clusters by the largest overlap with those `before` (Hungarian method); the first `fixed` stay."""
    from scipy.optimize import linear_sum_assignment

    k = len(centres)
    shared = np.bincount(labels * k + before, minlength=k * k).reshape(k, k)
    new_number = np.arange(k)
    new_number[fixed:] = fixed + linear_sum_assignment(shared[fixed:, fixed:], maximize=True)[1]
    ordered = np.empty_like(centres)
    ordered[new_number] = centres
    return new_number[labels], ordered
