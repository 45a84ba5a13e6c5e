"""Deep Embedded Clustering (Xie, Girshick & Farhadi, ICML 2016): an encoder that learns its own clusters.

Pretraining gives an encoder, k-means in its codes the first centres; then encoder and centres learn together
to be surer of what they are already sure of. IDEC (Guo et al., IJCAI 2017) keeps the reconstruction meanwhile.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

import numpy as np

from engine.clustering import island_encoder, neighbour_encoder
from engine.clustering.assigner import Around, Assigner, Only, confidence
from engine.clustering.augmentation import View, augmented
from engine.clustering.autoencoder import QUIET, in_blocks, multilayer, pretrain, reconstruction_error, shuffled
from engine.clustering.features import Components, Directions, components, require_finite
from engine.clustering.kmeans import lloyd
from engine.clustering.method import Constraints, Fit, methods
from engine.clustering.pixels import edge_histograms, picture_side
from engine.clustering.quality import effective, nmi
from engine.clustering.soft_assignment import divergence, soft_assignment, target_distribution
from engine.clustering.spreading import power, spread
from engine.clustering.supervision import Supervision, seeds
from engine.devices import half_precision, reproducible
from engine.errors import Sentence
from engine.job import Job
from engine.parameters import param
from engine.partials import Notice
from engine.records import Device, Floats, Ints, Update

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_REDRAWN = 1000  # rows at most whose reconstruction is measured at each update
_LEFT = 2 / 3  # of the clusters: with fewer settling has collapsed
_STAGES = ("looking for patterns", "learning", "grouping", "settling")


@methods.register()
@dataclass(frozen=True, slots=True)
class Dec:
    """DEC, pretrained on the neighbour graph (steady and best for photos) or as an autoencoder (the paper)."""

    name: ClassVar[str] = "dec"
    label: ClassVar[str] = "Deep clustering (DEC)"
    help: ClassVar[str] = "Learns which differences matter in your photos, then sharpens its own groups."

    pretraining: str = param(
        "neighbours",
        label="Learns first from",
        help="Photos that look alike (best for photos), or redrawing each photo's features (the paper).",
        choices=("neighbours", "autoencoder"),
    )
    pixels: str = param(
        "edges",
        label="Bare pixels",
        help="Small pictures given as pixels (no photos) are likened by their edges, or pixel by pixel (the paper).",
        choices=("edges", "plain"),
    )
    augmentation: float = param(
        0.0, 0.0, 0.5, label="Jiggled", help="Bare pixels are shown moved by up to this share of a side, and turned."
    )
    neighbours: int = param(15, 2, 200, label="Neighbours", help="How many similar photos each photo is held to.")
    rounds: int = param(300, 1, 100_000, label="Learning steps", help="Steps of learning from neighbours.")
    epochs: int = param(60, 1, 1000, label="Redrawing epochs", help="Passes of the autoencoder over all photos.")
    corruption: float = param(0.2, 0.0, 0.9, label="Blanked", help="Share of the features hidden from the autoencoder.")
    components: int = param(64, 2, 4096, label="Components", help="Principal components that the network sees.")
    codes: int = param(10, 2, 256, label="Code length", help="Numbers by which the network tells photos apart.")
    rate: float = param(1e-4, 1e-7, 1.0, label="Settling rate", help="How far each settling step goes.")
    interval: int = param(1, 1, 100, label="Update interval", help="Epochs between two looks at where photos belong.")
    updates: int = param(20, 0, 1000, label="Most updates", help="Settling ends after this many looks at the latest.")
    tolerance: float = param(0.001, 0.0, 1.0, label="Tolerance", help="Settled when fewer than this share move.")
    reconstruction: float = param(
        0.0, 0.0, 1000.0, label="Reconstruction", help="Weight of redrawing while settling: 0 is DEC, 10 is IDEC."
    )
    spreading: float = param(
        0.9, 0.0, 0.99, label="Neighbours' say", help="How much a photo's cluster follows those of the most alike."
    )

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
        require_finite(vectors)
        n = len(vectors)
        if k == 1 or n < 2:
            return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=Only())
        import torch

        with reproducible():
            return self._learn(vectors, k, torch.Generator().manual_seed(seed), seed, device, job, constraints)

    def _learn(
        self,
        vectors: Floats,
        k: int,
        generator: Any,
        seed: int,
        device: Device,
        job: Job,
        constraints: Constraints | None,
    ) -> Fit:
        pictures, side = vectors, picture_side(vectors)
        grid = side if self.pixels == "edges" else None
        if grid is not None:
            vectors = edge_histograms(pictures, grid, job, _STAGES[0])
        seen = Directions.fit(vectors)
        leading, data = components(seen.of(vectors), self.components, device, job, _STAGES[0])
        view: View = data.__getitem__
        if side is not None and self.augmentation:
            see = partial(_seen, seen, leading, grid, data.device)
            view = augmented(pictures, side, self.augmentation, see, generator)
        said = None if constraints is None or constraints.empty else Supervision(constraints, data.device)
        edges = None
        if self.pretraining == "neighbours" or said is not None:
            edges = neighbour_encoder.Edges(data, self.neighbours, device, job)
        encoder, decoder = self._pretrained(data, view, edges, k, generator, seed, device, job)
        codes = in_blocks(encoder, data)
        plain = codes.cpu().numpy()
        labels, centres = lloyd(
            plain, k, seed=seed, starts=20, job=job, stage=_STAGES[2], first=seeds(constraints, plain)
        )
        first = _scaled(encoder, codes, labels, centres)
        learned, history = self._settle(encoder, decoder, data, view, labels, first, generator, job, said)
        codes = in_blocks(encoder, data)
        q = _assigned(codes, learned)
        probabilities = q.cpu().numpy()
        _say_collapse(labels, probabilities.argmax(1), job)
        predict = _assigner(seen, leading, encoder, learned, grid)
        # The islands of many photos are the graph's own already, and to ask those around takes time for so many.
        heed = self.spreading and (said is not None or len(data) < island_encoder.MANY)
        if edges is not None and heed:
            heard = spread(edges.graph, probabilities, constraints, self.spreading, job, _STAGES[3])
            around = Around(data.cpu().numpy(), heard, self.neighbours, self.spreading, power(constraints))
            probabilities = confidence(heard, around.power)
            predict = replace(predict, around=around)
        elif said is not None:
            probabilities = said.clamp(q).cpu().numpy()
        return Fit(probabilities.argmax(1), probabilities, tuple(history), codes.cpu().numpy(), predict)

    def _pretrained(
        self,
        data: Tensor,
        view: View,
        edges: neighbour_encoder.Edges | None,
        k: int,
        generator: Any,
        seed: int,
        device: Device,
        job: Job,
    ) -> tuple[nn.Sequential, nn.Sequential | None]:
        if self.pretraining == "neighbours":
            assert edges is not None
            if len(data) >= island_encoder.MANY:
                size, stage = self.codes, _STAGES[1]
                return island_encoder.learn(data, edges.graph, k, size, seed, generator, device, job, stage), None
            encoder = neighbour_encoder.make(data, self.codes, generator)
            neighbour_encoder.train(
                encoder, data, edges, rounds=self.rounds, generator=generator, job=job, stage=_STAGES[1]
            )
            return encoder, None
        widths = (data.shape[1], 500, 500, 2000, self.codes)
        encoder = multilayer(widths, generator, QUIET).to(device)
        decoder = multilayer(widths[::-1], generator, QUIET).to(device)
        pretrain(
            encoder,
            decoder,
            data,
            view,
            epochs=self.epochs,
            corruption=self.corruption,
            generator=generator,
            job=job,
            stage=_STAGES[1],
        )
        return encoder, decoder

    def _settle(
        self,
        encoder: nn.Sequential,
        decoder: nn.Sequential | None,
        data: Tensor,
        view: View,
        before: Ints,
        first: Tensor,
        generator: Any,
        job: Job,
        said: Supervision | None,
    ) -> tuple[Tensor, list[Update]]:
        """Self-training by KL(P ‖ Q) until fewer than `tolerance` of the labels move: centres, history."""
        import torch

        centres = torch.nn.Parameter(first)
        kept = [] if decoder is None else list(decoder.parameters())
        learned = [*encoder.parameters(), centres, *kept]
        optimiser = torch.optim.Adam(learned, lr=self.rate, fused=data.device.type != "mps")
        # The paper's network is large; the encoder of the neighbour graph is not, and keeps its last digits.
        half = nullcontext() if decoder is None else half_precision(cast(Device, data.device.type))
        history: list[Update] = []
        for update in range(self.updates + 1):
            with half:
                codes = in_blocks(encoder, data).float()
            with torch.no_grad():
                _revive(centres, codes)
            q = _assigned(codes, centres.detach())
            p = target_distribution(q) if said is None else said.clamp(target_distribution(q))
            labels = q.argmax(1).cpu().numpy()
            history.append(self._update(update, p, q, labels, before, decoder, codes, data))
            job.publish(history[-1])
            job.look(partial(_plain, codes), labels)
            job.report(_STAGES[3], update, self.updates)
            if job.enough() or update == self.updates or (update and history[-1].moved < self.tolerance):
                break
            before = labels
            for _ in range(self.interval):
                for rows in shuffled(len(data), generator, data.device):
                    job.report(_STAGES[3], update, self.updates)
                    if job.enough():
                        break
                    shown = view(rows)
                    with half:
                        batch = encoder(shown).float()
                    loss = divergence(p[rows], soft_assignment(batch, centres))
                    if decoder is not None and self.reconstruction:
                        loss = loss + self.reconstruction * reconstruction_error(decoder(batch), shown)
                    if said is not None:
                        loss = loss + said.loss(encoder, data, centres, generator)
                    optimiser.zero_grad()
                    torch.autograd.backward(loss)
                    optimiser.step()
        job.report(_STAGES[3], self.updates, self.updates)
        return centres.detach(), history

    def _update(
        self,
        iteration: int,
        p: Tensor,
        q: Tensor,
        labels: Ints,
        before: Ints,
        decoder: nn.Sequential | None,
        codes: Tensor,
        data: Tensor,
    ) -> Update:
        some = slice(None, None, -(-len(data) // _REDRAWN))  # all of them would take a third of an epoch
        restored = None if decoder is None else float(reconstruction_error(in_blocks(decoder, codes[some]), data[some]))
        moved = float((labels != before).mean())
        return Update(iteration, float(divergence(p, q)), moved, nmi(before, labels), restored)


def _seen(seen: Directions, leading: Components, grid: int | None, device: torch.device, pictures: Floats) -> Tensor:
    """The data that `pictures` (m, side²) come to, (m, components)."""
    import torch

    features = pictures if grid is None else edge_histograms(pictures, grid, Job(), "")
    return leading.scores(torch.from_numpy(seen.of(features)).to(device))


def _say_collapse(before: Ints, after: Ints, job: Job) -> None:
    """A notice where self-training has drawn most photos into few of the clusters that it began with."""
    began, left = effective(before), effective(after)
    if left < _LEFT * began:
        said = Sentence(
            "Settling has collapsed: what were about {began} clusters are about {left}. Lower the settling rate, or "
            "allow fewer updates.",
            began=round(began),
            left=round(left),
        )
        job.publish(Notice(said))


def _assigned(codes: Tensor, centres: Tensor) -> Tensor:
    return in_blocks(lambda block: soft_assignment(block, centres), codes)


def _scaled(encoder: nn.Sequential, codes: Tensor, labels: Ints, centres: Floats) -> Tensor:
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


def _assigner(
    seen: Directions, leading: Components, encoder: nn.Sequential, centres: Tensor, side: int | None
) -> Assigner:
    parameters = [_plain(parameter) for parameter in encoder.parameters()]
    layers = tuple(zip(parameters[::2], parameters[1::2], strict=True))
    return Assigner(
        seen, _plain(leading.mean), _plain(leading.axes / leading.scale), layers, _plain(centres), side=side
    )


def _plain(tensor: Tensor) -> Floats:
    return np.array(tensor.detach().cpu().numpy(), np.float32)


def _revive(centres: Tensor, codes: Tensor) -> None:
    """Put each centre that lost its photos onto the photo that is farthest from all others."""
    import torch

    occupied = torch.bincount(_assigned(codes, centres).argmax(1), minlength=len(centres))
    for dead in torch.nonzero(occupied == 0).flatten().tolist():
        nearest = torch.cdist(codes, centres).amin(1)
        if float(nearest.max()) <= 0:
            return  # no photo left that differs from every centre
        centres[dead] = codes[nearest.argmax()]
