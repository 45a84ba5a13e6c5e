"""Groups of near-duplicates: copies, and pictures resized or compressed again, not those that merely look alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.clustering.assignment.corrections import connected_components
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.graph.neighbours import nearest

Hashes = NDArray[np.uint64]

_SIDE = 8
_MAX_HAMMING = 10  # bits of 128: 98 of 100 pictures keep closer to their copy at quality 40 or a third of the size
_MIN_COSINE = 0.8  # cosine of two vectors: 97 of 100 do
_NEIGHBOURS = 10  # among which copies are looked for; groups grow from one to the next
_MIN_EDGES = 8  # bits: a picture with fewer set (or unset) has no edges to be recognised by
_STAGE = "looking for duplicates"


def dhash(pixels: NDArray[np.uint8]) -> Hashes:
    """The difference hash of a picture, uint8 (height, width, 3): where brightness falls to the right, and downwards.

    Krawetz 2013, Kind of Like That, hackerfactor.com: 64 bits each, uint64 (2,).
    """
    grey = Image.fromarray(pixels).convert("L")
    wide = np.asarray(grey.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX), np.int16)
    high = np.asarray(grey.resize((_SIDE, _SIDE + 1), Image.Resampling.BOX), np.int16)
    gradients = np.stack([wide[:, 1:] < wide[:, :-1], high[1:] < high[:-1]])
    return np.packbits(gradients.reshape(2, -1), axis=1).view(np.uint64)[:, 0]


def groups(vectors: Floats, hashes: Hashes, job: Job) -> list[Ints]:
    """Rows of near-identical pictures, each group in order, the largest first; a picture that has none is in none.

    Of `vectors` (n, d) and `hashes` (n, 2): two pictures are one where both agree. Exact among the nearest
    neighbours, in blocks: memory is O(n).
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)
    indices, distances = nearest(unit, _NEIGHBOURS, job, _STAGE)
    near = distances <= np.sqrt(2 - 2 * _MIN_COSINE)
    heads, columns = np.nonzero(near)
    tails = indices[heads, columns]
    flat = np.minimum(_popcount(hashes), 128 - _popcount(hashes)) < _MIN_EDGES
    allowed = np.where(flat[heads] | flat[tails], 0, _MAX_HAMMING)
    same = _popcount(hashes[heads] ^ hashes[tails]) <= allowed
    found = connected_components(zip(heads[same].tolist(), tails[same].tolist(), strict=True))
    rows = [np.array(sorted(group), np.int64) for group in found]
    return sorted(rows, key=lambda group: (-len(group), int(group[0])))


def _popcount(hashes: Hashes) -> NDArray[np.int64]:
    """How many bits of each (m, 2) are set."""
    return np.asarray(np.unpackbits(hashes.view(np.uint8), axis=1).sum(axis=1), np.int64)
