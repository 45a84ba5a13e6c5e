"""Snapshot: what the catalog holds, read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.records import Changes
from engine.edits.history import History
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery, load_gallery
from engine.library.library import Library
from engine.pipeline.project import is_laid_out
from gallery_app.i18n.cluster_names import in_users_language
from gallery_app.i18n.edit_names import edit_name
from gallery_app.state.cluster_order import ClusterOrder
from gallery_app.state.filters import Filters

MAP = "neighbours"


@dataclass(frozen=True)
class Snapshot:
    """What was read from the catalog in one go."""

    gallery: Gallery
    shown: FilterResult
    undo_label: str | None  # in the user's language
    redo_label: str | None
    map: str  # the one that says where photos lie


class Reader:
    """Reads one library after each change, on the serial lane; what has not changed is not read again."""

    def __init__(self) -> None:
        self._order = ClusterOrder()
        self._last: Gallery | None = None

    def evaluate(self, library: Library, changes: Changes, filters: Filters, wanted: str, shown: str) -> Snapshot:
        """What the catalog holds after `changes`, and what of it is shown, on the map `wanted`.

        Until that is laid out for what stands photos stay on the one that was `shown`.
        """
        history = History(library.catalog)
        with library.catalog.reading():
            name = wanted if wanted == shown or is_laid_out(library, wanted) else shown
            if library.catalog.clusterings.projection(name) is None:
                name = MAP
            read = load_gallery(library.catalog, name, None if changes & Changes.FILES else self._last)
            undo_label, redo_label = history.undo_label, history.redo_label
        self._last = gallery = self._order.put(in_users_language(read))
        given = {c.name for c in gallery.clusters if c.named_by_user}
        undo, redo = (None if label is None else edit_name(label, given) for label in (undo_label, redo_label))
        return Snapshot(gallery, filters.evaluate(gallery), undo, redo, name)
