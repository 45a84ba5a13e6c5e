"""Names that no other cluster has: one that is taken gets a number."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping

_NUMBERED = re.compile(r"(.+) [1-9]\d?", re.DOTALL)


def unique_name(name: str, taken: Collection[str], unnamed: str = "") -> str:
    """`name` itself, or with a number after it where it is one of `taken`; see `numbered` for none.

    Beside "Text" a "Text 2" is numbered by us, so that the next of its name is "Text 3", not "Text 2 2". Where there
    is no "Route", or after a number of more than two digits as in "Summer 2019", the number is part of the name.
    """
    candidates = numbered(name, unnamed)
    match = _NUMBERED.fullmatch(name) if name in taken else None
    if match is not None and (match[1] in taken or f"{match[1]} 1" in taken):
        candidates = numbered(match[1])
        next(candidates)  # with no number: also where that is free, one of several is meant
    return next(one for one in candidates if one not in taken)


def unique_names(names: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """Names by cluster, none of them one of `taken` or given to two."""
    found: dict[str, str] = {}
    used = set(taken)
    for cluster, name in names.items():
        found[cluster] = unique_name(name, used)
        used.add(found[cluster])
    return found


def without_number(name: str) -> str:
    """ "Text" of "Text 2"; any other name as it is."""
    match = _NUMBERED.fullmatch(name)
    return name if match is None else match[1]


def numbered(name: str, unnamed: str = "") -> Iterator[str]:
    """Dogs, Dogs 2, Dogs 3 …; without a name `unnamed` 1, `unnamed` 2 …"""
    if name:
        yield name
    yield from (f"{name or unnamed} {number}" for number in itertools.count(2 if name else 1))
