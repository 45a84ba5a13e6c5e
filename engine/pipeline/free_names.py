"""Names that no other cluster has."""

from __future__ import annotations

from collections.abc import Mapping, Set


def free(names: Mapping[str, str], taken: Set[str]) -> dict[str, str]:
    """Names by cluster, each with a number after it where it is one of `taken` or was given before."""
    found: dict[str, str] = {}
    used = set(taken)
    for cluster, name in names.items():
        numbered = (name, *(f"{name} {number}" for number in range(2, len(used) + 3)))
        found[cluster] = next(one for one in numbered if one not in used)
        used.add(found[cluster])
    return found
