"""A clustering of a sample of the photos, which stands until all of them are read, and then makes way."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from engine.clustering.assignment.identity import match_ids
from engine.clustering.features import Preparation
from engine.clustering.number.choose_k import cluster_at_once
from engine.core.fit_context import FitContext
from engine.core.records import UNSURE, Clustering, File
from engine.edits.activation import activate, retrain_into
from engine.embedding.backbone import Backbone
from engine.library.catalog.catalog import Catalog
from engine.library.catalog.cluster_table import Assignments
from engine.library.catalog.provisional_table import FIRST_ID
from engine.library.library import Library
from engine.pipeline.clustering.learned import contents_of, learn
from engine.pipeline.embed import classifier_of, embedding_of
from engine.pipeline.names import names_of_new
from engine.pipeline.options import OrganiseOptions


def cluster_sample(
    library: Library, backbone: Backbone, files: Sequence[File], options: OrganiseOptions, context: FitContext
) -> bool:
    """Cluster and name these `files`, each of which has a vector, and activate that; False where the user came first.

    Not by the method of the options, but at once (see choose_k.cluster_at_once).
    """
    job = context.job.within("cluster")
    embedding = embedding_of(library, backbone, files)
    preparation, vectors = Preparation.fit(embedding.vectors, classifier_of(backbone))
    fit, curve = cluster_at_once(vectors, options.k, seed=context.seed, job=job)
    made = Clustering(
        ids=embedding.ids,
        labels=fit.labels,
        probabilities=fit.probabilities,
        cluster_ids=tuple(f"c{FIRST_ID + i}" for i in range(fit.probabilities.shape[1])),
        method=options.method,
        parameters=options.parameters,
        seed=context.seed,
        backbone=embedding.backbone,
        device=context.device,
        curve=tuple(curve),
        codes=fit.codes,
    )
    context = dataclasses.replace(context, job=job)
    learned = learn(fit, made.labels, preparation, vectors, contents_of(files), context)
    names = names_of_new(library, made, made.cluster_ids, embedding, backbone, job)
    catalog, fingerprint = library.catalog, options.fingerprint(backbone.key, context.device)
    with catalog.transaction():
        if catalog.provisional.touched():
            return False
        id_ = catalog.clusterings.add(made, fingerprint, learned)
        catalog.clusters.add(names)
        activate(catalog, id_, retrain_into(len(names)))
        catalog.provisional.mark(id_)
    return True


NO_ASSIGNMENTS = Assignments(np.empty(0, np.int64), [], np.empty(0, np.float32))


def makes_way(catalog: Catalog) -> bool:
    """Whether what stands is provisional and nobody has touched it: a fit takes its place as if it were the first."""
    with catalog.reading():
        return catalog.provisional.active() is not None and not catalog.provisional.touched()


def make_way(catalog: Catalog) -> bool:
    """In the transaction that stores a fit: drop what makes way for it, else let it be a clustering like any other.

    Returns whether it was dropped.
    """
    dropped = makes_way(catalog)
    if dropped:
        catalog.provisional.drop()
    else:
        catalog.provisional.settle()
    return dropped


def matched(catalog: Catalog, made: Clustering) -> Clustering:
    """`made`, which was fitted as if it were the first, with the ids of current clusters that it finds again.

    Somebody has touched those meanwhile.
    """
    corrections, now = catalog.corrections.all(), catalog.clusters.assignments()
    if len(corrections.anchors) > len(made.cluster_ids):
        return made  # those that are missing are appended (see corrections.enforce)
    old = {file: c for file, c in zip(now.ids.tolist(), now.clusters, strict=True) if c != UNSURE}
    row_of = {file: row for row, file in enumerate(made.ids.tolist())}
    pins = {row_of[f]: c for f, c in corrections.pins.items() if f in row_of and c in corrections.anchors}
    own = iter(made.cluster_ids)
    former = [old.get(file) for file in made.ids.tolist()]
    ids = match_ids(made.labels, len(made.cluster_ids), former, corrections.anchors, pins, lambda: next(own))
    return dataclasses.replace(made, cluster_ids=ids)
