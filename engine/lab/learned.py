"""Learned: a trained model with the pictures that show what it knows: seen, squeezed and dreamed in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.clustering.distances import nearest_centre
from engine.core.job import Job
from engine.core.records import Floats, Ints
from engine.lab.models.codebook import TrainedCodebook
from engine.lab.models.codes import FLOAT_BITS, Gaussian
from engine.lab.models.gan import TrainedGan
from engine.lab.models.model import Trained, flat, squared_error
from engine.lab.models.pca import TrainedPca
from engine.lab.models.som import TrainedSom
from engine.lab.pictures import Cut, Pictures

_SEEN, _SQUEEZED, _BLOCK = 1_000, 256, 64  # pictures whose codes are looked at, and those between two reports
_SEEN_SLOWLY, _SQUEEZED_SLOWLY, _SHORT_BLOCK = 96, 16, 8  # the same where codes are found by descent


@dataclass(frozen=True, slots=True)
class Squeezing:
    """Pictures (n, h, w, c) that nothing was learned from, and what is left of them; the numbers are of all such."""

    originals: Floats
    restored: Floats
    squared_error: float
    compression: float


@dataclass(frozen=True, slots=True)
class Learned:
    """`places` (m, 2) are those of the pictures of `files` (m,) on the `plane` of the codes.

    `unseen` (u, h, w, c) has the codes `squeezed` (u, c), from which it was `restored`.
    """

    trained: Trained
    cut: Cut
    files: Ints
    places: Floats
    plane: Gaussian
    unseen: Floats
    squeezed: Floats
    restored: Floats

    @classmethod
    def of(cls, trained: Trained, cut: Cut, pictures: Pictures, job: Job) -> Learned:
        """Encode some of `pictures`, which have files; reports, for that takes its time."""
        seen, unseen, block = pictures.images[:_SEEN], pictures.unseen[:_SQUEEZED], _BLOCK
        if isinstance(trained, TrainedGan):
            seen, unseen, block = seen[:_SEEN_SLOWLY], unseen[:_SQUEEZED_SLOWLY], _SHORT_BLOCK
        codes = np.concatenate([trained.encode(part) for part in _blocks(seen, block, job)])
        squeezed = np.concatenate([trained.encode(part) for part in _blocks(unseen, block, job)])
        plane = _plane(trained, codes)
        discrete = isinstance(trained, TrainedSom | TrainedCodebook)
        places = trained.codes_2d(seen) if discrete else plane.flattened(codes)
        order = _typical_first(trained, seen, codes) if discrete else np.arange(len(seen))
        files = np.array(pictures.files[: len(seen)], np.int64)[order]
        return cls(trained, cut, files, places[order], plane, unseen, squeezed, trained.decode(squeezed))

    @property
    def code(self) -> int:
        """How many numbers a code has; of a codebook or a map, how many typical pictures there are."""
        if isinstance(self.trained, TrainedCodebook):
            return len(self.trained.centroids)
        return len(self.trained.som.units) if isinstance(self.trained, TrainedSom) else self.squeezed.shape[1]

    @property
    def grid(self) -> tuple[int, int] | None:
        """Rows and columns of a self-organising map; its most typical photo comes first of those of a cell."""
        return (self.trained.som.rows, self.trained.som.columns) if isinstance(self.trained, TrainedSom) else None

    def squeeze(self, code: int, shown: int) -> Squeezing:
        """`shown` pictures, kept as the first `code` numbers of what PCA found, and else as the model has learned."""
        restored, bits = self.restored, self.trained.code_bits
        if isinstance(self.trained, TrainedPca) and code < self.code:
            kept = self.squeezed.copy()
            kept[:, code:] = 0
            restored, bits = self.trained.decode(kept), code * FLOAT_BITS
        pixels = float(np.prod(self.unseen.shape[1:])) * 8
        error = squared_error(self.unseen, restored)
        return Squeezing(self.unseen[:shown], restored[:shown], error, pixels / bits)

    def blend(self, ends: Floats, steps: int) -> Floats:
        """Pictures (steps, h, w, c) on the way from the first of `ends` (2, h, w, c) to the second, by their codes.

        Nothing lies between two numbers of a codebook: there the pictures are blended, and each is squeezed.
        """
        shares = np.linspace(0, 1, steps, dtype=np.float32)[:, None]
        if isinstance(self.trained, TrainedCodebook):
            mixed = _between(flat(ends), shares).reshape(steps, *ends.shape[1:])
            return self.trained.decode(self.trained.encode(mixed))
        return self.trained.decode(_between(self.trained.encode(ends), shares))

    def typical(self, images: Floats) -> Floats:
        """The picture (1, h, w, c) of what `images` have in common: of their mean code, or of the commonest one."""
        codes = self.trained.encode(images)
        if isinstance(self.trained, TrainedSom | TrainedCodebook):
            found, counts = np.unique(codes, axis=0, return_counts=True)
            return self.trained.decode(found[[counts.argmax()]])
        return self.trained.decode(codes.mean(axis=0, keepdims=True))

    def draw_at(self, x: float, y: float) -> Floats:
        """The picture (1, h, w, c) at a place on the plane."""
        place = np.array([[x, y]], np.float32)
        if isinstance(self.trained, TrainedCodebook):
            centroids = self.plane.flattened(self.trained.centroids)
            return self.trained.decode(nearest_centre(place, centroids).astype(np.float32)[:, None])
        return self.trained.decode(place if isinstance(self.trained, TrainedSom) else self.plane.lifted(place))


def _plane(trained: Trained, codes: Floats) -> Gaussian:
    """That of the model itself, where it has one."""
    if isinstance(trained, TrainedCodebook):
        return Gaussian.fit(trained.centroids)
    known: Any = getattr(trained, "gaussian", None)
    return known if isinstance(known, Gaussian) else Gaussian.fit(codes)


def _typical_first(trained: Trained, images: Floats, codes: Floats) -> Ints:
    """Rows of `images`, those first that are drawn best from their code."""
    errors = np.square(flat(images) - flat(trained.decode(codes))).mean(axis=1)
    return np.argsort(errors, kind="stable")


def _between(ends: Floats, shares: Floats) -> Floats:
    """Rows on the way from the first of `ends` (2, c) to the second, by `shares` (n, 1)."""
    return np.asarray((1 - shares) * ends[:1] + shares * ends[1:], np.float32)


def _blocks(rows: Floats, size: int, job: Job) -> Iterator[Floats]:
    for top in range(0, len(rows), size):
        job.report("training", top, len(rows), "looking at the photos")
        yield rows[top : top + size]
