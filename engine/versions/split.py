"""Split a cluster: it is clustered alone, as if there were no other photos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from engine.clustering.assignment.corrections import constraints, enforce
from engine.clustering.assignment.identity import match, renewed
from engine.clustering.features import Preparation
from engine.clustering.methods.method import create
from engine.clustering.number.choose_k import choose_k
from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Clustering, Corrections, Device, EmbeddingSet, Floats
from engine.core.unique_names import unique_names
from engine.edits import Split, get_cluster
from engine.edits.history import History
from engine.embedding.backbone import Backbone
from engine.library.catalog.catalog import Catalog
from engine.library.library import Library
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.names import names_of_new
from engine.pipeline.options import OrganiseOptions

MOST_PARTS = 8  # tried where nobody says how many
_TYPICAL = 5  # photos of each part that are pinned: the parts hold through a retrain, their doubtful photos need not


def split(
    library: Library,
    backbone: Backbone,
    cluster: str,
    parts: int | None,
    options: OrganiseOptions,
    device: Device,
    job: Job,
) -> int:
    """Divide a cluster into `parts` (None: as many as it holds), as an edit; returns how many that were.

    The largest part keeps id and name, or another in which the user has placed several of its photos.
    """
    catalog = library.catalog
    job.report("cluster", 0, 0, "reading the vectors")
    with catalog.reading():
        name, members = get_cluster(catalog, cluster).name, set(catalog.clusters.members(cluster))
        embedding = _of(embedding_of(library, backbone), members)  # the others stay in the cluster
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
    k = parts or _how_many(vectors, options.seed, job)
    said = _said(catalog)
    method = create(options.method, options.parameters)
    fit = method.fit(
        vectors, k, seed=options.seed, device=device, job=job, constraints=constraints(said, embedding.ids)
    )
    fresh = catalog.clusters.fresh_ids(k)
    unused = iter(fresh)
    pins = {row: cluster for row, f in enumerate(embedding.ids.tolist()) if catalog.corrections.pin_of(f) is not None}
    ids = match(fit.labels, k, [cluster] * count, [cluster], pins, lambda: next(unused))
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
    made = enforce(made, said)
    if len(np.unique(made.labels)) < 2:
        raise UserError("The photos of {cluster} are too much alike to be split.", cluster=name)
    names = names_of_new(library, made, fresh, embedding, backbone, job)
    with catalog.transaction():
        edit = _edit(catalog, cluster, made, names)
        History(catalog).do(edit)
    return len(edit.parts)


def _edit(catalog: Catalog, cluster: str, made: Clustering, names: Mapping[str, str]) -> Split:
    """The split of what is in the cluster by now: what the user has said while it was clustered holds as well."""
    now = get_cluster(catalog, cluster)
    here = np.isin(made.ids, catalog.clusters.members(cluster))
    ids = renewed(made.cluster_ids, names, catalog.clusters.fresh_ids(len(names)))
    made = replace(
        made,
        ids=made.ids[here],
        labels=made.labels[here],
        probabilities=made.probabilities[here],
        cluster_ids=tuple(ids.get(c, c) for c in made.cluster_ids),
    )
    made = enforce(made, _said(catalog))
    occupied = [int(label) for label in np.unique(made.labels)]
    if len(occupied) < 2:
        raise UserError("{cluster} has changed while it was split: split it again.", cluster=now.name)
    names = unique_names({ids[c]: n for c, n in names.items()}, {c.name for c in catalog.clusters.visible()})
    pinned = {f for f in made.ids.tolist() if catalog.corrections.pin_of(f) is not None}
    found = [_part(made, label, names.get(made.cluster_ids[label], now.name), pinned) for label in occupied]
    return Split(cluster, sorted(found, key=lambda part: part["id"] != cluster))


def _said(catalog: Catalog) -> Corrections:
    """What the user has said, but for pins and locks: a pin moves on with its photo."""
    everything = catalog.corrections.all()
    return Corrections(rejections=everything.rejections, together=everything.together, apart=everything.apart)


def _of(embedding: EmbeddingSet, files: set[int]) -> EmbeddingSet:
    rows = [row for row, id_ in enumerate(embedding.ids.tolist()) if id_ in files]
    return EmbeddingSet(embedding.ids[rows], embedding.vectors[rows], embedding.backbone)


def _how_many(vectors: Floats, seed: int, job: Job) -> int:
    k, _ = choose_k(vectors, 2, min(MOST_PARTS, len(vectors) - 1), seed=seed, job=job)
    return max(2, min(k, len(vectors)))


def _part(made: Clustering, label: int, name: str, pinned: set[int]) -> dict[str, Any]:
    """As Split takes it: the surest photo first; what was pinned is pinned to its part, and so are the typical."""
    rows = np.flatnonzero(made.labels == label)
    rows = rows[np.argsort(-made.probabilities[rows, label], kind="stable")]
    files = made.ids[rows].tolist()
    pins = [f for place, f in enumerate(files) if place < _TYPICAL or f in pinned]
    sure = [round(float(p), 6) for p in made.probabilities[rows, label]]
    return {"id": made.cluster_ids[label], "name": name, "files": files, "confidences": sure, "pins": pins}
