"""Names for new clusters, and what those of later cuts need, from vectors, the backbone's classifier and thumbnails."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from engine.clustering.evidence import gather
from engine.clustering.look import LENGTH, look
from engine.clustering.naming import mean_probabilities, name_clusters
from engine.embedding.backbone import Backbone
from engine.job import Job
from engine.library.library import Library
from engine.pipeline.embed import classifier_of
from engine.records import Clustering, EmbeddingSet, Floats, Ints, Learned

_LOOKED_AT = 12  # photos of each cluster
_PIECES = 300  # of a fit, the largest, of each of which a photo is looked at: 4 ms each


def names_of_new(
    library: Library, made: Clustering, fresh: Collection[str], embedding: EmbeddingSet, backbone: Backbone, job: Job
) -> Mapping[str, str]:
    """Cluster id to name for the clusters of `made` whose ids are `fresh`; the others keep theirs."""
    known = {c.id: c.name for c in library.catalog.clusters.shown() if c.id not in fresh}
    new = [i for i, c in enumerate(made.cluster_ids) if c in fresh]
    if not new:
        return {}
    taken = [known[c] for c in made.cluster_ids if c in known]
    looks = _looks(library, made.ids, [_some(made, cluster) for cluster in range(len(made.cluster_ids))], job)
    names = name_clusters(embedding.vectors, classifier_of(backbone), made.labels, len(made.cluster_ids), taken, looks)
    return {made.cluster_ids[i]: names[i] for i in new}


def evidence_of(
    library: Library, ids: Ints, learned: Learned, embedding: EmbeddingSet, backbone: Backbone, job: Job
) -> Floats:
    """What each piece of a fit of the files `ids` (n,) shows, for the names of its cuts; see clustering/evidence.py."""
    count = len(learned.origins)
    classes = mean_probabilities(embedding.vectors, classifier_of(backbone), learned.pieces, count)
    _, first, sizes = np.unique(learned.pieces, return_index=True, return_counts=True)
    seen = {int(piece) for piece in np.argsort(-sizes, kind="stable")[:_PIECES]}
    return gather(classes, _looks(library, ids, [[row] if i in seen else [] for i, row in enumerate(first)], job))


def _some(made: Clustering, cluster: int) -> Ints:
    """Some rows of a cluster, from the surest to the least sure."""
    rows = np.flatnonzero(made.labels == cluster)
    rows = rows[np.argsort(-made.probabilities[rows, cluster], kind="stable")]
    return np.asarray(rows[np.linspace(0, len(rows) - 1, min(_LOOKED_AT, len(rows))).astype(int)])


def _looks(library: Library, ids: Ints, groups: Sequence[Iterable[int]], job: Job) -> Floats:
    """The mean look of the photos in each group of rows, (k, LENGTH); NaN where none is at hand."""
    digests = {f.id: f.digest for f in library.catalog.files.readable()}
    looks = np.full((len(groups), LENGTH), np.nan, np.float32)
    for place, rows in enumerate(groups):
        job.report("names", place, len(groups))
        wanted = [digest for row in rows if (digest := digests.get(int(ids[row])))]
        seen = [look(picture) for d in wanted if (picture := library.thumbnails.picture(d)) is not None]
        if seen:
            looks[place] = np.mean(seen, axis=0)
    return looks
