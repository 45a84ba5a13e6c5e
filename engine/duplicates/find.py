"""Finds the near-duplicates of a library: copies, and pictures resized, compressed, cropped or filtered a little."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import File
from engine.duplicates.groups import Hashes, candidates, complete_groups, dhash
from engine.duplicates.originals import Originals
from engine.duplicates.shots import Shot, shot_of
from engine.duplicates.verification import Verification
from engine.embedding.backbone import open_backbone
from engine.library.library import Library
from engine.pipeline.embed import embedding_of
from engine.pipeline.options import OrganiseOptions

_BATCH = 64  # thumbnails between two reports
_STAGE = "duplicates"


def near_duplicates(library: Library, job: Job, *, threads: int = 2) -> list[list[int]]:
    """Groups of files by id that show the same picture, each in order of root and path, the largest group first.

    Likely pairs are found by the vectors of the active clustering's backbone and a hash of each thumbnail, which is
    stored; whether they are the same is told by their pixels. A UserError where nothing is organised yet.
    """
    current = library.catalog.clusterings.current()
    if current is None:
        raise UserError("These photos are not organised yet: run organise first.")
    backbone = open_backbone(OrganiseOptions().updated_from(current[1]).backbone)
    with library.catalog.reading():
        has_vector = library.catalog.files.vector_locations(backbone.key)
        files = [f for f in library.catalog.files.readable() if f.digest in has_vector]  # others wait to be embedded
        contents = library.catalog.files.contents()
        roots = {root: Path(folder) for root, folder in library.catalog.files.roots()}
    hashes = hashes_of(library, list(dict.fromkeys(str(f.digest) for f in files)), threads, job)
    holders: dict[str, list[File]] = {}  # exact copies are one picture
    for file in files:
        if file.digest in hashes:
            holders.setdefault(str(file.digest), []).append(file)
    if not holders:
        return []
    rows = list(holders.values())
    vectors = embedding_of(library, backbone, [held[0] for held in rows]).vectors
    pairs = candidates(vectors, np.stack([hashes[digest] for digest in holders]), job.within(_STAGE))
    shown = [contents[digest] for digest in holders]

    def shot(row: int) -> Shot:
        return shot_of(roots[rows[row][0].root] / rows[row][0].path)

    verification = Verification(library.thumbnails, shown, rows, threads, shot)
    found = complete_groups(verification.compare(pairs, job), verification.same)
    with Originals(roots) as originals:
        groups = verification.settle(found, originals, job)
    grouped = {row for group in groups for row in group}
    groups += [[row] for row, held in enumerate(rows) if len(held) > 1 and row not in grouped]
    place = {file.id: index for index, file in enumerate(files)}
    ids = [sorted((file.id for row in group for file in rows[row]), key=place.__getitem__) for group in groups]
    return sorted(ids, key=lambda group: (-len(group), place[group[0]]))


def hashes_of(library: Library, digests: list[str], threads: int, job: Job) -> dict[str, Hashes]:
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
