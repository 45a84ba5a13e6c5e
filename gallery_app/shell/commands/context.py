"""Context: what is open, shown and selected: all that decides which commands are enabled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gallery_app.state.session import Session


@dataclass(frozen=True, slots=True)
class Context:
    """By default nothing is open.

    On pages other than `at_work` and `in_viewer` no command acts on the selection, which is hidden there.
    """

    folder: bool = False  # one is open, even if its drive is missing
    folder_present: bool = False  # a library is open, and its folder is not missing
    busy: bool = False  # the engine works
    photos: bool = False
    clusters: bool = False
    clustered: bool = False  # there is a clustering, even of one cluster
    selection: bool = False
    current: bool = False  # there is a current photo
    filtered: bool = False  # filters hide some photos
    query: bool = False  # the find field is not empty
    can_undo: bool = False
    can_redo: bool = False
    at_work: bool = False  # the work page is shown
    in_viewer: bool = False  # the viewer is shown
    map_seen: bool = False

    @property
    def free(self) -> bool:
        """The work page or the viewer is shown."""
        return self.at_work or self.in_viewer


def context_of(session: Session, *, at_work: bool, in_viewer: bool, map_seen: bool) -> Context:
    """The Context of a session and the visible page."""
    gallery, options = session.gallery, session.filters.options
    return Context(
        folder=session.folder is not None,
        folder_present=session.library is not None and not session.away,
        busy=session.busy,
        photos=len(gallery) > 0,
        clusters=len(gallery.clusters) > 0,
        clustered=gallery.clustering is not None,
        selection=bool(session.selection),
        current=session.current in gallery.row_of,
        filtered=options.filters,
        query=bool(options.query.strip()),
        can_undo=session.can_undo,
        can_redo=session.can_redo,
        at_work=at_work,
        in_viewer=in_viewer,
        map_seen=map_seen,
    )
