"""Folders of other programs: their thumbnails, bins and snapshots show photos once more, or such as were thrown away.

They are left out unless a pattern with `!` in a .photoloomignore brings one back. Names are compared without regard
to case.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple


class LeftOut(NamedTuple):
    """A folder that was left out: its path below the root, what it is called in a summary, and what it is."""

    path: str
    what: str
    why: str


class Kind(NamedTuple):
    what: str
    why: str


_NAS_BIN = "the bin of a network drive"
_SNAPSHOTS = "earlier states of a network drive"

NAMES = {
    "@eadir": Kind("@eaDir", "thumbnails of a Synology network drive"),
    "#recycle": Kind("#recycle", _NAS_BIN),
    "@recycle": Kind("@Recycle", _NAS_BIN),
    "#snapshot": Kind("#snapshot", _SNAPSHOTS),
    "@recently-snapshot": Kind("@Recently-Snapshot", _SNAPSHOTS),
    "~snapshot": Kind("~snapshot", _SNAPSHOTS),
    "$recycle.bin": Kind("$RECYCLE.BIN", "the bin of Windows"),
    "recycler": Kind("RECYCLER", "the bin of Windows"),
    "system volume information": Kind("System Volume Information", "what Windows keeps on each drive"),
    "network trash folder": Kind("Network Trash Folder", "the bin of macOS on a network drive"),
    "__macosx": Kind("__MACOSX", "what macOS adds to an archive"),
    "ipod photo cache": Kind("iPod Photo Cache", "copies that iTunes made for a device"),
    "generated images.bundle": Kind("Generated Images.bundle", "previews of Mylio"),
    "files_trashbin": Kind("files_trashbin", "the bin of Nextcloud"),
    "files_versions": Kind("files_versions", "earlier versions in Nextcloud"),
}
SUFFIXES = {
    ".lrdata": Kind("Lightroom", "previews of Lightroom"),
    ".lrcat-data": Kind("Lightroom", "what Lightroom keeps beside its catalog"),
}
# By the folder it lies in.
CHILDREN = {
    ("captureone", "cache"): Kind("Capture One", "previews of Capture One"),
    ("m4root", "thmbnl"): Kind("THMBNL", "thumbnails of a camera's videos"),
    ("xdroot", "thmbnl"): Kind("THMBNL", "thumbnails of a camera's videos"),
}
# Files that say of the folder they lie in, and of all below, that it holds no pictures to be shown.
MARKERS = {
    ".nomedia": Kind(".nomedia", "marked with .nomedia"),
    ".noimage": Kind(".noimage", "marked with .noimage"),
    ".ppstorage": Kind("PhotoPrism", "what PhotoPrism keeps, marked with .ppstorage"),
}
_NEXTCLOUD = re.compile(r"appdata_[a-z0-9]{10,14}")  # and what it calls an instance
_IMMICH = {"thumbs", "encoded-video", "profile"}  # each with the file .immich in it
_ORIGINALS = {"originals", "masters"}  # in a library of Apple Photos; all else there was made of them
_MADE = {
    "previews",
    "thumbnails",
    "database",
    "data",
    "data.noindex",
    "apple tv photo cache",
}


def folder_kind(parent: str, beside: Collection[str], name: str) -> Kind | None:
    """What a folder named `name` is, if it is another program's; it lies in `parent` among the entries `beside`."""
    name, parent = name.lower(), parent.lower()
    if name in NAMES:
        return NAMES[name]
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if (parent, name) in CHILDREN:
        return CHILDREN[parent, name]
    if _NEXTCLOUD.fullmatch(name):
        return Kind("Nextcloud", "previews of Nextcloud")
    return _in_library(parent, beside, name)


def _in_library(parent: str, beside: Collection[str], name: str) -> Kind | None:
    """What a folder in a photo library of Apple's is, if not one of originals."""
    if parent.endswith(".photoslibrary"):
        return None if name in _ORIGINALS else Kind("Apple Photos", "what Photos has made of its originals")
    if parent.endswith((".photolibrary", ".migratedphotolibrary")) or "AlbumData.xml" in beside:
        return Kind("iPhoto", "what iPhoto has made of its originals") if name in _MADE else None
    if parent.endswith((".aplibrary", ".migratedaplibrary")):
        return Kind("Aperture", "what Aperture has made of its originals") if name in _MADE else None
    return None


def marker(name: str, entries: Collection[str]) -> Kind | None:
    """What the entries of the folder `name` say it is: to be left out, or nothing."""
    for file, kind in MARKERS.items():
        if file in entries:
            return kind
    if ".immich" in entries and name.lower() in _IMMICH:
        return Kind("Immich", "what Immich has made of its originals")
    return None
