"""SCAN's second step (Van Gansbeke et al., ECCV 2020): heads that give neighbours the same cluster, and use all."""

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


@methods.register()
@dataclass(frozen=True, slots=True)
class Scan:
    """Heads on frozen vectors; the first step, self-supervised features, is the backbone's."""

    name: ClassVar[str] = "scan"
    label: ClassVar[str] = "SCAN"
    help: ClassVar[str] = "Heads learn to be sure of a photo and to say the same of photos that look like it."

    heads: int = param(10, 1, 100, label="Heads", help="How many learn at once; the one that fits best is taken.")
    steps: int = param(600, 1, 100_000, label="Steps", help="Batches that the heads learn from.")
    neighbours: int = param(20, 1, 200, label="Neighbours", help="How many similar photos a photo is paired with.")
    entropy: float = param(5.0, 0.0, 100.0, label="Evenness", help="How much groups of the same size are preferred.")
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
        training = Training(self.heads, self.steps, self.neighbours, self.rate, self._loss)
        return fit_heads(vectors, k, training, FitContext(seed, device, job, STAGE))

    def _loss(self, heads: Heads, first: Tensor, second: Tensor) -> Tensor:
        """Equation 2 of each head: neighbours agree with certainty, and the mean assignment has a high entropy."""
        p, q = heads.logits(first).softmax(-1), heads.logits(second).softmax(-1)
        agreement = (p * q).sum(-1).clamp_min(1e-8).log().mean(1)
        mean = p.mean(1).clamp_min(1e-8)
        return -agreement + self.entropy * (mean * mean.log()).sum(-1)
