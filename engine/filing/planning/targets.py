"""Gives every file of a plan a name of its own at its target, whatever lies there, on every kind of file system."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Sequence

from engine.filing.planning.folders import Folders
from engine.filing.planning.names import MOST_CHARACTERS, candidates, name_key

Named = Callable[[int], Sequence[str]]  # the names of files that stay together, all with the same number
Same = Callable[[int, str], bool]  # whether file i of those is what lies at a path already
LONGEST = MOST_CHARACTERS if os.name == "nt" else None


class Targets:
    """Folders and names below `root`, which may not be there yet."""

    def __init__(self, root: str, folders: Folders, longest: int | None = LONGEST) -> None:
        self._root, self._folders, self._longest = root, folders, longest
        self._paths: dict[tuple[str, ...], str] = {(): root}
        self._spelled: dict[tuple[str, str], str] = {}
        self._taken: dict[str, set[str]] = {}  # keys, by folder, of what this plan puts there or has found there
        self._numbers: dict[tuple[str, str], int] = {}  # up to which all of a name are taken
        self.clashes = 0

    def folder(self, levels: tuple[str, ...]) -> str:
        """Where a folder is, spelled as the one that is there, or as it was planned first, where only case differs."""
        path = self._paths.get(levels)
        if path is None:
            path = self._paths[levels] = self._below(self.folder(levels[:-1]), levels[-1])
        return path

    def new_folders(self) -> list[str]:
        """Those that files go to and that are not there yet, with those above them, parents first."""
        new: set[str] = set()
        for path in self._taken:
            while path not in new and not self._folders.listing(path).exists:
                new.add(path)
                path = os.path.dirname(path)
        return sorted(new, key=lambda path: (path.count(os.sep), path))

    def take(self, folder: str, name: str) -> bool:
        """Take the name of a file that goes alone to a new or empty folder, if it is free: most do, and it is."""
        taken, key = self._taken.setdefault(folder, set()), name_key(name)
        if key in taken or self._longest or not self._is_empty(folder):
            return False
        taken.add(key)
        return True

    def place(self, folder: str, named: Named, same: Same) -> tuple[Sequence[str], list[bool]] | None:
        """Names for files that stay together, and which of them are there already; None where no path would do.

        With one number for all: a photo's sidecar is called as it is. What is there already is not made again.
        """
        taken = self._taken.setdefault(folder, set())
        names = named(1)
        first = folder, name_key(names[0])
        for number in itertools.count(self._numbers.get(first, 1)):
            names, keys = _apart(named(number) if number > 1 else names)
            if self._longest and any(len(folder) + 1 + len(name) > self._longest for name in names):
                return None
            ours = not taken.isdisjoint(keys)
            there = [] if ours else self._there(folder, names, keys, same)
            if (ours or there) and number == self._numbers.get(first, 1):  # so far all are: none is asked again
                self._numbers[first] = number + 1
            if there:
                taken.update(keys)
                self.clashes += there.count(False) * (number > 1)
                return names, there
        raise AssertionError

    def _is_empty(self, folder: str) -> bool:
        return not self._folders.listing(folder).entries

    def _there(self, folder: str, names: Sequence[str], keys: Sequence[str], same: Same) -> list[bool]:
        """Which files are there already, where all others are free; else nothing."""
        if self._is_empty(folder):
            return [False] * len(names)
        listing, there = self._folders.listing(folder), list[bool]()
        for i, (name, key) in enumerate(zip(names, keys, strict=True)):
            known = key in listing.by_key
            if known and not (name in listing.entries and same(i, os.path.join(folder, name))):
                return []
            there.append(known)
        return there

    def _below(self, above: str, name: str) -> str:
        for one in candidates(name):
            key = above, name_key(one)
            if key in self._spelled:
                return os.path.join(above, self._spelled[key])
            listing = self._folders.listing(above)
            there = one if one in listing.entries else listing.by_key.get(key[1], one)
            # A file of that name, and a link, which may lead anywhere, leave the name to another.
            if there not in listing.entries or (listing.is_folder(there) and not listing.is_link(there)):
                self._spelled[key] = there
                self._taken.setdefault(above, set()).add(key[1])
                return os.path.join(above, there)
        raise AssertionError


def _apart(names: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The names of files that stay together, made different where two are alike, and their keys."""
    keys = [name_key(name) for name in names]
    if len(keys) == 1 or len(set(keys)) == len(keys):
        return names, keys
    apart: list[str] = []
    for name in names:
        used = {name_key(one) for one in apart}
        apart.append(next(one for one in candidates(name) if name_key(one) not in used))
    return apart, [name_key(name) for name in apart]
