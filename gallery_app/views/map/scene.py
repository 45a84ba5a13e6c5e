"""MapScene: the photos of a gallery that have a place on the map, as arrays, without Qt."""

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
from gallery_app.views.map.camera import MOST_STRETCH, Reach, reach_of
from gallery_app.views.map.dots.raster import Pixels, Tones
from gallery_app.views.map.dots.tiles import Tiles
from gallery_app.views.map.layout import cluster_boxes, nearest_distance
from gallery_app.views.map.piles import Piles, piles_of

SAMPLE = 100_000  # photos that tell how far apart all of them lie
FEW = 1_500  # photos up to which each is to be seen as a picture
_OF_PLACES = "reach", "pitch", "spacing", "nearest"  # what is worked out of where photos lie alone


@dataclass(frozen=True)
class MapScene:
    """m photos sorted by cluster: `rows` of the gallery, `ids`, where they lie (`xy`), `tones`, `rank`.

    A tone is 1 in no cluster and 2 more than the label in one: `palette` has its colour. `rank` is less for those
    that are more typical of their cluster; `matching` are those that the filter lets through. `islands` (m,) index into
    `keys`, `names` and `tints`: the clusters, or the towns of a map of the world (`earth`); -1 for photos of
    none. `source` (n, 2) is where all photos of the gallery lie, NaN for those that have no place.
    """

    gallery: Gallery
    source: Floats
    rows: Ints
    ids: Ints
    xy: Floats
    tones: Tones
    palette: Pixels
    rank: Floats
    matching: NDArray[np.bool_]
    islands: Ints
    keys: tuple[str, ...]
    names: tuple[str, ...]
    tints: tuple[str, ...]
    earth: Earth | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def tiles(self) -> Tiles:
        """Where to find the photos of a part of the map."""
        return Tiles(self.xy)

    @property
    def labels(self) -> Ints:
        """The cluster of each photo, -1 in none."""
        return self.tones.astype(np.int64) - 2

    @property
    def on_earth(self) -> bool:
        return self.earth is not None

    @property
    def most_stretch(self) -> float:
        """How much a camera may stretch it: lands are known by their shape."""
        return 1.0 if self.on_earth else MOST_STRETCH

    @cached_property
    def boxes(self) -> Floats:
        """Left, top, right, bottom of each cluster's pile, or town, (k, 4); NaN for an empty one."""
        return cluster_boxes(self.xy, self.islands, np.arange(len(self.keys))) if self.on_earth else self.piles.boxes

    @cached_property
    def piles(self) -> Piles:
        """Where each cluster is densest; not for towns."""
        return piles_of(self.xy, self.islands, len(self.keys), self.reach)

    @cached_property
    def by_size(self) -> Ints:
        """Clusters that are seen and have a name, the largest first."""
        sizes = np.bincount(self.islands[self.islands >= 0], minlength=len(self.keys))
        sizes[[place for place, name in enumerate(self.names) if not name]] = 0  # made in a training that still runs
        order = np.argsort(-sizes, kind="stable")
        return order[sizes[order] > 0]

    @cached_property
    def reach(self) -> Reach:
        """How far the places reach."""
        return reach_of(self.xy)

    @property
    def is_small(self) -> bool:
        return 1 < len(self) <= FEW and not self.on_earth  # photos of one place lie on each other

    @cached_property
    def nearest(self) -> float:
        """How far the next photo lies from one of a small scene, in units of the map."""
        return nearest_distance(self.xy)

    @cached_property
    def pitch(self) -> float | None:
        """How far apart rows are where photos lie in rows, as on a self-organising grid; else None."""
        rows = np.unique(self.xy[:: len(self) // SAMPLE + 1, 1])
        return float(np.diff(rows).min()) if 1 < len(rows) <= len(self) / 4 else None

    @cached_property
    def spacing(self) -> float:
        """About how far apart neighbours lie, in units of the map."""
        if len(self) < 2:
            return 1.0
        low, high = np.percentile(self.xy[:: len(self) // SAMPLE + 1], [1, 99], axis=0)
        return float(np.sqrt(np.prod(np.maximum(high - low, 1e-3)) / len(self)))

    def lighted(self, shown: FilterResult) -> MapScene:
        """The same scene with another filter; what was worked out of it stays."""
        other = replace(self, matching=_lit(self.gallery, shown)[self.rows])
        known = self.__dict__.keys() - other.__dict__.keys()  # the cached properties: none of them looks at `matching`
        other.__dict__.update({name: self.__dict__[name] for name in known})
        return other

    def take_over(self, old: MapScene) -> bool:
        """Keep what was worked out of `old` and holds here too; whether photos lie where they lay there."""
        if not np.array_equal(self.gallery.ids, old.gallery.ids):
            return False
        if not np.array_equal(self.source, old.source, equal_nan=True):
            return False
        vars(self).update({name: vars(old)[name] for name in _OF_PLACES if name in vars(old)})
        if "tiles" in vars(old):
            vars(self)["tiles"] = old.tiles.reordered(self._indices_in(old))
        return True

    def _indices_in(self, old: MapScene) -> Ints:
        """Where these photos stand in another scene of the same files, -1 for one that has no place there."""
        index_of = np.full(len(self.gallery), -1)
        index_of[old.rows] = np.arange(len(old))
        return index_of[self.rows]

    def index_of(self, file: int | None) -> int:
        """Where a file id stands in these arrays, or -1."""
        if file is None or not len(self):
            return -1
        place = int(np.searchsorted(self._sorted_ids, file))
        found = place < len(self) and self._sorted_ids[place] == file
        return int(self._by_id[place]) if found else -1

    def of_ids(self, ids: frozenset[int]) -> np.ndarray:
        """Which of the photos are among `ids`: bool (m,)."""
        return np.isin(self.ids, np.fromiter(ids, np.int64, len(ids)))

    def places_from(self, old: MapScene, xy: Floats) -> Floats:
        """Where these photos lay in `old` (at `xy`); a new one lies where it will be."""
        if np.array_equal(self.gallery.ids, old.gallery.ids):  # mostly: by rows it takes a quarter of the time
            place = self._indices_in(old)
            known = place >= 0
        else:
            found = np.minimum(np.searchsorted(old._sorted_ids, self.ids), len(old) - 1)
            known = old._sorted_ids[found] == self.ids
            place = old._by_id[found]
        places = xy.take(place, axis=0)
        if not known.all():
            places[~known] = self.xy[~known]
        return places

    @cached_property
    def _by_id(self) -> Ints:
        return np.argsort(self.ids, kind="stable")

    @cached_property
    def _sorted_ids(self) -> Ints:
        return self.ids[self._by_id]


def scene_of(gallery: Gallery, colours: Sequence[str], nowhere: str, shown: FilterResult | None = None) -> MapScene:
    """The scene of a gallery; `colours` are "#rrggbb" by cluster, `nowhere` is for photos in none.

    Of `shown` the filter is taken and, where photos are grouped by place, the map of the world.
    """
    earth = None if shown is None else shown.earth
    xy = shown.xy if shown is not None and shown.xy is not None else gallery.xy
    rows = np.flatnonzero(np.isfinite(xy[:, 0]) & np.isfinite(xy[:, 1]))
    tones = (gallery.labels[rows] + 2).astype(np.uint16)
    order = np.argsort(tones, kind="stable")
    rows, tones = rows[order], tones[order]
    labels = gallery.labels[rows]
    palette = np.array([0, *(pixel(c) for c in (nowhere, *colours))], np.uint32)
    rank = -gallery.confidences[rows]
    matching = np.ones(len(gallery), np.bool_) if shown is None else _lit(gallery, shown)
    islands, keys = labels, tuple(c.id for c in gallery.clusters)
    names, tints = tuple(c.name for c in gallery.clusters), tuple(colours)
    if earth is not None and shown is not None and shown.groups is not None:
        islands, keys = shown.groups.labels[rows], shown.groups.keys
        names, tints = tuple(key.rpartition("\t")[2] for key in keys), (nowhere,) * len(keys)
        islands = np.where(np.array([bool(name) for name in names])[islands], islands, -1)
    return MapScene(
        gallery,
        xy,
        rows,
        gallery.ids[rows],
        xy.take(rows, axis=0),  # xy[rows] takes ten times as long
        tones,
        palette,
        rank,
        matching[rows],
        islands,
        keys,
        names,
        tints,
        earth,
    )


def _lit(gallery: Gallery, shown: FilterResult) -> NDArray[np.bool_]:
    """Which rows of a gallery a filter lets through."""
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
