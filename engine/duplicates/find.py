"""Finds the near-duplicates of a library: copies, and pictures resized or compressed again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.duplicates.groups import Hashes, dhash, groups
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.embed import embedding_of
from engine.pipeline.options import OrganiseOptions

_BATCH = 64  # thumbnails between two reports
_STAGE = "duplicates"


def near_duplicates(library: Library, job: Job, *, threads: int = 2) -> list[list[int]]:
    """Groups of near-identical files by id, each in order of root and path, the largest group first.

    By the vectors of the active clustering's backbone and a hash of each thumbnail, which is stored; a UserError
    where nothing is organised yet.
    """
    current = library.catalog.clusterings.current()
    if current is None:
        raise UserError("These photos are not organised yet: run organise first.")
    backbone = open_backbone(OrganiseOptions().updated_from(current[1]).backbone)
    with library.catalog.reading():
        has_vector = library.catalog.files.vector_locations(backbone.key)
        files = [
            f for f in library.catalog.files.readable() if f.digest in has_vector
        ]  # the others wait to be embedded
    hashes = _hashes(library, list(dict.fromkeys(str(f.digest) for f in files)), threads, job)
    files = [f for f in files if f.digest in hashes]
    if not files:
        return []
    embedding = embedding_of(library, backbone, files)
    found = groups(embedding.vectors, np.stack([hashes[str(f.digest)] for f in files]), job.within(_STAGE))
    return [embedding.ids[group].tolist() for group in found]


def _hashes(library: Library, digests: list[str], threads: int, job: Job) -> dict[str, Hashes]:
    """The hash of each content; missing ones are computed from the thumbnails, where there is one, and stored."""

    def hash_of(digest: str) -> Hashes | None:
        picture = library.thumbnails.picture(digest)
        return None if picture is None else dhash(picture)

    known = library.catalog.files.hashes()
    missing = [d for d in digests if d not in known]
    with ThreadPoolExecutor(threads) as pool:
        for top in range(0, len(missing), _BATCH):
            job.report(_STAGE, top, len(missing), "looking at the photos")
            batch = missing[top : top + _BATCH]
            hashes = zip(batch, pool.map(hash_of, batch), strict=True)
            added = {digest: found for digest, found in hashes if found is not None}
            library.catalog.files.add_hashes(added)
            known |= added
    return known
