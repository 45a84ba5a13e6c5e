"""Which of near-identical photos is worth keeping: the largest, then the sharpest, then the least compressed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.job import Job
from engine.library.library import Library
from engine.records import Content, File

_STAGE = "duplicates"


def sharpness(pixels: NDArray[np.uint8]) -> float:
    """The variance of the Laplacian of a picture, uint8 (height, width, 3): Pech-Pacheco et al., ICPR 2000, eq. 1."""
    from scipy.ndimage import laplace

    grey = pixels.astype(np.float32).mean(axis=2)
    return float(laplace(grey, mode="nearest").var())


def best_first(library: Library, groups: Sequence[Sequence[int]], job: Job) -> tuple[list[list[int]], dict[int, float]]:
    """Each group of file ids with the best first; and how sharp each file is, 0 where nobody can tell.

    Sizes count in steps of a factor of √2 and sharpness in steps of a fifth: smaller differences are chance.
    """
    files = {file.id: file for file in library.catalog.files.readable()}
    contents = library.catalog.files.contents()
    sharp: dict[int, float] = {}
    ranked = []
    for group in job.track(_STAGE, groups, len(groups)):
        members = [files[id_] for id_ in group if id_ in files]
        for file in members:
            sharp[file.id] = _sharpness_of(library, file)
        ranked.append([f.id for f in sorted(members, key=lambda f: _rank(f, contents[str(f.digest)], sharp[f.id]))])
    return [group for group in ranked if len(group) > 1], sharp


def _rank(file: File, content: Content, sharp: float) -> tuple[int, int, int, str]:
    large = round(2 * np.log2(max(content.width * content.height, 1)))
    return -large, -round(4 * np.log2(sharp + 1)), -file.size, file.path


def _sharpness_of(library: Library, file: File) -> float:
    if file.digest is None or not library.thumbnails.has(file.digest):
        return 0.0
    return sharpness(library.thumbnails.picture(file.digest))
