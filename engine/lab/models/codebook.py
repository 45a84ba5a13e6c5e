"""The k-means codebook: each picture is replaced by the nearest of k typical ones (vector quantisation)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.distances import nearest_centre
from engine.clustering.methods.kmeans import lloyd
from engine.core.fit_context import FitContext
from engine.core.parameters import param
from engine.core.records import Floats
from engine.lab.models.codes import Gaussian
from engine.lab.models.model import STAGE, Curve, Trained, flat, models, squared_error


@models.register()
@dataclass(frozen=True, slots=True)
class Codebook:
    """k-means of pixels (Lloyd 1982); a picture's code is the number of its centroid."""

    name: ClassVar[str] = "k-means"
    label: ClassVar[str] = "k-means codebook"
    help: ClassVar[str] = "Keeps a number of typical pictures, and shows each picture as the nearest of them."

    size: int = param(128, 1, 4096, label="Typical pictures", help="How many pictures the codebook holds.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """A codebook of `size` centroids, at most one a picture."""
        rows = flat(images)
        labels, centroids = lloyd(rows, min(self.size, len(rows)), context.at(STAGE), starts=1)
        deviations = np.sqrt(np.square(rows - centroids[labels]).mean(axis=0, dtype=np.float64))
        curve = Curve()
        curve.add(squared_error=squared_error(rows, centroids[labels]))
        return TrainedCodebook(curve, images.shape[1:], centroids, np.asarray(deviations, np.float32))


@dataclass(frozen=True, slots=True)
class TrainedCodebook:
    """`centroids` (k, pixels); `deviations` (pixels,) is how far pictures lie from theirs, for each pixel."""

    curve: Curve
    shape: tuple[int, ...]
    centroids: Floats
    deviations: Floats

    @property
    def code_bits(self) -> float:
        return math.log2(max(len(self.centroids), 2))

    def encode(self, images: Floats) -> Floats:
        """The number of the nearest centroid, (n, 1)."""
        return nearest_centre(flat(images), self.centroids).astype(np.float32)[:, None]

    def decode(self, codes: Floats) -> Floats:
        numbers = np.rint(codes[:, 0]).clip(0, len(self.centroids) - 1).astype(np.int64)
        return self.centroids[numbers].reshape(len(codes), *self.shape)

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """Centroids drawn at random, with Gaussian noise as wide as their pictures deviate from them."""
        random = np.random.default_rng(seed)
        drawn = self.centroids[random.integers(len(self.centroids), size=n)]
        strayed = drawn + noise * self.deviations * random.standard_normal(drawn.shape, dtype=np.float32)
        return np.asarray(strayed.clip(0, 1), np.float32).reshape(n, *self.shape)

    def codes_2d(self, images: Floats) -> Floats:
        """Where the nearest centroid lies on the plane in which centroids differ most."""
        numbers = self.encode(images)[:, 0].astype(np.int64)
        return Gaussian.fit(self.centroids).flattened(self.centroids)[numbers]
