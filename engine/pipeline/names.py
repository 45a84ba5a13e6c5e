"""Names for new clusters, and what those of later cuts need, from vectors, the backbone's classifier and thumbnails."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from engine.clustering.features import Classifier
from engine.clustering.methods.method import Fit
from engine.clustering.naming.appearance import LENGTH, appearance_of
from engine.clustering.naming.by_kind import mean_kinds
from engine.clustering.naming.distinctive import Looks
from engine.clustering.naming.evidence import leaf_evidence
from engine.clustering.naming.joining import joined
from engine.clustering.naming.naming import mean_probabilities, name_clusters
from engine.core.job import Job
from engine.core.records import KINDS, Clustering, EmbeddingSet, Floats, Ints, Learned
from engine.embedding.backbone import Backbone
from engine.kinds.seen import probabilities
from engine.library.library import Library
from engine.pipeline.clustering.believed import believed

_PHOTOS_PER_CLUSTER = 12
_MAX_LEAVES = 300  # the largest of a fit, of each of which the appearance of a photo is taken: 3 ms each
_READERS = 2  # threads: half of the time one holds Python's lock


def names_of_new(
    library: Library, made: Clustering, fresh: Collection[str], embedding: EmbeddingSet, backbone: Backbone, job: Job
) -> Mapping[str, str]:
    """Cluster id to name for the clusters of `made` whose ids are `fresh`; the others keep theirs."""
    known = {c.id: c.name for c in library.catalog.clusters.visible() if c.id not in fresh}
    new = [i for i, c in enumerate(made.cluster_ids) if c in fresh]
    if not new:
        return {}
    taken = [known[c] for c in made.cluster_ids if c in known]
    appearances = _mean_appearances(
        library, made.ids, [_sample_rows(made, cluster) for cluster in range(len(made.cluster_ids))], job
    )
    k = len(made.cluster_ids)
    seen, classifier = believed(library, backbone, embedding)
    pictures = mean_kinds(kinds_of(library, seen), made.labels, k)
    names = name_clusters(seen.vectors, classifier, made.labels, k, taken, Looks(appearances, pictures))
    return {made.cluster_ids[i]: names[i] for i in new}


def joined_where_alike(
    library: Library, fit: Fit, prepared: Floats, named_by: tuple[EmbeddingSet, Classifier | None], job: Job
) -> Fit:
    """`fit` of the photos of an embedding with clusters joined that a person would not tell apart (naming/joining.py).

    `prepared` are the vectors that were fitted, `named_by` what the classifier sees, of the same photos.
    """
    seen, classifier = named_by
    k = fit.probabilities.shape[1]
    classes = mean_probabilities(seen.vectors, classifier, fit.labels, k)
    rows = [_sample_rows(fit, cluster) for cluster in range(k)]
    appearances = _mean_appearances(library, seen.ids, rows, job)
    pictures = mean_kinds(kinds_of(library, seen), fit.labels, k)
    return joined(fit, prepared if fit.codes is None else fit.codes, classes, Looks(appearances, pictures))


def evidence_of(
    library: Library, ids: Ints, learned: Learned, embedding: EmbeddingSet, backbone: Backbone, job: Job
) -> Floats:
    """The evidence of each leaf of a fit of the files `ids` (n,), for the names of its cuts (naming/evidence.py)."""
    count = len(learned.parents)
    seen, classifier = believed(library, backbone, embedding)
    classes = mean_probabilities(seen.vectors, classifier, learned.leaves, count)
    _, first, sizes = np.unique(learned.leaves, return_index=True, return_counts=True)
    largest = {int(leaf) for leaf in np.argsort(-sizes, kind="stable")[:_MAX_LEAVES]}
    rows = [[row] if i in largest else [] for i, row in enumerate(first)]
    pictures = mean_kinds(kinds_of(library, seen), learned.leaves, count)
    return leaf_evidence(classes, Looks(_mean_appearances(library, ids, rows, job), pictures))


def kinds_of(library: Library, embedding: EmbeddingSet) -> Floats:
    """How likely each of KINDS is for each photo of `embedding`, (n, len(KINDS)); a row of NaN where nothing is known.

    From its vector alone, or from what was found out of it since.
    """
    found = probabilities(embedding.vectors, embedding.backbone)
    if found is None:
        found = np.full((len(embedding.ids), len(KINDS)), np.nan, np.float32)
    kept = library.catalog.kinds.all()
    if kept.digests:
        digests = {f.id: f.digest for f in library.catalog.files.readable()}
        row_of = {digest: row for row, digest in enumerate(kept.digests)}
        rows = np.array([row_of.get(digests.get(int(i)) or "", -1) for i in embedding.ids], np.int64)
        found[rows >= 0] = kept.probabilities[rows[rows >= 0]]
    return found


def _sample_rows(made: Clustering | Fit, cluster: int) -> Ints:
    """Some rows of a cluster, from the surest to the least sure."""
    rows = np.flatnonzero(made.labels == cluster)
    rows = rows[np.argsort(-made.probabilities[rows, cluster], kind="stable")]
    return np.asarray(rows[np.linspace(0, len(rows) - 1, min(_PHOTOS_PER_CLUSTER, len(rows))).astype(int)])


def _mean_appearances(library: Library, ids: Ints, groups: Sequence[Iterable[int]], job: Job) -> Floats:
    """The mean appearance of the photos in each group of rows, (k, LENGTH); NaN where no thumbnail is available."""
    digests = {f.id: f.digest for f in library.catalog.files.readable()}
    wanted = [[digest for row in rows if (digest := digests.get(int(ids[row])))] for rows in groups]
    appearances = np.full((len(groups), LENGTH), np.nan, np.float32)

    def appearance(digest: str) -> Floats | None:
        picture = library.thumbnails.picture(digest)
        return None if picture is None else appearance_of(picture)

    pool = ThreadPoolExecutor(_READERS, thread_name_prefix="names")
    try:
        found = pool.map(appearance, itertools.chain(*wanted))
        for place, group in enumerate(wanted):
            job.report("names", place, len(groups))
            some = [one for one in itertools.islice(found, len(group)) if one is not None]
            if some:
                appearances[place] = np.mean(some, axis=0)
    finally:
        pool.shutdown(cancel_futures=True)
    return appearances
