"""Places cluster names on the map: each beside its own photos, without overlap; numpy only, no Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints
from gallery_app.views.map.camera import Camera
from gallery_app.views.map.names.cluster_regions import ClusterRegions

Boxes = NDArray[np.float64]  # (..., 4): left, top, right, bottom in pixels
Named = tuple[int, int]  # index of the name, index of its place among its candidates
NOTHING: Boxes = np.empty((0, 4))
BESIDE = 5.0  # pixels between a name and its island
EDGE = 4.0  # pixels between a name and the edge of the view
OWN = 0.6  # the least share of its own photos near a name; below, it might be read as another cluster's
CLOSE = [0, 4, 9, 8]  # of `name_candidates`: above, below, to the right and to the left


def name_candidates(boxes: Floats, peaks: Floats, sizes: Boxes) -> Boxes:
    """Candidate positions (left, top) of each name, the best first, (k, 21, 2): above, below, beside, inside.

    `boxes` (k, 4) are left, top, right, bottom of the clusters, `peaks` (k, 2) their densest points, `sizes` (k, 2)
    those of the names, in pixels. The last candidate is centred on the peak.
    """
    left, top, right, bottom = boxes.T.astype(np.float64)
    width, height = sizes.T
    across, down = peaks.T - sizes.T / 2
    middle, centre = (left + right - width) / 2, (top + bottom - height) / 2
    candidates = [
        (x, y) for y in (top - height - BESIDE, bottom + BESIDE) for x in (middle, left, right - width, across)
    ]
    candidates += [
        (x, y) for y in (centre, top, bottom - height, down) for x in (left - width - BESIDE, right + BESIDE)
    ]
    candidates += [
        (across + width * x, down + height * y) for x, y in ((-0.5, 0), (0.5, 0), (0, 1.2), (0, -1.2), (0, 0))
    ]
    return np.stack([np.stack(candidate, axis=1) for candidate in candidates], axis=1)


def in_view(candidates: Boxes, sizes: Boxes, view: tuple[int, int]) -> Boxes:
    """The boxes (k, c, 4) of names at these spots, moved into the view where they reach out of it."""
    wide = sizes[:, None]
    inside = np.minimum(np.maximum(candidates, EDGE), np.maximum(np.array(view) - wide - EDGE, EDGE))
    return np.concatenate([inside, inside + wide], axis=2)


def ambiguities(
    boxes: Boxes, clusters: Ints, cluster_regions: ClusterRegions, camera: Camera, near: float
) -> NDArray[np.float64]:
    """How easily a name in each of `boxes` (k, c, 4) is read as another cluster's, 0 to 1; inf: not allowed. (k, c)

    Of the photos within `near` pixels of the name, the share OWN has to be its own, and no other cluster's peak may be
    nearer than its own while that is in view. A position on its own peak is always allowed.
    """
    size, at = np.array([camera.width, camera.height]), np.array([camera.x, camera.y])
    scale = np.array([camera.scale, camera.scale * camera.stretch])
    about = np.clip(boxes + np.array([-near, -near, near, near]), 0, np.tile(size, 2))
    world = (about.reshape(*about.shape[:2], 2, 2) - size / 2) / scale + at
    share = cluster_regions.share(clusters, world.reshape(boxes.shape))
    seen = np.nan_to_num((cluster_regions.peaks - at) * scale + size / 2, nan=1e9)
    own = seen[clusters][:, None]
    middles = (boxes[:, :, :2] + boxes[:, :, 2:]) / 2
    nearest = _nearest(middles, seen) >= np.square(middles - own).sum(axis=2) - 1e-3
    away = ((own < 0) | (own > size)).any(axis=2)
    on_peak = ((boxes[:, :, :2] <= own) & (own <= boxes[:, :, 2:])).all(axis=2)
    fits: NDArray[np.bool_] = on_peak | ((share >= OWN) & (nearest | away))
    return np.where(fits, 1 - share, np.inf)


def _nearest(points: Boxes, others: Boxes) -> NDArray[np.float64]:
    """The square of how far the nearest of `others` (m, 2) is from each of `points` (k, c, 2), (k, c)."""
    flat = points.reshape(-1, 2)
    apart = np.square(flat[:, 0, None] - others[:, 0]) + np.square(flat[:, 1, None] - others[:, 1])
    nearest: NDArray[np.float64] = apart.min(axis=1).reshape(points.shape[:2])
    return nearest


def place_names(
    boxes: Boxes, pictures: Boxes, ambiguity: NDArray[np.float64], occupied: Boxes = NOTHING
) -> list[Named]:
    """Place names greedily in the given order, each in that of its candidate `boxes` (k, c, 4) with the least cost.

    The cost is the covered share of `pictures` (m, 4) plus the `ambiguity` (k, c). Names never overlap one another or
    what is `occupied` (b, 4); one without a free candidate is left out.
    """
    placed: list[Named] = []
    taken = np.concatenate([occupied, np.empty((len(boxes), 4))])
    for index in range(len(boxes)):
        others = taken[: len(occupied) + len(placed)]
        free = np.isfinite(ambiguity[index]) & ~_overlap(boxes[index], others).any(axis=1)
        open_ = np.flatnonzero(free)
        if not len(open_):
            continue
        area = (boxes[index, open_, 2:] - boxes[index, open_, :2]).prod(axis=1)
        best = int(open_[(_covered(boxes[index, open_], pictures) / area + ambiguity[index, open_]).argmin()])
        taken[len(occupied) + len(placed)] = boxes[index, best]
        placed.append((index, best))
    return placed


def _covered(boxes: Boxes, pictures: Boxes) -> NDArray[np.float64]:
    """The area of the pictures that each of `boxes` (c, 4) covers, (c,); pictures far from all are skipped first."""
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    near = ((pictures[:, :2] < high) & (pictures[:, 2:] > low)).all(axis=1)
    covered: NDArray[np.float64] = _overlap(boxes, pictures[near]).sum(axis=1)
    return covered


def _overlap(boxes: Boxes, others: Boxes) -> NDArray[np.float64]:
    """The area that each of `boxes` (c, 4) shares with each of `others` (m, 4): (c, m)."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    shared: NDArray[np.float64] = np.maximum(high - low, 0.0).prod(axis=2)
    return shared
