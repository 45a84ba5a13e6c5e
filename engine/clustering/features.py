"""What methods do with vectors first: compare directions from the mean, on the leading principal components."""

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
_SPARE = 10  # directions beyond those wanted, as Halko, Martinsson & Tropp (2011) advise
_TURNS = 8


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
    """How some vectors are seen: from their mean (d,); shorter than `shortest` is no direction but rounding."""

    mean: Floats
    shortest: float

    @classmethod
    def fit(cls, vectors: Floats) -> Directions:
        """From the mean of `vectors` (n, d)."""
        mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
        length = float(np.linalg.norm(vectors - mean, axis=1).mean())
        return cls(mean, 1e-5 * max(length, 1e-12))

    def transform(self, vectors: Floats) -> Floats:
        """`vectors` (m, d) at length 1, seen from the mean; those that lie on the mean are 0."""
        away = vectors - self.mean
        away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), self.shortest)
        return np.asarray(away, np.float32)


def directions(vectors: Floats) -> Floats:
    """`vectors` (n, d) seen from their own mean, each at length 1."""
    return Directions.fit(vectors).transform(vectors)


Classifier = tuple[Floats, Floats]  # the backbone's weights (classes, d) and bias (classes,)


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is clustered for pooled features: directions from the fitted mean, beside those of the logits."""

    pooled: Directions
    logits: Directions | None = None

    @classmethod
    def fit(cls, vectors: Floats, classifier: Classifier | None = None) -> tuple[Preparation, Floats]:
        """From the means of `vectors` (n, d) and, with a `classifier`, of their logits; and what it makes of them."""
        seen = _logits(vectors, classifier)
        fitted = cls(Directions.fit(vectors), None if seen is None else Directions.fit(seen))
        return fitted, fitted._beside(vectors, seen)

    def transform(self, vectors: Floats, classifier: Classifier | None = None) -> Floats:
        """Other `vectors` (m, d) as the fitted ones are seen, float32 (m, d + classes)."""
        return self._beside(vectors, _logits(vectors, classifier))

    def _beside(self, vectors: Floats, seen: Floats | None) -> Floats:
        if self.logits is None or seen is None:
            return self.pooled.transform(vectors)
        return np.concatenate([self.pooled.transform(vectors), self.logits.transform(seen)], axis=1)


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
    moved = torch.randn(d, min(count + _SPARE, n, d), generator=start).to(device)
    for turn in range(_TURNS):
        basis = torch.linalg.qr(moved)[0]
        moved = torch.zeros_like(basis)
        for block in torch.split(data, _BLOCK):
            job.report(stage, turn, _TURNS)
            away = block - mean
            moved.addmm_(away.T, away @ basis)
    rotation = torch.linalg.eigh(basis.T @ moved)[1]
    axes = basis @ rotation.flip(1)[:, :count]
    found = Components(mean, axes, 1.0)
    scores = found.scores(data)
    spread = float(scores.square().mean().sqrt())
    scale = spread if spread > 1e-12 else 1.0  # copies of one picture have no spread to divide by
    return Components(mean, axes, scale), scores / scale
