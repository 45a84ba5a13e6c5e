"""Taking the pack away: its own folder, and nothing that a link in it leads to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from engine.core.errors import UserError
from engine.core.job import Job
from engine.gpu_pack.places import FOLDER, MARKER

STAGE = "gpu-pack-remove"


def remove(home: Path, job: Job) -> int:
    """Delete the packs of all versions in the data folder `home`; the bytes that are free now.

    A pack counts as gone once its marker is, so a cancel leaves one that is begun.
    """
    folder = home / FOLDER
    for marker in () if folder.is_symlink() else folder.glob(f"*/{MARKER}"):
        marker.unlink(missing_ok=True)
    return delete_tree(folder, job)


def delete_tree(folder: Path, job: Job) -> int:
    """Delete a folder with all that lies in it, which it alone names; the bytes that were free for it."""
    if folder.is_symlink():
        raise UserError("{folder} is a link: delete it, and what it leads to, by hand.", folder=folder)
    if not folder.exists():
        return 0
    total, freed = size_of(folder), 0
    job.report(STAGE, 0, total)
    for place, folders, files in os.walk(folder, topdown=False):
        for name in files:
            freed += _unlink(Path(place, name))
        for path in (Path(place, name) for name in folders):
            if path.is_symlink():
                path.unlink()
            else:
                path.rmdir()
        job.report(STAGE, min(freed, total), total)
    folder.rmdir()
    return freed


def size_of(folder: Path) -> int:
    """The bytes that the files of a folder take; one that has several names counts once."""
    seen: set[tuple[int, int]] = set()
    total = 0
    for status in _files(folder):
        if status.st_nlink > 1:
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
        total += status.st_size
    return total


def _files(folder: Path) -> Iterator[os.stat_result]:
    for place, _, files in os.walk(folder):
        for name in files:
            try:
                yield Path(place, name).lstat()
            except FileNotFoundError:
                continue  # uv renames what it has fetched, meanwhile


def _unlink(path: Path) -> int:
    status = path.lstat()
    path.unlink()
    return status.st_size if status.st_nlink == 1 else 0
