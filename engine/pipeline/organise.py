"""A folder in, clusters and a map out: the whole flow on one page."""

from __future__ import annotations

from engine.core import devices
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Device
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.cluster import cluster
from engine.pipeline.embed import embed, embedding_of
from engine.pipeline.intake import Intake, comes_in_parts
from engine.pipeline.options import WHEN_STALE, OrganiseOptions, Outcome, RetrainPolicy
from engine.pipeline.preload import TRAINING, Preload
from engine.pipeline.project import project
from engine.pipeline.read import Reading, read
from engine.pipeline.refresh_metadata import refresh_metadata
from engine.pipeline.scan import scan


def organise(
    library: Library,
    root: int,
    options: OrganiseOptions,
    job: Job,
    policy: RetrainPolicy = WHEN_STALE,
    *,
    download: bool = False,
) -> Outcome:
    """Scan, read, embed, cluster and map what is not fresh; the `policy` may force to train again.

    The first time many photos are taken in by parts, so that clusters of a sample can be looked at within seconds.

    New photos are assigned to the active clustering where these options have made it, or where the policy keeps it;
    it is only trained again where they are many (pipeline/assign_new.py). What the policy proposes is previewed by
    edits/activation.py. Photos that are only in a cloud are not read unless `download`.

    What is done stays done: after a cancel or a crash the next run goes on from there.
    """
    current = library.catalog.clusterings.current()
    if policy.keep and current is not None:
        options = options.updated_from(current[1])  # not checked: its method may be missing by now (see cluster.py)
    else:
        options.check()
    outcome = Outcome()
    device = devices.resolve(options.device)
    threads = options.threads or devices.cores()
    with outcome.timed("scan"):
        scan(library, root, outcome, job)
        refresh_metadata(library, threads, job, download=download)
    imports = Preload(*TRAINING) if _training_is_due(library, options, device, policy) else None
    backbone = open_backbone(options.backbone)
    if comes_in_parts(library):
        intake = Intake(library, backbone, options, device, imports)
        intake.run(Reading(threads, root, download), outcome, job)
    else:
        with outcome.timed("thumbnails"):
            read(library, threads, outcome, job, root=root, download=download)
    with outcome.timed("embed"):
        if imports is not None:
            imports.wait(job, "embed")  # before the export of a network, or a graphics card, imports torch here
        embed(library, backbone, device, threads, outcome, job)
    with outcome.timed("cluster"):
        cluster(library, backbone, options, outcome, policy, FitContext(options.seed, device, job))
    with outcome.timed("map"):
        project(library, lambda: embedding_of(library, backbone), options, device, job)
    outcome.seconds["total"] = round(sum(outcome.seconds.values()), 3)
    return outcome


def _training_is_due(library: Library, options: OrganiseOptions, device: Device, policy: RetrainPolicy) -> bool:
    """Whether it is certain that `cluster` will train: there is no clustering yet, or it is of other options."""
    files = library.catalog.files
    if not files.unread() and not files.readable():
        return False
    current = library.catalog.clusterings.current()
    if current is None or policy.force or library.catalog.provisional.active() is not None:
        return True
    return not policy.keep and current[1] != options.fingerprint(open_backbone(options.backbone).key, device)
