"""In which order the cards stand on the shelf: it holds as long as only single photos and clusters are changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from engine.gallery import Gallery
from engine.records import UNSURE


def kept_order(before: Sequence[str], ids: Iterable[str]) -> list[str]:
    """`before` with the ids that are new at its end, Unsure last; ids that are gone keep their place for an Undo."""
    known = set(before)
    order = [*before, *(id_ for id_ in ids if id_ not in known)]
    return sorted(order, key=lambda id_: id_ == UNSURE)


def fit_of(gallery: Gallery) -> Hashable:
    """Equal as long as photos are corrected or come in; another fit, a cut or an earlier one makes it another."""
    made = gallery.clustering
    return None if made is None else (made.cluster_ids, made.base, made.history)
