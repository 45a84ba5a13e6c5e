"""SpokenStrip: the photos of the filmstrip for a screen reader."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from gallery_app.widgets.accessible.items import Items

if TYPE_CHECKING:
    from gallery_app.views.parts.filmstrip import Filmstrip


class SpokenStrip(Items):
    """A list of photos, keyed by file id; the viewed one is the current and the selected one."""

    def __init__(self, strip: Filmstrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self.files: Sequence[int] = ()
        self._places: dict[int, int] = {}

    def show_files(self, files: Sequence[int]) -> None:
        self.files, self._places = files, {file: place for place, file in enumerate(files)}

    def count(self) -> int:
        return len(self.files)

    def key(self, at: int) -> int:
        return self.files[at]

    def position(self, key: Hashable) -> int:
        return self._places.get(key, -1) if isinstance(key, int) else -1

    def current(self) -> int:
        return self._strip.index if self.files else -1

    def name(self, at: int) -> str:
        return self._strip.name_of(self.files[at])

    def box(self, at: int) -> QRect:
        return self._strip.place_of(at)

    def at(self, point: QPoint) -> int:
        file = self._strip.file_at(point)
        return -1 if file is None else self.position(file)

    def selected(self) -> frozenset[Hashable]:
        return frozenset(self.files[self._strip.index : self._strip.index + 1])

    def press(self, at: int) -> None:
        self._strip.chosen.emit(self.files[at])

    def toggle(self, at: int) -> None:
        self.press(at)
