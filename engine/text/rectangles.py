"""Rectangles that stand at any angle: the smallest around some points, made larger, cut out of a picture.

Corners are float32 (4, 2) in pixels, x before y, clockwise from where a line of text begins.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from engine.core.records import Floats

_UPRIGHT = 1.5  # times as high as wide: text that runs upwards or downwards


def smallest_around(points: Floats) -> Floats:
    """The corners of the rectangle of the least area around `points` (n, 2), which do not all lie on one line.

    One of its sides lies along a side of the convex hull (Freeman & Shapira 1975).
    """
    from scipy.spatial import ConvexHull

    hull = points[ConvexHull(points).vertices]
    edges = np.roll(hull, -1, axis=0) - hull
    along = edges / np.linalg.norm(edges, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    u, v = hull @ along.T, hull @ across.T  # (corner, side)
    spans = np.stack([u.min(0), u.max(0), v.min(0), v.max(0)])
    best = int(np.argmin((spans[1] - spans[0]) * (spans[3] - spans[2])))
    left, right, top, bottom = spans[:, best]
    frame = np.stack([along[best], across[best]])
    return in_reading_order(np.array([(left, top), (right, top), (right, bottom), (left, bottom)]) @ frame)


def in_reading_order(corners: Floats) -> Floats:
    """The same four corners clockwise from the upper left as the text in them runs: along the sides that go right."""
    middle = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(*(corners - middle).T[::-1]))]
    runs = np.roll(around, -1, axis=0) - around  # clockwise in a picture, whose y goes down
    return np.roll(around, -int(np.argmax(runs[:, 0] - np.abs(runs[:, 1]))), axis=0).astype(np.float32)


def sides(corners: Floats) -> tuple[float, float]:
    """Width, along the text, and height."""
    return float(np.linalg.norm(corners[1] - corners[0])), float(np.linalg.norm(corners[3] - corners[0]))


def enlarged(corners: Floats, by: float) -> Floats:
    """With `by` pixels more on every side."""
    (width, height), middle = sides(corners), corners.mean(axis=0)
    right, down = (corners[1] - corners[0]) / max(width, 1e-6), (corners[3] - corners[0]) / max(height, 1e-6)
    ways = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    half = ways * (width / 2 + by, height / 2 + by)
    return np.asarray(middle + half @ np.stack([right, down]), np.float32)


def runs_upright(corners: Floats) -> bool:
    """Whether text in it would run upwards or downwards."""
    width, height = sides(corners)
    return height >= _UPRIGHT * width


def cut_out(picture: Image.Image, corners: Floats) -> Image.Image:
    """What is in the rectangle, upright as it is read; what reaches out of the picture is black."""
    width, height = (max(1, round(side)) for side in sides(corners))
    northwest, northeast, southeast, southwest = corners.tolist()
    quad = (*northwest, *southwest, *southeast, *northeast)
    return picture.transform((width, height), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def in_rows(corners: Sequence[Floats]) -> list[int]:
    """The order in which rectangles are read: rows from the top, in each from the left.

    Rows run as most of the text does: a photographed page may lie askew.
    """
    if not len(corners):
        return []
    boxes = np.stack(corners)
    runs = boxes[:, 1] - boxes[:, 0]
    long = np.argsort(-np.linalg.norm(runs, axis=1))[: max(1, len(runs) // 2)]
    right = runs[long].sum(axis=0)
    right = right / max(float(np.linalg.norm(right)), 1e-6)
    middles = boxes.mean(axis=1)
    x, y = middles @ right, middles @ np.array([-right[1], right[0]])
    heights = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    rows: list[list[int]] = []
    for box in np.argsort(y, kind="stable").tolist():
        last = rows[-1] if rows else []
        if last and y[box] - np.mean(y[last]) < 0.5 * min(heights[box], float(np.mean(heights[last]))):
            last.append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row, key=lambda b: float(x[b]))]
