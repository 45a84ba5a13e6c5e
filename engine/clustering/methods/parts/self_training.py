"""DEC's self-training (Xie, Girshick & Farhadi, ICML 2016, section 3.1): encoder and centres by KL(P ‖ Q).

The soft assignment q of each row is fitted to the target distribution p, a sharpened q. IDEC (Guo et al., IJCAI 2017)
adds the reconstruction loss.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.parts.autoencoder import Samples, in_blocks, reconstruction_error
from engine.clustering.methods.parts.dec_prediction import Inputs, as_array
from engine.clustering.methods.parts.soft_assignment import divergence, soft_assignment, target_distribution
from engine.clustering.methods.parts.supervision import Supervision
from engine.clustering.quality import effective_count, nmi
from engine.core.devices import half_precision
from engine.core.errors import Sentence
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Device, Floats, Ints, Update

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_RECONSTRUCTED = 1000  # rows at most, for the reconstruction error of each update
_COLLAPSED_BELOW = 2 / 3  # share of the effective number of clusters that is left


@dataclass(frozen=True, slots=True)
class SelfTraining:
    """p is recomputed every `interval` epochs, `updates` times or until fewer than `tolerance` (share) change cluster.

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
        """Train `network` from initial labels (n,) and centres (k, c) of its codes; final centres, and the history."""
        import torch

        before, first = start
        centres = torch.nn.Parameter(first)
        optimiser = Adam([*network.parameters(), centres], self.rate)
        history: list[Update] = []
        for update in range(self.updates + 1):
            codes = network.codes(samples.data)
            with torch.no_grad():
                _revive(centres, codes)
            q = assign_all(codes, centres.detach())
            p = target_distribution(q) if supervision is None else supervision.clamp(target_distribution(q))
            labels = q.argmax(1).cpu().numpy()
            reconstruction = network.reconstruction_error(codes, samples.data)
            moved = float((labels != before).mean())
            history.append(Update(update, float(divergence(p, q)), moved, nmi(before, labels), reconstruction))
            context.job.publish(history[-1])
            context.job.observe(partial(as_array, codes), labels, network.at(centres))
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
        """KL(P ‖ Q) of a batch of inputs `shown` (b, d) and, for IDEC, its reconstruction error."""
        with network.precision():
            codes = network.encoder(shown).float()
        loss = divergence(p, soft_assignment(codes, centres))
        if network.decoder is not None and self.reconstruction:
            loss = loss + self.reconstruction * reconstruction_error(network.decoder(codes), shown)
        return loss


@dataclass(frozen=True)
class Network:
    """An encoder, its decoder where it was pretrained as an autoencoder, and what makes its inputs."""

    encoder: nn.Sequential
    decoder: nn.Sequential | None = None
    inputs: Inputs | None = None

    def parameters(self) -> list[torch.nn.Parameter]:
        """All trainable parameters, the encoder's first."""
        return [*self.encoder.parameters(), *(() if self.decoder is None else self.decoder.parameters())]

    def precision(self) -> AbstractContextManager[object]:
        """Half precision for the paper's large network; the encoder of the neighbour graph stays in float32."""
        if self.decoder is None:
            return nullcontext()
        return half_precision(cast(Device, next(self.encoder.parameters()).device.type))

    def codes(self, data: Tensor) -> Tensor:
        """The codes (n, c) of all `data` (n, d)."""
        with self.precision():
            return in_blocks(self.encoder, data).float()

    def reconstruction_error(self, codes: Tensor, data: Tensor) -> float | None:
        """The reconstruction error of a sample of the `data` (n, d) from its `codes`; None without a decoder."""
        if self.decoder is None:
            return None
        every = slice(None, None, -(-len(data) // _RECONSTRUCTED))  # all of them would take a third of an epoch
        return float(reconstruction_error(in_blocks(self.decoder, codes[every]), data[every]))

    def at(self, centres: Tensor) -> DecEncoder | None:
        """What encodes other rows by this network and the `centres` (k, c) as they are now; None without inputs."""
        return None if self.inputs is None else DecEncoder(self, self.inputs, centres.detach())


@dataclass(frozen=True)
class DecEncoder:
    """A network in training, for a job's watcher (see core/job.py, Encoder)."""

    network: Network
    inputs: Inputs
    centres: Tensor

    def encode(self, vectors: Floats) -> tuple[Floats, Ints]:
        """The codes (m, c) and the clusters (m,) of `vectors` (m, d)."""
        codes = self.network.codes(self._seen(vectors))
        return as_array(codes), assign_all(codes, self.centres).argmax(1).cpu().numpy()

    def redraw(self, vectors: Floats) -> Floats | None:
        """`vectors` (m, d) by the decoder of the pretraining; None where there is none, or it gives back edges."""
        if self.network.decoder is None:
            return None
        restored = in_blocks(self.network.decoder, self.network.codes(self._seen(vectors)))
        return self.inputs.restore(restored, vectors)

    def _seen(self, vectors: Floats) -> Tensor:
        return self.inputs.transform(self.centres.device, vectors)


def assign_all(codes: Tensor, centres: Tensor) -> Tensor:
    """The soft assignment q (n, k) of all codes (n, c), block by block, without gradients."""
    return in_blocks(lambda block: soft_assignment(block, centres), codes)


def scale_codes(network: Network, codes: Tensor, labels: Ints, centres: Floats) -> Tensor:
    """Scale the network's codes so that the mean squared distance within clusters is 1; returns the scaled centres.

    Student's t with one degree of freedom only distinguishes distances around 1. A decoder is scaled back, so that it
    redraws what it did.
    """
    import torch

    means = torch.from_numpy(centres).to(codes.device)
    within = (codes - means[torch.from_numpy(labels).to(codes.device)]).square().sum(1).mean().sqrt()
    spread = (codes - codes.mean(0)).square().sum(1).mean().sqrt()
    size = max(float(within), 0.01 * float(spread), 1e-12)  # k = n leaves no distance within
    with torch.no_grad():
        for parameter in network.encoder[-1].parameters():
            parameter.div_(size)
        if network.decoder is not None:
            cast("nn.Linear", network.decoder[0]).weight.mul_(size)
    return means / size


def warn_if_collapsed(before: Ints, after: Ints, job: Job) -> None:
    """Publish a Notice where self-training has moved most photos into few of the initial clusters."""
    clusters_before, left = effective_count(before), effective_count(after)
    if left < _COLLAPSED_BELOW * clusters_before:
        sentence = Sentence(
            "Settling has collapsed: what were about {began} clusters are about {left}. Lower the settling rate, or "
            "allow fewer updates.",
            began=round(clusters_before),
            left=round(left),
        )
        job.publish(Notice(sentence))


def _revive(centres: Tensor, codes: Tensor) -> None:
    """Move each empty cluster's centre onto the photo that is farthest from all centres."""
    import torch

    occupied = torch.bincount(assign_all(codes, centres).argmax(1), minlength=len(centres))
    for dead in torch.nonzero(occupied == 0).flatten().tolist():
        nearest = torch.cdist(codes, centres).amin(1)
        if float(nearest.max()) <= 0:
            return  # no photo left that differs from every centre
        centres[dead] = codes[nearest.argmax()]
