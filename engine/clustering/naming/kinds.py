"""The kinds that clusters are named by, and which of ImageNet's classes each holds."""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.core.assets import resource

CLASSES = 1000
UNTELLING = ("Group", "New cluster", "Photos", "Pictures")  # words of clusters without evidence
_IN_PASSING = 0.1  # of the smaller kind: a mobile home is a vehicle and a building, and yet these are two
_FLAT = ("Screens", "Clocks")


@dataclass(frozen=True)
class Kinds:
    """K kinds: `members` 0/1 (CLASSES, K); over kinds (K, K) `inside[a, b]`: all of b is in a, which has more."""

    names: list[str]
    members: NDArray[np.float64]
    inside: NDArray[np.bool_]
    disjoint: NDArray[np.bool_]

    def holds(self, wider: int, kind: int) -> bool:
        """Whether most classes of `kind` are in the `wider` one: all dogs are mammals, most screens electronics."""
        one, other = self.members[:, wider], self.members[:, kind]
        return bool(one.sum() > other.sum() and one @ other > other.sum() / 2)

    def drawable(self, shares: NDArray[np.float64], sure: float) -> NDArray[np.bool_]:
        """The kinds (K,) to believe in of drawings: any flat picture with a frame is a little like a device.

        Screens and clocks are believed from the share `sure` on: they are as flat as their pictures.
        """
        fits: NDArray[np.bool_] = self.disjoint[self.names.index("Electronics")].copy()
        for name in _FLAT:
            index = self.names.index(name)
            fits[index] = shares[index] >= sure
        return fits


@functools.cache
def kinds() -> Kinds:
    """The table of resources/names: its kinds, then the classes on their own; equal names are one kind."""
    table = json.loads(resource("names/kinds.json").read_text("utf-8"))
    held: dict[str, set[int]] = defaultdict(set)
    for name, ranges in table["kinds"].items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            held[name].update(range(int(first), int(last or first) + 1))
    for index, name in enumerate(table["classes"]):
        held[name].add(index)
    members = np.zeros((CLASSES, len(held)))
    for column, classes in enumerate(held.values()):
        members[sorted(classes), column] = 1
    shared = members.T @ members
    size = members.sum(axis=0)
    disjoint = shared <= _IN_PASSING * np.minimum(size, size[:, None])
    return Kinds(list(held), members, (shared == size) & (size < size[:, None]), disjoint)


def specificity(word: str) -> int:
    """How narrow a name without its number is: in how many kinds it lies, and one more for what else it tells."""
    kind, _, more = word.partition(", ")
    table = kinds()
    depth = int(table.inside[:, table.names.index(kind)].sum()) if kind in table.names else 0
    return depth + bool(more)
