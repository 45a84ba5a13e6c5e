"""What the clusters of a cut are called: by what they show, never after the cluster that their photos were in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.clustering.assignment.dendrogram_cut import DendrogramCut
from engine.clustering.naming.evidence import words_of_cut
from engine.core.records import Clustering
from engine.core.unique_names import unique_name, without_number

_SAME = 0.8  # overlap from which a cluster is the one it was; below, it has to show the same
_MOSTLY = 0.5  # and where nothing is known of what it shows, to be most of it


def words_of(cut: DendrogramCut, made: Clustering) -> list[str]:
    """A word for what each cluster of `made` shows, "" without evidence."""
    learned, k = cut.learned, len(made.cluster_ids)
    if learned.evidence is None:
        return [""] * k
    return words_of_cut(learned.evidence, learned.leaves, made.labels, k)


def with_ids_of_what_stays(
    cut: DendrogramCut, made: Clustering, names: Mapping[str, str], words: Sequence[str]
) -> Clustering:
    """`made` with fresh ids for clusters that are no longer what their machine-made names were found for.

    Those that the user has named, locked, put photos into or kept photos out of are the user's: they keep their ids.
    """
    kept = {*cut.corrections.anchors, *(c for some in cut.corrections.rejections.values() for c in some)}
    unused = iter(id_ for id_ in cut.fresh if id_ not in made.cluster_ids)
    ids, labels = list(made.cluster_ids), made.labels[cut.rows]
    for label, id_ in enumerate(ids):
        if id_ in names and id_ not in kept:
            same = _overlap(labels == label, _rows_before(cut, id_))
            shows_it = same > _MOSTLY if not words[label] else words[label] == without_number(names[id_])
            if same < _SAME and not shows_it:
                ids[label] = next(unused)
    return replace(made, cluster_ids=tuple(ids))


def names_of_new(
    made: Clustering, words: Sequence[str], names: Mapping[str, str], kept: Collection[str]
) -> dict[str, str]:
    """Names of the clusters of `made` that have none in `names`, no two the same and none that of one in `kept`.

    By their words; of equal ones the larger cluster has the smaller number.
    """
    taken = {names[id_] for id_ in (*made.cluster_ids, *kept) if id_ in names}
    sizes = np.bincount(made.labels, minlength=len(made.cluster_ids))
    found: dict[str, str] = {}
    for label in np.argsort(-sizes, kind="stable").tolist():
        if made.cluster_ids[label] not in names:
            found[made.cluster_ids[label]] = unique_name(words[label], taken, "Group")
            taken.add(found[made.cluster_ids[label]])
    return found


def _rows_before(cut: DendrogramCut, id_: str) -> NDArray[np.bool_]:
    """Which of the rows in a cluster are in this one now or, where it has none, are in it in the fit."""
    now = np.array([cut.current_clusters[row] == id_ for row in cut.rows.tolist()], np.bool_)
    if now.any() or id_ not in cut.fit.cluster_ids:
        return now
    parents = cut.learned.parents[cut.learned.leaves[cut.rows]]
    return np.asarray(parents == cut.fit.cluster_ids.index(id_))


def _overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """What two sets have in common, as a share of the larger one."""
    return float((one & other).sum() / max(1, one.sum(), other.sum()))
