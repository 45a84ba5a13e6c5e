"""Better names, once texts and faces are known: of the clusters that the machine has named, and nobody has touched."""

from __future__ import annotations

import numpy as np

from engine.clustering.naming.by_kind import mean_kinds, word_of_kind
from engine.core.records import KINDS, Cluster
from engine.core.unique_names import numbered, without_number
from engine.library.library import Library


def rename_by_kind(library: Library) -> dict[str, str]:
    """Call clusters by the kind of their pictures where that says more than their name; the new names by id.

    No edit, and nothing to undo: a name by the machine is derived from what it knows, and is made anew by every fit.
    Those that the user has named, locked or pinned photos to keep theirs.
    """
    catalog = library.catalog
    with catalog.transaction():
        clusters = catalog.clusters.visible()
        means = _means(library, [cluster.id for cluster in clusters])
        used = {cluster.name.casefold() for cluster in clusters}
        renamed: dict[str, str] = {}
        for cluster, shares in zip(clusters, means, strict=True):
            subject = without_number(cluster.name)
            word = None if cluster.anchor or cluster.unsure else word_of_kind(shares, subject)
            if word is None or subject.startswith(word):
                continue
            used.discard(cluster.name.casefold())
            name = next(name for name in numbered(word, word) if name.casefold() not in used)
            used.add(name.casefold())
            renamed[cluster.id] = name
            catalog.clusters.put(Cluster(cluster.id, name))
    return renamed


def _means(library: Library, ids: list[str]) -> np.ndarray:
    """The mean probability of each kind over the photos of these clusters as they stand, (k, len(KINDS))."""
    now, kept = library.catalog.clusters.assignments(), library.catalog.kinds.all()
    digests = {f.id: f.digest for f in library.catalog.files.readable()}
    row_of = {digest: row for row, digest in enumerate(kept.digests)}
    column = {id_: index for index, id_ in enumerate(ids)}
    rows = np.array([row_of.get(digests.get(file) or "", -1) for file in now.ids.tolist()], np.int64)
    labels = np.array([column.get(cluster, -1) for cluster in now.clusters], np.int64)
    known = (rows >= 0) & (labels >= 0)
    if not known.any():
        return np.zeros((len(ids), len(KINDS)), np.float32)
    return mean_kinds(kept.probabilities[rows[known]], labels[known], len(ids))
