"""Which commands can be given now."""

from __future__ import annotations

from gallery_app.actions import Actions
from gallery_app.session import Session

NEEDS_PHOTOS = ("select-all", "select-none")
NEEDS_SHELF = ("rename", "lock")
NEEDS_SELECTION = ("new-cluster", "not-this", "delete")


def enable(actions: Actions, session: Session, *, at_work: bool, viewed: bool) -> None:
    """Switch every command on or off by what is open, shown and selected.

    `at_work`: shelf and photos are seen; `viewed`: one photo as large as the window. On other pages nothing happens
    to what is selected, for nobody sees it, and what is done there is ended there.
    """
    free = at_work or viewed
    here = session.library is not None and not session.away
    photos, clusters = len(session.gallery) > 0, len(session.gallery.clusters) > 0
    words = session.filters.ask
    actions.enable(("undo",), session.can_undo)
    actions.enable(("redo",), session.can_redo)
    actions.enable(NEEDS_PHOTOS, photos and not viewed)  # there the one that is seen is meant
    actions.enable(("save-map",), photos and not actions["view-photos"].isChecked())
    actions.enable(NEEDS_SHELF, photos and at_work)
    actions.enable(("find", "slideshow"), photos and free)
    actions.enable(("turn-left", "turn-right"), viewed)
    actions.enable(NEEDS_SELECTION, bool(session.selection) and free)
    actions.enable(("copies",), here and free and not session.busy and session.gallery.clustering is not None)
    actions.enable(("split",), here and not session.busy and clusters and at_work)
    actions.enable(("ask", "clusterings"), free and session.gallery.clustering is not None)
    actions.enable(("find-like",), session.current in session.gallery.row_of and clusters and free)
    actions.enable(("show-all",), words.filters)
    actions.enable(("keep-search",), bool(words.words.strip()))
    actions.enable(("close",), session.folder is not None)
    actions.enable(("rescan", "add-folder"), here)
    actions.enable(("retrain",), here and photos)
    actions.enable(("stop",), session.busy)
