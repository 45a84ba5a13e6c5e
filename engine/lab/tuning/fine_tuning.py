"""DeepCluster on photos (Caron et al. 2018): the last block of a backbone learns from clusters of its own features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.clustering.methods.deep_cluster import Whitening, evenly
from engine.clustering.methods.kmeans import lloyd
from engine.clustering.methods.parts.adam import Adam
from engine.clustering.quality import nmi
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.parameters import param
from engine.core.records import Floats, Ints, Update
from engine.lab.tuning.halves import CHUNK, Halves

if TYPE_CHECKING:
    import torch
    from torch import Tensor

Photo = Callable[[], NDArray[np.uint8]]  # gives its pixels, squashed to the backbone's square (side, side, 3)

LOOKING, LEARNING = "looking", "learning"
FEWEST = 20  # photos: two pseudo-classes of ten
_BATCH = 32
_HEAD_RATE = 3e-3  # it starts anew in every epoch
_SMALLEST = 0.5  # share of a photo's area that a crop shows
_MOST = 2000  # photos that are learned from: with four views they take 300 MB


@dataclass(frozen=True, slots=True)
class FineTuning:
    """How a backbone learns from photos."""

    groups: int = param(60, 2, 10_000, label="Groups", help="Pseudo-classes; no more than a tenth of the photos.")
    epochs: int = param(8, 1, 1000, label="Epochs", help="Rounds of clustering and learning.")
    views: int = param(4, 1, 100, label="Views", help="Random crops of each photo, some of them mirrored.")
    rate: float = param(1e-4, 1e-7, 1.0, label="Learning rate", help="Of the last block.")

    def learn(self, halves: Halves, photos: Sequence[Photo], context: FitContext) -> list[Update]:
        """Change the last block of `halves`; of more than 2,000 `photos` a seeded sample is learned from."""
        import torch

        random = np.random.default_rng(context.seed)
        chosen = np.sort(random.permutation(len(photos))[:_MOST])
        with reproducible(), torch.random.fork_rng():
            torch.manual_seed(context.seed)
            plain, views = self._looked_at(halves, [photos[i] for i in chosen], random, context.at(LOOKING))
            return self._learned(halves, plain, views, context.at(LEARNING))

    def _looked_at(
        self, halves: Halves, photos: Sequence[Photo], random: np.random.Generator, context: FitContext
    ) -> tuple[Tensor, Tensor]:
        """What the first half makes of each photo (n, c, h, w), and of its views (v, n, c, h, w)."""
        import torch

        columns: list[list[Tensor]] = [[] for _ in range(1 + self.views)]
        for top in range(0, len(photos), CHUNK):
            shown = [Image.fromarray(photo()) for photo in photos[top : top + CHUNK]]
            for number, column in enumerate(columns):
                context.report(top * len(columns) + number * len(shown), len(photos) * len(columns))
                pictures = shown if number == 0 else [_view(one, random) for one in shown]
                column.append(halves.seen(np.stack([np.asarray(one) for one in pictures])))
        return torch.cat(columns[0]), torch.stack([torch.cat(column) for column in columns[1:]])

    def _learned(self, halves: Halves, plain: Tensor, views: Tensor, context: FitContext) -> list[Update]:
        import torch

        generator = torch.Generator().manual_seed(context.seed)
        groups = max(2, min(self.groups, len(plain) // 10))
        before: Ints | None = None
        history: list[Update] = []
        for epoch in range(self.epochs):
            context.report(epoch, self.epochs)
            features = self._features(halves, plain, context)
            whitened = Whitening.fit(features, groups, context).transform(features)
            labels, _ = lloyd(whitened, groups, context, starts=3)
            agreement = 0.0 if before is None else nmi(before, labels)
            moved = 1.0 if before is None else float((labels != before).mean())
            scale = max(float(features.std()), 1e-9)
            loss = self._epoch(halves, views, _Lesson(labels, groups, scale), generator, context)
            history.append(Update(epoch, loss, moved, agreement))
            context.job.publish(history[-1])
            before = labels
        context.report(self.epochs, self.epochs)
        return history

    def _features(self, halves: Halves, plain: Tensor, context: FitContext) -> Floats:
        parts = []
        for number, part in enumerate(halves.all_features(plain)):
            context.job.report(context.stage, number * CHUNK, len(plain))
            parts.append(part)
        return np.concatenate(parts)

    def _epoch(
        self, halves: Halves, views: Tensor, lesson: _Lesson, generator: torch.Generator, context: FitContext
    ) -> float:
        """As many batches as there are views, drawn evenly over the pseudo-classes; a fresh head; the mean loss."""
        import torch
        from torch import nn
        from torch.nn import functional as F

        truth = torch.from_numpy(lesson.labels)
        head = nn.Linear(len(halves.network.bn2.weight), lesson.groups).to(halves.device)
        nn.init.zeros_(head.weight)
        block, top = Adam(halves.learning(), self.rate), Adam(head.parameters(), _HEAD_RATE)
        losses: list[float] = []
        for _ in range(len(views)):
            drawn = torch.from_numpy(evenly(lesson.labels, generator))
            for part in torch.split(drawn, _BATCH):
                context.job.report(context.stage, len(losses), len(views) * -(-len(drawn) // _BATCH))
                which = torch.randint(len(views), (len(part),), generator=generator)
                logits = head(halves.features(views[which, part]) / lesson.scale)
                loss = F.cross_entropy(logits, truth[part].to(halves.device))
                block.descend(loss, beside=top)
                losses.append(float(loss.detach()))
        return float(np.mean(losses))


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Pseudo-`labels` (n,) of so many `groups`, and the deviation of the features they were found among."""

    labels: Ints
    groups: int
    scale: float


def _view(photo: Image.Image, random: np.random.Generator) -> Image.Image:
    """A random crop, mirrored or not (section 4 of the paper)."""
    share = random.uniform(_SMALLEST, 1) ** 0.5
    width, height = (max(1, round(share * length)) for length in photo.size)
    left, top = (int(random.integers(0, free + 1)) for free in (photo.width - width, photo.height - height))
    cropped = photo.crop((left, top, left + width, top + height))
    whole = cropped.resize(photo.size, Image.Resampling.BILINEAR)
    return ImageOps.mirror(whole) if random.random() < 0.5 else whole
