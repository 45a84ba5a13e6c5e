"""Makes resources/world/land.npz: the outlines of all land, for the map of the world, out of Natural Earth's.

Needs land-110m.json and land-50m.json of the npm package world-atlas (TopoJSON). The result is committed, so that
only who changes it runs this:

    npm pack world-atlas && tar xzf world-atlas-*.tgz && python packaging/make_coastline.py package
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.gallery.geography.coastline import above, below

OUT = Path(__file__).resolve().parent.parent / "resources" / "world"
SCALES = {"coarse": "land-110m.json", "fine": "land-50m.json"}
STEPS = 100  # a degree: a kilometre, finer than the fine outlines are true

Ring = NDArray[np.float64]  # (n, 2) longitudes and latitudes, closed


def rings_of(topology: dict[str, Any]) -> list[Ring]:
    """The outlines of a TopoJSON topology's land, those of inland seas among them, from -180° to 180°."""
    scale, corner = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(arc, axis=0) * scale + corner for arc in topology["arcs"]]
    polygons = [p for g in topology["objects"]["land"]["geometries"] for p in g["arcs"]]  # all are MultiPolygons
    rings = [_joined(arcs, indices) for polygon in polygons for indices in polygon]
    return [part for ring in rings for part in cut_at_the_date_line(ring)]


def _joined(arcs: list[Ring], indices: list[int]) -> Ring:
    """An arc begins where the one before it ends; ~i is arc i from its end."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def cut_at_the_date_line(ring: Ring) -> list[Ring]:
    """A ring that crosses 180° in its parts on either side; one that runs around the pole is closed there."""
    longitudes = np.degrees(np.unwrap(np.radians(ring[:, 0])))
    whole = np.stack([longitudes, ring[:, 1]], axis=1)
    if abs(longitudes[-1] - longitudes[0]) > 180:  # Antarctica
        whole = np.concatenate([whole, [[longitudes[-1], -90.0], [longitudes[0], -90.0]]])
    moved = [whole + np.array([turn, 0.0]) for turn in (-360.0, 0.0, 360.0)]
    parts = [below(above(part, 0, -180.0), 0, 180.0) for part in moved]
    return [np.concatenate([part, part[:1]]) for part in parts if len(part) and np.ptp(part[:, 0]) > 0]


def packed(rings: list[Ring]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """All points in STEPS of a degree, each as the way from the one before it, and where rings begin."""
    grid = [np.rint(ring * STEPS).astype(np.int32) for ring in rings]
    kept = [ring[np.append(True, (np.diff(ring, axis=0) != 0).any(axis=1))] for ring in grid]
    kept = [ring for ring in kept if len(ring) > 3]
    starts = np.cumsum([0, *map(len, kept)], dtype=np.int32)
    return np.diff(np.concatenate(kept), axis=0, prepend=0).astype(np.int32), starts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the unpacked package world-atlas")
    words = parser.parse_args()
    arrays: dict[str, Any] = {"steps": np.int32(STEPS)}
    for name, file in SCALES.items():
        topology = json.loads((words.folder / file).read_text("utf-8"))
        arrays[name], arrays[f"{name}_starts"] = packed(rings_of(topology))
    np.savez_compressed(OUT / "land.npz", **arrays)
    for name in SCALES:
        print(f"{name}: {len(arrays[f'{name}_starts']) - 1} outlines, {len(arrays[name]):,} points")


if __name__ == "__main__":
    main()
