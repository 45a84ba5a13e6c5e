"""MapFit: which camera shows the whole map, and whether the map keeps to it."""

from __future__ import annotations

from gallery_app.views.map.camera import Camera
from gallery_app.views.map.scene import MapScene
from gallery_app.views.map.thumbnails import LARGEST, MIN_SPACING, cell_at

FARTHEST = 1e4  # the largest zoom, times the scale that shows everything
MARGIN = 40  # pixels around the whole map, and at least a thumbnail's half
GAP = 8  # between a thumbnail and the edge of the view


class MapFit:
    """`camera` shows everything; while `on`, until the user pans or zooms, the map follows it."""

    def __init__(self) -> None:
        self.camera = Camera()
        self.on = True

    def reset(self) -> None:
        """Follow it again: the map is of another library."""
        self.on = True

    def update(self, camera: Camera, scene: MapScene) -> None:
        """Find the camera anew, for a view as large as that of `camera`."""
        whole = camera.fitted(scene.extent, MARGIN, scene.most_stretch)
        if len(scene) and scene.spacing * whole.min_scale >= MIN_SPACING:  # with thumbnails
            half = cell_at(scene, whole.min_scale, camera)[1] // 2 + GAP
            room = min(camera.width, camera.height) // 3  # a small view is not all margin
            whole = camera.fitted(scene.extent, max(MARGIN, min(half, room)), scene.most_stretch)
        self.camera = whole

    def limits(self, scene: MapScene) -> tuple[float, float]:
        """The least and the largest scale."""
        whole, apart = self.camera.scale, scene.nearest if scene.is_small else scene.spacing
        return whole / 3, max(whole * 4, min(4 * LARGEST / max(apart, 1e-6), whole * FARTHEST))
