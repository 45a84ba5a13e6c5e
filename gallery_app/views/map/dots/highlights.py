"""Highlights: which photos of the map are selected or bright, and the layers in which their dots are painted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gallery_app.base import theme
from gallery_app.views.map.dots.picture import Layer
from gallery_app.views.map.dots.raster import blend, ordered
from gallery_app.views.map.scene import MapScene, pixel

RINGS = 20_000  # up to so many selected dots get a ring; with more, only the others are dimmed
DIMMED = 72  # 256ths of its colour that a photo keeps while others are selected


@dataclass(frozen=True, eq=False)
class Highlights:
    """Masks (m,) of the selected and of the bright photos of a scene; `dims` if some are not bright."""

    selected: NDArray[np.bool_]
    bright: NDArray[np.bool_]
    dims: bool
    layers: tuple[Layer, ...]


def highlights_of(scene: MapScene, selection: frozenset[int], shown: str | None = None) -> Highlights:
    """The selected photos are bright; without a selection, those of the shown cluster that match the filter."""
    selected = scene.selected_mask(selection)
    rings = bool(selected.any())
    bright = scene.matching & selected if rings else scene.matching
    if not rings and shown in scene.keys:
        bright = bright & (scene.islands == scene.keys.index(shown))
    count = int(np.count_nonzero(bright))
    dims = count < len(scene)
    colours = ordered(scene.palette)[scene.palette_index]
    shapes = scene.shapes
    if not dims:
        return Highlights(selected, bright, dims, (Layer(colours, len(scene), shapes=shapes),))
    now = theme.current()
    dim = ordered(blend(np.uint32(pixel(now.window)), scene.palette, DIMMED))[scene.palette_index]
    layers = [Layer(dim, len(scene), shapes=shapes), Layer(colours, count, bright, shapes=shapes)]
    if rings:
        white = np.broadcast_to(np.uint32(pixel(now.text)), len(scene))
        layers.insert(1, Layer(white, count, bright, shapes, wider=3.0, most=RINGS))
    return Highlights(selected, bright, dims, tuple(layers))
