"""DEC's self-training (Xie, Girshick & Farhadi, ICML 2016, section 3.1): encoder and centres by KL(P ‖ Q).

The soft assignment q of each row is pulled towards the target distribution p, which is q made surer of itself. IDEC
(Guo et al., IJCAI 2017) keeps the reconstruction meanwhile.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from engine.clustering.methods.adam import Adam
from engine.clustering.methods.autoencoder import Samples, in_blocks, reconstruction_error
from engine.clustering.methods.dec_prediction import plain
from engine.clustering.methods.soft_assignment import divergence, soft_assignment, target_distribution
from engine.clustering.methods.supervision import Supervision
from engine.clustering.quality import effective, nmi
from engine.core.devices import half_precision
from engine.core.errors import Sentence
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Device, Floats, Ints, Update

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_REDRAWN = 1000  # rows at most whose reconstruction is measured at each update
_LEFT = 2 / 3  # of the clusters: with fewer it has collapsed


@dataclass(frozen=True, slots=True)
class SelfTraining:
    """How it goes: p is anew every `interval` epochs, at most `updates` times, until under `tolerance` change cluster.

    `reconstruction` is the weight of the decoder's loss, γ of IDEC the other way round; `rate` is Adam's.
    """

    rate: float
    interval: int
    updates: int
    tolerance: float
    reconstruction: float

    def run(
        self,
        network: Network,
        samples: Samples,
        start: tuple[Ints, Tensor],
        supervision: Supervision | None,
        context: FitContext,
    ) -> tuple[Tensor, list[Update]]:
        """Train `network` from labels (n,) and centres (k, c) in its codes: the centres learned, and the history."""
        import torch

        before, first = start
        centres = torch.nn.Parameter(first)
        optimiser = Adam([*network.parameters(), centres], self.rate)
        history: list[Update] = []
        for update in range(self.updates + 1):
            codes = network.codes(samples.data)
            with torch.no_grad():
                _revive(centres, codes)
            q = assignment(codes, centres.detach())
            p = target_distribution(q) if supervision is None else supervision.clamp(target_distribution(q))
            labels = q.argmax(1).cpu().numpy()
            lost = network.reconstruction_error(codes, samples.data)
            moved = float((labels != before).mean())
            history.append(Update(update, float(divergence(p, q)), moved, nmi(before, labels), lost))
            context.job.publish(history[-1])
            context.job.observe(partial(plain, codes), labels)
            context.report(update, self.updates)
            if context.job.finish_requested() or update == self.updates or (update and moved < self.tolerance):
                break
            before = labels
            for _ in range(self.interval):
                for rows in samples.batches():
                    context.report(update, self.updates)
                    if context.job.finish_requested():
                        break
                    loss = self._loss(network, samples.view(rows), p[rows], centres)
                    if supervision is not None:
                        loss = loss + supervision.loss(network.encoder, samples.data, centres, samples.generator)
                    optimiser.descend(loss)
        context.report(self.updates, self.updates)
        return centres.detach(), history

    def _loss(self, network: Network, shown: Tensor, p: Tensor, centres: Tensor) -> Tensor:
        """KL(P ‖ Q) of what is `shown` (b, d) and, of IDEC, its reconstruction."""
        with network.precision():
            codes = network.encoder(shown).float()
        loss = divergence(p, soft_assignment(codes, centres))
        if network.decoder is not None and self.reconstruction:
            loss = loss + self.reconstruction * reconstruction_error(network.decoder(codes), shown)
        return loss


@dataclass(frozen=True)
class Network:
    """An encoder, and the decoder that it was pretrained with where it was an autoencoder."""

    encoder: nn.Sequential
    decoder: nn.Sequential | None = None

    def parameters(self) -> list[torch.nn.Parameter]:
        """All that is learned, the encoder's first."""
        return [*self.encoder.parameters(), *(() if self.decoder is None else self.decoder.parameters())]

    def precision(self) -> AbstractContextManager[object]:
        """The paper's network is large; the encoder of the neighbour graph is not, and keeps its last digits."""
        if self.decoder is None:
            return nullcontext()
        return half_precision(cast(Device, next(self.encoder.parameters()).device.type))

    def codes(self, data: Tensor) -> Tensor:
        """Of all `data` (n, d), (n, c)."""
        with self.precision():
            return in_blocks(self.encoder, data).float()

    def reconstruction_error(self, codes: Tensor, data: Tensor) -> float | None:
        """How badly some of the `data` (n, d) come back from their `codes`; None without a decoder."""
        if self.decoder is None:
            return None
        some = slice(None, None, -(-len(data) // _REDRAWN))  # all of them would take a third of an epoch
        return float(reconstruction_error(in_blocks(self.decoder, codes[some]), data[some]))


def assignment(codes: Tensor, centres: Tensor) -> Tensor:
    """q (n, k) of all codes, some at a time, with nothing to learn from."""
    return in_blocks(lambda block: soft_assignment(block, centres), codes)


def scale(encoder: nn.Sequential, codes: Tensor, labels: Ints, centres: Floats) -> Tensor:
    """Scale the encoder's codes so that the mean squared distance within clusters is 1; the scaled centres.

    Student's t with one degree of freedom tells near from far around a distance of 1, and only there.
    """
    import torch

    means = torch.from_numpy(centres).to(codes.device)
    within = (codes - means[torch.from_numpy(labels).to(codes.device)]).square().sum(1).mean().sqrt()
    spread = (codes - codes.mean(0)).square().sum(1).mean().sqrt()
    size = max(float(within), 0.01 * float(spread), 1e-12)  # k = n leaves no distance within
    with torch.no_grad():
        for parameter in encoder[-1].parameters():
            parameter.div_(size)
    return means / size


def warn_of_collapse(before: Ints, after: Ints, job: Job) -> None:
    """A notice where self-training has drawn most photos into few of the clusters that it began with."""
    began, left = effective(before), effective(after)
    if left < _LEFT * began:
        sentence = Sentence(
            "Settling has collapsed: what were about {began} clusters are about {left}. Lower the settling rate, or "
            "allow fewer updates.",
            began=round(began),
            left=round(left),
        )
        job.publish(Notice(sentence))


def _revive(centres: Tensor, codes: Tensor) -> None:
    """Put each centre that lost its photos onto the photo that is farthest from all others."""
    import torch

    occupied = torch.bincount(assignment(codes, centres).argmax(1), minlength=len(centres))
    for dead in torch.nonzero(occupied == 0).flatten().tolist():
        nearest = torch.cdist(codes, centres).amin(1)
        if float(nearest.max()) <= 0:
            return  # no photo left that differs from every centre
        centres[dead] = codes[nearest.argmax()]
