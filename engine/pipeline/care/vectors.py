"""Whether vectors on the disk are those that were written: each row against its checksum in the catalog."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.embedding.backbone import backbones, open_backbone
from engine.embedding.store import VectorStore, checksums
from engine.library.catalog.file_table import VectorRow
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions


@dataclass(frozen=True, slots=True)
class Checked:
    """A shard that was read: the contents (digests) whose vector is not what was written, or is no vector.

    `unknown` are vectors from before checksums were kept; they have one from now on, if the library can be written.
    """

    backbone: str
    shard: str
    bad: list[str]
    unknown: int = 0


def check_vectors(library: Library, job: Job) -> Iterator[Checked]:
    """Read every vector of the networks that are known; reports "check"."""
    held = [
        (key, list(rows))
        for key, rows in itertools.groupby(library.catalog.files.vector_rows(), lambda row: (row.backbone, row.shard))
    ]
    dimensions = _dimensions(library, {backbone for (backbone, _), _ in held})
    with closing(VectorStore(library.vectors_folder)) as store:
        for (backbone, shard), rows in job.track("check", held, len(held)):
            if backbone in dimensions:
                yield _check(library, store, rows, Checked(backbone, shard, []), dimensions[backbone])


def _check(library: Library, store: VectorStore, rows: list[VectorRow], found: Checked, dimension: int) -> Checked:
    places = [(found.shard, row.row) for row in rows]
    lost = store.missing(dimension, places)
    there = [row for row, gone in zip(rows, lost, strict=True) if not gone]
    vectors = store.gather(dimension, [(found.shard, row.row) for row in there])
    sums = checksums(vectors)
    finite = [bool(np.isfinite(vector).all()) for vector in vectors]
    bad = [row.digest for row, gone in zip(rows, lost, strict=True) if gone]
    unknown = []
    for row, sum_, numbers in zip(there, sums, finite, strict=True):
        if not numbers or row.checksum not in (None, sum_):
            bad.append(row.digest)
        elif row.checksum is None:
            unknown.append((row.digest, sum_))
    if unknown and not library.read_only:
        library.catalog.files.set_checksums(found.backbone, unknown)
    return Checked(found.backbone, found.shard, bad, len(unknown))


def _dimensions(library: Library, keys: set[str]) -> dict[str, int]:
    """The length of the vectors of each network that this version knows, by its key."""
    current = library.catalog.clusterings.current()
    used = [] if current is None else [OrganiseOptions().updated_from(current[1]).backbone]
    known: dict[str, int] = {}
    for name in dict.fromkeys((*used, *backbones.names())):
        if name in used or any(key.startswith(name) for key in keys):
            with suppress(UserError):  # its weights are not to be had any more
                backbone = open_backbone(name)
                known[backbone.key] = backbone.dimension
    return known
