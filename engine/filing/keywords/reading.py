"""The keywords of a photo as it lies there: in itself and in its sidecars."""

from __future__ import annotations

import stat
from collections.abc import Collection
from pathlib import Path

from engine.filing.actions.action import Left
from engine.filing.keywords.containers import find
from engine.filing.keywords.sidecars import sidecars_there
from engine.library.cloud import in_cloud
from engine.library.metadata.keywords import Keyword, keywords_of_iptc, keywords_of_xmp, united
from engine.library.metadata.xmp_tree import NotXmp

_MOST = 16 << 20  # bytes of a sidecar


def read_keywords(photo: Path, beside: Collection[str]) -> list[Keyword]:
    """All keywords of a photo and its sidecars; `beside` are the names in its folder. What is damaged tells none.

    Nor does what is only in a cloud: reading it would fetch it.
    """
    found = [_of_sidecar(sidecar) for sidecar in sidecars_there(photo, beside)]
    return united(*found, keywords_within(photo))


def keywords_within(photo: Path) -> list[Keyword]:
    """Those in the file itself, of XMP and IPTC."""
    try:
        status = photo.stat()
        if not stat.S_ISREG(status.st_mode) or in_cloud(status):
            return []
        with photo.open("rb") as file:
            found = find(file)
    except (Left, OSError):
        return []
    if found is None:
        return []
    iptc = keywords_of_iptc(found.iptc)
    try:
        return united([] if found.xmp is None else keywords_of_xmp(found.xmp), iptc)
    except NotXmp:
        return iptc


def _of_sidecar(path: Path) -> list[Keyword]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST or in_cloud(status):
            return []
        return keywords_of_xmp(path.read_bytes())
    except (NotXmp, OSError):
        return []
