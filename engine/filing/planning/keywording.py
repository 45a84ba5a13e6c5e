"""Which keywords a photo gets, and into which file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from engine.core.errors import Sentence
from engine.core.records import Cluster
from engine.filing.keywords.sidecars import sidecar_of, sidecars_there
from engine.filing.operations import FilingOptions
from engine.filing.planning.folders import Listing
from engine.filing.planning.names import name_key
from engine.library.library import Library
from engine.library.suffixes import RAW_SUFFIXES

EMBEDDING = frozenset(("jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff"))
BYTES = 4096  # what a sidecar takes of a disk, about

Keywords = list[list[str]]  # each from the top down


def keywords_of(cluster: Cluster | None) -> Keywords:
    """The keyword of a cluster is its name; none where a photo fits nowhere."""
    return [] if cluster is None or cluster.unsure else [[cluster.name]]


def faces_of(library: Library) -> dict[str, dict[str, Any]]:
    """By content, the faces whose names are written beside the keywords: of persons with a name that are not hidden."""
    catalog = library.catalog
    with catalog.reading():
        names = {p.id: p.name for p in catalog.faces.persons().values() if p.name and not p.hidden}
        if not names:
            return {}
        named: dict[str, list[tuple[str, list[float]]]] = {}
        for face in catalog.faces.shown():
            if face.person in names:
                named.setdefault(face.digest, []).append((names[face.person], list(face.box)))
        contents = catalog.files.contents()
    return {
        digest: {"named": faces, "width": of.width, "height": of.height, "orientation": of.orientation}
        for digest, faces in named.items()
        if (of := contents.get(digest)) is not None
    }


def why_no_keyword(cluster: Cluster | None) -> Sentence | None:
    return None if keywords_of(cluster) else Sentence("it is in no cluster whose name it could have")


def keyword_files(path: str, listing: Listing, options: FilingOptions) -> list[str]:
    """The files to write: the sidecar; or the photo itself where that is asked for and can be.

    With it the sidecar that is there: digiKam and Immich believe that before the photo.
    """
    photo, beside = Path(path), _sidecars_beside(path, listing)
    if options.embed and photo.suffix.lower()[1:] in EMBEDDING:
        return [path, *map(str, sidecars_there(photo, beside)[:1])]
    return [str(sidecar_of(photo, beside, options.sidecar))]


def _sidecars_beside(path: str, listing: Listing) -> list[str]:
    """Of a folder of 10,000 only the names that matter are looked at."""
    name = os.path.basename(path)
    stem = name.rpartition(".")[0]
    near = [f"{name}.xmp", f"{stem}.xmp", *(f"{stem}.{raw}" for raw in RAW_SUFFIXES)]
    return [listing.by_key[key] for one in near if (key := name_key(one)) in listing.by_key]
