"""Names for the clusters that have none yet, from vectors, the backbone's classifier and some thumbnails."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from engine.clustering.look import LENGTH, look
from engine.clustering.naming import name_clusters
from engine.embedding.backbone import Backbone
from engine.job import Job
from engine.library.library import Library
from engine.pipeline.embed import classifier_of
from engine.records import Clustering, EmbeddingSet, Floats

_LOOKED_AT = 12  # photos of each cluster


def names_of_new(
    library: Library, made: Clustering, fresh: Collection[str], embedding: EmbeddingSet, backbone: Backbone, job: Job
) -> Mapping[str, str]:
    """Cluster id to name for the clusters of `made` whose ids are `fresh`; the others keep theirs."""
    known = {c.id: c.name for c in library.catalog.clusters.shown() if c.id not in fresh}
    new = [i for i, c in enumerate(made.cluster_ids) if c in fresh]
    if not new:
        return {}
    taken = [known[c] for c in made.cluster_ids if c in known]
    looks = _looks(library, made, job)
    names = name_clusters(embedding.vectors, classifier_of(backbone), made.labels, len(made.cluster_ids), taken, looks)
    return {made.cluster_ids[i]: names[i] for i in new}


def _looks(library: Library, made: Clustering, job: Job) -> Floats:
    """The mean look of some photos of each cluster, from the surest to the least sure; NaN where none is at hand."""
    digests = {f.id: f.digest for f in library.catalog.files.readable()}
    looks = np.full((len(made.cluster_ids), LENGTH), np.nan, np.float32)
    for cluster in range(len(looks)):
        job.report("names", cluster, len(looks))
        rows = np.flatnonzero(made.labels == cluster)
        rows = rows[np.argsort(-made.probabilities[rows, cluster], kind="stable")]
        some = rows[np.linspace(0, len(rows) - 1, min(_LOOKED_AT, len(rows))).astype(int)]
        wanted = [digest for row in some if (digest := digests.get(int(made.ids[row])))]
        seen = [look(picture) for d in wanted if (picture := library.thumbnails.picture(d)) is not None]
        if seen:
            looks[cluster] = np.mean(seen, axis=0)
    return looks
