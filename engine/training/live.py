"""Live view of a training: frames of it, published for the map of the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

import numpy as np

from engine.clustering.assignment.identity import match_ids
from engine.core.job import Job
from engine.core.partials import TrainingFrame
from engine.core.records import UNSURE, Floats, Ints, Projection
from engine.library.library import Library
from engine.projection.shape import align, normalise, principal_scores
from engine.training.recorder import NO_CLUSTER
from engine.training.replay import mean_of_neighbours

_INTERVAL = 0.5  # seconds between two frames
_SHARE = 100  # times as long as a frame took there is no other: at most a hundredth of the time goes into them


class LiveTraining:
    """Publishes what a Recorder observes of a training of the files `ids` (n,) as TrainingFrames.

    With a `projection`, `xy` is the mean map position of the photos with the nearest codes, for those on the map; else
    `xy` are the first two principal components of the codes, aligned with those of the frame before.
    """

    def __init__(
        self,
        library: Library,
        ids: Ints,
        projection: Projection | None,
        anchors: Collection[str],
        job: Job,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        assignments = library.catalog.clusters.assignments()
        self._cluster_of = {
            f: c for f, c in zip(assignments.ids.tolist(), assignments.clusters, strict=True) if c != UNSURE
        }
        self._fresh = library.catalog.clusters.fresh_ids
        self._ids, self._anchors, self._job, self._clock = ids, tuple(anchors), job, clock
        self._position_of = {} if projection is None else dict(zip(projection.ids.tolist(), projection.xy, strict=True))
        self._clusters: tuple[str, ...] = ()
        self._previous: Floats | None = None
        self._next_frame_at = -np.inf

    def __call__(self, rows: Ints, codes: Floats, labels: Ints) -> None:
        """Publish a frame if one is due: codes (m, c) and labels (m,), -1 for none yet, of the photos `rows` (m,)."""
        started = self._clock()
        if started < self._next_frame_at:
            return
        files = self._ids[rows].tolist()
        on_map = [row for row, file in enumerate(files) if file in self._position_of]
        if on_map:
            files, codes, labels = [files[row] for row in on_map], codes[on_map], labels[on_map]
        xy = self._on_map(files, codes) if on_map else self._on_components(codes)
        self._job.publish(
            TrainingFrame(
                np.array(files, np.int64),
                np.asarray(xy, np.float32),
                np.asarray(labels, np.int64),
                self._cluster_ids(files, labels),
            )
        )
        now = self._clock()
        self._next_frame_at = now + max(_INTERVAL, _SHARE * (now - started))

    def _on_map(self, files: list[int], codes: Floats) -> Floats:
        return mean_of_neighbours(codes, np.array([self._position_of[file] for file in files], np.float32), Job())

    def _on_components(self, codes: Floats) -> Floats:
        self._previous = align(normalise(principal_scores(codes, 2, Job())[:, :2]), self._previous)
        return self._previous

    def _cluster_ids(self, files: list[int], labels: Ints) -> tuple[str, ...]:
        """The ids of the clusters: those of the current ones that they overlap, else fresh ones."""
        count = int(labels.max(initial=NO_CLUSTER)) + 1
        if count > len(self._clusters):  # else a cluster would change its name and colour on the way
            old = [self._cluster_of.get(file) for file in files]
            k = max(count, len(self._anchors))
            fresh = iter(self._fresh(k))
            self._clusters = match_ids(labels, k, old, self._anchors, {}, lambda: next(fresh))
        return self._clusters
