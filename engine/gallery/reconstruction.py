"""A reconstruction of a photo from its code: the mean of the photos with the nearest codes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.core.records import Floats
from engine.gallery.similar import nearest_photos, neighbours_in_codes
from engine.gallery.snapshot import Gallery
from engine.library.library import Library

SIDE = 112  # pixels of the picture
_NEIGHBOURS = 8
_SHARP = 2  # the neighbour whose distance is the kernel's width


def reconstructed(library: Library, gallery: Gallery, file: int) -> NDArray[np.uint8] | None:
    """The mean picture, uint8 (SIDE, SIDE, 3), of the photos whose codes lie nearest; None where there are none.

    A deep clustering takes vectors, so nothing can turn its codes into pixels again. This is the regression from codes
    to pictures (Nadaraya 1964, Watson 1964) at the photo's own code, the photo and its duplicates left out: sharp where
    its neighbours agree, blurred where the codes tell them apart no more. Without codes the vectors are used.
    """
    pictures, apart = [], []
    for neighbour, squared in _neighbours(library, gallery, file):
        picture = _square(library, gallery.content(gallery.row_of[neighbour]).digest)
        if picture is not None:
            pictures.append(picture)
            apart.append(squared)
        if len(pictures) == _NEIGHBOURS:
            break
    if not pictures:
        return None
    light = np.tensordot(_weights(np.array(apart, np.float32)), np.square(np.stack(pictures)), axes=1)
    return np.asarray(np.rint(np.sqrt(light)), np.uint8)  # averaged as light: sRGB is about its square root


def squared_error(library: Library, gallery: Gallery, file: int, redrawn: NDArray[np.uint8]) -> float | None:
    """The mean squared error of what was `redrawn` of a photo, whose values lie in 0…1; None without its thumbnail."""
    own = _square(library, gallery.content(gallery.row_of[file]).digest)
    return None if own is None else float(np.square((own - redrawn) / 255).mean(dtype=np.float64))


def _neighbours(library: Library, gallery: Gallery, file: int) -> list[tuple[int, float]]:
    """(file id, squared distance) of photos of other contents, the nearest first."""
    row, clustering = gallery.row_of.get(file), gallery.clustering
    if row is None or clustering is None:
        return []
    if clustering.codes is None:
        return [(i, max(2 - 2 * cosine, 0.0)) for i, cosine in nearest_photos(library, gallery, file, 2 * _NEIGHBOURS)]
    digest = gallery.content(row).digest
    return [
        (i, far)
        for i, far in neighbours_in_codes(gallery, clustering, file)
        if gallery.content(gallery.row_of[i]).digest != digest
    ]


def _weights(squared: Floats) -> Floats:
    """A Gaussian kernel, as wide as the second neighbour is far: wider where photos are sparse."""
    width = max(float(squared[min(_SHARP, len(squared)) - 1]), 1e-12)
    weights = np.exp(-(squared - squared[0]) / width)
    return np.asarray(weights / weights.sum(), np.float32)


def _square(library: Library, digest: str) -> Floats | None:
    """The middle of a thumbnail, float32 (SIDE, SIDE, 3) from 0 to 255; None where it is missing or damaged."""
    try:
        with Image.open(library.thumbnails.path(digest), formats=("JPEG",)) as image:
            image.draft("RGB", (SIDE, SIDE))  # decodes no more than is needed
            return np.asarray(ImageOps.fit(image.convert("RGB"), (SIDE, SIDE)), np.float32)
    except (OSError, SyntaxError, ValueError):
        return None
