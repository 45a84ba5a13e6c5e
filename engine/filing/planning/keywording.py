"""Which keywords a photo gets, and into which file."""

from __future__ import annotations

import os
from pathlib import Path

from engine.core.errors import Sentence
from engine.core.records import Cluster
from engine.filing.keywords.sidecars import sidecar_of
from engine.filing.operations import FilingOptions
from engine.filing.planning.folders import Listing
from engine.filing.planning.names import name_key
from engine.library.suffixes import RAW_SUFFIXES

EMBEDDING = frozenset(("jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff"))
BYTES = 4096  # what a sidecar takes of a disk, about

Keywords = list[list[str]]  # each from the top down


def keywords_of(cluster: Cluster | None) -> Keywords:
    """The keyword of a cluster is its name; none where a photo fits nowhere."""
    return [] if cluster is None or cluster.unsure else [[cluster.name]]


def why_no_keyword(cluster: Cluster | None) -> Sentence | None:
    return None if keywords_of(cluster) else Sentence("it is in no cluster whose name it could have")


def keyword_file(path: str, listing: Listing, options: FilingOptions) -> str:
    """The file to write: the photo itself where that is asked for and can be, else its sidecar."""
    name = os.path.basename(path)
    stem, _, suffix = name.rpartition(".")
    if options.embed and suffix.lower() in EMBEDDING:
        return path
    # Of a folder of 10,000 only the names that matter are looked at.
    near = [f"{name}.xmp", f"{stem}.xmp", *(f"{stem}.{raw}" for raw in RAW_SUFFIXES)]
    beside = [listing.by_key[key] for one in near if (key := name_key(one)) in listing.by_key]
    return str(sidecar_of(Path(path), beside, options.sidecar))
