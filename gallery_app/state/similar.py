"""Show only the photos most similar to one."""

from __future__ import annotations

from engine.gallery.similar import nearest_photos
from gallery_app.state.session import Session

SHARE = 5  # one in so many photos is shown as similar,
LEAST, MOST = 24, 200  # within these limits


def find_similar(session: Session, file: int, origin: object) -> None:
    """Show the photos most similar to a file, by cosine similarity of their vectors, the most similar first."""
    gallery = session.gallery
    count = min(max(len(gallery) // SHARE, LEAST), MOST)
    session.query(
        lambda library: nearest_photos(library, gallery, file, count),
        lambda near: session.filters.similar_to(file, near, origin),
    )
