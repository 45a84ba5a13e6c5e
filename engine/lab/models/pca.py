"""Principal component analysis of pictures: the K directions from the mean picture that explain most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.clustering.features import components
from engine.core.fit_context import FitContext
from engine.core.parameters import param
from engine.core.records import Floats
from engine.lab.models.codes import FLOAT_BITS, Gaussian
from engine.lab.models.model import STAGE, Curve, Trained, flat, models, squared_error


@models.register()
@dataclass(frozen=True, slots=True)
class Pca:
    """PCA by subspace iteration (Halko, Martinsson & Tropp 2011): no covariance of all pixels is ever made."""

    name: ClassVar[str] = "pca"
    label: ClassVar[str] = "PCA"
    help: ClassVar[str] = "Draws each picture as the average picture and a few strokes that matter most."

    code: int = param(32, 1, 1024, label="Code length", help="How many strokes a picture is drawn with.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """The `code` leading components of `images`, fewer where there are fewer pictures or pixels."""
        rows = flat(images)
        found, scores = components(rows, self.code, context.device, context.job, STAGE)
        mean, axes = found.mean.cpu().numpy(), found.axes.cpu().numpy()
        codes = scores.cpu().numpy() * np.float32(found.scale)
        trained = TrainedPca(Curve(), images.shape[1:], mean, axes, Gaussian.fit(codes))
        trained.curve.add(squared_error=squared_error(rows, mean + codes @ axes.T))
        return trained


@dataclass(frozen=True, slots=True)
class TrainedPca:
    """The mean picture (pixels,), the components as `axes` (pixels, c), and the Gaussian of the codes."""

    curve: Curve
    shape: tuple[int, ...]
    mean: Floats
    axes: Floats
    gaussian: Gaussian

    @property
    def code_bits(self) -> float:
        return float(self.axes.shape[1] * FLOAT_BITS)

    def encode(self, images: Floats) -> Floats:
        return np.asarray((flat(images) - self.mean) @ self.axes, np.float32)

    def decode(self, codes: Floats) -> Floats:
        """The pictures, not clipped to 0…1: so they are the best that this many components can do."""
        return np.asarray(self.mean + codes @ self.axes.T, np.float32).reshape(len(codes), *self.shape)

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        return self.decode(self.gaussian.sample(n, seed, noise)).clip(0, 1)

    def codes_2d(self, images: Floats) -> Floats:
        return self.gaussian.flattened(self.encode(images))
