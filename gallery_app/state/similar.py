"""The photos most like one, shown instead of all."""

from __future__ import annotations

from engine.gallery.similar import nearest_photos
from gallery_app.state.session import Session

SHARE = 5  # so many times fewer than all are shown as like one,
LEAST, MOST = 24, 200  # but so many at least and at most


def find_similar(session: Session, file: int, origin: object) -> None:
    """Show the photos most like a file, the most alike first."""
    gallery = session.gallery
    count = min(max(len(gallery) // SHARE, LEAST), MOST)
    session.query(
        lambda library: nearest_photos(library, gallery, file, count),
        lambda near: session.filters.similar_to(file, near, origin),
    )
