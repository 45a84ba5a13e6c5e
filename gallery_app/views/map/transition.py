"""MapTransition: animates the positions of the photos and the camera to new ones."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from engine.core.records import Floats
from gallery_app.base import motion
from gallery_app.views.map.camera import Camera

TIME = 600  # ms from the old positions to the new


class MapTransition(QVariantAnimation):
    """Emits `moved` for each step; the last step is exactly the end."""

    moved = Signal(object, object)  # (Floats, Camera)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, startValue=0.0, endValue=1.0, duration=TIME)
        self.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._from: tuple[Floats, Camera]
        self._to: tuple[Floats, Camera]
        self.valueChanged.connect(self._on_value)

    def go(self, start: tuple[Floats, Camera], end: tuple[Floats, Camera]) -> None:
        self._from, self._to = start, end
        self.setDuration(motion.duration(TIME))
        self.start()

    def follow_camera(self, camera: Camera) -> None:
        """Continue with a fixed camera: the user has panned or zoomed."""
        self._from, self._to = (self._from[0], camera), (self._to[0], camera)

    def resized(self, width: int, height: int) -> None:
        """Continue in a view of another size."""
        (xy0, camera0), (xy1, camera1) = self._from, self._to
        self._from, self._to = (xy0, camera0.resized(width, height)), (xy1, camera1.resized(width, height))

    def _on_value(self, share: float) -> None:
        (xy0, camera0), (xy1, camera1) = self._from, self._to
        xy = xy1 if xy0 is xy1 or share >= 1 else xy0 + (xy1 - xy0) * np.float32(share)
        self.moved.emit(xy, camera0.between(camera1, share))
