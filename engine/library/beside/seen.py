"""What a scan has seen beside the pictures: it is counted and said, and left alone."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from engine.library.beside.other_programs import LeftOut
from engine.library.catalog.catalog import Catalog
from engine.library.suffixes import UNREAD_SUFFIXES, VIDEO_SUFFIXES

_SETTING = "beside the pictures of root "


@dataclass
class Beside:
    """How many videos, how many files of each kind that is not read (by suffix), and folders of other programs."""

    videos: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def takes(self, path: str) -> bool:
        """Count a file that is no picture we read; False for one that is."""
        suffix = path.rpartition(".")[2].lower()
        if suffix in VIDEO_SUFFIXES:
            self.videos += 1
        elif suffix in UNREAD_SUFFIXES:
            self.unknown[suffix] += 1
        else:
            return False
        return True

    def leave_out(self, folders: list[LeftOut]) -> None:
        self.left_out.update(folder.what for folder in folders)

    def kinds(self) -> list[str]:
        """The suffixes that are not read, the most frequent first."""
        return [suffix for suffix, _ in _ordered(self.unknown)]

    def programs(self) -> list[str]:
        """What the folders of other programs are called, the most frequent first."""
        return [what for what, _ in _ordered(self.left_out)]


def note(catalog: Catalog, root: int, beside: Beside) -> None:
    """Keep what the latest scan of a root has seen."""
    kept = json.dumps([beside.videos, dict(_ordered(beside.unknown)), dict(_ordered(beside.left_out))])
    if catalog.setting(f"{_SETTING}{root}") != kept:
        catalog.set_setting(f"{_SETTING}{root}", kept)


def beside_pictures(catalog: Catalog) -> Beside:
    """What the latest scans of all roots have seen together."""
    total = Beside()
    for root, _ in catalog.files.roots():
        kept = catalog.setting(f"{_SETTING}{root}")
        if kept:
            videos, unknown, left_out = json.loads(kept)
            total.videos += videos
            total.unknown.update(unknown)
            total.left_out.update(left_out)
    return total


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
