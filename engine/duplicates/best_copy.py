"""Ranks near-duplicates: the largest first, then the sharpest, then the least compressed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Content, File
from engine.library.library import Library

_STAGE = "duplicates"
_AS_LARGE, _AS_SHARP = 0.7, 0.75


def sharpness(pixels: NDArray[np.uint8]) -> float:
    """The variance of the Laplacian of a picture, uint8 (height, width, 3): Pech-Pacheco et al., ICPR 2000, eq. 1."""
    from scipy.ndimage import laplace

    grey = pixels.astype(np.float32).mean(axis=2)
    return float(laplace(grey, mode="nearest").var())


def rank_groups(
    library: Library, groups: Sequence[Sequence[int]], job: Job
) -> tuple[list[list[int]], dict[int, float]]:
    """Each group of file ids with the best first; and the sharpness of each file, 0 where it has no thumbnail.

    Pictures of more than `_AS_LARGE` of the largest's pixels are as large, those of more than `_AS_SHARP` of the
    sharpest's sharpness as sharp: strong compression makes edges of its own. Of exact copies the oldest comes
    first, then the one with the shortest name.
    """
    with library.catalog.reading():
        files = {file.id: file for file in library.catalog.files.readable()}
        contents = library.catalog.files.contents()
    sharp: dict[int, float] = {}
    ranked = []
    for group in job.track(_STAGE, groups, len(groups)):
        members = [files[id_] for id_ in group if id_ in files]
        sharp |= {file.id: _sharpness_of(library, file) for file in members}
        ranked.append([f.id for f in _ranked(members, contents, sharp)])
    return [group for group in ranked if len(group) > 1], sharp


def _ranked(members: list[File], contents: dict[str, Content], sharp: dict[int, float]) -> list[File]:
    pixels = {file.id: contents[str(file.digest)].width * contents[str(file.digest)].height for file in members}
    large = {id_ for id_, count in pixels.items() if count >= _AS_LARGE * max(pixels.values())}
    sharpest = max((sharp[id_] for id_ in large), default=0.0)

    def rank(file: File) -> tuple[int, bool, int, int, int, str]:
        smaller = 0 if file.id in large else -pixels[file.id]
        blurred = sharp[file.id] < _AS_SHARP * sharpest
        return smaller, blurred, -file.size, file.mtime_ns, len(file.path), file.path

    return sorted(members, key=lambda file: (file.id not in large, rank(file)))


def _sharpness_of(library: Library, file: File) -> float:
    picture = None if file.digest is None else library.thumbnails.picture(file.digest)
    return 0.0 if picture is None else sharpness(picture)
