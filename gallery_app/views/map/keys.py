"""MapKeys: the map by keys: arrows walk from photo to photo, and select without a lasso what lies together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from engine.core.records import Floats, Ints
from gallery_app.views.map.walk import Direction, grown, nearest_to, nearest_towards, pile_around, shrunk

if TYPE_CHECKING:
    from gallery_app.views.map.photo_map import PhotoMap

STEP = 60  # pixels for one press of Alt and an arrow key
ROOM = 28  # pixels between the current photo and the edges of the map, at least

Modifier = Qt.KeyboardModifier
LINES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}  # of the list of photos: so each of them can be reached
ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MapKeys:
    """Arrows go to the nearest photo there: Shift selects on the way, Ctrl does not select, Alt moves the map.

    Page up and down go through the photos one by one, pile by pile, wherever they lie.
    Space selects the current photo, or takes that back. P selects the pile around it; G grows what is selected by
    the photos nearest to it, Shift+G takes the farthest away again.
    """

    def __init__(self, view: PhotoMap) -> None:
        self._map = view

    def take(self, event: QKeyEvent) -> bool:
        """Handle a key; True if it was used."""
        key, held = event.key(), event.modifiers()
        if key in ARROWS:
            across, down = ARROWS[key]
            if held & Modifier.AltModifier:
                self._map.set_camera(self._map.camera.panned(-STEP * across, -STEP * down))
            else:
                self._go((across, down), held)
        elif key in LINES:
            self._go(LINES[Qt.Key(key)], held)
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif held & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier):
            return False
        elif key == Qt.Key.Key_P:
            self._select_pile()
        elif key == Qt.Key.Key_G:
            self._resize(smaller=bool(held & Modifier.ShiftModifier))
        else:
            return False
        return True

    def start(self) -> int:
        """The index of the current photo, or else of the one nearest to the middle of the map; -1 if there is none."""
        scene = self._map.scene
        index = scene.index_of(self._map.session.current)
        if index >= 0 and scene.matching[index]:
            return index
        shown = np.flatnonzero(scene.matching)
        middle = self._map.rect().center()
        found = nearest_to(self._points(shown), (middle.x(), middle.y()))
        return int(shown[found]) if found >= 0 else -1

    def reveal(self, index: int) -> None:
        """Move the map as little as needed to have a photo in view, and mark it."""
        view = self._map
        x, y = self._points(np.array([index]))[0].tolist()
        across = min(max(x, ROOM), max(view.width() - ROOM, ROOM)) - x
        down = min(max(y, ROOM), max(view.height() - ROOM, ROOM)) - y
        if across or down:
            view.set_camera(view.camera.panned(across, down))
        view.hover(index)

    def _points(self, indices: Ints) -> Floats:
        return self._map.camera.to_view(self._map.scene.xy[indices])

    def _go(self, towards: Direction | int, held: Modifier) -> None:
        """Go to the nearest photo in a direction, or to the next or previous one of all."""
        view, start = self._map, self.start()
        if start < 0:
            return
        target = start
        if start == view.scene.index_of(view.session.current):  # else the first key only finds where one is
            shown = np.flatnonzero(view.scene.matching)
            place = int(np.searchsorted(shown, start))
            if isinstance(towards, int):
                found = min(max(place + towards, 0), len(shown) - 1)
            else:
                found = nearest_towards(self._points(shown), place, towards)
            target = int(shown[found]) if found >= 0 else start
        file, before = int(view.scene.ids[target]), view.session.selection
        if held & Modifier.ShiftModifier:
            chosen = before | {int(view.scene.ids[start]), file}
        else:
            chosen = before if held & Modifier.ControlModifier else frozenset([file])
        view.select(chosen, file)
        self.reveal(target)

    def _toggle(self) -> None:
        view, index = self._map, self.start()
        if index >= 0:
            file = int(view.scene.ids[index])
            view.select(view.session.selection ^ {file}, file)
            self.reveal(index)

    def _select_pile(self) -> None:
        view, index = self._map, self.start()
        if index >= 0:
            shown = np.flatnonzero(view.scene.matching)
            place = int(np.searchsorted(shown, index))
            found = shown[pile_around(view.scene.xy[shown], view.scene.islands[shown], place)]
            view.select(frozenset(view.scene.ids[found].tolist()), int(view.scene.ids[index]))
            self.reveal(index)

    def _resize(self, *, smaller: bool) -> None:
        view, index = self._map, self.start()
        if index < 0:
            return
        shown = np.flatnonzero(view.scene.matching)
        points, place = self._points(shown), int(np.searchsorted(shown, index))
        selected = np.flatnonzero(view.scene.selected_mask(view.session.selection)[shown])
        if smaller:
            chosen = shrunk(points, selected, place)
        elif not len(selected):
            chosen = np.array([place])
        else:
            chosen = np.concatenate([selected, grown(points, selected, place)])
        view.select(frozenset(view.scene.ids[shown[chosen]].tolist()), int(view.scene.ids[index]))
        self.reveal(index)
