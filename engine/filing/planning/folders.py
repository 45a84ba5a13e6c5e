"""What lies in folders, each read once: a plan for 100,000 photos asks the disk a thousand times, not 100,000."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from engine.filing.planning.names import name_key


@dataclass(frozen=True)
class Listing:
    """The entries of a folder by name; none where it is missing. `problem` says that it cannot be read."""

    path: str
    entries: Mapping[str, os.DirEntry[str]] = field(default_factory=dict)
    exists: bool = False
    problem: OSError | None = None

    @cached_property
    def by_key(self) -> dict[str, str]:
        """A name by what it shares with those that are one with it elsewhere."""
        return {name_key(name): name for name in self.entries}

    def is_link(self, name: str) -> bool:
        return self.entries[name].is_symlink()

    def is_folder(self, name: str) -> bool:
        return self.entries[name].is_dir()

    def size(self, name: str) -> int:
        """Bytes of a file, 0 where even that cannot be known any more."""
        try:
            return self.entries[name].stat(follow_symlinks=False).st_size
        except OSError:
            return 0


class Folders:
    """Listings, kept for one plan."""

    def __init__(self) -> None:
        self._known: dict[str, Listing] = {}
        self._real: dict[str, bool] = {}

    def listing(self, path: str) -> Listing:
        if path not in self._known:
            self._known[path] = _read(path)
        return self._known[path]

    def behind_link(self, path: str, root: str) -> bool:
        """Whether one of the folders from `root` (which somebody has chosen) down to `path` is a link."""
        if len(path) <= len(root):
            return False
        if path not in self._real:
            self._real[path] = os.path.islink(path) or self.behind_link(os.path.dirname(path), root)
        return self._real[path]


def _read(path: str) -> Listing:
    try:
        with os.scandir(path) as entries:
            return Listing(path, {entry.name: entry for entry in entries}, True)
    except (FileNotFoundError, NotADirectoryError):
        return Listing(path)
    except OSError as error:
        return Listing(path, {}, True, error)
