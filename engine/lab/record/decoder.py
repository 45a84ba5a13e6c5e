"""A decoder that learns to draw pictures from the codes of one update, and is then left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.records import Floats
from engine.lab.models.networks import dense, passed, seeded
from engine.lab.models.training import train

if TYPE_CHECKING:
    from torch import Tensor, nn

_WIDTHS = 256, 512
_EPOCHS = 40


@dataclass(frozen=True)
class Decoder:
    """Draws pictures of this `shape` from codes (n, c), which are taken from `mean` (c,) in units of `spread`."""

    network: nn.Sequential
    mean: Floats
    spread: float
    shape: tuple[int, ...]

    @classmethod
    def learn(cls, codes: Floats, images: Floats, context: FitContext) -> Decoder:
        """Learn to draw `images` (n, h, w, c) in 0…1 from their `codes` (n, c), by the mean squared error."""
        import torch

        mean, spread = codes.mean(axis=0), max(float(codes.std()), 1e-12)
        seen, wanted = torch.from_numpy((codes - mean) / spread), torch.from_numpy(images.reshape(len(images), -1))
        pairs = torch.cat([seen, wanted], 1)
        with seeded(context.seed) as generator:
            network = dense((codes.shape[1], *_WIDTHS, wanted.shape[1]), "relu")

            def loss(batch: Tensor, _progress: float) -> tuple[Tensor, dict[str, Tensor]]:
                code, image = batch[:, : seen.shape[1]], batch[:, seen.shape[1] :]
                errors = (torch.sigmoid(network(code)) - image).square().mean(1)
                return errors.mean(), {"squared error": errors}

            train(network.parameters(), pairs, _EPOCHS, loss, generator, context)
        return cls(network, mean, spread, images.shape[1:])

    def draw(self, codes: Floats) -> Floats:
        """The pictures (n, h, w, c) that it makes of `codes` (n, c)."""
        import torch

        outputs = torch.sigmoid(passed(self.network, torch.from_numpy((codes - self.mean) / self.spread)))
        return np.asarray(outputs.numpy(), np.float32).reshape(-1, *self.shape)
