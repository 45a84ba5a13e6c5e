"""ViewerMarks: what the viewed photo is marked as, kept or rejected; P, X and U mark it, as in a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.state.culling.flags import CullingFlags
from gallery_app.views.parts.flag_badge import MARKS, FlagLabel

if TYPE_CHECKING:
    from gallery_app.views.viewer.viewer import Viewer


class ViewerMarks:
    """Without flags it shows nothing and takes no key; Shift goes on to the next photo."""

    def __init__(self, viewer: Viewer, canvas: QWidget) -> None:
        self._viewer = viewer
        self._flags: CullingFlags | None = None
        self.badge = FlagLabel(canvas)

    def follow(self, flags: CullingFlags) -> None:
        self._flags = flags
        flags.changed.connect(self.refresh)

    def of(self, file: int) -> Flag | None:
        return None if self._flags is None else self._flags.of(file)

    def refresh(self) -> None:
        file = self._viewer.file
        self.badge.show_flag(None if file is None else self.of(file))
        self._viewer.filmstrip.update()

    def take_key(self, event: QKeyEvent) -> bool:
        if self._flags is None or self._viewer.file is None or event.key() not in MARKS:
            return False
        self._flags.set([self._viewer.file], MARKS[event.key()])
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._viewer.step(1)
        return True
