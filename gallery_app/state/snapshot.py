"""Snapshot: the state of the catalog, read in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.records import Changes
from engine.filing.journal import Head
from engine.gallery.filtering import FilterResult
from engine.gallery.snapshot import Gallery, load_gallery
from engine.gallery.understood import load_understood
from engine.library.catalog.edit_table import LoggedEdit
from engine.library.library import Library
from engine.library.rotations import make_turned
from engine.pipeline.project import is_laid_out
from gallery_app.i18n.cluster_names import with_translated_names
from gallery_app.i18n.edit_names import edit_name
from gallery_app.state.cluster_order import ClusterOrder
from gallery_app.state.filters import Filters
from gallery_app.state.history.ways import newest_action

MAP = "neighbours"


@dataclass(frozen=True)
class EditLog:
    """Where the log of edits stands: the edit that Undo takes back, and the one that Redo makes again.

    An `action` on files that is newer than every edit is what Undo takes back first.
    """

    last: LoggedEdit | None = None
    undone: LoggedEdit | None = None
    action: Head | None = None


@dataclass(frozen=True)
class Snapshot:
    """The state of the catalog, read in one transaction."""

    gallery: Gallery
    shown: FilterResult
    undo_label: str | None  # in the user's language
    redo_label: str | None
    map: str  # name of the projection of the gallery's positions
    log: EditLog = EditLog()


class SnapshotReader:
    """Reads one library after each change, on the serial lane; what is unchanged is not read again."""

    def __init__(self) -> None:
        self._order = ClusterOrder()
        self._last: Gallery | None = None

    def read(self, library: Library, changes: Changes, filters: Filters, wanted: str, shown: str) -> Snapshot:
        """The catalog after `changes`, filtered, with positions of the projection `wanted`.

        Until that is laid out for the active clustering, with those of `shown`.
        """
        with library.catalog.reading():
            name = wanted if wanted == shown or is_laid_out(library, wanted) else shown
            if library.catalog.clusterings.projection(name) is None:
                name = MAP
            read = load_gallery(library.catalog, name, None if changes & Changes.FILES else self._last)
            make_turned(library, read.turns)
            edits = library.catalog.edits
            last = edits.last_done()
            log = EditLog(last, edits.first_undone(), newest_action(library, last))
        self._last = gallery = self._order.arrange(with_translated_names(read))
        given = {c.name for c in gallery.clusters if c.named_by_user}
        ways = (log.action or log.last, log.undone)
        undo, redo = (None if way is None else edit_name(way.label, given) for way in ways)
        return Snapshot(gallery, filters.evaluate(gallery), undo, redo, name, log)

    def read_understood(self, library: Library, filters: Filters) -> tuple[Gallery, FilterResult] | None:
        """The gallery that was read last, and the same with what is known of its photos by now, filtered.

        None where nothing is new.
        """
        before = self._last
        if before is None:
            return None
        with library.catalog.reading():
            understood = load_understood(library.catalog, before.files, before.understood)
        if understood.same_as(before.understood):
            return None
        self._last = gallery = before.with_understood(understood)
        return before, filters.evaluate(gallery)
