"""The autoencoder: squeezes a picture into a few numbers and redraws it from them (Hinton & Salakhutdinov 2006)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.core.fit_context import FitContext
from engine.core.parameters import param
from engine.core.records import Device, Floats
from engine.lab.models.codes import FLOAT_BITS, Gaussian
from engine.lab.models.model import STAGE, Curve, Trained, models
from engine.lab.models.networks import (
    ACTIVATIONS,
    as_pictures,
    as_planes,
    convolutional_decoder,
    convolutional_encoder,
    dense,
    passed,
    seeded,
)
from engine.lab.models.sketching import SKETCHED, sketched
from engine.lab.models.training import train

if TYPE_CHECKING:
    from torch import Tensor, nn

_CHANNELS = 32
_HIDDEN = 1000, 250  # a third layer learns slower, and one alone knows more by heart


@models.register()
@dataclass(frozen=True, slots=True)
class Autoencoder:
    """Encoder and decoder trained on the mean squared error, with a sigmoid at the end; dense or convolutional."""

    name: ClassVar[str] = "autoencoder"
    label: ClassVar[str] = "Autoencoder"
    help: ClassVar[str] = "Learns to squeeze a picture into a few numbers, and to draw it again from them."

    code: int = param(32, 1, 512, label="Code length", help="Numbers by which a picture is remembered.")
    layers: str = param(
        "convolutional", label="Layers", help="What the network is made of.", choices=("convolutional", "dense")
    )
    activation: str = param("relu", label="Activation", help="What bends between layers.", choices=ACTIVATIONS)
    epochs: int = param(20, 1, 1000, label="Epochs", help="How often it looks at all pictures.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """Trained on `images` by Adam, the rate falling to 0 along a half cosine."""
        with seeded(context.seed) as generator:
            encoder, decoder = self._networks(images.shape[1:])
            encoder, decoder = encoder.to(context.device), decoder.to(context.device)
            data = as_planes(images, context.device)

            def loss(clean: Tensor, _progress: float) -> tuple[Tensor, dict[str, Tensor]]:
                errors = (decoder(encoder(clean)) - clean).square().flatten(1).mean(1)
                return errors.mean(), {"squared_error": errors}

            both = [*encoder.parameters(), *decoder.parameters()]
            watched = sketched(
                context.at(STAGE), lambda _: as_pictures(passed(decoder, passed(encoder, data[:SKETCHED])))
            )
            curve = train(both, data, self.epochs, loss, generator, watched)
            codes = passed(encoder, data).cpu().numpy()
        return TrainedAutoencoder(curve, context.device, encoder, decoder, Gaussian.fit(codes))

    def _networks(self, shape: tuple[int, ...]) -> tuple[nn.Sequential, nn.Sequential]:
        from torch import nn

        if self.layers == "convolutional":
            return (
                convolutional_encoder(shape, self.code, _CHANNELS, self.activation),
                convolutional_decoder(shape, self.code, _CHANNELS, self.activation).append(nn.Sigmoid()),
            )
        height, width, channels = shape
        widths = (math.prod(shape), *_HIDDEN, self.code)
        encoder = nn.Sequential(nn.Flatten(), *dense(widths, self.activation))
        planes = nn.Unflatten(1, (channels, height, width))
        return encoder, dense(widths[::-1], self.activation).append(nn.Sigmoid()).append(planes)


@dataclass(frozen=True, slots=True)
class TrainedAutoencoder:
    """Both networks, and the Gaussian of the codes of the pictures that it learned from."""

    curve: Curve
    device: Device
    encoder: nn.Module
    decoder: nn.Module
    gaussian: Gaussian

    @property
    def code_bits(self) -> float:
        return len(self.gaussian.mean) * FLOAT_BITS

    def encode(self, images: Floats) -> Floats:
        return np.asarray(passed(self.encoder, as_planes(images, self.device)).cpu().numpy(), np.float32)

    def decode(self, codes: Floats) -> Floats:
        import torch

        return as_pictures(passed(self.decoder, torch.from_numpy(codes).to(self.device)))

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        return self.decode(self.gaussian.sample(n, seed, noise))

    def codes_2d(self, images: Floats) -> Floats:
        return self.gaussian.flattened(self.encode(images))
