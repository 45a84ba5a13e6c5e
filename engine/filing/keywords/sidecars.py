"""Which files beside a photo are its XMP."""

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
    there = sidecars_there(photo, beside)
    if there:
        return there[0]
    shared = _is_the_raws(photo, beside)
    return photo.with_name(f"{photo.name}.xmp" if shared or otherwise == "a.jpg.xmp" else f"{photo.stem}.xmp")


def sidecars_there(photo: Path, beside: Collection[str]) -> list[Path]:
    """Those that are there, the one of the full name first, whatever their case."""
    by_key = {name.casefold(): name for name in beside}
    wanted = [f"{photo.name}.xmp"] if _is_the_raws(photo, beside) else [f"{photo.name}.xmp", f"{photo.stem}.xmp"]
    keys = dict.fromkeys(name.casefold() for name in wanted)
    return [photo.with_name(by_key[key]) for key in keys if key in by_key]


def _is_the_raws(photo: Path, beside: Collection[str]) -> bool:
    """Whether "a.xmp" would be a RAW's of the same name."""
    stem = photo.stem.casefold()
    return not _is_raw(photo) and any(_is_raw(p) and p.stem.casefold() == stem for p in map(PurePath, beside))


def _is_raw(name: PurePath) -> bool:
    return name.suffix.lower()[1:] in RAW_SUFFIXES
