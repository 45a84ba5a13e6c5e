"""Vectors of a labelled folder for the benchmarks, made and kept as in any library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from engine.core import devices
from engine.core.job import Job
from engine.core.records import Floats
from engine.embedding.backbone import open_backbone
from engine.library.library import Library, open_library
from engine.pipeline.embed import embed, embedding_of
from engine.pipeline.options import OrganiseOptions, Outcome
from engine.pipeline.read import read
from engine.pipeline.scan import scan


@contextmanager
def embedded_library(
    folder: Path, library: Path | None, options: OrganiseOptions, job: Job
) -> Iterator[tuple[Library, int]]:
    """The library of a labelled folder (or `library`), in which every picture was read and embedded; and its root."""
    opened, root = open_library(folder, library, program="photoloom-engine")
    with opened:
        backbone, outcome = open_backbone(options.backbone), Outcome()
        threads = options.threads or devices.cores()
        scan(opened, root, outcome, job)
        read(opened, threads, outcome, job)
        embed(opened, backbone, devices.resolve(options.device), threads, outcome, job)
        yield opened, root


def vectors_of(folder: Path, library: Path | None, options: OrganiseOptions) -> Callable[[list[Path], Job], Floats]:
    """A function that gives the pooled features of pictures below `folder`, (n, d); NaN where one can't be read."""

    def vectors(paths: list[Path], job: Job) -> Floats:
        with embedded_library(folder, library, options, job) as (opened, root):
            embedding = embedding_of(opened, open_backbone(options.backbone))
            row_of = {f.path: row for row, f in enumerate(opened.catalog.files.readable()) if f.root == root}
        wanted = [row_of.get(path.relative_to(folder).as_posix(), -1) for path in paths]
        rows = np.array(wanted, np.int64)
        if not (rows >= 0).any():
            return np.full((len(paths), 1), np.nan, np.float32)
        seen = embedding.vectors[rows[rows >= 0]]
        result = np.full((len(paths), seen.shape[1]), np.nan, np.float32)
        result[rows >= 0] = seen
        return result

    return vectors
