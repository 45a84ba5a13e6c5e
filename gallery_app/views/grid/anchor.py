"""The scroll anchor: keeps the photos in view in place while the grid is sorted, filtered or laid out again."""

from __future__ import annotations

from gallery_app.models.photo_list import PhotoList
from gallery_app.views.grid.pages import PagedLayout

Anchor = list[tuple[int, str | None, int]]  # file id, key of its section, pixels below the view's top edge


def anchor_of(photos: PhotoList, layout: PagedLayout, seen: range, top: int) -> Anchor:
    """The photos in view, those cut by the upper edge last; `top` is the scroll offset. Empty at the very top."""
    if top == 0:
        return []
    tops = (layout.boxes(seen)[1] - top).tolist()
    found = [(int(photos.ids[p]), photos.section_of(p).key, below) for p, below in zip(seen, tops, strict=True)]
    return sorted(found, key=lambda f: f[2] < 0)


def top_for(anchor: Anchor, photos: PhotoList, layout: PagedLayout) -> int | None:
    """The scroll offset that keeps the first anchored photo that is still in its section in place; None: no such."""
    for file, key, below in anchor:
        position = photos.position_of(file)
        if position >= 0 and photos.section_of(position).key == key:
            return layout.box(position)[1] - below
    return None
