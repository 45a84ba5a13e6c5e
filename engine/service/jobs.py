"""What the engine does for each request of the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from engine.clustering.features import Preparation
from engine.clustering.number.choose_k import MOST_CLUSTERS, choose_k
from engine.core import devices
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import EmbeddingSet
from engine.duplicates.best_copy import rank_groups
from engine.duplicates.bursts import bursts
from engine.duplicates.find import near_duplicates
from engine.embedding.backbone import open_backbone
from engine.filing.journal import Record, discard
from engine.filing.operations import Status
from engine.library.library import Library
from engine.pipeline.care.weekly import look_weekly
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.options import OrganiseOptions, RetrainPolicy
from engine.pipeline.organise import organise
from engine.pipeline.project import project
from engine.pipeline.scan import scan_others
from engine.service import lab_messages, model_messages, protocol
from engine.service.lab_jobs import LAB_JOBS
from engine.service.model_jobs import embed_with
from engine.service.protocol import Request, Result
from engine.service.shootout_jobs import compare_methods
from engine.service.understand_messages import Understand, Understood
from engine.training.replay import MAP, is_recorded, lay_out_replay
from engine.versions.split import split


def run(library: Library, root: int, request: Request, job: Job) -> Result:
    """Run the job of a request on a library, for its folder `root`."""
    return _JOBS[type(request)](library, root, request, job)


def _organise(library: Library, root: int, request: protocol.Organise, job: Job) -> protocol.Organised:
    from engine.filing.taking_over.hint import hint

    growing = scan_others(library, root, job)
    policy = RetrainPolicy(request.force, request.keep, request.propose, request.unaided)
    outcome = organise(library, root, request.options, job, policy, download=request.download)
    outcome.growing += growing
    look_weekly(library, request.options, job)
    told = outcome.proposed, outcome.placed, outcome.in_doubt, hint(library)
    return protocol.Organised(outcome.counters(), outcome.seconds, *told)


def _map(library: Library, _root: int, request: protocol.LayOutMap, job: Job) -> protocol.MapLaidOut:
    options = _with_current_options(library, request.options)
    if library.catalog.clusterings.current() is None:
        raise UserError("These photos are not organised yet: run organise first.")
    project(library, lambda: _embedding(library, options), options, devices.resolve(options.device), job)
    return protocol.MapLaidOut()


def _split(library: Library, _root: int, request: protocol.SplitCluster, job: Job) -> protocol.ClusterSplit:
    options = _with_current_options(library, request.options)
    backbone = open_backbone(options.backbone)
    return protocol.ClusterSplit(split(library, backbone, request.cluster, request.parts, options, job))


def _curve(library: Library, _root: int, request: protocol.EvaluateK, job: Job) -> protocol.KEvaluated:
    options = _with_current_options(library, request.options)
    vectors = _embedding(library, options).vectors
    _, vectors = Preparation.fit(vectors, classifier_of(open_backbone(options.backbone)))
    _, curve = choose_k(vectors, 2, MOST_CLUSTERS, seed=options.seed, job=job.within("cluster"))
    return protocol.KEvaluated(tuple(curve))


def _embedding(library: Library, options: OrganiseOptions) -> EmbeddingSet:
    """All vectors; a UserError where there are none. Photos that came since wait for the next organise."""
    embedding = embedding_of(library, open_backbone(options.backbone))
    if not embedding.ids.size:
        raise UserError("These photos are not organised yet: run organise first.")
    return embedding


def _with_current_options(library: Library, options: OrganiseOptions) -> OrganiseOptions:
    """The options with those that made the active clustering."""
    current = library.catalog.clusterings.current()
    return options if current is None else options.updated_from(current[1])


def _replay(library: Library, _root: int, _request: protocol.LayOutReplay, job: Job) -> protocol.ReplayLaidOut:
    """Lay out the map of replays first, where only others exist."""
    if is_recorded(library):
        options = dataclasses.replace(_with_current_options(library, OrganiseOptions()), map=MAP)
        device = devices.resolve(options.device)
        project(library, lambda: _embedding(library, options), options, device, job)
    return protocol.ReplayLaidOut(lay_out_replay(library, job))


def _duplicates(library: Library, _root: int, _request: protocol.FindDuplicates, job: Job) -> protocol.DuplicatesFound:
    groups, sharp = rank_groups(library, near_duplicates(library, job), job)
    rounded = {file: round(value, 1) for file, value in sharp.items()}
    return protocol.DuplicatesFound(tuple(map(tuple, groups)), rounded)


def _space(library: Library, _root: int, _request: protocol.MeasureSpace, job: Job) -> protocol.SpaceMeasured:
    from engine.filing.beside import bytes_beside

    groups, _ = rank_groups(library, bursts(library, job), job)
    return protocol.SpaceMeasured(tuple(map(tuple, groups)), bytes_beside(library, job))


def _plan_filing(library: Library, _root: int, request: protocol.PlanFiling, job: Job) -> protocol.FilingPlanned:
    from engine.filing.planning.plan import plan, write_plan

    if request.replaces is not None:
        discard(library.folder, request.replaces)
    planned = plan(library, request.options, job)
    left = sum(operation.status == "left" for operation in planned.operations)
    return protocol.FilingPlanned(write_plan(library, planned), planned.totals, planned.drives, left)


def _run_filing(library: Library, _root: int, request: protocol.RunFiling, job: Job) -> protocol.FilingDone:
    from engine.filing.acting.act import act

    return protocol.FilingDone(request.id, *_counts(act(library, request.id, job), "done"))


def _undo_filing(library: Library, _root: int, request: protocol.UndoFiling, job: Job) -> protocol.FilingUndone:
    from engine.filing.acting.undo import undo

    return protocol.FilingUndone(request.id, *_counts(undo(library, request.id, request.groups, job), "undone"))


def _understand(library: Library, _root: int, request: Understand, job: Job) -> Understood:
    from engine.pipeline.understand import understand
    from engine.pipeline.understanding import Wanted

    wanted: set[Wanted] = {"kind"}
    if request.text:
        wanted.add("text")
    if request.people:
        wanted.add("people")
    return Understood(*understand(library, wanted, job))


def _propose_names(library: Library, _root: int, request: protocol.ProposeNames, job: Job) -> protocol.NamesProposed:
    from engine.filing.taking_over.proposals import proposal

    return protocol.NamesProposed(tuple(proposal(library, request.by, job)))


def _counts(record: Record, status: Status) -> tuple[int, int]:
    """How many operations have a status, and how many are left."""
    operations = record.plan.operations
    return sum(o.status == status for o in operations), sum(o.status == "left" for o in operations)


_JOBS: dict[type[Request], Callable[[Library, int, Any, Job], Result]] = {
    protocol.Organise: _organise,
    protocol.LayOutMap: _map,
    protocol.SplitCluster: _split,
    protocol.EvaluateK: _curve,
    lab_messages.CompareMethods: compare_methods,
    protocol.LayOutReplay: _replay,
    protocol.FindDuplicates: _duplicates,
    protocol.MeasureSpace: _space,
    protocol.PlanFiling: _plan_filing,
    protocol.RunFiling: _run_filing,
    protocol.UndoFiling: _undo_filing,
    protocol.ProposeNames: _propose_names,
    Understand: _understand,
    model_messages.EmbedWith: embed_with,
    **LAB_JOBS,
}
