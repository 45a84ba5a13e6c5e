"""Opening a library for the window, and putting into words what goes wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from engine.edits.history import History
from engine.explain import explain
from engine.gallery import Gallery, load_gallery
from engine.library.library import Library
from engine.library.roots import real_folder
from engine.pipeline.project import is_laid_out
from engine.records import Changes, Clustering
from engine.shown import Shown
from gallery_app.filters import Filters
from gallery_app.models.cluster_names import in_users_language
from gallery_app.models.cluster_order import ClusterOrder
from gallery_app.models.edit_names import edit_name

PROGRAM = "the Photoloom window"
MAP = "neighbours"
T = TypeVar("T")


@dataclass(frozen=True)
class Snapshot:
    """What was read from the catalog in one go."""

    gallery: Gallery
    shown: Shown
    undo_label: str | None  # in the user's language
    redo_label: str | None
    map: str  # the one that says where photos lie


class Reader:
    """Reads one library after each change, on the serial lane; what has not changed is not read again."""

    def __init__(self) -> None:
        self._order = ClusterOrder()
        self._last: Gallery | None = None

    def look(self, library: Library, changes: Changes, filters: Filters, wanted: str, shown: str) -> Snapshot:
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
        return Snapshot(gallery, filters.look(gallery), undo, redo, name)


def words_of(made: Clustering | None) -> dict[str, Any]:
    """The words that made a clustering: as long as it stands, asking for them leaves it as it is."""
    if made is None:
        return {}
    k = "auto" if made.curve else len(made.cluster_ids)
    return {"k": k, "method": made.method, "parameters": made.parameters, "seed": made.seed}


def undone(library: Library) -> Changes:
    """Take the last change back, if there is one: keys come faster than their commands are switched off."""
    history = History(library.catalog)
    return Changes.NOTHING if history.undo_label is None else history.undo()


def redone(library: Library) -> Changes:
    history = History(library.catalog)
    return Changes.NOTHING if history.redo_label is None else history.redo()


def known_library(place: Path, folder: Path) -> Library:
    """The library at `place`, to look at without its folder; the missing folder's UserError if it is not its."""
    library = Library(place, PROGRAM)
    if str(folder) not in dict(library.catalog.files.roots()).values():
        library.close()
        real_folder(folder)
    return library


def explained(work: Callable[[], T]) -> T:
    """What `work` returns; a full disk, or a catalog that cannot be written, is said in a sentence."""
    try:
        return work()
    except Exception as error:
        sentence = explain(error, None)  # without its place: a damaged catalog that is open stays where it is
        if sentence is None or sentence is error:
            raise
        raise sentence from error
