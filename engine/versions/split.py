"""Split a cluster by clustering its photos alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from engine.clustering.assignment.corrections import constraints, enforce
from engine.clustering.assignment.identity import match_ids, renew_ids
from engine.clustering.features import Preparation
from engine.clustering.methods.method import create
from engine.clustering.number.choose_k import choose_k
from engine.core.devices import resolve
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Corrections, EmbeddingSet, Floats
from engine.core.unique_names import unique_names
from engine.edits import Split, get_cluster
from engine.edits.clusters import MOST_PARTS
from engine.edits.history import History
from engine.embedding.backbone import Backbone
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.names import names_of_new
from engine.pipeline.options import OrganiseOptions


def split(
    library: Library, backbone: Backbone, cluster: str, parts: int | None, options: OrganiseOptions, job: Job
) -> int:
    """Divide a cluster into `parts` (None: as many as it holds), as an edit; returns how many that were.

    The largest part keeps id and name, or another in which the user has placed several of its photos.
    """
    catalog, device = library.catalog, resolve(options.device)
    job.report("cluster", 0, 0, "reading the vectors")
    with catalog.reading():
        name, members = get_cluster(catalog, cluster).name, set(catalog.clusters.members(cluster))
        embedding = _vectors_of(embedding_of(library, backbone), members)  # the others stay in the cluster
    count = len(embedding.ids)
    if count < (parts or 2) <= len(members):
        raise UserError("{cluster} holds new photos: look for new photos first, then split it.", cluster=name)
    if count < 2 or (parts is not None and parts > count):
        raise UserError(
            "{cluster} holds {count} photos: it cannot be split into {parts}.",
            cluster=name,
            count=count,
            parts=parts or 2,
        )
    job = job.within("cluster")
    _, vectors = Preparation.fit(embedding.vectors, classifier_of(backbone))
    k = parts or _choose_parts(vectors, options.seed, job)
    corrections = _corrections_within(catalog)
    method = create(options.method, options.parameters)
    fit = method.fit(
        vectors, k, seed=options.seed, device=device, job=job, constraints=constraints(corrections, embedding.ids)
    )
    fresh = catalog.clusters.fresh_ids(k)
    unused = iter(fresh)
    pins = {row: cluster for row, f in enumerate(embedding.ids.tolist()) if catalog.corrections.pin_of(f) is not None}
    ids = match_ids(fit.labels, k, [cluster] * count, [cluster], pins, lambda: next(unused))
    made = Clustering(
        embedding.ids,
        fit.labels,
        fit.probabilities,
        ids,
        options.method,
        options.parameters,
        options.seed,
        backbone.key,
    )
    made = enforce(made, corrections)
    if len(np.unique(made.labels)) < 2:
        raise UserError("The photos of {cluster} are too much alike to be split.", cluster=name)
    names = names_of_new(library, made, fresh, embedding, backbone, job)
    with catalog.transaction():
        edit = _edit(catalog, cluster, made, names)
        History(catalog).do(edit)
    return len(edit.parts)


def _edit(catalog: Catalog, cluster: str, made: Clustering, names: Mapping[str, str]) -> Split:
    """The Split of the photos that are in the cluster now; corrections made while it was clustered hold as well."""
    now = get_cluster(catalog, cluster)
    here = np.isin(made.ids, catalog.clusters.members(cluster))
    ids = renew_ids(made.cluster_ids, names, catalog.clusters.fresh_ids(len(names)))
    made = replace(
        made,
        ids=made.ids[here],
        labels=made.labels[here],
        probabilities=made.probabilities[here],
        cluster_ids=tuple(ids.get(c, c) for c in made.cluster_ids),
    )
    made = enforce(made, _corrections_within(catalog))
    occupied = [int(label) for label in np.unique(made.labels)]
    if len(occupied) < 2:
        raise UserError("{cluster} has changed while it was split: split it again.", cluster=now.name)
    names = unique_names({ids[c]: n for c, n in names.items()}, {c.name for c in catalog.clusters.visible()})
    pinned = {f for f in made.ids.tolist() if catalog.corrections.pin_of(f) is not None}
    found = [_part(made, label, names.get(made.cluster_ids[label], now.name), pinned) for label in occupied]
    return Split(cluster, sorted(found, key=lambda part: part["id"] != cluster))


def _corrections_within(catalog: Catalog) -> Corrections:
    """The user's corrections, but for pins and locks: a pin moves on with its photo."""
    corrections = catalog.corrections.all()
    return Corrections(rejections=corrections.rejections, together=corrections.together, apart=corrections.apart)


def _vectors_of(embedding: EmbeddingSet, files: set[int]) -> EmbeddingSet:
    rows = [row for row, id_ in enumerate(embedding.ids.tolist()) if id_ in files]
    return EmbeddingSet(embedding.ids[rows], embedding.vectors[rows], embedding.backbone)


def _choose_parts(vectors: Floats, seed: int, job: Job) -> int:
    k, _ = choose_k(vectors, 2, min(MOST_PARTS, len(vectors) - 1), seed=seed, job=job)
    return max(2, min(k, len(vectors)))


def _part(made: Clustering, label: int, name: str, pinned: set[int]) -> dict[str, Any]:
    """A part as Split takes it: the surest photos first; only those that the user had pinned are pinned to it."""
    rows = np.flatnonzero(made.labels == label)
    rows = rows[np.argsort(-made.probabilities[rows, label], kind="stable")]
    files = made.ids[rows].tolist()
    sure = [round(float(p), 6) for p in made.probabilities[rows, label]]
    pins = [f for f in files if f in pinned]
    return {"id": made.cluster_ids[label], "name": name, "files": files, "confidences": sure, "pins": pins}
