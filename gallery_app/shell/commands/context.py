"""Context: what is open, shown and selected: all that decides which commands are enabled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.core.records import Cluster
    from engine.gallery.people import PersonCard
    from gallery_app.shell.pages import Pages
    from gallery_app.state.session import Session
    from gallery_app.views.shelf.cluster_shelf import ClusterShelf


@dataclass(frozen=True, slots=True)
class Context:
    """By default nothing is open.

    On pages other than `at_work` and `in_viewer` no command acts on the selection, which is hidden there; and none
    acts on a cluster while clusters are not seen.
    """

    folder: bool = False  # one is open, even if its drive is missing
    library: bool = False  # one is open
    read_only: bool = False  # it can only be looked at
    folder_present: bool = False  # a library is open that can be written, and its folder is not missing
    busy: bool = False  # the engine works
    photos: bool = False
    clusters: bool = False
    clustered: bool = False  # there is a clustering, even of one cluster
    selection: bool = False
    placed: bool = False  # some of the selected are in a cluster, not only in Unsure, and there is another
    current: bool = False  # there is a current photo
    cluster: Cluster | None = None  # that commands act on: it is shown, or its photos are selected
    others: bool = False  # there are clusters beside it
    only: bool = False  # just one cluster is shown
    known_kinds: frozenset[str] = frozenset()  # of pictures, of which there are some among what is shown
    kinds: frozenset[str] = frozenset()  # those that alone are shown
    written: bool = False  # in the current photo, as far as it was read
    filtered: bool = False  # filters hide some photos
    query: bool = False  # the find field is not empty
    can_undo: bool = False
    can_redo: bool = False
    at_work: bool = False  # the work page is shown
    in_viewer: bool = False  # the viewer is shown
    map_seen: bool = False
    faces: bool = False  # some are known
    faces_wanted: bool = False  # the user has agreed to look for faces
    person: PersonCard | None = None  # that commands act on: on the shelf of persons
    persons: int = 0  # on that shelf
    only_person: bool = False  # just one person's photos are shown

    @property
    def free(self) -> bool:
        """The work page or the viewer is shown."""
        return self.at_work or self.in_viewer

    @property
    def own_cluster(self) -> bool:
        """There is a cluster to act on, and it is not Unsure."""
        return self.cluster is not None and not self.cluster.unsure

    @property
    def divisible(self) -> bool:
        """The engine can split the cluster."""
        return self.own_cluster and self.cluster is not None and self.cluster.members > 1 and self.folder_present


def _is_written(session: Session) -> bool:
    """Whether text was read in the current photo."""
    gallery = session.gallery
    row = gallery.row_of.get(session.current or -1)
    return row is not None and (gallery.files[row].digest or "") in gallery.understood.texts


def context_of(session: Session, pages: Pages, shelf: ClusterShelf, *, map_seen: bool) -> Context:
    """The Context of a session, the visible page, and what is chosen on the shelf."""
    gallery, options = session.gallery, session.filters.options
    cluster = shelf.target() if pages.at_work and session.filters.shown.by_cluster else None
    own = [c.id for c in gallery.clusters if not c.unsure]
    return Context(
        folder=session.folder is not None,
        library=session.library is not None,
        read_only=session.read_only,
        folder_present=session.can_work,
        busy=session.busy,
        photos=len(gallery) > 0,
        clusters=len(gallery.clusters) > 0,
        clustered=gallery.clustering is not None,
        selection=bool(session.selection),
        placed=len(own) > 1 and not shelf.selected_clusters.isdisjoint(own),
        current=session.current in gallery.row_of,
        cluster=cluster,
        others=len(own) > 1,
        only=options.only is not None,
        known_kinds=frozenset(session.filters.shown.kinds),
        kinds=options.kinds,
        written=_is_written(session),
        filtered=options.filters,
        query=bool(options.query.strip()),
        can_undo=session.can_undo,
        can_redo=session.can_redo,
        at_work=pages.at_work,
        in_viewer=pages.in_viewer,
        map_seen=map_seen,
        faces=session.people.any,
        faces_wanted=bool(pages.work.consent.answer),
        person=pages.work.people.target() if pages.at_work else None,
        persons=len(pages.work.people.shown()),
        only_person=options.person is not None,
    )
