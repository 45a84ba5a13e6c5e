"""Which commands can be given now."""

from __future__ import annotations

from gallery_app.actions import Actions
from gallery_app.session import Session

NEEDS_PHOTOS = ("select-all", "select-none", "rename", "lock", "find", "slideshow")
NEEDS_SELECTION = ("new-cluster", "not-this", "delete")


def enable(actions: Actions, session: Session) -> None:
    """Switch every command on or off by what is open, shown and selected."""
    here = session.library is not None and not session.away
    photos, clusters = len(session.gallery) > 0, len(session.gallery.clusters) > 0
    words = session.filters.ask
    actions.enable(("undo",), session.can_undo)
    actions.enable(("redo",), session.can_redo)
    actions.enable(NEEDS_PHOTOS, photos)
    actions.enable(("save-map",), photos and not actions["view-photos"].isChecked())
    actions.enable(NEEDS_SELECTION, bool(session.selection))
    actions.enable(("copies",), here and not session.busy and session.gallery.clustering is not None)
    actions.enable(("split",), here and not session.busy and clusters)
    actions.enable(("ask", "clusterings"), session.gallery.clustering is not None)
    actions.enable(("find-like",), session.current is not None and clusters)
    actions.enable(("show-all",), words.filters)
    actions.enable(("keep-search",), bool(words.words.strip()))
    actions.enable(("close",), session.folder is not None)
    actions.enable(("rescan", "add-folder"), here)
    actions.enable(("retrain",), here and photos)
    actions.enable(("stop",), session.busy)
