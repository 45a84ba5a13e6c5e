"""A folder in, clusters and a map out: the whole flow on one page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from engine.core import devices
from engine.core.job import Job
from engine.core.records import Device
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.cluster import cluster
from engine.pipeline.embed import embed, embedding_of
from engine.pipeline.options import OrganiseOptions, Outcome
from engine.pipeline.preload import TRAINING, Preload
from engine.pipeline.project import project
from engine.pipeline.read import read
from engine.pipeline.scan import scan


def organise(
    library: Library,
    root: int,
    options: OrganiseOptions,
    job: Job,
    *,
    force: bool = False,
    keep: bool = False,
    propose: bool = False,
    download: bool = False,
) -> Outcome:
    """Scan, read, embed, cluster and map what is not fresh; `force` retrains a clustering that still is.

    New photos are assigned to the active clustering where these options have made it, or with `keep` whatever options
    have; it is only trained again where they are many (pipeline/assign_new.py). With `propose` a retrained clustering
    is stored and not activated: edits/activation.py previews what would move. Photos that are only in a cloud are not
    read unless `download`.

    What is done stays done: after a cancel or a crash the next run goes on from there.
    """
    current = library.catalog.clusterings.current()
    if keep and current is not None:
        options = options.updated_from(current[1])
    options.check()
    outcome = Outcome()
    device = devices.resolve(options.device)
    threads = options.threads or devices.cores()
    with _timed(outcome, "scan"):
        scan(library, root, outcome, job)
    imports = Preload(*TRAINING) if _training_is_due(library, options, device, force=force, keep=keep) else None
    with _timed(outcome, "thumbnails"):
        read(library, threads, outcome, job, download=download)
    backbone = open_backbone(options.backbone)
    with _timed(outcome, "embed"):
        embed(library, backbone, device, threads, outcome, job)
    with _timed(outcome, "cluster"):
        if imports is not None:
            imports.wait(job, "cluster")
        cluster(library, backbone, options, device, outcome, job, force=force, keep=keep, propose=propose)
    with _timed(outcome, "map"):
        project(library, lambda: embedding_of(library, backbone), options, device, job)
    outcome.seconds["total"] = round(sum(outcome.seconds.values()), 3)
    return outcome


def _training_is_due(library: Library, options: OrganiseOptions, device: Device, *, force: bool, keep: bool) -> bool:
    """Whether it is certain that `cluster` will train: there is no clustering yet, or it is of other options."""
    files = library.catalog.files
    if not files.unread() and not files.readable():
        return False
    current = library.catalog.clusterings.current()
    if current is None or force:
        return True
    return not keep and current[1] != options.fingerprint(open_backbone(options.backbone).key, device)


@contextmanager
def _timed(outcome: Outcome, stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    outcome.seconds[stage] = round(time.perf_counter() - start, 3)
