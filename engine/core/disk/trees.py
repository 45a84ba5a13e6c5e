"""Folders as a whole: how much they take, and deleting one with nothing that a link in it leads to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.core.errors import UserError


def delete_tree(folder: Path, tick: Callable[[int], None]) -> None:
    """Delete a folder and all in it, but nothing that a link leads to.

    `tick` is told after each folder how many bytes are free now. Raises what it raises, and leaves what is left then.
    """
    refuse_link(folder)
    if not folder.exists():
        return
    freed = 0
    tick(freed)
    for place, folders, files in os.walk(folder, topdown=False):
        for name in files:
            freed += _unlink(Path(place, name))
        for path in (Path(place, name) for name in folders):
            if path.is_symlink():
                path.unlink()
            else:
                path.rmdir()
        tick(freed)
    folder.rmdir()


def refuse_link(folder: Path) -> None:
    """A UserError where somebody has put a link in a folder's place: what it leads to is not ours."""
    if folder.is_symlink():
        raise UserError("{folder} is a link to another place: delete it by hand first.", folder=folder)


def size_of(folder: Path, hear: Callable[[], None] | None = None) -> int:
    """The bytes that the files of a folder take; one that has several names counts once.

    `hear` is called at each folder, and may raise.
    """
    seen: set[tuple[int, int]] = set()
    total = 0
    for status in _files(folder, hear):
        if status.st_nlink > 1:
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
        total += status.st_size
    return total


def _files(folder: Path, hear: Callable[[], None] | None) -> Iterator[os.stat_result]:
    for place, _, files in os.walk(folder):
        if hear is not None:
            hear()
        for name in files:
            try:
                yield Path(place, name).lstat()
            except FileNotFoundError:
                continue  # renamed by who fetches it, meanwhile


def _unlink(path: Path) -> int:
    status = path.lstat()
    path.unlink()
    return status.st_size if status.st_nlink == 1 else 0
