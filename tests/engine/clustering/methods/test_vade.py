"""VaDE's mixture and its bound against the definitions."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch.distributions import Categorical, Independent, MixtureSameFamily, Normal, kl_divergence

from engine.clustering.methods.parts.mixture import Mixture
from engine.clustering.methods.vade import Network


@pytest.fixture
def mixture() -> Mixture:
    """Three clouds in two dimensions, of different sizes and widths."""
    torch.manual_seed(0)
    labels = np.repeat([0, 1, 2], [60, 30, 10])
    middles = np.array([[0, 0], [9, 0], [0, 9]], np.float32)
    widths = torch.tensor([0.5, 1.0, 2.0])[torch.from_numpy(labels)]
    codes = torch.from_numpy(middles[labels]) + widths[:, None] * torch.randn(100, 2)
    return Mixture.start(codes, labels, middles)


def test_the_first_mixture_is_that_of_the_clusters(mixture: Mixture) -> None:
    torch.testing.assert_close(mixture.log_weights.exp(), torch.tensor([0.6, 0.3, 0.1]))
    widths = mixture.variances.sqrt().mean(1)
    torch.testing.assert_close(widths, torch.tensor([0.5, 1.0, 2.0]), rtol=0.4, atol=0)


def test_its_density_is_that_of_torch(mixture: Mixture) -> None:
    codes = 4 * torch.randn(50, 2)
    clouds = Independent(Normal(mixture.means, mixture.variances.sqrt()), 1)
    wanted = MixtureSameFamily(Categorical(logits=mixture.logits), clouds).log_prob(codes)
    torch.testing.assert_close(mixture.log_joint(codes).logsumexp(1) - math.log(2 * math.pi), wanted)


def test_with_one_cloud_the_bound_is_that_of_a_vae() -> None:
    """The likelihood less KL(q(z | x) ‖ N(0, 1)), in the mean over many samples, up to the same constant everywhere."""
    torch.manual_seed(0)
    zeros = torch.zeros(1, 2)
    prior = Mixture(torch.zeros(1), zeros, zeros, 0.0)
    encoder = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.ReLU(), torch.nn.Linear(4, 2))
    decoder = torch.nn.Sequential(torch.nn.Linear(2, 3))
    width = torch.nn.Linear(4, 2)
    torch.nn.init.zeros_(decoder[0].weight)  # what it says does not depend on the sample
    network = Network(encoder, decoder, width, prior, noise=0.5)
    pictures = torch.tensor([[1.0, -2.0, 0.5], [0.3, 0.1, 2.0]])
    hidden = encoder[:-1](pictures)
    posterior = Normal(encoder(pictures), (width(hidden) / 2).exp())
    likelihood = Normal(decoder(encoder(pictures)), math.sqrt(0.5)).log_prob(pictures).sum(1)
    wanted = likelihood - kl_divergence(posterior, Normal(0.0, 1.0)).sum(1)
    many = pictures.repeat_interleave(50_000, dim=0)
    found = network.bound(many, torch.Generator().manual_seed(0)).reshape(2, -1).mean(1)
    torch.testing.assert_close(found[0] - found[1], wanted[0] - wanted[1], atol=0.02, rtol=0)
