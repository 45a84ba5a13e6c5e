"""Look: which photos of a map stand out, and in which layers their dots are painted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gallery_app.base import theme
from gallery_app.views.map.dots.picture import Layer
from gallery_app.views.map.dots.raster import blend, ordered
from gallery_app.views.map.scene import MapScene, pixel

RINGS = 20_000  # more selected dots than this are told by the others being dim
DIMMED = 72  # 256ths of its colour that a photo keeps while others are selected


@dataclass(frozen=True, eq=False)
class Look:
    """Which photos of a scene are selected and which are bright (m,); `dims` where not all are."""

    selected: NDArray[np.bool_]
    bright: NDArray[np.bool_]
    dims: bool
    layers: tuple[Layer, ...]


def look_of(scene: MapScene, selection: frozenset[int]) -> Look:
    """Bright are the selected photos; where none is, those that the filter lets through."""
    selected = scene.of_ids(selection)
    rings = bool(selected.any())
    bright = scene.matching & selected if rings else scene.matching
    count = int(np.count_nonzero(bright))
    dims = count < len(scene)
    colours = ordered(scene.palette)[scene.tones]
    if not dims:
        return Look(selected, bright, dims, (Layer(colours, len(scene)),))
    now = theme.current()
    dim = ordered(blend(np.uint32(pixel(now.window)), scene.palette, DIMMED))[scene.tones]
    layers = [Layer(dim, len(scene)), Layer(colours, count, bright)]
    if rings:
        white = np.broadcast_to(np.uint32(pixel(now.text)), len(scene))
        layers.insert(1, Layer(white, count, bright, wider=3.0, most=RINGS))
    return Look(selected, bright, dims, tuple(layers))
