"""In which order clusters are shown: it holds as long as only single photos and clusters are changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from engine.core.records import UNSURE
from engine.gallery.snapshot import Gallery


class ClusterOrder:
    """Nothing moves under the hand of somebody who drags photo after photo; what was made anew is sorted anew."""

    def __init__(self) -> None:
        self._order: list[str] = []  # also those that are gone and may come back
        self._sorted_for: Hashable = None  # the fit that stood when they were sorted last

    def put(self, gallery: Gallery) -> Gallery:
        """`gallery` with its clusters where they stood in the last one."""
        made = _fit_of(gallery)
        if made != self._sorted_for:
            self._order, self._sorted_for = [], made
        self._order = kept_order(self._order, (c.id for c in gallery.clusters))
        place = {id_: place for place, id_ in enumerate(self._order)}
        order = sorted(range(len(gallery.clusters)), key=lambda row: place[gallery.clusters[row].id])
        if order == list(range(len(order))):
            return gallery
        labels = np.append(np.argsort(order), -1)[gallery.labels]  # -1, nowhere, stays
        return gallery.with_changes(clusters=tuple(gallery.clusters[row] for row in order), labels=labels)


def kept_order(before: Sequence[str], ids: Iterable[str]) -> list[str]:
    """`before` with the ids that are new at its end, Unsure last; ids that are gone keep their place for an Undo."""
    known = set(before)
    order = [*before, *(id_ for id_ in ids if id_ not in known)]
    return sorted(order, key=lambda id_: id_ == UNSURE)


def _fit_of(gallery: Gallery) -> Hashable:
    """Equal as long as photos are corrected or come in; another fit, a cut or an earlier one makes it another."""
    made = gallery.clustering
    return None if made is None else (made.cluster_ids, made.base, made.history)
