"""A crowd of photos at a moment of their training, of which only some were watched: the others move along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.core.records import Cluster, Floats, Ints
from engine.gallery.snapshot import Gallery


@dataclass(frozen=True)
class SampleInterpolator:
    """The photos of a `gallery`, which lie at `xy` (n, 2), NaN for nowhere; those watched lay at `home` (m, 2) in rest.

    `watched` (m,) are the gallery's rows of `files`, -1 for one that is gone. Each of `rows` (r,) moves with the
    watched one at `led_by` (r,): itself, or the nearest.
    """

    gallery: Gallery
    files: Ints
    xy: Floats
    home: Floats
    watched: Ints
    rows: Ints
    led_by: Ints

    @classmethod
    def of(cls, gallery: Gallery, xy: Floats, files: Ints, home: Floats | None = None) -> SampleInterpolator:
        """Of the watched `files` (m,); without a `home` of their own they rest where they lie at `xy`."""
        watched = np.array([gallery.row_of.get(id_, -1) for id_ in files.tolist()], np.int64)
        if home is None:
            home = np.full((len(files), 2), np.nan, np.float32)
            home[watched >= 0] = xy[watched[watched >= 0]]
        rows = np.flatnonzero(np.isfinite(xy).all(axis=1))
        if not np.isfinite(home).all(axis=1).any():
            rows = rows[:0]
        return cls(gallery, files, xy, home, watched, rows, leaders(files, home, gallery.ids[rows], xy[rows]))

    def fits(self, gallery: Gallery, files: Ints) -> bool:
        """Whether it is that of another gallery too, which has the same photos in the same places."""
        same_photos = np.array_equal(self.files, files) and np.array_equal(self.gallery.ids, gallery.ids)
        return same_photos and np.array_equal(self.xy, gallery.xy, equal_nan=True)

    def at(self, places: Floats, labels: Ints, clusters: Sequence[str]) -> Gallery:
        """The gallery when those watched lay at `places` (m, 2), each in `clusters[labels[i]]`, or in none (-1).

        A watched photo that has no place in rest is shown too; a cluster that does not stand has no name.
        """
        xy, now = self.xy.copy(), self.gallery
        xy[self.rows] += (places - self.home)[self.led_by]
        there = self.watched >= 0
        lost = np.flatnonzero(there)[~np.isfinite(self.xy[self.watched[there]]).all(axis=1)]
        xy[self.watched[lost]] = places[lost]
        known = {cluster.id: place for place, cluster in enumerate(now.clusters)}
        others = [Cluster(id_, "") for id_ in clusters if id_ not in known]
        known |= {cluster.id: len(now.clusters) + place for place, cluster in enumerate(others)}
        names = np.array([known[id_] for id_ in clusters], np.int64)
        stood, then = there & (labels >= 0), now.labels.copy()
        then[self.watched[stood]] = names[labels[stood]]
        return now.with_changes(xy=xy, labels=then, clusters=(*now.clusters, *others))


def leaders(files: Ints, home: Floats, ids: Ints, xy: Floats) -> Ints:
    """For each of the photos `ids` (n,) at `xy` (n, 2) which of `files` (m,) at `home` (m, 2) it moves with."""
    if not len(ids):
        return np.empty(0, np.int64)
    from scipy.spatial import cKDTree

    placed = np.flatnonzero(np.isfinite(home).all(axis=1))
    led_by = placed[cKDTree(home[placed]).query(xy)[1]]
    place = {int(files[row]): int(row) for row in placed}
    return np.array([place.get(id_, near) for id_, near in zip(ids.tolist(), led_by.tolist(), strict=True)], np.int64)
