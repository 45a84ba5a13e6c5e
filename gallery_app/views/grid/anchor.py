"""ScrollAnchor: keeps a photo in its place in the view while the grid is zoomed, sorted, filtered or laid out again."""

from __future__ import annotations

from dataclasses import dataclass

from gallery_app.models.photo_list import PhotoList
from gallery_app.views.grid.pages import PagedLayout


@dataclass(frozen=True)
class GridView:
    """What the grid shows: `height` pixels from the scroll offset `top` on; `current` is a position, or -1."""

    photos: PhotoList
    layout: PagedLayout
    top: int
    height: int
    heading: int
    current: int = -1


@dataclass(frozen=True)
class Spot:
    """A point of a photo, `share` of its height from its upper edge, `below` pixels under the view's upper edge."""

    file: int
    key: str | None  # of its section
    below: int
    share: float = 0.0
    whole: bool = False  # the photo has to stay in the view


class ScrollAnchor:
    """The current photo if it is in view, else the first in view; at the very top the view stays there.

    It is held until the user scrolls or goes to another photo: narrower and wider again, or filtered and cleared
    again, the view is where it was.
    """

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at: tuple[int, int] | None = None
        self._top = -1  # where the view was left
        self._current = -1  # file id
        self._was_at_top = False

    def hold(self, view: GridView, at: tuple[int, int] | None = None) -> None:
        """Hold what is in view now; `at` is a point of the view whose photo is to stay under it."""
        current = int(view.photos.ids[view.current]) if view.current >= 0 else self._current
        if (view.top, current, at) == (self._top, self._current, self._at):
            return
        self._current, self._at = current, at
        self._was_at_top = view.top == 0 and at is None
        self._spots = _spots_of(view) if at is None else _spot_at(view, *at)

    def top_in(self, view: GridView) -> int | None:
        """The scroll offset in a new view that keeps the place; None where none of the photos is in its section."""
        keys = {section.key for section in view.photos.sections}
        for spot in self._spots:
            position = view.photos.position_of(spot.file)
            if position < 0:
                continue
            moved = view.photos.section_of(position).key != spot.key
            if not moved or (spot.whole and spot.key not in keys):  # its section is gone: they are grouped otherwise
                return self._top_for(spot, position, view)
        return None

    def left_at(self, top: int) -> None:
        """The view has been scrolled to `top` for it: whatever else it shows next, somebody has scrolled."""
        self._top = top

    def _top_for(self, spot: Spot, position: int, view: GridView) -> int:
        _, top, _, height = view.layout.box(position)
        wanted = round(top + spot.share * height) - spot.below
        if not spot.whole:
            return wanted
        if self._was_at_top and top + height <= view.height:
            return 0
        return min(max(wanted, top + height - view.height), top - view.heading)


def _spots_of(view: GridView) -> list[Spot]:
    """The current photo, those whose upper edge is in view, then those cut by the view's; at the top the first only."""
    seen = view.layout.visible(view.top, view.top + view.height)
    spots = []
    for position, top in zip(seen, (view.layout.boxes(seen)[1] - view.top).tolist(), strict=True):
        current = position == view.current
        spots.append(Spot(int(view.photos.ids[position]), view.photos.section_of(position).key, top, whole=current))
    spots.sort(key=lambda spot: (not spot.whole, spot.below < 0))
    return [spot for spot in spots if spot.whole] if view.top == 0 else spots


def _spot_at(view: GridView, x: int, y: int) -> list[Spot]:
    """The point of the photo that is nearest to a point of the view."""
    position = view.layout.nearest(x, y + view.top, view.layout.visible(view.top, view.top + view.height))
    if position < 0:
        return []
    _, top, _, height = view.layout.box(position)
    share = (y + view.top - top) / height
    return [Spot(int(view.photos.ids[position]), view.photos.section_of(position).key, y, share)]
