"""TEMI (Adaloglou, Michels, Kalisch & Kollmann, BMVC 2023): self-distilled heads that agree with their neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.heads import STAGE, Heads, Training, fit_heads
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats

if TYPE_CHECKING:
    from torch import Tensor

_BETA = 0.6  # below 1 clusters may differ in size (equation 7)
_FOLLOWS = 0.996  # of the teacher's weights from step to step
_REMEMBERS = 0.9  # of the teacher's mean assignment


@methods.register()
@dataclass(frozen=True, slots=True)
class Temi:
    """An ensemble of heads with a teacher each, weighted by how much all teachers agree on a pair of neighbours."""

    name: ClassVar[str] = "temi"
    label: ClassVar[str] = "TEMI"
    help: ClassVar[str] = "Heads learn to give a photo and its likes the same group, each from its own teacher."

    heads: int = param(16, 1, 100, label="Heads", help="How many learn at once; the one that fits best is taken.")
    steps: int = param(600, 1, 100_000, label="Steps", help="Batches that the heads learn from.")
    neighbours: int = param(20, 1, 200, label="Neighbours", help="How many similar photos a photo is paired with.")
    rate: float = param(3e-3, 1e-6, 1.0, label="Learning rate", help="How far each step goes.")

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
        """Cluster `vectors` (n, d) into `k` (see Method.fit); a row that is not finite is a UserError."""
        teachers = _Teachers()
        training = Training(self.heads, self.steps, self.neighbours, self.rate, teachers.loss, teachers.follow)
        return fit_heads(vectors, k, training, FitContext(seed, device, job, STAGE))


class _Teachers:
    """An exponential moving average of the heads, and of their mean assignment."""

    def __init__(self) -> None:
        self._heads: Heads | None = None
        self._share: Tensor | None = None  # (h, 1, k)

    def loss(self, heads: Heads, first: Tensor, second: Tensor) -> Tensor:
        """The symmetrised, weighted pointwise mutual information of each head, negated (equations 8 to 11)."""
        import torch

        if self._heads is None:
            self._heads = Heads(heads.weights.detach().clone(), heads.bias.detach().clone())
        with torch.no_grad():
            taught = [self._heads.logits(data).softmax(-1) for data in (first, second)]
            share = torch.cat(taught, dim=1).mean(1, keepdim=True)
            self._share = share if self._share is None else _REMEMBERS * self._share + (1 - _REMEMBERS) * share
            weight = (taught[0] * taught[1]).sum(-1).mean(0)  # how much the teachers, on average, agree on a pair
        learned = [heads.logits(data).softmax(-1) for data in (first, second)]
        information = [
            ((p * q).clamp_min(1e-12) ** _BETA / self._share).sum(-1).log()
            for p, q in ((learned[0], taught[1]), (learned[1], taught[0]))
        ]
        return -(weight * (information[0] + information[1]) / 2).mean(1)

    def follow(self, heads: Heads) -> None:
        """Move the teachers towards the heads."""
        assert self._heads is not None  # they were asked for a loss
        self._heads.weights.lerp_(heads.weights.detach(), 1 - _FOLLOWS)
        self._heads.bias.lerp_(heads.bias.detach(), 1 - _FOLLOWS)
