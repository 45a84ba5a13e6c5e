"""Stages 2 and 3 of many photos: a sample of them is read, embedded and clustered first, the rest finds its place.

So there are named clusters within seconds, whatever the size. One fit of everything follows (see cluster.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.partials import Clustered
from engine.core.records import Device, File, Progress
from engine.embedding.backbone import Backbone
from engine.gallery.taken import taken
from engine.library.library import Library
from engine.pipeline.assign_new import assign_among, assigned_files
from engine.pipeline.clustering.provisional import cluster_sample
from engine.pipeline.embed import Embedder, embedding_of
from engine.pipeline.options import OrganiseOptions, Outcome
from engine.pipeline.preload import Preload
from engine.pipeline.project import project
from engine.pipeline.read import Reading, read_in_parts

STAGE = "intake"
SAMPLE = 192  # photos: fewer show too few kinds, more take longer to read (docs/benchmarks.md)
_LEAST = 8  # an eighth of the sample could be read: else it waits for the next part
_WORTH = 1.5  # samples; fewer photos take about as long as the sample does
_GROWTH = 8  # each part is an eighth of what has its place: finding places takes time for all that is there


def comes_in_parts(library: Library) -> bool:
    """Whether to take the photos in by parts: there are many and no clustering yet, or only a provisional one."""
    catalog = library.catalog
    with catalog.reading():
        if catalog.provisional.active() is not None:
            return True
        if catalog.clusterings.current() is not None or catalog.provisional.touched():
            return False
        return len(catalog.files.all()) > _WORTH * SAMPLE


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes in the photos of a library; `imports` are waited for before the first of them is embedded."""

    library: Library
    backbone: Backbone
    options: OrganiseOptions
    device: Device
    imports: Preload | None

    def run(self, reading: Reading, outcome: Outcome, job: Job) -> None:
        """Read and embed all files part by part, and give each its place; what is done stays done."""
        catalog = self.library.catalog
        with catalog.reading():
            placed = assigned_files(self.library) if catalog.provisional.active() is not None else set()
            files = catalog.files.all()
        parts = _parts(spread([f for f in files if f.id not in placed], SAMPLE), len(placed))
        count = _Count(job, len(files), len(placed))
        embedder = Embedder(self.library, self.backbone, self.device, reading.threads, job)
        pauses = read_in_parts(self.library, parts, reading, outcome, count.reading)
        with closing(embedder), closing(pauses):
            for part in parts:
                with outcome.timed("thumbnails"):
                    next(pauses)
                with outcome.timed("embed"):
                    if self.imports is not None:
                        self.imports.wait(count.reading, STAGE)
                    files = [f for f in catalog.files.readable() if f.id in part]
                    embedder.embed(files, outcome, count.embedding)
                placed |= part
                count.embedded = len(placed)
                self._place(placed, outcome, job, count.placing)
            with outcome.timed("thumbnails"):
                for _ in pauses:
                    pass

    def _place(self, files: set[int], outcome: Outcome, job: Job, placing: Job) -> None:
        """Give those of the `files` (ids) a place that have none; the first are clustered, if they are enough."""
        catalog = self.library.catalog
        with outcome.timed("cluster"):
            current = catalog.clusterings.current()
            if current is not None:
                assign_among(self.library, self.backbone, current[0], files, Outcome(), placing)
            else:
                sample = [f for f in catalog.files.readable() if f.id in files]
                context = FitContext(self.options.seed, self.device, job)
                if len(sample) < SAMPLE // _LEAST or not cluster_sample(
                    self.library, self.backbone, sample, self.options, context
                ):
                    return
                job.publish(Clustered(len(catalog.clusters.visible())))
        with outcome.timed("map"):
            embedding = partial(embedding_of, self.library, self.backbone)
            project(self.library, embedding, self.options, self.device, job if current is None else placing)


class _Count:
    """How far an intake of `total` photos is: half of the way of each is to be read, half to be embedded."""

    def __init__(self, job: Job, total: int, done: int) -> None:
        self._total, self._read, self.embedded = total, done, done
        self.reading, self.embedding = job.mapped(self._reading), job.mapped(self._embedding)
        self.placing = job.mapped(lambda _: self._at(self.embedded))

    def _reading(self, progress: Progress) -> Progress:
        self._read = max(self._read, self._total - progress.total + progress.done if progress.total else 0)
        return self._at(self.embedded)

    def _embedding(self, progress: Progress) -> Progress:
        return self._at(self.embedded + progress.done)

    def _at(self, embedded: int) -> Progress:
        return Progress(STAGE, (self._read + min(embedded, self._total)) // 2, self._total)


def spread(files: Sequence[File], count: int) -> list[File]:
    """The files, first `count` of them that are spread evenly over the folders, and over times within each."""

    def place(file: File) -> tuple[int, str, datetime, int, str]:
        when = taken(file, None)  # of what was copied at once, names alone may tell times
        at = datetime.min if when is None else when.at
        return file.root, file.path.rpartition("/")[0], at, file.mtime_ns, file.path

    by_place = sorted(files, key=place)
    places = np.linspace(0, max(len(files) - 1, 0), min(count, len(files))).round().astype(int)
    chosen = {by_place[place].id for place in places.tolist()}
    return [f for f in files if f.id in chosen] + [f for f in files if f.id not in chosen]


def _parts(files: Sequence[File], placed: int) -> list[set[int]]:
    """The ids of the files in parts, each of SAMPLE or an eighth of what comes before it, where that is more."""
    parts: list[set[int]] = []
    start = 0
    while start < len(files):
        size = max(SAMPLE, (placed + start) // _GROWTH)
        parts.append({file.id for file in files[start : start + size]})
        start += size
    return parts
