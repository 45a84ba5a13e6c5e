"""Exports what the map shows as a MapDrawing, which engine/report/map_svg.py writes as SVG."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.records import Floats
from engine.gallery.places import Earth
from engine.report.map_svg import DrawnLand, DrawnName, DrawnPhoto, MapDrawing
from gallery_app.base import theme
from gallery_app.base.painting import mixed
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.dots.highlights import Highlights
from gallery_app.views.map.dots.raster import diameter_for
from gallery_app.views.map.land import land_colour, outlines
from gallery_app.views.map.names.labels import lay_out_names
from gallery_app.views.map.scene import MapScene
from gallery_app.views.map.thumbnails import MapThumbnails


@dataclass(frozen=True)
class MapView:
    """What the map shows: the photos of `scene` at `xy` (m, 2), as seen by `camera`."""

    scene: MapScene
    xy: Floats
    camera: Camera
    highlights: Highlights


def drawing_of(title: str, view: MapView, thumbnails: MapThumbnails, family: str) -> MapDrawing:
    """The drawing of a view; names are in the font `family`."""
    scene, camera, highlights = view.scene, view.camera, view.highlights
    now, points = theme.current(), camera.to_view(view.xy)
    x, y = points.T
    seen = (x > 0) & (x < camera.width) & (y > 0) & (y < camera.height)
    photos = tuple(
        DrawnPhoto(
            thumbnails.file(scene, index),
            (box.x(), box.y(), box.width(), box.height()),
            thumbnails.colour(scene, index),
            scene.gallery.files[int(scene.rows[index])].path,
            bool(highlights.bright[index]),
        )
        for index, box in thumbnails.boxes
    )
    names = tuple(
        DrawnName(name, (box.x(), box.y(), box.width(), box.height()), mixed(tint.colour, now.text, 0.3).name())
        for name, tint, box, _ in lay_out_names(scene, camera, thumbnails.corners(), family)
    )
    return MapDrawing(
        title,
        camera.width,
        camera.height,
        now.window,
        family,
        points,
        scene.palette_index.astype(int),
        tuple(f"#{int(colour) & 0xFFFFFF:06x}" for colour in scene.palette),
        highlights.bright,
        diameter_for(int(seen.sum())),
        photos,
        names,
        None if scene.earth is None else _land_of(scene.earth, camera),
    )


def _land_of(earth: Earth, camera: Camera) -> DrawnLand:
    frame = camera.frame(1.0)
    return DrawnLand(tuple(outlines(frame.area, frame, earth)), land_colour().name())
