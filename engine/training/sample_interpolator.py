"""Interpolates a frame of a training, recorded for a sample of photos, to all photos of the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.core.records import Cluster, Floats, Ints
from engine.gallery.snapshot import Gallery


@dataclass(frozen=True)
class SampleInterpolator:
    """Moves the photos of a `gallery`, at `xy` (n, 2) (NaN: not on the map), with a sample of them, the watched ones.

    `files` (m,) are the ids of the watched photos, `watched` (m,) their gallery rows (-1: gone), `rest_xy` (m, 2) their
    positions at rest. Each of `rows` (r,) moves with the watched photo `moves_with` (r,): itself, or the nearest.
    """

    gallery: Gallery
    files: Ints
    xy: Floats
    rest_xy: Floats
    watched: Ints
    rows: Ints
    moves_with: Ints

    @classmethod
    def of(cls, gallery: Gallery, xy: Floats, files: Ints, rest_xy: Floats | None = None) -> SampleInterpolator:
        """For the watched `files` (m,); `rest_xy` (m, 2) are their positions in `xy` where not given."""
        watched = np.array([gallery.row_of.get(id_, -1) for id_ in files.tolist()], np.int64)
        if rest_xy is None:
            rest_xy = np.full((len(files), 2), np.nan, np.float32)
            rest_xy[watched >= 0] = xy[watched[watched >= 0]]
        rows = np.flatnonzero(np.isfinite(xy).all(axis=1))
        if not np.isfinite(rest_xy).all(axis=1).any():
            rows = rows[:0]
        return cls(
            gallery, files, xy, rest_xy, watched, rows, nearest_watched(files, rest_xy, gallery.ids[rows], xy[rows])
        )

    def fits(self, gallery: Gallery, files: Ints) -> bool:
        """Whether it fits another gallery too: the same photos at the same positions, and the same watched `files`."""
        same_photos = np.array_equal(self.files, files) and np.array_equal(self.gallery.ids, gallery.ids)
        return same_photos and np.array_equal(self.xy, gallery.xy, equal_nan=True)

    def at(self, xy_of_watched: Floats, labels: Ints, clusters: Sequence[str]) -> Gallery:
        """The gallery with the watched photos at `xy_of_watched` (m, 2), in `clusters[labels[i]]` or in none (-1).

        A watched photo without a position at rest is shown too; a cluster that the gallery does not have has no name.
        """
        xy, now = self.xy.copy(), self.gallery
        xy[self.rows] += (xy_of_watched - self.rest_xy)[self.moves_with]
        there = self.watched >= 0
        lost = np.flatnonzero(there)[~np.isfinite(self.xy[self.watched[there]]).all(axis=1)]
        xy[self.watched[lost]] = xy_of_watched[lost]
        known = {cluster.id: index for index, cluster in enumerate(now.clusters)}
        others = [Cluster(id_, "") for id_ in clusters if id_ not in known]
        known |= {cluster.id: len(now.clusters) + index for index, cluster in enumerate(others)}
        names = np.array([known[id_] for id_ in clusters], np.int64)
        stood, then = there & (labels >= 0), now.labels.copy()
        then[self.watched[stood]] = names[labels[stood]]
        return now.with_changes(xy=xy, labels=then, clusters=(*now.clusters, *others))


def nearest_watched(files: Ints, rest_xy: Floats, ids: Ints, xy: Floats) -> Ints:
    """For each of the photos `ids` (n,) at `xy` (n, 2) its own or the nearest index among `files` (m,) at `rest_xy`."""
    if not len(ids):
        return np.empty(0, np.int64)
    from scipy.spatial import cKDTree

    placed = np.flatnonzero(np.isfinite(rest_xy).all(axis=1))
    moves_with = placed[cKDTree(rest_xy[placed]).query(xy)[1]]
    index = {int(files[row]): int(row) for row in placed}
    return np.array(
        [index.get(id_, near) for id_, near in zip(ids.tolist(), moves_with.tolist(), strict=True)], np.int64
    )
