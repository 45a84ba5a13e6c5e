"""Groups of near-duplicates: which pictures may be copies of one another, and which of them are, all with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.graph.neighbours import nearest

Hashes = NDArray[np.uint64]
Pair = tuple[int, int]

_SIDE = 8
_MAX_HAMMING = 28  # bits of 128: 99 of 100 copies keep closer, cropped by up to 5 % too (other ones: 10)
_MIN_COSINE = 0.8  # cosine of two vectors: 99 of 100 keep closer
_NEIGHBOURS = 16  # among which copies are looked for; those of one another are found by their groups
_MIN_EDGES = 8  # bits: a picture with fewer set (or unset) has no edges to be recognised by
_ALL = 24  # members; of a larger group so many, spread over it, stand for all
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


def candidates(vectors: Floats, hashes: Hashes, job: Job) -> list[Pair]:
    """Pairs of rows a < b that may be copies of one another, the likeliest first.

    Of `vectors` (n, d) and `hashes` (n, 2), which need not agree well: whether they are is told by their pixels. Exact
    among the nearest neighbours, in blocks: memory is O(n).
    """
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)
    indices, distances = nearest(unit, _NEIGHBOURS, job, _STAGE)
    heads, columns = np.nonzero(distances <= np.sqrt(2 - 2 * _MIN_COSINE))
    tails = indices[heads, columns]
    flat = np.minimum(_popcount(hashes), 128 - _popcount(hashes)) < _MIN_EDGES
    bits = _popcount(hashes[heads] ^ hashes[tails])
    near = (bits <= _MAX_HAMMING) | (flat[heads] & flat[tails])
    found = {
        (min(a, b), max(a, b)): (int(apart), float(far))
        for a, b, apart, far in zip(
            heads[near].tolist(), tails[near].tolist(), bits[near], distances[heads, columns][near], strict=True
        )
    }
    return sorted(found, key=lambda pair: (*found[pair], pair))


def complete_groups(pairs: Iterable[Pair], same: Callable[[int, int], bool]) -> list[Ints]:
    """Rows in groups within which each is the `same` as each other, the largest first; `pairs` are tried in order.

    Complete linkage: what is like one picture of a group and unlike another is not drawn in by the first.
    """
    group_of: dict[int, list[int]] = {}
    for a, b in pairs:
        one, other = group_of.get(a, [a]), group_of.get(b, [b])
        if one is other or not same(a, b):
            continue
        if all(same(min(x, y), max(x, y)) for x in _spread(one) for y in _spread(other)):
            joined = sorted(one + other)
            group_of |= dict.fromkeys(joined, joined)
    distinct = {id(group): group for group in group_of.values()}.values()
    rows = [np.array(group, np.int64) for group in distinct]
    return sorted(rows, key=lambda group: (-len(group), int(group[0])))


def _spread(group: list[int]) -> list[int]:
    if len(group) <= _ALL:
        return group
    return [group[index * (len(group) - 1) // (_ALL - 1)] for index in range(_ALL)]


def _popcount(hashes: Hashes) -> NDArray[np.int64]:
    """How many bits of each (m, 2) are set."""
    return np.asarray(np.bitwise_count(hashes).sum(axis=1), np.int64)
