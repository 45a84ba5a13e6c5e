"""Ranks near-duplicates: the most pixels first, then what the camera wrote, the least compressed, the sharpest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.job import Job
from engine.core.records import Content, File
from engine.duplicates.compression import coarseness
from engine.library.library import Library

_STAGE = "duplicates"
_AS_LARGE = 0.99  # of the most pixels: less is a crop or a smaller copy
_AS_FINE, _AS_DENSE = 1.15, 0.8  # of the least coarseness, of the most bytes a pixel: nothing that one would see
_AS_SHARP = 0.9
_SMOOTH = 1.5  # pixels of a thumbnail: below that, compression makes edges of its own


def sharpness(pixels: NDArray[np.uint8]) -> float:
    """The variance of the Laplacian of a picture, uint8 (height, width, 3): Pech-Pacheco et al., ICPR 2000, eq. 1.

    Of the smoothed picture (Marr & Hildreth 1980): the edges of compression's blocks are finer than that.
    """
    from scipy.ndimage import gaussian_laplace

    grey = pixels.astype(np.float32).mean(axis=2)
    return float(gaussian_laplace(grey, _SMOOTH, mode="nearest").var())


def rank_groups(
    library: Library, groups: Sequence[Sequence[int]], job: Job
) -> tuple[list[list[int]], dict[int, float]]:
    """Each group of file ids with the best first; and the sharpness of each file, 0 where it has no thumbnail.

    A step of the order decides only where the copies differ clearly. Of exact copies the oldest comes first, then the
    one with the shortest name.
    """
    with library.catalog.reading():
        files = {file.id: file for file in library.catalog.files.readable()}
        contents = library.catalog.files.contents()
        roots = {root: Path(folder) for root, folder in library.catalog.files.roots()}
    sharp: dict[int, float] = {}
    ranked = []
    for group in job.track(_STAGE, groups, len(groups)):
        members = [files[id_] for id_ in group if id_ in files]
        sharp |= {file.id: _sharpness_of(library, file) for file in members}
        coarse = {f.id: coarseness(roots[f.root] / f.path) for f in members} if _differ(members) else {}
        ranked.append([f.id for f in _ranked(members, contents, sharp, coarse)])
    return [group for group in ranked if len(group) > 1], sharp


def _ranked(
    members: list[File], contents: dict[str, Content], sharp: dict[int, float], coarse: dict[int, float | None]
) -> list[File]:
    """The best by one measure after the other, then the others by the same measures."""
    pixels = {f.id: float(contents[str(f.digest)].width * contents[str(f.digest)].height) for f in members}
    facts = {f.id: float(_facts(contents[str(f.digest)])) for f in members}
    if coarse and None not in coarse.values():
        loss = {id_: -(step or 0.0) for id_, step in coarse.items()}
    else:
        loss = {f.id: f.size / max(pixels[f.id], 1) for f in members}
    ordered = sorted(members, key=lambda f: (f.mtime_ns, len(f.path), f.path))
    best = ordered
    for values, share in ((pixels, _AS_LARGE), (facts, 1.0), (loss, _AS_DENSE), (sharp, _AS_SHARP)):
        best = _most(best, values, share)
    ordered.sort(key=lambda f: (-pixels[f.id], -facts[f.id], -loss[f.id], -sharp[f.id]))
    return sorted(ordered, key=lambda f: f is not best[0])


def _most(files: list[File], values: dict[int, float], share: float) -> list[File]:
    """Those that have as good as the most; of negative values those that are as near to 0."""
    most = max(values[f.id] for f in files)
    least = most * share if most > 0 else most * _AS_FINE
    return [f for f in files if values[f.id] >= least]


def _facts(content: Content) -> int:
    """How much of what the camera wrote is left: the moment counts most."""
    taken = content.taken_at is not None and not content.changed
    return 4 * taken + 2 * (content.camera is not None) + (content.latitude is not None)


def _differ(members: list[File]) -> bool:
    return len({file.digest for file in members}) > 1


def _sharpness_of(library: Library, file: File) -> float:
    picture = None if file.digest is None else library.thumbnails.picture(file.digest)
    return 0.0 if picture is None else sharpness(picture)
