"""What several tests ask of a window."""

from __future__ import annotations

from gallery_app.session import Session


def first_of(session: Session, name: str) -> int:
    """The file id of the surest photo of the cluster of this name."""
    cluster = next(c for c in session.gallery.clusters if c.name == name)
    return int(session.gallery.ids[session.gallery.members(cluster.id)[0]])
