"""Features of small square pictures given as pixels: their edges, for pixels differ wherever a stroke moves by one.

Histograms of oriented gradients (Dalal & Triggs, CVPR 2005) in a coarse grid, each at its square root (Arandjelović &
Zisserman, CVPR 2012). In numpy alone, as every predictor. Photos come as a backbone's features and are not concerned.
"""

from __future__ import annotations

import math

import numpy as np

from engine.core.job import Job
from engine.core.records import Floats

_SMALLEST, _LARGEST = 8, 64  # pixels a side
_SAMPLE = 500  # rows that are tested
_MIN_CORRELATION = 0.4  # correlation of neighbouring pixels from which on rows are pictures
_DIRECTIONS, _CELLS = 8, 7  # of gradients; a side of the grid
_SMOOTHING = 0.025  # of a side, before gradients are taken: 0.7 pixels of 28
_BLOCK = 2048  # rows


def picture_side(vectors: Floats) -> int | None:
    """The side of the square grey pictures that the rows of `vectors` (n, d) are, None where they are none.

    Of pictures, neighbours in a row and in a column vary together; of smooth series, numbers half a row apart do more.
    """
    n, d = vectors.shape
    side = math.isqrt(d)
    if side * side != d or not _SMALLEST <= side <= _LARGEST:
        return None
    sample = vectors[:: -(-n // _SAMPLE)].astype(np.float64)
    centred = sample - sample.mean(axis=0)
    along, half, down = (_correlation(centred, lag) for lag in (1, side // 2, side))
    return side if min(along, down) > max(_MIN_CORRELATION, half) else None


def edge_histograms(pictures: Floats, side: int, job: Job, stage: str) -> Floats:
    """Histograms of oriented gradients of `pictures` (n, side²), float32 (n, 392): 8 directions in 7 × 7 cells."""
    tops = range(0, len(pictures), _BLOCK)
    histograms = np.empty((len(pictures), _DIRECTIONS * _CELLS**2), np.float32)
    smooth, slope, cells = _filters(side)
    for top in tops:
        job.report(stage, top, len(pictures))
        block = pictures[top : top + _BLOCK].astype(np.float32).reshape(-1, side, side)
        across, down = smooth.T @ (block @ slope), slope.T @ (block @ smooth)
        histograms[top : top + _BLOCK] = _histograms(across, down, cells)
    return histograms


def _histograms(across: Floats, down: Floats, cells: Floats) -> Floats:
    """Square roots of the gradient (m, side, side) in each direction, summed over `cells` (side, cells) both ways."""
    strength = np.hypot(across, down)
    turn = np.arctan2(down, across) * np.float32(_DIRECTIONS / (2 * math.pi)) % _DIRECTIONS
    parts = []
    for direction in range(_DIRECTIONS):
        apart = np.abs(turn - direction)
        share = np.maximum(1 - np.minimum(apart, _DIRECTIONS - apart), 0)
        parts.append((cells.T @ (strength * share @ cells)).reshape(len(turn), -1))
    return np.asarray(np.sqrt(np.maximum(np.concatenate(parts, axis=1), 0)), np.float32)


def _filters(side: int) -> tuple[Floats, Floats, Floats]:
    """Matrices for smoothing and for the gradient (side, side), and for sums over soft cells (side, cells)."""
    pixels = np.arange(side)
    apart, width = pixels[:, None] - pixels, _SMOOTHING * side
    smooth = np.exp(-(apart**2) / (2 * width**2))
    smooth /= smooth.sum(axis=0).max()
    stride = side / _CELLS
    middles = (np.arange(_CELLS) + 0.5) * stride - 0.5
    cells = np.exp(-((pixels[:, None] - middles) ** 2) / (2 * (stride / 2) ** 2))
    cells /= cells.sum(axis=0)
    filters = (smooth, apart * smooth / width**2, cells)
    return tuple(np.asarray(matrix, np.float32) for matrix in filters)  # type: ignore[return-value]


def _correlation(centred: np.ndarray, lag: int) -> float:
    """The correlation of numbers of a row that are `lag` apart; 0 where nothing varies."""
    first, second = centred[:, :-lag], centred[:, lag:]
    norm = math.sqrt(float(np.square(first).sum() * np.square(second).sum()))
    return float((first * second).sum()) / norm if norm > 0 else 0.0
