"""The order in which clusters are shown: stable under edits, sorted anew after another clustering."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from engine.core.records import UNSURE
from engine.gallery.snapshot import Gallery


class ClusterOrder:
    """Keeps clusters where they are while the user edits; another clustering is sorted anew."""

    def __init__(self) -> None:
        self._order: list[str] = []  # cluster ids; also deleted ones, which Undo may bring back
        self._sorted_fit: Hashable = None  # the fit for which they were last sorted

    def arrange(self, gallery: Gallery) -> Gallery:
        """`gallery` with its clusters in the order of the last one."""
        made = fit_of(gallery)
        if made != self._sorted_fit:
            self._order, self._sorted_fit = [], made
        self._order = merged_order(self._order, (c.id for c in gallery.clusters))
        place = {id_: place for place, id_ in enumerate(self._order)}
        order = sorted(range(len(gallery.clusters)), key=lambda row: place[gallery.clusters[row].id])
        if order == list(range(len(order))):
            return gallery
        labels = np.append(np.argsort(order), -1)[gallery.labels]  # -1, in no cluster, stays
        return gallery.with_changes(clusters=tuple(gallery.clusters[row] for row in order), labels=labels)


def merged_order(before: Sequence[str], ids: Iterable[str]) -> list[str]:
    """`before` with new ids appended, Unsure last; deleted ids keep their position for an Undo."""
    known = set(before)
    order = [*before, *(id_ for id_ in ids if id_ not in known)]
    return sorted(order, key=lambda id_: id_ == UNSURE)


def fit_of(gallery: Gallery) -> Hashable:
    """A key of the fit: kept by corrections and new photos, changed by a retrain, a cut or an earlier clustering."""
    made = gallery.clustering
    return None if made is None else (made.cluster_ids, made.base, made.history)
