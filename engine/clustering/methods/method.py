"""The Method protocol: a clustering of vectors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

import numpy as np

from engine.clustering.methods.predictor import Predictor
from engine.core.job import Job
from engine.core.records import Device, Floats, Ints, Update
from engine.core.registry import Registry

methods = Registry(__name__.rpartition(".")[0], "method")


@dataclass(frozen=True, slots=True)
class Constraints:
    """The user's corrections, as rows of the matrix and cluster indices 0…anchors-1 (the anchors come first).

    `pins` int64 (n,): the anchor a row belongs to, -1 for none. `rejections`, `together`, `apart` int64 (m, 2):
    (row, anchor) and (row, row) pairs. `closed` int64 (c,): the anchors that take no further row.
    """

    anchors: int = 0
    pins: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    rejections: Ints = field(default_factory=lambda: np.empty((0, 2), np.int64))
    together: Ints = field(default_factory=lambda: np.empty((0, 2), np.int64))
    apart: Ints = field(default_factory=lambda: np.empty((0, 2), np.int64))
    closed: Ints = field(default_factory=lambda: np.empty(0, np.int64))

    @property
    def empty(self) -> bool:
        """Whether no row is constrained."""
        return not ((self.pins >= 0).any() or len(self.rejections) or len(self.together) or len(self.apart))


@dataclass(frozen=True, slots=True)
class Fit:
    """The result of a method: `labels` int64 (n,) in 0…k-1, `probabilities` float32 (n, k), rows sum to 1.

    `codes` float32 (n, c) is the space in which the method clustered, where it learned one: the map and
    "similar to this" may use it. Some clusters may be empty. `predict` is the predictor for rows that were not
    fitted (see predictor.py); without one the nearest fitted rows are used (out_of_sample.py).
    """

    labels: Ints
    probabilities: Floats
    history: tuple[Update, ...] = ()
    codes: Floats | None = None
    predict: Predictor | None = None


class Method(Protocol):
    """A dataclass whose fields are its parameters; `fit` is the only verb. One file a method, registered."""

    name: ClassVar[str]
    label: ClassVar[str]
    help: ClassVar[str]  # one sentence

    def fit(
        self,
        vectors: Floats,
        k: int,
        *,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None = None,
    ) -> Fit:
        """Cluster `vectors` (n, d) into at most `k` clusters, 1 ≤ k ≤ n (the caller clamps k).

        Deterministic in `seed` on one machine; reports to `job` at least ten times a second on real sizes
        where it can, and raises Cancelled from there.
        """
        ...


def create(name: str, values: dict[str, Any] | None = None) -> Method:
    """The method called `name` with these parameters; unknown or invalid ones are a UserError(usage)."""
    from engine.core.parameters import build

    method: Method = build(methods.get(name), values or {})
    return method
