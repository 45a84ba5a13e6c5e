"""Context: what is open, shown and selected now - all that decides which commands can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gallery_app.state.session import Session


@dataclass(frozen=True, slots=True)
class Context:
    """Nothing is open where nothing is said.

    On pages other than `at_work` and `viewed` nothing happens to what is selected, for nobody sees it, and what is
    done there is ended there.
    """

    folder: bool = False  # one is open, or is not there and waited for
    here: bool = False  # it is open, and not away
    busy: bool = False  # the engine works
    photos: bool = False
    clusters: bool = False
    clustered: bool = False  # there is a clustering, be it of one piece
    selection: bool = False
    current: bool = False  # one photo is looked at closely
    filtered: bool = False  # not everything is shown
    query: bool = False  # something stands in the find field
    can_undo: bool = False
    can_redo: bool = False
    at_work: bool = False  # shelf and photos are seen
    viewed: bool = False  # one photo as large as the window
    map_seen: bool = False

    @property
    def free(self) -> bool:
        """No page lies over the photos but the viewer."""
        return self.at_work or self.viewed


def context_of(session: Session, *, at_work: bool, viewed: bool, map_seen: bool) -> Context:
    """What holds now."""
    gallery, options = session.gallery, session.filters.options
    return Context(
        folder=session.folder is not None,
        here=session.library is not None and not session.away,
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
        viewed=viewed,
        map_seen=map_seen,
    )
