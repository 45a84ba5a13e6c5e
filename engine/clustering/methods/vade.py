"""VaDE (Jiang, Zheng, Tan, Tang & Zhou, IJCAI 2017): a variational autoencoder whose prior is a mixture of Gaussians.

An autoencoder gives codes, k-means on them the first mixture; then both are fitted to the evidence lower bound.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.clustering.features import Directions, components, require_finite
from engine.clustering.methods.kmeans import lloyd
from engine.clustering.methods.method import Constraints, Fit, methods
from engine.clustering.methods.parts.adam import Adam
from engine.clustering.methods.parts.autoencoder import (
    BATCH,
    QUIET,
    Samples,
    in_blocks,
    multilayer,
    pretrain,
    reconstruction_error,
)
from engine.clustering.methods.parts.mixture import Mixture, MixturePredictor
from engine.clustering.methods.parts.supervision import pinned_means
from engine.clustering.methods.predictor import ConstantPredictor
from engine.core.devices import reproducible
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.parameters import param
from engine.core.records import Device, Floats

if TYPE_CHECKING:
    import torch
    from torch import Tensor, nn

_LEARNING, _GROUPING, _SETTLING = "learning", "grouping", "settling"
_COMPONENTS = 64
_HIDDEN = 256, 256
_CORRUPTION = 0.2
_STARTS = 20  # of k-means, as DEC's
_LEAST_NOISE = 0.1  # of the features' variance: an autoencoder knows few photos by heart


@methods.register()
@dataclass(frozen=True, slots=True)
class Vade:
    """The mixture and both networks trained together, on principal components as Gaussian features."""

    name: ClassVar[str] = "vade"
    label: ClassVar[str] = "VaDE"
    help: ClassVar[str] = "Learns to redraw photos from short codes that gather in clouds, one for each group."

    codes: int = param(10, 2, 256, label="Code length", help="Numbers by which the network tells photos apart.")
    steps: int = param(200, 1, 100_000, label="Steps", help="Batches that it learns from, and as many again to settle.")
    rate: float = param(1e-3, 1e-6, 1.0, label="Learning rate", help="How far each step goes.")

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
        n, context = len(vectors), FitContext(seed, device, job, _LEARNING)
        if k == 1 or n < 2:
            context.report(1, 1)
            return Fit(np.zeros(n, np.int64), np.ones((n, 1), np.float32), predict=ConstantPredictor())
        with reproducible():
            return self._fit(vectors, k, context, constraints)

    def _fit(self, vectors: Floats, k: int, context: FitContext, constraints: Constraints | None) -> Fit:
        import torch

        directions = Directions.fit(vectors)
        leading, data = components(directions.transform(vectors), _COMPONENTS, context.device, context.job, _LEARNING)
        generator = torch.Generator().manual_seed(context.seed)
        samples = Samples(data, data.__getitem__, generator)
        widths = (data.shape[1], *_HIDDEN, self.codes)
        encoder, decoder = (multilayer(w, generator, QUIET).to(context.device) for w in (widths, widths[::-1]))
        epochs = math.ceil(self.steps / math.ceil(len(data) / BATCH))
        pretrain(encoder, decoder, samples, epochs, _CORRUPTION, context)
        codes = in_blocks(encoder, data)
        array = codes.cpu().numpy()
        first = pinned_means(constraints, array)
        labels, means = lloyd(array, k, context.at(_GROUPING), starts=_STARTS, first=first)
        mixture = Mixture.start(codes, labels, means)
        self._train(Network.start(encoder, decoder, mixture, data), samples, epochs, context.at(_SETTLING))
        predictor = MixturePredictor.of(directions, leading, encoder, mixture)
        found = predictor.encoded(data.cpu().numpy())
        probabilities = predictor.probabilities_of(found)
        return Fit(probabilities.argmax(axis=1), probabilities, codes=found, predict=predictor)

    def _train(self, network: Network, samples: Samples, epochs: int, context: FitContext) -> None:
        """Fit networks and mixture together by Adam, the rate falling to 0 along a half cosine."""
        optimiser = Adam(network.parameters(), self.rate)
        for epoch in range(epochs):
            optimiser.rate = self.rate * 0.5 * (1 + math.cos(math.pi * epoch / epochs))
            for rows in samples.batches():
                context.report(epoch, epochs)
                optimiser.descend(-network.bound(samples.view(rows), samples.generator).mean())
        context.report(epochs, epochs)


@dataclass(frozen=True, slots=True)
class Network:
    """The `encoder` says the mean of a code, `width` from its last hidden layer the logarithm of the variance.

    `noise` is the variance of a feature around what the `decoder` says: that which pretraining left unexplained
    (Rybkin, Daniilidis & Levine 2021), so that neither term of the bound outweighs the other.
    """

    encoder: nn.Sequential
    decoder: nn.Sequential
    width: nn.Linear
    mixture: Mixture
    noise: float

    @classmethod
    def start(cls, encoder: nn.Sequential, decoder: nn.Sequential, mixture: Mixture, data: Tensor) -> Network:
        """Codes begin as sharp as a tenth of their clusters' variance."""
        import torch

        restored = in_blocks(lambda block: decoder(encoder(block)), data)
        noise = max(float(reconstruction_error(restored, data)), _LEAST_NOISE)
        width = torch.nn.Linear(_HIDDEN[-1], mixture.means.shape[1], device=data.device)
        torch.nn.init.zeros_(width.weight)
        torch.nn.init.constant_(width.bias, math.log(0.1 * float(mixture.variances.detach().mean())))
        return cls(encoder, decoder, width, mixture, noise)

    def parameters(self) -> Iterable[Tensor]:
        networks = self.encoder.parameters(), self.decoder.parameters(), self.width.parameters()
        return itertools.chain(*networks, self.mixture.parameters())

    def bound(self, features: Tensor, generator: torch.Generator) -> Tensor:
        """The evidence lower bound of each of `features` (b, d), (b,), up to a constant, at one sample z of its code.

        log p(x | z) + log p(z) and the entropy of q(z | x). With q(c | x) = p(c | z), equation 16 of the paper, its
        bound over codes and clusters is this one.
        """
        import torch

        hidden = self.encoder[:-1](features)
        log_variances = self.width(hidden)
        drawn = torch.randn(log_variances.shape, generator=generator).to(features.device)
        codes = self.encoder[-1](hidden) + (log_variances / 2).exp() * drawn
        likelihood = -0.5 / self.noise * (self.decoder(codes) - features).square().sum(1)
        prior, entropy = self.mixture.log_joint(codes).logsumexp(1), 0.5 * log_variances.sum(1)
        bound: Tensor = likelihood + prior + entropy
        return bound
