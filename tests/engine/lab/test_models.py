"""What each model of the Lab promises by its paper, on small data."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA

from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats
from engine.lab.models.gan import discriminator_network, gradient_penalty
from engine.lab.models.model import create, squared_error
from engine.lab.models.vae import bound_terms
from engine.projection import som_training

CONTEXT = FitContext(0, "cpu", Job())


def blobs(n: int) -> Floats:
    """Smooth pictures whose components fall off."""
    random = np.random.default_rng(0)
    strokes = random.normal(size=(20, 144)) * (0.9 ** np.arange(20))[:, None]
    images = random.normal(size=(n, 20)) @ strokes
    return np.asarray((images - images.min()) / np.ptp(images), np.float32).reshape(n, 12, 12, 1)


def test_pca_is_the_optimum_that_scikit_learn_finds() -> None:
    images = blobs(300)
    trained = create("pca", {"code": 6}).fit(images, CONTEXT)
    estimator = PCA(6, svd_solver="full").fit(images.reshape(300, -1))
    rows = images.reshape(300, -1)
    wanted = np.square(rows - estimator.inverse_transform(estimator.transform(rows))).mean()
    assert abs(squared_error(images, trained.decode(trained.encode(images))) - wanted) < 1e-6


def test_the_codes_gaussian_has_their_mean_and_covariance() -> None:
    trained = create("pca", {"code": 3}).fit(blobs(400), CONTEXT)
    codes = trained.encode(blobs(400))
    drawn = trained.encode(trained.decode(trained.gaussian.sample(20_000, seed=1)))  # type: ignore[attr-defined]
    np.testing.assert_allclose(drawn.mean(axis=0), codes.mean(axis=0), atol=0.02)
    np.testing.assert_allclose(np.cov(drawn.T), np.cov(codes.T, ddof=0), atol=0.03)


def test_the_units_of_a_som_change_gradually() -> None:
    som = create("som", {"rows": 6, "columns": 6, "passes": 30}).fit(blobs(500), CONTEXT).som  # type: ignore[attr-defined]
    sheet = som.units.reshape(6, 6, -1)
    beside = np.linalg.norm(sheet[:, 1:] - sheet[:, :-1], axis=2).mean()
    opposite = np.linalg.norm(sheet - sheet[::-1, ::-1], axis=2).mean()
    assert beside < 0.6 * opposite
    assert som.errors[-1] < som.errors[0]


def test_a_som_of_many_pictures_moves_more_than_once_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    som = create("som", {"rows": 5, "columns": 5, "passes": 2})
    images = blobs(1600)
    in_parts = som.fit(images, CONTEXT).curve.values["quantisation error"]
    monkeypatch.setattr(som_training, "PARTS", 1)
    as_a_whole = som.fit(images, CONTEXT).curve.values["quantisation error"]
    assert len(in_parts) == len(as_a_whole) == 3
    assert in_parts[-1] < 0.97 * as_a_whole[-1]


def test_between_two_units_their_pictures_are_blended() -> None:
    trained = create("som", {"rows": 3, "columns": 3, "passes": 5}).fit(blobs(100), CONTEXT)
    corner, beside, half = trained.decode(np.array([[0, 0], [0, 1], [0, 0.5]], np.float32))
    np.testing.assert_allclose(half, (corner + beside) / 2, atol=1e-6)


def test_the_divergence_is_that_of_two_gaussians() -> None:
    """KL(N(μ, σ²) ‖ N(0, 1)) = (μ² + σ² − 1 − log σ²) / 2, by the definition and by torch's own."""

    class Fixed(torch.nn.Module):
        def forward(self, images: torch.Tensor) -> torch.Tensor:
            return torch.tensor([[0.5, -1.0, 0.2, -0.7]]).expand(len(images), 4)

    decoder = torch.nn.Sequential(torch.nn.Linear(2, 16), torch.nn.Unflatten(1, (1, 4, 4)))
    _, divergence = bound_terms(Fixed(), decoder, torch.zeros(3, 1, 4, 4), torch.Generator().manual_seed(0))
    posterior = torch.distributions.Normal(torch.tensor([0.5, -1.0]), torch.tensor([0.1, -0.35]).exp())
    wanted = torch.distributions.kl_divergence(posterior, torch.distributions.Normal(0.0, 1.0)).sum()
    torch.testing.assert_close(divergence, wanted.expand(3))


def test_the_penalty_is_the_squared_gradient_at_real_pictures() -> None:
    torch.manual_seed(0)
    linear = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(16, 1), torch.nn.Flatten(0))
    penalty = gradient_penalty(linear, torch.rand(5, 1, 4, 4))
    torch.testing.assert_close(penalty, linear[1].weight.square().sum())


def test_a_critic_does_not_judge_a_picture_by_its_batch() -> None:
    torch.manual_seed(0)
    critic = discriminator_network((8, 8, 1), 4)
    pictures = torch.rand(6, 1, 8, 8)
    torch.testing.assert_close(critic(pictures)[:2], critic(pictures[:2]))
