"""The self-organising map of pictures: a sheet of typical pictures that change gradually from one to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Floats
from engine.lab.models.model import STAGE, Curve, Trained, flat, models
from engine.lab.models.sketching import SKETCHED, sketched
from engine.projection.som_training import Schedule, SelfOrganisingMap, train_som


@models.register()
@dataclass(frozen=True, slots=True)
class Som:
    """A batch SOM (Kohonen 2013) of pixels; a picture's code is the row and column of its best-matching unit."""

    name: ClassVar[str] = "som"
    label: ClassVar[str] = "Self-organising map"
    help: ClassVar[str] = "Lays typical pictures out on a sheet on which neighbours look alike."

    rows: int = param(20, 1, 60, label="Rows", help="Of the sheet.")
    columns: int = param(20, 1, 60, label="Columns", help="Of the sheet.")
    passes: int = param(20, 1, 1000, label="Passes", help="How often the map looks at all pictures.")
    radius: int = param(
        0, 0, 60, label="Radius", help="How many units around move along at first; 0 is half the sheet."
    )
    rate: float = param(1.0, 0.01, 1.0, label="Learning rate", help="How far units move at first; it shrinks to half.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """A sheet of `rows` × `columns` units fitted to `images`."""
        rows = flat(images)
        schedule = Schedule(self.passes, self.rate, self.radius or None)
        watched = sketched(context.at(STAGE), lambda units: _spread(units).reshape(-1, *images.shape[1:]))
        som = train_som(rows, self.rows, self.columns, schedule, watched)
        best, _ = som.best_units(rows, context.at(STAGE))
        deviations = np.sqrt(np.square(rows - som.units[best]).mean(axis=0, dtype=np.float64))
        curve = Curve({"quantisation error": list(som.errors)})
        return TrainedSom(curve, images.shape[1:], som, np.asarray(deviations, np.float32))


@dataclass(frozen=True, slots=True)
class TrainedSom:
    """The map, and how far pictures deviate from their unit, for each pixel: `deviations` (pixels,)."""

    curve: Curve
    shape: tuple[int, ...]
    som: SelfOrganisingMap
    deviations: Floats

    @property
    def code_bits(self) -> float:
        return math.log2(max(len(self.som.units), 2))

    def encode(self, images: Floats) -> Floats:
        """Row and column of the best-matching unit, (n, 2)."""
        best, _ = self.som.best_units(flat(images), _quiet())
        return self.som.cells[best]

    def decode(self, codes: Floats) -> Floats:
        """The units at these rows and columns; between units they are blended, so that one can walk on the sheet."""
        last = np.array([self.som.rows - 1, self.som.columns - 1], np.float32)
        at = codes.clip(0, last)
        low = np.floor(at).astype(np.int64)
        high = np.minimum(low + 1, last.astype(np.int64))
        y, x = (at - low).T[:, :, None]
        sheet = self.som.units.reshape(self.som.rows, self.som.columns, -1)
        above = (1 - x) * sheet[low[:, 0], low[:, 1]] + x * sheet[low[:, 0], high[:, 1]]
        below = (1 - x) * sheet[high[:, 0], low[:, 1]] + x * sheet[high[:, 0], high[:, 1]]
        return np.asarray((1 - y) * above + y * below, np.float32).reshape(len(codes), *self.shape)

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """Units drawn at random, with Gaussian noise as wide as their pictures deviate from them."""
        random = np.random.default_rng(seed)
        drawn = self.som.units[random.integers(len(self.som.units), size=n)]
        strayed = drawn + noise * self.deviations * random.standard_normal(drawn.shape, dtype=np.float32)
        return np.asarray(strayed.clip(0, 1), np.float32).reshape(n, *self.shape)

    def codes_2d(self, images: Floats) -> Floats:
        return self.encode(images)


def _quiet() -> FitContext:
    return FitContext(0, "cpu", Job())


def _spread(units: Floats | None) -> Floats:
    """Some units from all over the sheet."""
    assert units is not None
    return units[np.linspace(0, len(units) - 1, min(SKETCHED, len(units)), dtype=np.int64)]
