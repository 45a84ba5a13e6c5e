"""Volumes: which drive a folder lies on, so that another drive, or none, is not taken for deleted photos.

A good scan keeps the identity of the folder's volume, and of those that are mounted below it. Where it is another one
later and most of what is known there is missing, the photos are away, and not gone.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.library.catalog.catalog import Catalog
from engine.library.compare import at_or_below

_SETTING = "volumes of root "  # then the root's id
_BY_UUID = Path("/dev/disk/by-uuid")
_MOUNTS = Path("/proc/self/mountinfo")
ROOT = ""  # the place of the folder itself; those below it are paths without a slash at the end

Visited = dict[tuple[int, int], str]  # device and inode of folders, and their paths with a slash at the end


def identity(folder: Path) -> str:
    """What tells the volume of an existing folder from every other one, also when it is mounted again; "" if unknown.

    The file system's UUID, the server and share of a network drive, or what the system calls the file system.
    """
    try:
        device = folder.stat().st_dev
        if sys.platform == "win32":
            return f"serial {device:x}"
        return _uuid(device) or _share(device) or _system_id(folder)
    except OSError:
        return ""


def remembered(catalog: Catalog, root: int) -> dict[str, str]:
    """The volumes by place, as the last good scan has found them; none before the first."""
    kept = catalog.setting(f"{_SETTING}{root}")
    return {} if kept is None else dict(json.loads(kept))


def remember(catalog: Catalog, root: int, volumes: Mapping[str, str]) -> None:
    kept = json.dumps(dict(sorted(volumes.items())))
    if catalog.setting(f"{_SETTING}{root}") != kept:
        catalog.set_setting(f"{_SETTING}{root}", kept)


def present(folder: Path, visited: Visited) -> dict[str, str]:
    """The volumes by place, of the folders that a scan has visited."""
    devices = {path.rstrip("/"): device for (device, _), path in visited.items()}
    mounted = [p for p, device in devices.items() if p and devices.get(p.rpartition("/")[0], device) != device]
    return {place: identity(folder / place) for place in (ROOT, *mounted)}


def replaced(folder: Path, before: Mapping[str, str]) -> set[str]:
    """The places that lie on another volume than before, or on none: then what is above them counts."""
    return {place for place, volume in before.items() if volume and identity(_nearest(folder / place)) != volume}


def missing_there(place: str, missing: Iterable[str], found: Iterable[str]) -> bool:
    """Whether more of the photos of a place are missing than found; both are paths."""
    lost = sum(is_below(path, {place}) for path in missing)
    return lost > sum(is_below(path, {place}) for path in found)


def is_below(path: str, places: set[str]) -> bool:
    return ROOT in places or (bool(places) and at_or_below(path, places))


def _nearest(path: Path) -> Path:
    """The path, or the first folder above it that can be looked at."""
    for place in (path, *path.parents):
        try:
            place.stat()
        except OSError:
            continue
        return place
    return path


def _uuid(device: int) -> str:
    try:
        with os.scandir(_BY_UUID) as entries:
            return next((f"uuid {e.name}" for e in entries if os.stat(e.path).st_rdev == device), "")  # noqa: PTH116
    except OSError:
        return ""


def _share(device: int) -> str:
    """The kind and source of a network drive: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    number = f"{os.major(device)}:{os.minor(device)}"
    for line in lines:
        before, _, after = line.partition(" - ")
        kind, source = [*after.split(" "), "", ""][:2]
        if before.split(" ")[2:3] == [number] and (":" in source or source.startswith("//")):
            return f"{kind} {source}".encode("utf-8", "backslashreplace").decode()
    return ""


def _system_id(folder: Path) -> str:
    id_ = os.statvfs(folder).f_fsid if sys.platform == "linux" else 0
    return f"system {id_:x}" if id_ else ""
