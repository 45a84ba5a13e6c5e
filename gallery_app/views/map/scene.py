"""MapScene: the photos of a gallery that have a position on the map, as arrays; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from engine.gallery.filtering import FilterResult
from engine.gallery.places import Earth
from engine.gallery.snapshot import Gallery
from gallery_app.base.marks import DISC, Mark
from gallery_app.views.map.camera import MOST_STRETCH, Extent, extent_of
from gallery_app.views.map.dots.raster import PaletteIndex, Pixels
from gallery_app.views.map.dots.tiles import Tiles
from gallery_app.views.map.layout import cluster_boxes, nearest_distance
from gallery_app.views.map.names.cluster_regions import ClusterRegions, cluster_regions_of

SAMPLE = 100_000  # photos from which the spacing of all is estimated
FEW = 1_500  # up to so many photos, each is shown as a thumbnail
_FROM_POSITIONS = "extent", "row_spacing", "spacing", "nearest"  # cached properties that depend on `xy` alone


@dataclass(frozen=True)
class MapScene:
    """m photos sorted by cluster: `rows` of the gallery, file `ids`, positions `xy` (m, 2), `palette_index`, `rank`.

    `palette_index` is 1 for photos in no cluster, else label + 2; `palette` has the colours. `rank` is lower for photos
    more typical of their cluster; `matching` is the mask of the filter; `marks` are the clusters'. `islands` (m,) index
    into `keys`, `names` and `tints` (marks): the clusters, or the towns of a map of the world (`earth`); -1 for photos
    in none. `all_xy` (n, 2) are the positions of all photos of the gallery, NaN for those without one.
    """

    gallery: Gallery
    all_xy: Floats
    rows: Ints
    ids: Ints
    xy: Floats
    palette_index: PaletteIndex
    palette: Pixels
    rank: Floats
    matching: NDArray[np.bool_]
    islands: Ints
    keys: tuple[str, ...]
    names: tuple[str, ...]
    tints: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    earth: Earth | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def tiles(self) -> Tiles:
        """The spatial index of `xy`."""
        return Tiles(self.xy)

    @cached_property
    def shapes(self) -> NDArray[np.uint8] | None:
        """The shape of each photo's dot, (m,); None if all are discs."""
        of_clusters = np.array([DISC, DISC, *(mark.shape for mark in self.marks)], np.uint8)
        return of_clusters[self.palette_index] if of_clusters.any() else None

    @property
    def labels(self) -> Ints:
        """The cluster of each photo, -1 in none."""
        return self.palette_index.astype(np.int64) - 2

    @property
    def on_earth(self) -> bool:
        return self.earth is not None

    @property
    def most_stretch(self) -> float:
        """The camera's largest stretch: 1 on a map of the world, which keeps its shape."""
        return 1.0 if self.on_earth else MOST_STRETCH

    @cached_property
    def boxes(self) -> Floats:
        """Left, top, right, bottom of each cluster's region, or of each town, (k, 4); NaN for an empty one."""
        return (
            cluster_boxes(self.xy, self.islands, np.arange(len(self.keys)))
            if self.on_earth
            else self.cluster_regions.boxes
        )

    @cached_property
    def cluster_regions(self) -> ClusterRegions:
        """The dense region of each cluster; not for towns."""
        return cluster_regions_of(self.xy, self.islands, len(self.keys), self.extent)

    @cached_property
    def by_size(self) -> Ints:
        """Indices of the named clusters that have photos, the largest first."""
        sizes = np.bincount(self.islands[self.islands >= 0], minlength=len(self.keys))
        sizes[[index for index, name in enumerate(self.names) if not name]] = 0  # of a training that is running
        order = np.argsort(-sizes, kind="stable")
        return order[sizes[order] > 0]

    @cached_property
    def extent(self) -> Extent:
        """Minimum and maximum of the positions, see `extent_of`."""
        return extent_of(self.xy)

    @property
    def is_small(self) -> bool:
        return 1 < len(self) <= FEW and not self.on_earth  # photos of one location lie on each other

    @cached_property
    def nearest(self) -> float:
        """The median nearest-neighbour distance in a small scene, in units of the map."""
        return nearest_distance(self.xy)

    @cached_property
    def row_spacing(self) -> float | None:
        """The distance of rows if the photos lie in rows, as on a self-organising grid; else None."""
        rows = np.unique(self.xy[:: len(self) // SAMPLE + 1, 1])
        return float(np.diff(rows).min()) if 1 < len(rows) <= len(self) / 4 else None

    @cached_property
    def spacing(self) -> float:
        """The approximate distance of neighbours, in units of the map."""
        if len(self) < 2:
            return 1.0
        low, high = np.percentile(self.xy[:: len(self) // SAMPLE + 1], [1, 99], axis=0)
        return float(np.sqrt(np.prod(np.maximum(high - low, 1e-3)) / len(self)))

    def with_filter(self, shown: FilterResult) -> MapScene:
        """The same scene with another filter; cached properties are kept."""
        other = replace(self, matching=_matching(self.gallery, shown)[self.rows])
        known = self.__dict__.keys() - other.__dict__.keys()  # the cached properties: none depends on `matching`
        other.__dict__.update({name: self.__dict__[name] for name in known})
        return other

    def reuse(self, old: MapScene) -> bool:
        """Take over the cached properties of `old` that are valid here; True if the positions are the same."""
        if not np.array_equal(self.gallery.ids, old.gallery.ids):
            return False
        if not np.array_equal(self.all_xy, old.all_xy, equal_nan=True):
            return False
        vars(self).update({name: vars(old)[name] for name in _FROM_POSITIONS if name in vars(old)})
        if "tiles" in vars(old):
            vars(self)["tiles"] = old.tiles.reordered(self._indices_in(old))
        return True

    def _indices_in(self, old: MapScene) -> Ints:
        """The index of each photo in another scene of the same files, -1 if it is not there. (m,)"""
        index_of = np.full(len(self.gallery), -1)
        index_of[old.rows] = np.arange(len(old))
        return index_of[self.rows]

    def index_of(self, file: int | None) -> int:
        """The index of a file id, or -1."""
        if file is None or not len(self):
            return -1
        index = int(np.searchsorted(self._sorted_ids, file))
        found = index < len(self) and self._sorted_ids[index] == file
        return int(self._by_id[index]) if found else -1

    def selected_mask(self, ids: frozenset[int]) -> np.ndarray:
        """Mask (m,) of the photos among `ids`."""
        return np.isin(self.ids, np.fromiter(ids, np.int64, len(ids)))

    def positions_from(self, old: MapScene, xy: Floats) -> Floats:
        """The positions of these photos in `old` (shown at `xy`), (m, 2); new ones get their final position."""
        if np.array_equal(self.gallery.ids, old.gallery.ids):  # the usual case, four times as fast
            index = self._indices_in(old)
            known = index >= 0
        else:
            found = np.minimum(np.searchsorted(old._sorted_ids, self.ids), len(old) - 1)
            known = old._sorted_ids[found] == self.ids
            index = old._by_id[found]
        positions = xy.take(index, axis=0)
        if not known.all():
            positions[~known] = self.xy[~known]
        return positions

    @cached_property
    def _by_id(self) -> Ints:
        return np.argsort(self.ids, kind="stable")

    @cached_property
    def _sorted_ids(self) -> Ints:
        return self.ids[self._by_id]


def scene_of(gallery: Gallery, marks: Sequence[Mark], no_cluster: str, shown: FilterResult | None = None) -> MapScene:
    """The scene of a gallery; `marks` are those of the clusters, `no_cluster` is the colour of photos in none.

    `shown` gives the filter and, where photos are grouped by place, the map of the world.
    """
    earth = None if shown is None else shown.earth
    xy = shown.xy if shown is not None and shown.xy is not None else gallery.xy
    rows = np.flatnonzero(np.isfinite(xy[:, 0]) & np.isfinite(xy[:, 1]))
    palette_index = (gallery.labels[rows] + 2).astype(np.uint16)
    order = np.argsort(palette_index, kind="stable")
    rows, palette_index = rows[order], palette_index[order]
    labels = gallery.labels[rows]
    palette = np.array([0, *(pixel(c) for c in (no_cluster, *(mark.colour for mark in marks)))], np.uint32)
    rank = -gallery.confidences[rows]
    matching = np.ones(len(gallery), np.bool_) if shown is None else _matching(gallery, shown)
    islands, keys = labels, tuple(c.id for c in gallery.clusters)
    names, tints = tuple(c.name for c in gallery.clusters), tuple(marks)
    if earth is not None and shown is not None and shown.groups is not None:
        islands, keys = shown.groups.labels[rows], shown.groups.keys
        names, tints = tuple(key.rpartition("\t")[2] for key in keys), (Mark(no_cluster),) * len(keys)
        islands = np.where(np.array([bool(name) for name in names])[islands], islands, -1)
    return MapScene(
        gallery,
        xy,
        rows,
        gallery.ids[rows],
        xy.take(rows, axis=0),  # xy[rows] takes ten times as long
        palette_index,
        palette,
        rank,
        matching[rows],
        islands,
        keys,
        names,
        tints,
        tuple(marks),
        earth,
    )


def _matching(gallery: Gallery, shown: FilterResult) -> NDArray[np.bool_]:
    """Mask (n,) of the rows of a gallery that match the filter."""
    matching = np.zeros(len(gallery), np.bool_)
    matching[shown.rows] = True
    return matching


def pixel(colour: str) -> int:
    """ "#rrggbb" as 0xffrrggbb."""
    return 0xFF000000 | int(colour[1:7], 16)


def nearest(points: Floats, at: tuple[float, float], reach: float) -> int:
    """The index of the point nearest to `at` within `reach` pixels, or -1."""
    if not len(points):
        return -1
    apart = points - np.array(at, np.float32)
    far = apart[:, 0] ** 2 + apart[:, 1] ** 2
    best = int(far.argmin())
    return best if far[best] <= reach * reach else -1
