"""SpokenMap: the photos of the map for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt

from gallery_app.views.parts.photo_words import photo_description, photo_name, selected_count
from gallery_app.widgets.accessible.items import Items

if TYPE_CHECKING:
    from collections.abc import Hashable

    from gallery_app.views.map.photo_map import PhotoMap
    from gallery_app.views.map.scene import MapScene

SIDE = 24  # pixels: of the box of a photo that is shown as a dot


class SpokenMap(Items):
    """A list of the photos that match the filter, by cluster; keyed by file id."""

    def __init__(self, view: PhotoMap) -> None:
        super().__init__(view)
        self._map = view
        self._of: MapScene | None = None  # the scene that `_shown` is of
        session = view.session
        session.selection_changed.connect(lambda _ids, _origin: self.follow())
        for changed in (session.changed, session.filters.changed):  # later: the map has to follow first
            changed.connect(self.follow, Qt.ConnectionType.QueuedConnection)

    @property
    def _indices(self) -> np.ndarray:
        """The scene's index of each item, ascending."""
        scene = self._map.scene
        if scene is not self._of:
            self._of, self._shown = scene, np.flatnonzero(scene.matching)
        return self._shown

    def count(self) -> int:
        return len(self._indices)

    def key(self, at: int) -> int:
        return int(self._map.scene.ids[self._indices[at]])

    def position(self, key: Hashable) -> int:
        scene = self._map.scene
        index = scene.index_of(key) if isinstance(key, int) else -1
        return int(np.searchsorted(self._indices, index)) if index >= 0 and scene.matching[index] else -1

    def current(self) -> int:
        current = self._map.session.current
        return -1 if current is None else self.position(current)

    def _row(self, at: int) -> int:
        return int(self._map.scene.rows[self._indices[at]])

    def name(self, at: int) -> str:
        return photo_name(self._map.scene.gallery, self._row(at))

    def description(self, at: int) -> str:
        said = photo_description(self._map.scene.gallery, self._row(at))
        return said + selected_count(self._map.session.selection, self.key(at))

    def box(self, at: int) -> QRect:
        index = int(self._indices[at])
        shown = self._map.thumbnails.box(index)
        if shown is not None:
            return shown
        x, y = self._map.camera.to_view(self._map.xy[index : index + 1])[0].tolist()
        return QRect(round(x) - SIDE // 2, round(y) - SIDE // 2, SIDE, SIDE)

    def at(self, point: QPoint) -> int:
        file = self._map.file_at(point.toPointF())
        return -1 if file is None else self.position(file)

    def selected(self) -> frozenset[Hashable]:
        return self._map.session.selection

    def press(self, at: int) -> None:
        self._map.opened.emit(self.key(at))

    def toggle(self, at: int) -> None:
        file = self.key(at)
        self._map.select(self._map.session.selection ^ {file}, file)
