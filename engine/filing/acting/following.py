"""The library follows what is done to its files: a photo that moved is the same photo."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from engine.filing.actions.action import Facts, Left
from engine.filing.actions.renaming import status_of
from engine.filing.operations import Operation
from engine.library.library import Library
from engine.library.rewritten import Rewritten, keep_pictures

BATCH, SECONDS = 500, 1.0  # what is written together at most: a transaction a file would take as long as the file


class _Place(NamedTuple):
    """A folder: the library's folders that it lies in, and where in the deepest, None where that is hidden."""

    above: tuple[str, ...]
    root: int | None
    relative: str = ""


class Following:
    """Collects where photos are now, and writes that to the catalog in batches; `flush` at the end."""

    def __init__(self, library: Library) -> None:
        self._catalog = library.catalog
        # The deepest first: a folder of the library may lie in another.
        self._roots = sorted(
            ((Path(folder), root) for root, folder in library.catalog.files.roots()), key=lambda r: -len(r[0].parts)
        )
        self._places: dict[str, _Place] = {}  # by folder: many files lie in one
        self._moved: list[tuple[int, int, str, int, int]] = []
        self._gone: list[int] = []
        self._rewritten: list[Rewritten] = []
        self._library = library
        self._since = time.monotonic()

    def moved(self, file: int, path: str | None) -> None:
        """A photo is at `path` now; None, or outside the folders of the library: it is gone, and remembered."""
        root = None if path is None else self._root_of(path)
        status = None if path is None or root is None else status_of(path)
        if root is None or status is None:
            self._gone.append(file)
        else:
            self._moved.append((file, *root, status.st_size, status.st_mtime_ns))
        self._flush_when_due()

    def rewritten(self, file: int, path: str, old: str, new: str) -> None:
        """The metadata of a photo were rewritten: another content by its digest, with the same picture."""
        status = os.stat(path, follow_symlinks=False)  # noqa: PTH116
        self._rewritten.append(Rewritten(file, old, new, status.st_size, status.st_mtime_ns))
        self._flush_when_due()

    def check_root(self, path: str) -> None:
        """Left where the folder of the library that a path is in is not there: nothing is made in its place."""
        for folder in self._place_of(path).above:
            if not os.path.isdir(folder):  # noqa: PTH112 - a hundred thousand times
                raise Left("{folder} is not there: is its drive plugged in?", folder=folder)

    def _flush_when_due(self) -> None:
        waiting = len(self._moved) + len(self._gone) + len(self._rewritten)
        if waiting >= BATCH or time.monotonic() - self._since > SECONDS:
            self.flush()

    def flush(self) -> None:
        if self._rewritten:
            keep_pictures(self._library, self._rewritten)
            self._rewritten = []
        if self._moved or self._gone:
            with self._catalog.transaction():
                self._catalog.files.mark_gone(self._gone)
                self._catalog.files.relocate(self._moved)
            self._moved, self._gone = [], []
        self._since = time.monotonic()

    def _root_of(self, path: str) -> tuple[int, str] | None:
        """The folder of the library, and where in it; None for what it does not look at."""
        place, name = self._place_of(path), os.path.basename(path)  # noqa: PTH119
        return None if place.root is None or name.startswith(".") else (place.root, f"{place.relative}{name}")

    def _place_of(self, path: str) -> _Place:
        folder = os.path.dirname(path)  # noqa: PTH120
        place = self._places.get(folder)
        if place is None:
            place = self._places[folder] = self._looked_up(Path(folder))
        return place

    def _looked_up(self, folder: Path) -> _Place:
        above = [(root, number) for root, number in self._roots if folder.is_relative_to(root)]
        if not above:
            return _Place((), None)
        root, number = above[0]
        parts = folder.relative_to(root).parts
        hidden = any(part.startswith(".") for part in parts)
        return _Place(tuple(str(one) for one, _ in above), None if hidden else number, "".join(f"{p}/" for p in parts))


def follow(following: Following, operation: Operation, facts: Facts, *, undone: bool = False) -> None:
    """Tell the library what an operation that is done, or undone, means for its photo."""
    if operation.file is None or operation.status not in ("done", "undone"):
        return
    if operation.source == operation.target:
        order = ("after", "before") if undone else ("before", "after")
        following.rewritten(operation.file, operation.source, *(facts[digest] for digest in order))
    elif undone:
        following.moved(operation.file, operation.source)
    elif _takes_away(operation):
        following.moved(operation.file, operation.target)


def _takes_away(operation: Operation) -> bool:
    return not os.path.lexists(operation.source)
