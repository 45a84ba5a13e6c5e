"""A training while it learns: frames of it, published so that a window can show them on its map."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

import numpy as np

from engine.clustering.assignment.identity import match
from engine.core.job import Job
from engine.core.partials import TrainingFrame
from engine.core.records import UNSURE, Floats, Ints, Projection
from engine.library.library import Library
from engine.projection.shape import align, normalise, principal
from engine.training.recorder import NOWHERE
from engine.training.replay import towards

_INTERVAL = 0.5  # seconds between two moments
_SHARE = 100  # times as long as a moment took there is none: at most a hundredth of the time goes into them


class Live:
    """Shows a Recorder's looks at a training of the files `ids` (n,) as TrainingFrames.

    Where they lie on a map (`home`) a photo is drawn to where those lie that its code is near to, and it is there that
    `xy` lies; else `xy` are the two principal components of the codes, turned and mirrored towards those of the frame
    before.
    """

    def __init__(
        self,
        library: Library,
        ids: Ints,
        home: Projection | None,
        anchors: Collection[str],
        job: Job,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        standing = library.catalog.clusters.assignments()
        self._stood = {f: c for f, c in zip(standing.ids.tolist(), standing.clusters, strict=True) if c != UNSURE}
        self._fresh = library.catalog.clusters.fresh_ids
        self._ids, self._anchors, self._job, self._clock = ids, tuple(anchors), job, clock
        self._places = {} if home is None else dict(zip(home.ids.tolist(), home.xy, strict=True))
        self._clusters: tuple[str, ...] = ()
        self._former: Floats | None = None
        self._due = -np.inf

    def __call__(self, rows: Ints, codes: Floats, labels: Ints) -> None:
        """The photos `rows` (m,) have these codes (m, c) now, and stand in these clusters, -1 while there are none."""
        began = self._clock()
        if began < self._due:
            return
        files = self._ids[rows].tolist()
        there = [row for row, file in enumerate(files) if file in self._places]
        if there:
            files, codes, labels = [files[row] for row in there], codes[there], labels[there]
        xy = self._towards_home(files, codes) if there else self._spread(codes)
        self._job.publish(
            TrainingFrame(
                np.array(files, np.int64),
                np.asarray(xy, np.float32),
                np.asarray(labels, np.int64),
                self._named(files, labels),
            )
        )
        now = self._clock()
        self._due = now + max(_INTERVAL, _SHARE * (now - began))

    def _towards_home(self, files: list[int], codes: Floats) -> Floats:
        return towards(codes, np.array([self._places[file] for file in files], np.float32), Job())

    def _spread(self, codes: Floats) -> Floats:
        self._former = align(normalise(principal(codes, 2, Job())[:, :2]), self._former)
        return self._former

    def _named(self, files: list[int], labels: Ints) -> tuple[str, ...]:
        """The clusters by their ids: those that stand, where they are found again."""
        count = int(labels.max(initial=NOWHERE)) + 1
        if count > len(self._clusters):  # else a cluster would change its name and colour on the way
            old = [self._stood.get(file) for file in files]
            k = max(count, len(self._anchors))
            fresh = iter(self._fresh(k))
            self._clusters = match(labels, k, old, self._anchors, {}, lambda: next(fresh))
        return self._clusters
