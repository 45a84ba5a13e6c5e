"""The pictures that the Lab works on: small squares of a library's thumbnails, or digits from IDX files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import File, Floats, Ints
from engine.library.library import Library
from engine.measure.datasets import digits

SIDES = 28, 32, 48, 64
_SHARE_OF_MEMORY = 0.5
_COPIES = 4  # of the pictures that a training holds at once, about


@dataclass(frozen=True, slots=True)
class Pictures:
    """`images` float32 (n, side, side, channels) in 0…1, of which `train` learn and the others are only looked at.

    `labels` int64 (n,) where they are known. `names` (n,) are what a picture is called and `files` (n,) the ids of
    their files, where they have any.
    """

    images: Floats
    train: int
    labels: Ints | None = None
    names: tuple[str, ...] = ()
    files: tuple[int, ...] = ()

    @property
    def learned(self) -> Floats:
        return self.images[: self.train]

    @property
    def learned_labels(self) -> Ints | None:
        return None if self.labels is None else self.labels[: self.train]

    def mapped(self, most: int) -> slice:
        """Those that a map shows, at most so many: any of a library, of a data set those that did not learn."""
        start = 0 if self.names or self.train == len(self.images) else self.train
        return slice(start, start + most)

    def binarised(self) -> Pictures:
        """In black and white, split at 0.5."""
        return replace(self, images=(self.images >= 0.5).astype(np.float32))

    @property
    def unseen(self) -> Floats:
        """The pictures that nothing was learned from; all of them where there are no others."""
        return self.images[self.train :] if self.train < len(self.images) else self.images


def of_dataset(folder: Path) -> Pictures:
    """MNIST or Fashion-MNIST from four IDX files: the training part learns, the test part is looked at."""
    found = digits(folder)
    side = round(found.images.shape[1] ** 0.5)
    require_memory(len(found.images), side, 1)
    return Pictures(found.images.reshape(-1, side, side, 1), found.train, found.labels)


@dataclass(frozen=True, slots=True)
class Cut:
    """How pictures are cut out of photos: squares of `side` pixels, in colour or grey."""

    side: int
    colour: bool = True

    def picture(self, library: Library, digest: str) -> Floats | None:
        """The picture (side, side, channels) of a content; None where its thumbnail is damaged."""
        thumbnail = library.thumbnails.picture(digest)
        if thumbnail is None:
            return None
        pixels = _square(thumbnail, self.side)
        if not self.colour:
            pixels = pixels @ np.array([[0.299], [0.587], [0.114]], np.float32)
        return np.asarray(pixels, np.float32)


def photos_of(library: Library, most: int | None, seed: int) -> dict[str, File]:
    """The readable photos of a library by their content, copies once; of more than `most` a seeded sample."""
    photos = {file.digest: file for file in library.catalog.files.readable() if file.digest}
    if most is None or len(photos) <= most:
        return photos
    drawn = np.random.default_rng(seed).choice(len(photos), most, replace=False)
    digests = list(photos)
    return {digests[i]: photos[digests[i]] for i in sorted(drawn.tolist())}


def of_photos(library: Library, photos: dict[str, File], cut: Cut, *, held_out: float, seed: int, job: Job) -> Pictures:
    """Photos of a library (see `photos_of`), cut to squares; a seeded share `held_out` of them does not learn.

    A photo whose thumbnail is damaged is left out.
    """
    require_memory(len(photos), cut.side, 3 if cut.colour else 1)
    images, files = [], []
    for digest, file in job.track("pictures", photos.items(), len(photos)):
        picture = cut.picture(library, digest)
        if picture is not None:
            images.append(picture)
            files.append(file)
    if not images:
        raise UserError("There are no photos with thumbnails to learn from: organise the folder first.")
    order = np.random.default_rng(seed).permutation(len(images)).tolist()
    train = max(1, len(images) - round(held_out * len(images)))
    names, ids = tuple(files[i].path for i in order), tuple(files[i].id for i in order)
    return Pictures(np.stack([images[i] for i in order]), train, None, names, ids)


def squares(library: Library, digests: Sequence[str | None], side: int, job: Job) -> Floats:
    """The contents `digests` (n,) as coloured squares, (n, side, side, 3); grey where there is no thumbnail."""
    require_memory(len(digests), side, 3)
    images = np.full((len(digests), side, side, 3), 0.5, np.float32)
    for image, digest in job.track("pictures", zip(images, digests, strict=True), len(digests)):
        thumbnail = None if digest is None else library.thumbnails.picture(digest)
        if thumbnail is not None:
            image[:] = _square(thumbnail, side)
    return images


def _square(thumbnail: NDArray[np.uint8], side: int) -> Floats:
    """The middle of a thumbnail, (side, side, 3) in 0…1."""
    fitted = ImageOps.fit(Image.fromarray(thumbnail), (side, side), Image.Resampling.LANCZOS)
    return np.asarray(fitted, np.float32) / np.float32(255)


def require_memory(count: int, side: int, channels: int) -> None:
    """A UserError before any work where so many pictures would not fit into memory several times over."""
    import psutil

    needed = count * side * side * channels * 4 * _COPIES
    available = psutil.virtual_memory().available
    if needed > _SHARE_OF_MEMORY * available:
        raise UserError(
            "{count:,} pictures of {side} × {side} take about {needed:.1f} GB to learn from, and {free:.1f} GB of "
            "memory are free: take smaller pictures or fewer.",
            count=count,
            side=side,
            needed=needed / 1e9,
            free=available / 1e9,
        )
