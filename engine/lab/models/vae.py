"""The variational autoencoder (Kingma & Welling 2014): codes that fill a Gaussian, so that any of them is a picture."""

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
    as_pictures,
    as_planes,
    convolutional_decoder,
    convolutional_encoder,
    dense,
    passed,
    prior_codes,
    seeded,
)
from engine.lab.models.sketching import SKETCHED, sketched
from engine.lab.models.training import train

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_CHANNELS = 32
_HIDDEN = 500
_WARM_UP = 0.1  # share of the training in which the weight of the divergence grows to β (Sønderby et al. 2016)


@models.register()
@dataclass(frozen=True, slots=True)
class Vae:
    """A VAE with Bernoulli pixels, a diagonal Gaussian encoder, and β on the divergence (Higgins et al. 2017)."""

    name: ClassVar[str] = "vae"
    label: ClassVar[str] = "Variational autoencoder"
    help: ClassVar[str] = "Learns a landscape of pictures in which every point is one: it can be walked."

    code: int = param(2, 1, 256, label="Code length", help="Dimensions of the landscape; 2 can be walked by mouse.")
    beta: float = param(1.0, 0.0, 100.0, label="Beta", help="Weight of an orderly landscape against exact pictures.")
    layers: str = param(
        "dense", label="Layers", help="What the network is made of.", choices=("dense", "convolutional")
    )
    epochs: int = param(20, 1, 2000, label="Epochs", help="How often it looks at all pictures.")

    def fit(self, images: Floats, context: FitContext) -> Trained:
        """Trained on `images` by Adam on the evidence lower bound, the rate falling to 0 along a half cosine."""
        with seeded(context.seed) as generator:
            encoder, decoder = self._networks(images.shape[1:])
            encoder, decoder = encoder.to(context.device), decoder.to(context.device)
            data = as_planes(images, context.device)

            def loss(seen: Tensor, progress: float) -> tuple[Tensor, dict[str, Tensor]]:
                likelihood, divergence = bound_terms(encoder, decoder, seen, generator)
                weight = self.beta * min(1.0, progress / _WARM_UP)
                parts = {"elbo": likelihood - divergence, "divergence": divergence}
                return (weight * divergence - likelihood).mean(), parts

            both = [*encoder.parameters(), *decoder.parameters()]
            dreamed = prior_codes(SKETCHED, self.code, context.device)
            watched = sketched(context.at(STAGE), lambda _: as_pictures(passed(decoder, dreamed).sigmoid()))
            curve = train(both, data, self.epochs, loss, generator, watched)
            means = passed(encoder, data)[:, : self.code].cpu().numpy()
        return TrainedVae(curve, context.device, encoder, decoder, Gaussian.fit(means))

    def _networks(self, shape: tuple[int, ...]) -> tuple[nn.Sequential, nn.Sequential]:
        from torch import nn

        if self.layers == "convolutional":
            return (
                convolutional_encoder(shape, 2 * self.code, _CHANNELS, "relu"),
                convolutional_decoder(shape, self.code, _CHANNELS, "relu"),
            )
        height, width, channels = shape
        pixels = math.prod(shape)
        encoder = nn.Sequential(nn.Flatten(), *dense((pixels, _HIDDEN, _HIDDEN, 2 * self.code), "relu"))
        planes = nn.Unflatten(1, (channels, height, width))
        return encoder, dense((self.code, _HIDDEN, _HIDDEN, pixels), "relu").append(planes)


def bound_terms(
    encoder: nn.Module, decoder: nn.Module, images: Tensor, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """The two terms of the evidence lower bound of each of `images` (n, c, h, w), in nats, (n,) each.

    The log-likelihood of Bernoulli pixels at one reparameterised sample z = μ + σ·ε, and the divergence of N(μ, σ²)
    from N(0, 1) (Kingma & Welling 2014, equation 10).
    """
    import torch
    from torch.nn import functional as F

    mean, log_variance = encoder(images).chunk(2, dim=1)
    drawn = torch.randn(mean.shape, generator=generator).to(mean.device)
    logits = decoder(mean + (log_variance / 2).exp() * drawn)
    likelihood = -F.binary_cross_entropy_with_logits(logits, images, reduction="none").flatten(1).sum(1)
    divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum(1)
    return likelihood, divergence


@dataclass(frozen=True, slots=True)
class TrainedVae:
    """Both networks, and the Gaussian of the mean codes of the pictures that it learned from."""

    curve: Curve
    device: Device
    encoder: nn.Module
    decoder: nn.Module
    gaussian: Gaussian

    @property
    def code_bits(self) -> float:
        return len(self.gaussian.mean) * FLOAT_BITS

    def encode(self, images: Floats) -> Floats:
        """The means of the codes, (n, c)."""
        both = passed(self.encoder, as_planes(images, self.device))
        return np.asarray(both[:, : len(self.gaussian.mean)].cpu().numpy(), np.float32)

    def decode(self, codes: Floats) -> Floats:
        import torch

        return as_pictures(passed(self.decoder, torch.from_numpy(codes).to(self.device)).sigmoid())

    def generate(self, n: int, seed: int, noise: float = 1.0) -> Floats:
        """Pictures of codes from the prior N(0, noise²)."""
        drawn = np.random.default_rng(seed).standard_normal((n, len(self.gaussian.mean)), dtype=np.float32)
        return self.decode(np.float32(noise) * drawn)

    def codes_2d(self, images: Floats) -> Floats:
        return self.gaussian.flattened(self.encode(images))

    def elbo(self, images: Floats, seed: int = 0) -> float:
        """Mean evidence lower bound of `images` in nats, from one sample each."""
        import torch

        generator = torch.Generator().manual_seed(seed)
        planes, total = as_planes(images, self.device), 0.0
        with torch.no_grad():
            for block in torch.split(planes, 512):
                likelihood, divergence = bound_terms(self.encoder, self.decoder, block, generator)
                total += float((likelihood - divergence).sum())
        return total / len(images)
