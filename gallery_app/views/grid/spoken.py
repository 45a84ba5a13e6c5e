"""SpokenGrid: the photos of the grid for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from gallery_app.i18n.understanding.reason_words import found_words
from gallery_app.views.parts.flag_badge import flag_words
from gallery_app.views.parts.photo_words import photo_count, photo_description, photo_name, selected_count
from gallery_app.widgets.accessible.items import Items

if TYPE_CHECKING:
    from collections.abc import Hashable

    from gallery_app.views.grid.photo_grid import PhotoGrid


class SpokenGrid(Items):
    """A list of photos, keyed by file id."""

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid, grid.viewport())
        self._grid = grid

    def count(self) -> int:
        return len(self._grid.photos)

    def key(self, at: int) -> int:
        return int(self._grid.photos.ids[at])

    def position(self, key: Hashable) -> int:
        return self._grid.photos.position_of(key) if isinstance(key, int) else -1

    def current(self) -> int:
        return self._grid.current

    def name(self, at: int) -> str:
        return photo_name(self._grid.photos.gallery, int(self._grid.photos.rows[at]))

    def description(self, at: int) -> str:
        said = photo_description(self._grid.photos.gallery, int(self._grid.photos.rows[at]))
        found = found_words(self._grid.session.filters.shown, int(self._grid.photos.rows[at]))
        said = ", ".join(filter(None, (said, flag_words(self._grid.flag_of(self.key(at))), found)))
        return said + selected_count(self._grid.session.selection, self.key(at))

    def box(self, at: int) -> QRect:
        return self._grid.box_of(at)

    def at(self, point: QPoint) -> int:
        return self._grid.position_at(point)

    def selected(self) -> frozenset[Hashable]:
        return self._grid.session.selection

    def press(self, at: int) -> None:
        self._grid.opened.emit(self.key(at))

    def toggle(self, at: int) -> None:
        self._grid.select_at(at, self._grid.session.selection ^ {self.key(at)})

    def follow(self) -> None:
        grid = self._grid
        many = photo_count(len(grid.photos))
        if many != grid.accessibleDescription():
            grid.setAccessibleDescription(many)
        super().follow()
