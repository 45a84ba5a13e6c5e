"""Which file beside a photo is its XMP."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath

from engine.filing.operations import SidecarName
from engine.library.suffixes import RAW_SUFFIXES


def sidecar_of(photo: Path, beside: Collection[str], otherwise: SidecarName) -> Path:
    """The sidecar to write: the one that is there, of either convention, else the name of the setting.

    `beside` are the names in its folder. "a.xmp" beside a RAW and its JPEG is the RAW's, as in
    Lightroom and darktable.
    """
    full, short = f"{photo.name}.xmp", f"{photo.stem}.xmp"
    by_key = {name.casefold(): name for name in beside}
    shared = not _is_raw(photo) and any(_is_raw(PurePath(n)) for n in beside if _stem(n) == photo.stem.casefold())
    for wanted in (full,) if shared else (full, short):
        if wanted.casefold() in by_key:
            return photo.with_name(by_key[wanted.casefold()])
    return photo.with_name(full if shared or otherwise == "a.jpg.xmp" else short)


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold()


def _is_raw(name: PurePath) -> bool:
    return name.suffix.lower()[1:] in RAW_SUFFIXES
