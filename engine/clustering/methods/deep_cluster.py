"""DeepCluster (Caron, Bojanowski, Joulin & Douze, ECCV 2018): a network learns from clusters of its own features."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.clustering.augmentation import randomly_moved
from engine.clustering.distances import nearest_centre, squared_distances
from engine.clustering.features import Directions, components, require_finite
from engine.clustering.methods.kmeans import lloyd
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.parts.convnet import Layer, features, folded, network, passed, shaped
from engine.clustering.methods.predictor import ConstantPredictor, predictors
from engine.clustering.pixels import picture_side
from engine.clustering.quality import nmi
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats, Ints, Update

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

STAGE = "learning"
_COMPONENTS = 64  # that features are reduced to before k-means (the paper takes 256 of 4096)
_BATCH = 128
_RATE = 1e-3  # the network's falls to 0 along a half cosine (Loshchilov & Hutter 2017); the head is new in every epoch


@methods.register()
@dataclass(frozen=True, slots=True)
class DeepCluster:
    """A convnet on small pictures, two dense layers on vectors, trained on pseudo-labels; Adam in place of SGD."""

    name: ClassVar[str] = "deepcluster"
    label: ClassVar[str] = "DeepCluster"
    help: ClassVar[str] = "A network names its own groups again and again, and learns to tell them apart."

    epochs: int = param(12, 1, 1000, label="Epochs", help="Rounds of clustering and learning.")
    augmentation: float = param(
        0.08, 0.0, 0.5, label="Jiggled", help="Pictures are shown moved by up to this share of a side, and turned."
    )
    finer: int = param(5, 1, 50, label="Finer", help="How many times as many groups as wanted it learns to tell apart.")

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
        n, context = len(vectors), FitContext(seed, device, job, STAGE)
        if k == 1 or n < 2:
            context.report(1, 1)
            return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=ConstantPredictor())
        import torch

        with reproducible(), torch.random.fork_rng():
            torch.manual_seed(seed)
            side = picture_side(vectors)
            inputs = Inputs.fit(vectors, side)
            net, seen, history = self._learn(inputs, vectors, k, context)
        predictor = _predictor(inputs, folded(net.eval()), seen, k, context)
        codes = predictor.whitening.transform(seen)
        probabilities = predictor.of_codes(codes)
        context.report(self.epochs, self.epochs)
        return Fit(probabilities.argmax(axis=1), probabilities, tuple(history), codes, predictor)

    def _learn(
        self, inputs: Inputs, vectors: Floats, k: int, context: FitContext
    ) -> tuple[nn.Sequential, Floats, list[Update]]:
        """The network, its features (n, f) of the `vectors` (n, d), and how the training went."""
        import torch

        data = inputs.transform(vectors)
        generator = torch.Generator().manual_seed(context.seed)
        net = network(data.shape[1], inputs.side, generator)
        net = net.to(context.device).to(memory_format=torch.channels_last)  # a processor needs two thirds of the time
        rows, before, history = torch.from_numpy(data), None, list[Update]()
        pseudo = min(k * self.finer, max(k, len(data) // 10))
        for epoch in range(self.epochs):
            context.report(epoch, self.epochs)
            seen = passed(net, rows, inputs.side, context)
            whitened = Whitening.fit(seen, pseudo, context).transform(seen)
            labels, _ = lloyd(whitened, pseudo, context, starts=1)
            agreement = 0.0 if before is None else nmi(before, labels)
            moved = 1.0 if before is None else float((labels != before).mean())
            lesson = _Lesson(rows, labels, pseudo, epoch / self.epochs, 1 / self.epochs)
            loss = self._epoch(net, lesson, inputs, generator, context.at(f"epoch {epoch + 1}"))
            history.append(Update(epoch, loss, moved, agreement))
            context.job.publish(history[-1])
            context.job.observe(whitened.copy, labels)
            before = labels
            if context.job.finish_requested():
                break
        return net, passed(net, rows, inputs.side, context), history

    def _epoch(
        self, net: nn.Sequential, lesson: _Lesson, inputs: Inputs, generator: torch.Generator, context: FitContext
    ) -> float:
        """One pass over as many rows as there are, drawn evenly over the pseudo-classes; a fresh head; mean loss."""
        import torch
        from torch import nn
        from torch.nn import functional as F

        truth = torch.from_numpy(lesson.labels)
        width = passed(net, lesson.rows[:1], inputs.side, context).shape[1]
        head = nn.Linear(width, lesson.pseudo).to(context.device)
        body, top, total = Adam(net.train().parameters(), _RATE), Adam(head.parameters(), _RATE), 0.0
        drawn = torch.from_numpy(evenly(lesson.labels, generator))
        parts = [part for part in torch.split(drawn, _BATCH) if len(part) > 1]  # of one row nothing can be normalised
        for number, part in enumerate(parts):
            context.job.report(STAGE, number, len(parts))
            body.rate = _RATE * lesson.annealed(number / len(parts))
            shown = inputs.jiggled(lesson.rows[part], self.augmentation, generator)
            logits = head(F.relu(net(shaped(shown, inputs.side).to(context.device))))
            loss = F.cross_entropy(logits, truth[part].to(context.device))
            body.descend(loss, beside=top)
            total += float(loss.detach())
        return total / max(len(parts), 1)


@dataclass(frozen=True, slots=True)
class _Lesson:
    """An epoch: `rows` (n, d) with their pseudo-`labels` (n,), and what part of the training it is."""

    rows: Tensor
    labels: Ints
    pseudo: int
    begins: float
    takes: float

    def annealed(self, progress: float) -> float:
        """The share of the first learning rate, at `progress` 0…1 of this epoch."""
        return 0.5 * (1 + math.cos(math.pi * (self.begins + self.takes * progress)))


def evenly(labels: Ints, generator: torch.Generator) -> Ints:
    """As many rows as `labels` (n,) has, each pseudo-class equally often, in random order (section 3.3)."""
    import torch

    present, sizes = np.unique(labels, return_counts=True)
    share = -(-len(labels) // len(present))
    order, top, drawn = np.argsort(labels, kind="stable"), 0, []
    for size in sizes.tolist():
        picks = torch.randint(size, (share,), generator=generator).numpy()
        drawn.append(order[top : top + size][picks])
        top += size
    mixed = np.concatenate(drawn)
    return np.asarray(mixed[torch.randperm(len(mixed), generator=generator).numpy()[: len(labels)]])


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network sees: pictures less their `mean` over their `spread`, or directions of vectors."""

    directions: Directions | None
    mean: float
    spread: float
    side: int | None

    @classmethod
    def fit(cls, vectors: Floats, side: int | None) -> Inputs:
        if side is None:
            return cls(Directions.fit(vectors), 0.0, 1.0, None)
        return cls(None, float(vectors.mean()), max(float(vectors.std()), 1e-6), side)

    def transform(self, vectors: Floats) -> Floats:
        if self.directions is None:
            return np.asarray((vectors - np.float32(self.mean)) / np.float32(self.spread), np.float32)
        return self.directions.transform(vectors) * np.float32(vectors.shape[1] ** 0.5)

    def jiggled(self, rows: Tensor, share: float, generator: torch.Generator) -> Tensor:
        """Transformed pictures (b, side²) moved by up to `share` of a side, beyond them black; vectors as they are."""
        if self.side is None or not share:
            return rows
        black = -self.mean / self.spread
        return randomly_moved(rows - black, self.side, share, generator) + black


@dataclass(frozen=True, slots=True)
class Whitening:
    """Principal components along `axes` (f, c) from `mean` (f,), each with variance 1, rows then at length 1."""

    mean: Floats
    axes: Floats

    @classmethod
    def fit(cls, rows: Floats, k: int, context: FitContext) -> Whitening:
        """Fit to `rows` (n, f), on no more components than k clusters need: in more, noise would weigh as much."""
        found, scores = components(rows, min(_COMPONENTS, max(2, k)), "cpu", context.job, context.stage)
        deviations = (scores * found.scale).std(0, correction=0).numpy()
        kept = deviations > 1e-3 * max(float(deviations.max(initial=0)), 1e-12)
        axes = found.axes.numpy() / np.where(kept, deviations, np.inf).astype(np.float32)
        return cls(found.mean.numpy(), np.asarray(axes, np.float32))

    def transform(self, rows: Floats) -> Floats:
        scores = (rows - self.mean) @ self.axes
        return np.asarray(scores / np.maximum(np.linalg.norm(scores, axis=1, keepdims=True), 1e-12), np.float32)


def _predictor(
    inputs: Inputs, layers: tuple[Layer, ...], seen: Floats, k: int, context: FitContext
) -> DeepClusterPredictor:
    """k clusters of the features (n, f) that were learned."""
    whitening = Whitening.fit(seen, k, context)
    codes = whitening.transform(seen)
    _, centres = lloyd(codes, k, context, starts=10)
    squares = squared_distances(codes, centres)
    near = np.partition(squares, min(1, k - 1), axis=1)
    gap = float(np.median(near[:, min(1, k - 1)] - near[:, 0]))
    return DeepClusterPredictor(inputs, layers, whitening, centres, 2 / max(gap, 1e-9))


@predictors.register()
@dataclass(frozen=True, slots=True)
class DeepClusterPredictor:
    """Softmax of squared distances to `centres` (k, c) among the whitened features of a network, in numpy alone."""

    name: ClassVar[str] = "deepcluster"

    inputs: Inputs
    layers: tuple[Layer, ...]
    whitening: Whitening
    centres: Floats
    scale: float

    def __call__(self, vectors: Floats) -> Floats:
        """Probabilities (m, k) of new `vectors` (m, d); a row that is not finite is a UserError."""
        require_finite(vectors)
        return self.of_codes(self.codes(vectors))

    def of_codes(self, codes: Floats) -> Floats:
        """The same of whitened features (m, c)."""
        squares = squared_distances(codes, self.centres)
        weights = np.exp(-(squares - squares.min(axis=1, keepdims=True, initial=np.inf)) * np.float32(self.scale))
        weights[np.arange(len(codes)), nearest_centre(codes, self.centres) if len(codes) else []] *= 1 + 1e-6
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)

    def codes(self, vectors: Floats) -> Floats:
        """The whitened features (m, c) of `vectors` (m, d)."""
        return self.whitening.transform(self.features(vectors))

    def features(self, vectors: Floats) -> Floats:
        """The network's features (m, f), 784 of pictures of 28 × 28."""
        return features(self.layers, self.inputs.transform(vectors), self.inputs.side)
