"""Faces in a picture by CenterFace, which answers on a grid: is there a face, how large, and where are its features.

Xu, Yan, Yang, Meng and Zhou: CenterFace, Joint Face Detection and Alignment Using Face as Point (2020).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.networks.session import open_network
from engine.core.records import Floats
from engine.people.networks import DETECTION

EDGE = 320  # pixels of the longer side that the network sees
SCORE = 0.5  # of a face, at least
_APART = 0.3  # overlap of two answers that are of one face
_CELL, _MULTIPLE = 4, 32  # pixels of a cell of the grid; the network halves a picture five times

Pixels = NDArray[np.uint8]  # (height, width, 3), RGB, upright


class Found(NamedTuple):
    """n faces, the surest first, in pixels of the picture.

    `boxes` (n, 4): x, y, width, height; `scores` (n,), 0 to 1; `points` (n, 5, 2): left and right eye as one sees them,
    nose, corners of the mouth.
    """

    boxes: Floats
    scores: Floats
    points: Floats


class FaceDetector:
    """Opens the network; `find` may be called from one thread at a time."""

    def __init__(self) -> None:
        self._session = open_network(DETECTION)

    def find(self, pixels: Pixels, score: float = SCORE) -> Found:
        """The faces of a picture; one that is larger than EDGE is made smaller first."""
        height, width = pixels.shape[:2]
        scale = min(1.0, EDGE / max(height, width))
        size = max(1, round(width * scale)), max(1, round(height * scale))
        seen = Image.fromarray(pixels)
        if size != (width, height):
            seen = seen.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
        answer = self._session.run(None, {"input.1": _padded(np.asarray(seen))})
        found = _decoded(*answer, score=score)
        ratio = np.array([width / size[0], height / size[1]], np.float32)
        return Found(found.boxes * np.tile(ratio, 2), found.scores, found.points * ratio)


def _padded(seen: NDArray[np.uint8]) -> Floats:
    """As the network takes it: float32 (1, 3, height, width), 0 to 255, filled up below and on the right."""
    height, width = seen.shape[:2]
    taken = np.zeros((1, 3, -(-height // _MULTIPLE) * _MULTIPLE, -(-width // _MULTIPLE) * _MULTIPLE), np.float32)
    taken[0, :, :height, :width] = seen.transpose(2, 0, 1)
    return taken


def _decoded(heat: Floats, size: Floats, offset: Floats, points: Floats, *, score: float) -> Found:
    """Section 3.2 of the paper: where the heat is enough, a box about the cell and five points within the box."""
    rows, columns = np.nonzero(heat[0, 0] >= score)
    scores = heat[0, 0, rows, columns]
    order = np.argsort(-scores, kind="stable")
    rows, columns, scores = rows[order], columns[order], scores[order]
    extent = np.exp(size[0][::-1, rows, columns].T) * _CELL  # (n, 2) width, height
    middle = (np.stack([columns, rows], 1) + offset[0][::-1, rows, columns].T + 0.5) * _CELL
    corner = middle - extent / 2
    boxes = np.concatenate([corner, extent], 1)
    within = points[0][:, rows, columns].T.reshape(-1, 5, 2)[:, :, ::-1]
    kept = _one_each(boxes)
    return Found(
        boxes[kept].astype(np.float32),
        scores[kept].astype(np.float32),
        (corner[kept, None] + within[kept] * extent[kept, None]).astype(np.float32),
    )


def _one_each(boxes: Floats) -> list[int]:
    """Of the boxes of one face the first; boxes come with the surest first."""
    kept: list[int] = []
    low, high = boxes[:, :2], boxes[:, :2] + boxes[:, 2:]
    areas = boxes[:, 2] * boxes[:, 3]
    for i in range(len(boxes)):
        common = np.clip(np.minimum(high[i], high[kept]) - np.maximum(low[i], low[kept]), 0, None).prod(1)
        if not (common >= _APART * (areas[i] + areas[kept] - common)).any():
            kept.append(i)
    return kept
