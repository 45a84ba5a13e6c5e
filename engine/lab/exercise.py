"""One model on some pictures: what it learned, as numbers and as pictures to look at."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.core.errors import UserError, why
from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.lab.drawing import curves, map_of_codes, sheet, side_by_side
from engine.lab.models.model import Model, Trained, squared_error
from engine.lab.models.vae import TrainedVae
from engine.lab.pictures import Pictures

_SHOWN = 64  # pictures of a sheet
_ON_MAP = 4_000
_INVERTED = 500  # whose codes a GAN finds by descent
_STEPS = 10  # between two pictures
_GRID = 20  # a side, of a walk through a landscape of two dimensions

Sheet = tuple[str, Callable[[], Image.Image]]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A model after its training on `pictures`, and how many seconds that took."""

    name: str
    trained: Trained
    pictures: Pictures
    seconds: float
    seed: int

    @classmethod
    def run(cls, model: Model, pictures: Pictures, context: FitContext) -> Exercise:
        """Train `model` on the pictures that learn."""
        started = time.perf_counter()
        trained = model.fit(pictures.learned, context)
        return cls(model.name, trained, pictures, time.perf_counter() - started, context.seed)

    def numbers(self, job_report: Callable[[], None] = lambda: None) -> dict[str, Any]:
        """Reconstruction error of what was not learned from, compression, and the training's curve, as JSON."""
        unseen = self.pictures.unseen[: _INVERTED if self.name == "gan" else None]
        errors = [
            squared_error(block, self.trained.decode(self.trained.encode(block)))
            for block in _blocks(unseen, 1000, job_report)
        ]
        pixels = float(np.prod(unseen.shape[1:])) * 8
        found: dict[str, Any] = {
            "version": 1,
            "model": self.name,
            "pictures": {"learned": self.pictures.train, "unseen": len(self.pictures.images) - self.pictures.train},
            "shape": list(unseen.shape[1:]),
            "squared_error": float(
                np.average(errors, weights=[min(1000, len(unseen) - 1000 * i) for i in range(len(errors))])
            ),
            "code_bits": self.trained.code_bits,
            "compression": pixels / self.trained.code_bits,
            "seconds": self.seconds,
            "curve": self.trained.curve.values,
        }
        if isinstance(self.trained, TrainedVae):
            found["elbo"] = self.trained.elbo(unseen, self.seed)
        return found

    def sheets(self) -> Iterable[Sheet]:
        """The pictures of See, Squeeze and Dream, by the name of their file."""
        unseen, labels = self.pictures.unseen, self.pictures.labels
        shown = unseen[:_SHOWN]
        yield "squeeze", lambda: side_by_side(shown, self.trained.decode(self.trained.encode(shown)))
        yield "dream", lambda: sheet(self.trained.generate(_SHOWN, self.seed))
        if len(unseen) > 1:
            yield "between", lambda: sheet(self._between(unseen[:8], unseen[1:9]), _STEPS)
        rows = self.pictures.mapped(_ON_MAP if self.name != "gan" else _INVERTED)
        seen, known = self.pictures.images[rows], None if labels is None else labels[rows]
        yield "see", lambda: map_of_codes(self.trained.codes_2d(seen), seen, known)
        if isinstance(self.trained, TrainedVae) and len(self.trained.gaussian.mean) == 2:
            yield "landscape", lambda: sheet(self.trained.decode(landscape(_GRID)), _GRID, 1)
        if self.trained.curve.values:
            yield "curve", lambda: curves(self.trained.curve.values, f"{self.name}: training")

    def _between(self, first: Floats, second: Floats) -> Floats:
        """Rows of pictures on the way from each of `first` to one of `second`, by their codes."""
        count = min(len(first), len(second))
        start, end = self.trained.encode(first[:count]), self.trained.encode(second[:count])
        shares = np.linspace(0, 1, _STEPS, dtype=np.float32)[None, :, None]
        codes = (1 - shares) * start[:, None] + shares * end[:, None]
        return self.trained.decode(codes.reshape(-1, codes.shape[2]))


def landscape(side: int) -> Floats:
    """Codes (side², 2) on a grid of equal shares of the prior N(0, 1), as in Kingma & Welling 2014, figure 4."""
    from scipy.stats import norm

    axis = norm.ppf((np.arange(side) + 0.5) / side)
    return np.stack(np.meshgrid(axis, axis), axis=2).reshape(-1, 2).astype(np.float32)


def save(sheets: Iterable[Sheet], out: Path, context: FitContext) -> list[str]:
    """Draw each of `sheets` into the folder `out`; the names of the files, and a UserError where that cannot be."""
    names: list[str] = []
    try:
        for name, draw in sheets:
            context.job.report("pictures", len(names), 0)
            draw().save(out / f"{name}.png")
            names.append(f"{name}.png")
    except OSError as error:
        raise UserError("The pictures cannot be written to {out} ({reason}).", out=out, reason=why(error)) from error
    return names


def _blocks(images: Floats, size: int, report: Callable[[], None]) -> Iterable[Floats]:
    for top in range(0, len(images), size):
        report()
        yield images[top : top + size]
