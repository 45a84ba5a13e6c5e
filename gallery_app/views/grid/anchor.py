"""What stays where it is in the view while the photos of the grid are arranged or laid out anew."""

from __future__ import annotations

from gallery_app.models.photo_list import PhotoList
from gallery_app.views.grid.pages import PagedLayout

Anchor = list[tuple[int, str | None, int]]  # a photo, its section, and how far below the view's top edge it lies


def anchor_of(photos: PhotoList, layout: PagedLayout, seen: range, top: int) -> Anchor:
    """The photos in view, which begins at `top`, those that are cut off by its edge last; none at the very top."""
    if top == 0:
        return []
    tops = (layout.boxes(seen)[1] - top).tolist()
    found = [(int(photos.ids[p]), photos.section_of(p).key, below) for p, below in zip(seen, tops, strict=True)]
    return sorted(found, key=lambda f: f[2] < 0)


def top_for(anchor: Anchor, photos: PhotoList, layout: PagedLayout) -> int | None:
    """Where the view is to begin so that the first of them that is in its section still stands where it stood."""
    for file, key, below in anchor:
        position = photos.position_of(file)
        if position >= 0 and photos.section_of(position).key == key:
            return layout.box(position)[1] - below
    return None
