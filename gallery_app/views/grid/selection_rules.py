"""SelectionRules: what a click, a key or a rubber band selects, as in a file manager; no Qt."""

from __future__ import annotations

from collections.abc import Iterable

from gallery_app.models.photo_list import PhotoList

Ids = frozenset[int]


class SelectionRules:
    """Keeps the anchor that Shift extends from, as a file id, so that it survives a new sort order."""

    def __init__(self) -> None:
        self._anchor: int | None = None

    def pick(self, photos: PhotoList, position: int, before: Ids, *, toggle: bool, extend: bool) -> Ids:
        """The selection after a click on, or a step to, `position`, with Ctrl (`toggle`) or Shift (`extend`)."""
        file = int(photos.ids[position])
        anchor = photos.position_of(self._anchor)
        if extend and anchor >= 0:
            first, last = sorted((anchor, position))
            reach = frozenset(photos.ids[first : last + 1].tolist())
            return before | reach if toggle else reach
        self._anchor = file
        if toggle:
            return before - {file} if file in before else before | {file}
        return frozenset([file])

    def band(self, photos: PhotoList, positions: Iterable[int], before: Ids, *, toggle: bool) -> Ids:
        """The selection while a rubber band touches `positions`; `before` is the selection when it began."""
        touched = frozenset(int(photos.ids[p]) for p in positions)
        return before ^ touched if toggle else before | touched


def find_name(photos: PhotoList, start: str, after: int) -> int:
    """The next position after `after`, wrapping around, whose file name begins with `start`; -1 if none."""
    wanted, count, files = start.casefold(), len(photos), photos.gallery.files
    rows = photos.rows
    for step in range(1, count + 1):
        position = (after + step) % count
        if files[rows[position]].path.rpartition("/")[2].casefold().startswith(wanted):
            return position
    return -1
