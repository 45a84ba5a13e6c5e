"""Groups of a gallery's photos by when or where they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.core.records import Ints

NONE = ""  # the key of photos that belong to no group; it comes last


@dataclass(frozen=True)
class Groups:
    """`labels[i]` is the index into `keys` of row i; `keys` are in the order in which they are shown."""

    labels: Ints
    keys: tuple[str, ...]


def same_groups(one: Groups | None, other: Groups | None) -> bool:
    """Whether the same rows are together, under the same keys."""
    if one is None or other is None:
        return one is other
    return one.keys == other.keys and np.array_equal(one.labels, other.labels)


def groups_of(keys: Sequence[str], newest_first: bool = False) -> Groups:
    """Rows with the same key together, in order of the keys; `NONE` at the end."""
    found, labels = np.unique(np.array(keys, object).astype(str), return_inverse=True)
    order = list(range(len(found)))
    order.sort(key=lambda i: found[i], reverse=newest_first)
    order.sort(key=lambda i: found[i] == NONE)
    rank = np.empty(len(found), np.int64)
    rank[order] = np.arange(len(found))
    return Groups(rank[labels.reshape(-1)], tuple(str(found[i]) for i in order))
