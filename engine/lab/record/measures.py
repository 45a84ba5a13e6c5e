"""What is measured at each update: how far the clusters stand apart, and what is still redrawn of the pictures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from engine.clustering.quality import Silhouette, inertia, nmi
from engine.core.records import Floats, Ints
from engine.lab.models.model import squared_error


@dataclass(frozen=True, slots=True)
class Measured:
    """One update, of the test pictures.

    `separation` is the variance of the codes between clusters over that within them, `silhouette` Rousseeuw's, -1…1.
    `error` is the mean squared error of the reconstructions. `moved` is the share in another cluster than at the update
    kept before, None at the first; `nmi` is the agreement with the labels, None where none are known.
    """

    update: int
    separation: float
    silhouette: float
    error: float
    moved: float | None
    nmi: float | None


def measured(
    update: int, codes: Floats, clusters: tuple[Ints, Ints | None], pictures: tuple[Floats, Floats], truth: Ints | None
) -> Measured:
    """Measure `codes` (t, c), the `clusters` (t,) now and before, and `pictures` and what was redrawn of them."""
    now, before = clusters
    moved = None if before is None else float((now != before).mean())
    agreement = None if truth is None else nmi(truth, now)
    return Measured(
        update, separation(codes, now), Silhouette(codes).mean(now), squared_error(*pictures), moved, agreement
    )


def separation(codes: Floats, labels: Ints) -> float:
    """The variance of `codes` (t, c) between clusters over that within them; 0 where there is only one."""
    inside = inertia(codes, labels)
    whole = float(np.square(codes - codes.mean(axis=0)).sum())
    return max(whole - inside, 0.0) / max(inside, 1e-9 * whole, 1e-12)


@dataclass(frozen=True, slots=True)
class Account:
    """A whole recording in numbers; `of_means` is the error when each picture is redrawn as the mean of its cluster.

    `learned_first` and `learned_last` are the errors of decoders that learned anew of the first and the last update:
    what the codes still hold. `changed` is the share of the test pictures that end in another cluster than they began
    in.
    """

    updates: tuple[Measured, ...]
    learned_first: float
    learned_last: float
    of_means: float
    changed: float

    @property
    def first(self) -> Measured:
        return self.updates[0]

    @property
    def last(self) -> Measured:
        return self.updates[-1]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def error_of_means(learned: tuple[Floats, Ints], tests: tuple[Floats, Ints]) -> float:
    """The mean squared error of test pictures redrawn as the mean of the `learned` ones in their cluster."""
    images, labels = learned
    drawn = np.stack(
        [images[labels == c].mean(axis=0) if (labels == c).any() else images.mean(axis=0) for c in tests[1].tolist()]
    )
    return squared_error(tests[0], drawn)
