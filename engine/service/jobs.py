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
from engine.duplicates.best_copy import best_first
from engine.duplicates.find import near_duplicates
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.options import OrganiseOptions
from engine.pipeline.organise import organise
from engine.pipeline.project import project
from engine.pipeline.scan import scan_others
from engine.service import protocol
from engine.service.protocol import Request, Result
from engine.training.replay import MAP, draw, watched
from engine.versions.split import split


def run(library: Library, root: int, request: Request, job: Job) -> Result:
    """Do what was asked on a library, for one of its folders."""
    return _JOBS[type(request)](library, root, request, job)


def _organise(library: Library, root: int, asked: protocol.Organise, job: Job) -> protocol.Organised:
    scan_others(library, root, job)
    how = {"force": asked.force, "keep": asked.keep, "propose": asked.propose, "download": asked.download}
    outcome = organise(library, root, asked.options, job, **how)
    return protocol.Organised(outcome.counters(), outcome.seconds, outcome.proposed, outcome.placed)


def _map(library: Library, _root: int, asked: protocol.LayOutMap, job: Job) -> protocol.MapLaidOut:
    options = _as_standing(library, asked.options)
    if library.catalog.clusterings.current() is None:
        raise UserError("These photos are not organised yet: run organise first.")
    project(library, lambda: _embedding(library, options), options, devices.resolve(options.device), job)
    return protocol.MapLaidOut()


def _split(library: Library, _root: int, asked: protocol.SplitCluster, job: Job) -> protocol.ClusterSplit:
    options = _as_standing(library, asked.options)
    backbone, device = open_backbone(options.backbone), devices.resolve(options.device)
    return protocol.ClusterSplit(split(library, backbone, asked.cluster, asked.parts, options, device, job))


def _curve(library: Library, _root: int, asked: protocol.EvaluateK, job: Job) -> protocol.KEvaluated:
    options = _as_standing(library, asked.options)
    vectors = _embedding(library, options).vectors
    _, vectors = Preparation.fit(vectors, classifier_of(open_backbone(options.backbone)))
    _, curve = choose_k(vectors, 2, MOST_CLUSTERS, seed=options.seed, job=job.within("cluster"))
    return protocol.KEvaluated(tuple(curve))


def _embedding(library: Library, options: OrganiseOptions) -> EmbeddingSet:
    """The vectors there are; a UserError where there are none. Photos that came since wait for the next organise."""
    embedding = embedding_of(library, open_backbone(options.backbone))
    if not embedding.ids.size:
        raise UserError("These photos are not organised yet: run organise first.")
    return embedding


def _as_standing(library: Library, options: OrganiseOptions) -> OrganiseOptions:
    """The options, but for those that made what stands."""
    current = library.catalog.clusterings.current()
    return options if current is None else options.as_made(current[1])


def _replay(library: Library, _root: int, _asked: protocol.LayOutReplay, job: Job) -> protocol.ReplayLaidOut:
    """First the map that it is shown on, where only others are shown."""
    if watched(library):
        options = dataclasses.replace(_as_standing(library, OrganiseOptions()), map=MAP)
        device = devices.resolve(options.device)
        project(library, lambda: _embedding(library, options), options, device, job)
    return protocol.ReplayLaidOut(draw(library, job))


def _duplicates(library: Library, _root: int, _asked: protocol.FindDuplicates, job: Job) -> protocol.DuplicatesFound:
    groups, sharp = best_first(library, near_duplicates(library, job), job)
    rounded = {file: round(value, 1) for file, value in sharp.items()}
    return protocol.DuplicatesFound(tuple(map(tuple, groups)), rounded)


_JOBS: dict[type[Request], Callable[[Library, int, Any, Job], Result]] = {
    protocol.Organise: _organise,
    protocol.LayOutMap: _map,
    protocol.SplitCluster: _split,
    protocol.EvaluateK: _curve,
    protocol.LayOutReplay: _replay,
    protocol.FindDuplicates: _duplicates,
}
