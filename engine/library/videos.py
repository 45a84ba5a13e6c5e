"""How many videos lie among the pictures: they are counted, and left alone."""

from __future__ import annotations

from engine.library.catalog.catalog import Catalog

_SETTING = "videos in root "


def count_videos(catalog: Catalog, root: int, count: int) -> None:
    """Note how many videos a scan of a root has seen."""
    if catalog.setting(f"{_SETTING}{root}") != str(count):
        catalog.set_setting(f"{_SETTING}{root}", str(count))


def videos_in(catalog: Catalog) -> int:
    """How many videos the latest scans of all roots have seen."""
    return sum(int(catalog.setting(f"{_SETTING}{root}") or 0) for root, _ in catalog.files.roots())
