"""Stable cluster ids: new clusters take the ids, and so the names and colours, of the old ones they overlap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Ints

Weights = NDArray[np.float64]

_PIN_WEIGHT = 3  # three pinned rows weigh as much as all the rest of their cluster, so one odd photo decides nothing


def match_ids(
    labels: Ints,
    k: int,
    old: Sequence[str | None],
    anchors: Sequence[str],
    pins: Mapping[int, str],
    fresh: Callable[[], str],
) -> tuple[str, ...]:
    """The ids of new clusters 0…k-1, by the largest total overlap (Hungarian method); never two the same.

    `labels` int64 (n,) in 0…k-1 is the new clustering, `old[i]` the old cluster id of row i (None for a new
    photo), `pins` maps rows to anchors, `fresh` makes new ids. Anchors choose first and each gets a cluster
    (k is at least their number): the one with most of its rows and pins. An anchor that overlaps with
    nothing takes the smallest cluster that no other claims. Another old cluster's id is kept only
    where it is mostly the same; the rest get fresh ids. Ties go by id, so the same input gives the same ids.
    """
    anchors = sorted(set(anchors))
    others = sorted({name for name in old if name is not None} - set(anchors))
    if k < len(anchors):
        raise ValueError(f"{len(anchors)} anchors do not fit into {k} clusters")
    overlap = _overlap(labels, k, old, anchors + others)
    claims = _claims(labels, k, old, anchors, pins)
    assigned = {row: anchors[column] for row, column in _assign(claims) if claims[row, column] > 0}
    idle = [anchor for anchor in anchors if anchor not in assigned.values()]
    free = [row for row in range(k) if row not in assigned]
    sizes = np.bincount(labels, minlength=k).astype(np.float64)
    names = idle + others
    weights = _matching_weights(_mostly_same(overlap, sizes)[free, len(anchors) :], sizes[free], len(idle))
    assigned |= {free[row]: names[column] for row, column in _assign(weights) if weights[row, column] > 0}
    return _fill_with_fresh(assigned, k, {*anchors, *others}, fresh)


def renew_ids(ids: Sequence[str], then: Collection[str], now: Sequence[str]) -> dict[str, str]:
    """Replace the ids among `ids` that were fresh `then` by ids that are fresh `now`: old id to new id.

    A fit takes long: by its end the user, or another cut, may have made a cluster with an id that was fresh.
    """
    return dict(zip((id_ for id_ in ids if id_ in then), now, strict=False))


def _overlap(labels: Ints, k: int, old: Sequence[str | None], names: Sequence[str]) -> Weights:
    """The number of rows that new clusters and old `names` share, (k, names); other old names are ignored."""
    index = {name: column for column, name in enumerate(names)}
    columns = np.fromiter((-1 if name is None else index.get(name, -1) for name in old), np.int64, len(labels))
    return _counts(labels[columns >= 0], columns[columns >= 0], k, len(names))


def _claims(
    labels: Ints, k: int, old: Sequence[str | None], anchors: Sequence[str], pins: Mapping[int, str]
) -> Weights:
    """The share of each anchor in each new cluster, (k, anchors), by its pinned and its other rows."""
    others = _overlap(labels, k, [None if row in pins else name for row, name in enumerate(old)], anchors)
    rows = np.fromiter(pins, np.int64, len(pins))
    columns = np.fromiter((anchors.index(name) for name in pins.values()), np.int64, len(pins))
    pin_weight = np.maximum(others.sum(axis=0) / _PIN_WEIGHT, 1)
    claims = others + pin_weight * _counts(labels[rows], columns, k, len(anchors))
    return np.asarray(claims / np.maximum(claims.sum(axis=0), 1))


def _counts(rows: Ints, columns: Ints, height: int, width: int) -> Weights:
    flat = np.bincount(rows * width + columns, minlength=height * width)
    return flat.reshape(height, width).astype(np.float64)


def _mostly_same(overlap: Weights, sizes: Weights) -> Weights:
    """`overlap` (k, names) where it is more than half of the smaller one; else 0: a name would be of other photos."""
    return np.where(2 * overlap > np.minimum(sizes[:, None], overlap.sum(axis=0)), overlap, 0)


def _matching_weights(overlap: Weights, sizes: Weights, idle: int) -> Weights:
    """Weights of the unclaimed clusters: every idle anchor gets one, where the least overlap is lost."""
    unit = sizes.sum() + 1  # one shared row weighs more than any difference in size
    anything = unit * unit - sizes  # more than all overlap: an idle anchor is never left out
    return np.hstack([np.tile(anything[:, None], (1, idle)), overlap * unit])


def _assign(weights: Weights) -> list[tuple[int, int]]:
    """Pairs (row, column) of the largest total weight, each row and column at most once."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def _fill_with_fresh(assigned: dict[int, str], k: int, used: set[str], fresh: Callable[[], str]) -> tuple[str, ...]:
    """All k ids, missing ones filled with fresh ids that no cluster has or had."""
    names = []
    for row in range(k):
        name = assigned.get(row)
        while name is None or (row not in assigned and name in used):
            name = fresh()
        used.add(name)
        names.append(name)
    return tuple(names)
