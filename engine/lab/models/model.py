"""The Model protocol: what learns from pictures, squeezes them into codes, and dreams new ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.core.registry import Registry

models = Registry(__name__.rpartition(".")[0], "model")

STAGE = "training"


@dataclass(frozen=True, slots=True)
class Curve:
    """One value a step of a training, by name: "loss", "quantisation error"; a constant one has a single value."""

    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, **values: float) -> None:
        for name, value in values.items():
            self.values.setdefault(name, []).append(float(value))


class Trained(Protocol):
    """What a model has learned. Pictures are float32 (n, height, width, channels) in 0…1, codes float32 (n, c)."""

    @property
    def curve(self) -> Curve:
        """How the training went."""
        ...

    @property
    def code_bits(self) -> float:
        """Bits that the code of one picture takes."""
        ...

    def encode(self, images: Floats) -> Floats:
        """The codes (n, c) of `images`."""
        ...

    def decode(self, codes: Floats) -> Floats:
        """The pictures that `codes` (n, c) stand for."""
        ...

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """`n` new pictures, the same for the same `seed`; `noise` scales how far they stray from the usual."""
        ...

    def codes_2d(self, images: Floats) -> Floats:
        """The codes seen in two dimensions, float32 (n, 2)."""
        ...


class Model(Protocol):
    """A dataclass whose fields are its parameters; `fit` is the only verb. One file a model, registered."""

    name: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]  # one sentence

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """Learn from `images` (n, height, width, channels), n ≥ 1; deterministic in the seed, on one machine.

        Reports to the job at least ten times a second where it can, and raises Cancelled from there.
        """
        ...


def create(name: str, values: dict[str, Any] | None = None) -> Model:
    """The model called `name` with these parameters; unknown or invalid ones are a UserError(usage)."""
    from engine.core.parameters import build

    model: Model = build(models.get(name), values or {})
    return model


def flat(images: Floats) -> Floats:
    """Pictures (n, h, w, c) as rows (n, h · w · c)."""
    return images.reshape(len(images), -1)


def squared_error(images: Floats, restored: Floats) -> float:
    """Mean squared error over all entries of two stacks of pictures in 0…1."""
    return float(np.square(flat(images) - flat(restored)).mean(dtype=np.float64))
