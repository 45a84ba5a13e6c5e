"""Preprocessing of vectors: directions from the mean, and their leading principal components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.core.errors import UserError
from engine.core.job import Job
from engine.core.records import Device, Floats

if TYPE_CHECKING:
    from torch import Tensor

_BLOCK = 4096  # rows
_OVERSAMPLING = 10  # directions beyond those wanted, as Halko, Martinsson & Tropp (2011) advise
_ITERATIONS = 8


def check_finite(vectors: Floats) -> int | None:
    """The first row of `vectors` (n, d) that holds NaN or infinity, None where all are numbers."""
    bad = np.flatnonzero(~np.isfinite(vectors).all(axis=1))
    return int(bad[0]) if bad.size else None


def require_finite(vectors: Floats) -> None:
    """A UserError that names the first row holding NaN or infinity; the caller who knows photos names the photo."""
    row = check_finite(vectors)
    if row is not None:
        raise UserError("Row {row} of the vectors (counting from 0) holds NaN or infinity; mend or remove it.", row=row)


@dataclass(frozen=True, slots=True)
class Directions:
    """Centres vectors on a fitted `mean` (d,) and scales them to length 1; below `shortest` a length is rounding."""

    mean: Floats
    shortest: float

    @classmethod
    def fit(cls, vectors: Floats) -> Directions:
        """Fit to the mean of `vectors` (n, d)."""
        mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
        length = float(np.linalg.norm(vectors - mean, axis=1).mean())
        return cls(mean, 1e-5 * max(length, 1e-12))

    def transform(self, vectors: Floats) -> Floats:
        """Unit vectors (m, d) from the mean towards `vectors` (m, d); those that lie on the mean are 0."""
        centred = vectors - self.mean
        centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), self.shortest)
        return np.asarray(centred, np.float32)


def directions(vectors: Floats) -> Floats:
    """`vectors` (n, d) centred on their own mean and scaled to length 1."""
    return Directions.fit(vectors).transform(vectors)


Classifier = tuple[Floats, Floats]  # the backbone's weights (classes, d) and bias (classes,)


@dataclass(frozen=True, slots=True)
class Preparation:
    """Makes the data that is clustered: directions of pooled features, concatenated with those of their logits."""

    pooled: Directions
    logits: Directions | None = None

    @classmethod
    def fit(cls, vectors: Floats, classifier: Classifier | None = None) -> tuple[Preparation, Floats]:
        """Fit to `vectors` (n, d) and, with a `classifier`, their logits; returns it and the transformed vectors."""
        logits = _logits(vectors, classifier)
        fitted = cls(Directions.fit(vectors), None if logits is None else Directions.fit(logits))
        return fitted, fitted._concatenated(vectors, logits)

    def transform(self, vectors: Floats, classifier: Classifier | None = None) -> Floats:
        """Transform `vectors` (m, d) by the fitted means, float32 (m, d + classes)."""
        return self._concatenated(vectors, _logits(vectors, classifier))

    def _concatenated(self, vectors: Floats, logits: Floats | None) -> Floats:
        if self.logits is None or logits is None:
            return self.pooled.transform(vectors)
        return np.concatenate([self.pooled.transform(vectors), self.logits.transform(logits)], axis=1)


def _logits(vectors: Floats, classifier: Classifier | None) -> Floats | None:
    return None if classifier is None else np.asarray(vectors @ classifier[0].T + classifier[1], np.float32)


@dataclass(frozen=True, slots=True)
class Components:
    """The leading principal components of some vectors: `mean` (d,), `axes` (d, m), `scale` for all scores."""

    mean: Tensor
    axes: Tensor
    scale: float

    def scores(self, data: Tensor) -> Tensor:
        """Scores (n, m) of `data` (n, d); over the fitted data their mean square is 1, or 0."""
        import torch

        return torch.cat([(block - self.mean) @ self.axes for block in torch.split(data, _BLOCK)]) / self.scale


def components(vectors: Floats, count: int, device: Device, job: Job, stage: str) -> tuple[Components, Tensor]:
    """At most `count` principal components of `vectors` (n, d), and the scores (n, m) of the vectors on them.

    By subspace iteration from a fixed start (Halko, Martinsson & Tropp 2011), in blocks: a full decomposition
    is slower and cannot be cancelled. The same vectors give the same components.
    """
    import torch

    data = torch.from_numpy(np.require(vectors, np.float32, ["C", "W"])).to(device)
    n, d = data.shape
    mean = data.mean(0)
    count = min(count, n, d)
    start = torch.Generator().manual_seed(0)
    projected = torch.randn(d, min(count + _OVERSAMPLING, n, d), generator=start).to(device)
    for iteration in range(_ITERATIONS):
        basis = torch.linalg.qr(projected)[0]
        projected = torch.zeros_like(basis)
        for block in torch.split(data, _BLOCK):
            job.report(stage, iteration, _ITERATIONS)
            centred = block - mean
            projected.addmm_(centred.T, centred @ basis)
    rotation = torch.linalg.eigh(basis.T @ projected)[1]
    axes = basis @ rotation.flip(1)[:, :count]
    unscaled = Components(mean, axes, 1.0)
    scores = unscaled.scores(data)
    spread = float(scores.square().mean().sqrt())
    scale = spread if spread > 1e-12 else 1.0  # copies of one picture have no spread to divide by
    return Components(mean, axes, scale), scores / scale
