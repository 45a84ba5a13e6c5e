"""Arrival: while the first photos come in they are shown by time, over both halves, until the clusters are there.

Those take their place at once, unless the user has begun to look through the photos: then they are offered. As soon as
a first training shows how it sorts them, the map is there for that.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject

from gallery_app.state.session import Session
from gallery_app.state.training_view import TrainingView
from gallery_app.views.bars.arrival_bar import ArrivalBar
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.map.photo_map import PhotoMap


class Arrival(QObject):
    """Shows the photos, the map or both, as wanted; the photos alone while nothing has a place on the map."""

    def __init__(self, session: Session, grid: PhotoGrid, photo_map: PhotoMap, training: TrainingView) -> None:
        super().__init__(grid)
        self._session, self._grid, self._map, self._training = session, grid, photo_map, training
        self._view = "both"
        self.bar = ArrivalBar()
        self.bar.wanted.connect(self.show_clusters)
        session.opened.connect(lambda: self._want_clusters(True))
        session.changed.connect(lambda _changes, _origin: self._refresh())
        session.filters.changed.connect(lambda _origin: self._refresh())
        training.changed.connect(self._refresh)
        session.selection_changed.connect(lambda _ids, _origin: self._touched())
        grid.verticalScrollBar().valueChanged.connect(lambda _value: self._touched())

    def show_view(self, name: str) -> None:
        """Show "photos", "map" or "both"."""
        self._view = name
        self._refresh()

    def show_clusters(self) -> None:
        """Show the clusters instead of the photos by time."""
        focused = self.bar.show_them.hasFocus()
        self._want_clusters(True)
        if focused:
            self._grid.setFocus()

    @property
    def _waits(self) -> bool:
        """Whether the clusters are there, and the photos still by time."""
        return not self._session.filters.options.clusters and bool(self._session.gallery.clusters)

    def _touched(self) -> None:
        """The user has selected or scrolled, or has gone back to where nothing would be lost."""
        if not self._session.gallery.clusters:
            looking = bool(self._session.selection) or self._grid.offset > 0
            self._want_clusters(not looking)

    def _want_clusters(self, wanted: bool) -> None:
        filters = self._session.filters
        filters.set_options(replace(filters.options, clusters=wanted), self)

    def _refresh(self) -> None:
        session, shown = self._session, self._session.filters.shown
        placed = shown.xy is not None or bool(np.isfinite(session.gallery.xy).any())
        mapped = session.library is None or self._training.shown or (placed and not shown.early)
        self._grid.setVisible(self._view != "map" or not mapped)
        self._map.setVisible(self._view != "photos" and mapped)
        self.bar.setVisible(self._waits)
