"""The jobs that the window asks of the engine process, by name (see worker.py)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from engine import devices
from engine.clustering.choose_k import choose_k
from engine.clustering.features import Preparation
from engine.embedding.backbone import open_backbone
from engine.errors import UserError
from engine.job import Job
from engine.library.library import Library
from engine.pipeline.best_copy import best_first
from engine.pipeline.cluster import MOST_CLUSTERS
from engine.pipeline.duplicates import near_duplicates
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.organise import organise
from engine.pipeline.project import project
from engine.pipeline.replay import MAP, draw, watched
from engine.pipeline.scan import scan_others
from engine.pipeline.split import split
from engine.pipeline.words import Words
from engine.records import EmbeddingSet

Answer = dict[str, Any]
Run = Callable[[Library, int, Mapping[str, Any], Job], Answer]


def named(name: str) -> Run:
    """The job called `name`: it works on a library for one of its folders, and what it returns fits into JSON."""
    if name not in _JOBS:
        raise ValueError(f"no such job: {name}")
    return _JOBS[name]


def _organise(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    words = Words.from_json(arguments.get("words", {}))
    how = {name: bool(arguments.get(name)) for name in ("force", "keep", "propose", "download")}
    scan_others(library, root, job)
    outcome = organise(library, root, words, job, **how)
    told = {"proposed": outcome.proposed, "placed": outcome.placed}
    return {"counters": outcome.counters(), "seconds": outcome.seconds, **told}


def _map(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    """Lay out what stands now, after another clustering was adopted; nothing is trained."""
    words = _as_standing(library, arguments)
    if library.catalog.clusterings.current() is None:
        raise UserError("These photos are not organised yet: run organise first.")
    project(library, lambda: _embedding(library, words), words, devices.resolve(words.device), job)
    return {}


def _split(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    """Divide the cluster `cluster` into `parts`, or as many as it holds."""
    words, parts = _as_standing(library, arguments), arguments.get("parts")
    backbone, device = open_backbone(words.backbone), devices.resolve(words.device)
    return {"parts": split(library, backbone, str(arguments["cluster"]), parts, words, device, job)}


def _curve(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    """How well each number of clusters suits the photos, as lists of a CurvePoint's values."""
    words = _as_standing(library, arguments)
    vectors = _embedding(library, words).vectors
    _, vectors = Preparation.fit(vectors, classifier_of(open_backbone(words.backbone)))
    _, curve = choose_k(vectors, 2, MOST_CLUSTERS, seed=words.seed, job=job.within("cluster"))
    return {"curve": curve}


def _embedding(library: Library, words: Words) -> EmbeddingSet:
    """The vectors there are; a UserError where there are none. Photos that came since wait for the next organise."""
    embedding = embedding_of(library, open_backbone(words.backbone))
    if not embedding.ids.size:
        raise UserError("These photos are not organised yet: run organise first.")
    return embedding


def _as_standing(library: Library, arguments: Mapping[str, Any]) -> Words:
    """The words of a message, but for those that made what stands."""
    words, current = Words.from_json(arguments.get("words", {})), library.catalog.clusterings.current()
    return words if current is None else words.as_made(current[1])


def _replay(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    """Lay out the training of what stands, to look at it again; first its map, where only others are shown."""
    if watched(library):
        words = dataclasses.replace(_as_standing(library, arguments), map=MAP)
        device = devices.resolve(words.device)
        project(library, lambda: _embedding(library, words), words, device, job)
    return {"moments": draw(library, job)}


def _duplicates(library: Library, root: int, arguments: Mapping[str, Any], job: Job) -> Answer:
    """Groups of near-identical photos, as file ids with the one to keep first; and how sharp each is."""
    groups, sharp = best_first(library, near_duplicates(library, job), job)
    return {"groups": groups, "sharpness": {str(id_): round(value, 1) for id_, value in sharp.items()}}


_JOBS: dict[str, Run] = {
    "curve": _curve,
    "duplicates": _duplicates,
    "organise": _organise,
    "map": _map,
    "split": _split,
    "replay": _replay,
}
