"""Which library holds a folder, also after the folder was moved as a whole."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from pathlib import Path
from typing import Any

from engine.core.disk.home import data_folder as data_folder
from engine.core.errors import UserError
from engine.library.catalog.folder_path import from_path

SAMPLE = 64  # files looked up to recognise a moved folder
MIN_SAME_FILES = 0.8  # share of them that must be there with the same size


def real_folder(folder: Path) -> Path:
    """The folder's real path; a UserError where it is missing or no folder."""
    if not folder.exists():
        raise UserError(
            "There is no folder {folder}: check the name, or whether its drive is plugged in.", folder=folder
        )
    if not folder.is_dir():
        raise UserError("{folder} is a file: name the folder it lies in.", folder=folder)
    return Path(os.path.realpath(folder))


def library_for(folder: Path, home: Path | None = None) -> Path:
    """The library that holds `folder`, or the path for a new one.

    A library whose folder has moved, so that its files are now in `folder`, is that folder's.
    """
    libraries = (home or data_folder()) / "libraries"
    candidates = sorted(path.parent for path in libraries.glob("*/catalog.db"))
    roots = {library: _roots(library) for library in candidates}
    for library, known in roots.items():
        if any(path == str(folder) for _, path, _, _ in known):
            return library
    for library, known in roots.items():
        if any(_moved_here(library, root, folder) for root in known):
            return library
    slug = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "photos"
    return libraries / f"{slug}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


def moved_root(library: Path, folder: Path) -> int | None:
    """The root of `library` that was moved to `folder` as a whole, or None."""
    return next((root[0] for root in _roots(library) if _moved_here(library, root, folder)), None)


def networks_in_use(home: Path, other: Path | None = None) -> dict[Path, str]:
    """The network whose vectors each library in the data folder is sorted by, and that of the `other` library."""
    libraries = [path.parent for path in sorted((home / "libraries").glob("*/catalog.db"))]
    used: dict[Path, str] = {}
    for library in dict.fromkeys([*libraries, *([] if other is None else [other])]):
        rows = _query(
            library,
            "SELECT c.fingerprint FROM clusterings c JOIN settings s ON s.key = 'clustering' "
            "AND CAST(s.value AS INTEGER) = c.id",
        )
        if rows and str(rows[0][0]).startswith("{"):
            used[library] = str(json.loads(rows[0][0])["backbone"])
    return used


_Root = tuple[Any, ...]  # id, path, device, inode


def _roots(library: Path) -> list[_Root]:
    rows = _query(library, "SELECT id, path, device, inode FROM roots ORDER BY id")
    return [(id_, from_path(path), device, inode) for id_, path, device, inode in rows]


def _moved_here(library: Path, root: _Root, folder: Path) -> bool:
    id_, path, device, inode = root
    if Path(path).exists() or not folder.is_dir():
        return False
    files = _query(
        library,
        "SELECT path, size FROM files WHERE root = ? AND gone = 0 AND size > 0 ORDER BY digest LIMIT ?",
        (id_, SAMPLE),
    )
    matching = sum(_has(folder, os.fsdecode(name), size) for name, size in files)
    status = folder.stat()
    # An inode is used again once its folder is deleted: by itself it proves nothing.
    needed = 0.5 if (device, inode) == (status.st_dev, status.st_ino) else MIN_SAME_FILES
    return bool(files) and matching >= needed * len(files)


def _has(folder: Path, name: str, size: int) -> bool:
    try:
        return (folder / name).stat().st_size == size
    except OSError:
        return False


def _query(library: Path, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
    """Read another library's catalog without taking its lock; one that cannot be read gives no rows."""
    try:
        connection = sqlite3.connect(f"{(library / 'catalog.db').absolute().as_uri()}?mode=ro", uri=True, timeout=2)
    except sqlite3.Error:
        return []
    try:
        return connection.execute(sql, values).fetchall()
    except sqlite3.DatabaseError:
        return []  # damaged, or not yet made: opening it reports that
    finally:
        connection.close()
