"""Where text is in a picture: rectangles around its lines.

Liao et al., Real-time Scene Text Detection with Differentiable Binarization (AAAI 2020): a network tells for each pixel
how likely it is in the shrunk middle of a line; what hangs together is one, and is grown again (section 3.3).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.networks.session import open_network
from engine.core.records import Floats
from engine.text.networks import DETECTION
from engine.text.rectangles import enlarged, sides, smallest_around

_STRIDE = 32  # the network halves a picture five times
_INK = 0.3  # likelihood from which on a pixel is in a line
_LINE = 0.5  # mean likelihood within its rectangle from which on it is one
_GROWTH = 1.6  # r' of equation 10: by area × r' / perimeter
_LEAST = 3.0  # pixels of a line's height before it grows
_MOST = 500  # lines of one picture


class Found(NamedTuple):
    """Lines: `corners` (n, 4, 2), clockwise from where the text begins; `scores` (n,), how sure the network is."""

    corners: Floats
    scores: Floats


class TextDetector:
    """Finds lines of text."""

    def __init__(self) -> None:
        self._network = open_network(DETECTION)

    def boxes(self, picture: Image.Image, edge: int) -> Found:
        """The lines in an RGB picture, in its pixels, looked for with `edge` pixels a long side."""
        likelihood = self._likelihood(picture, edge)
        found = lines_in(likelihood)
        return found._replace(corners=found.corners * np.array(picture.size) / likelihood.shape[::-1])

    def _likelihood(self, picture: Image.Image, edge: int) -> Floats:
        """How likely each pixel is in a line, (height, width), multiples of 32."""
        factor = edge / max(picture.size)
        width, height = (max(_STRIDE, round(side * factor / _STRIDE) * _STRIDE) for side in picture.size)
        small = np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR), np.float32)
        planes = (small[:, :, ::-1] / 127.5 - 1).transpose(2, 0, 1)[None]  # it was trained on blue, green, red
        (answer,) = self._network.run(None, {"x": np.ascontiguousarray(planes)})
        return np.asarray(answer[0, 0], np.float32)


def lines_in(likelihood: Floats) -> Found:
    """The lines that the likelihoods (height, width) tell of."""
    from scipy import ndimage

    ink = ndimage.binary_dilation(likelihood > _INK, np.ones((2, 2), np.bool_))
    labels, _ = ndimage.label(ink, np.ones((3, 3), np.int8))
    boxes, scores = [], []
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        rows, columns = place
        if min(rows.stop - rows.start, columns.stop - columns.start) < _LEAST:
            continue
        corners = smallest_around(_outline(labels[place] == number))
        width, height = sides(corners)
        score = _mean_within(likelihood[place], corners)
        if min(width, height) >= _LEAST and score >= _LINE:
            grown = enlarged(corners, width * height * _GROWTH / (2 * (width + height)))
            boxes.append(grown + np.array([columns.start, rows.start], np.float32))
            scores.append(score)
        if len(scores) == _MOST:
            break
    return Found(np.array(boxes, np.float32).reshape(-1, 4, 2), np.array(scores, np.float32))


def _outline(mask: NDArray[np.bool_]) -> Floats:
    """The outermost corners of the pixels of each row, (4 × rows, 2)."""
    rows = np.flatnonzero(mask.any(axis=1))
    left = mask[rows].argmax(axis=1)
    right = mask.shape[1] - mask[rows, ::-1].argmax(axis=1)
    ends = [(x, y) for x in (left, right) for y in (rows, rows + 1)]
    return np.concatenate([np.stack(end, axis=1) for end in ends]).astype(np.float32)


def _mean_within(likelihood: Floats, corners: Floats) -> float:
    """The mean of the likelihoods whose pixels are in the rectangle."""
    y, x = np.mgrid[: likelihood.shape[0], : likelihood.shape[1]] + 0.5
    points = np.stack([x, y], axis=-1) - corners[0]
    width, height = sides(corners)
    u = points @ ((corners[1] - corners[0]) / width)
    v = points @ ((corners[3] - corners[0]) / height)
    within = (u >= 0) & (u <= width) & (v >= 0) & (v <= height)
    return float(likelihood[within].mean()) if within.any() else 0.0
