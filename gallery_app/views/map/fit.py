"""MapFit: which camera shows the whole map, and whether the map keeps to it."""

from __future__ import annotations

from dataclasses import replace

from gallery_app.views.map.camera import SAMPLE, Camera
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

    def update(self, camera: Camera, scene: MapScene, controls: tuple[int, int] = (0, 0)) -> None:
        """Find the camera anew, for a view as large as that of `camera`.

        Photos that would lie below the `controls`, so wide and high in the lower right corner, make the map lower.
        """
        self.camera = self._whole(camera, scene)
        wide, high = controls
        if high and self._reaches(scene, camera.width - wide, camera.height - high):
            above = self._whole(camera.resized(camera.width, camera.height - high), scene)
            down = high / 2 / (above.scale * above.stretch)
            self.camera = replace(above, height=camera.height, y=above.y + down)

    def _reaches(self, scene: MapScene, left: int, top: int) -> bool:
        """Whether a photo lies to the right of `left` and below `top`, in pixels of the view."""
        half = _half(scene, self.camera)
        x, y = self.camera.to_view(scene.xy[:: len(scene) // SAMPLE + 1]).T
        return bool(((x > left - half) & (y > top - half)).any())

    def _whole(self, camera: Camera, scene: MapScene) -> Camera:
        whole = camera.fitted(scene.extent, MARGIN, scene.most_stretch)
        room = min(camera.width, camera.height) // 3  # a small view is not all margin
        margin = max(MARGIN, min(_half(scene, whole) + GAP, room))
        return camera.fitted(scene.extent, margin, scene.most_stretch)

    def limits(self, scene: MapScene) -> tuple[float, float]:
        """The least and the largest scale."""
        whole, apart = self.camera.scale, scene.nearest if scene.is_small else scene.spacing
        return whole / 3, max(whole * 4, min(4 * LARGEST / max(apart, 1e-6), whole * FARTHEST))


def _half(scene: MapScene, camera: Camera) -> int:
    """Half the longer side of a thumbnail, 0 where photos are dots."""
    if not len(scene) or scene.spacing * camera.min_scale < MIN_SPACING:
        return 0
    return cell_at(scene, camera.min_scale, camera)[1] // 2
