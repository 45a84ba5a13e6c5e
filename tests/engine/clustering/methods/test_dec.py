"""DEC's equations against numpy, and what the method does as a whole."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.clustering.methods.method import create
from engine.clustering.methods.parts.autoencoder import multilayer
from engine.clustering.methods.parts.self_training import Network, scale_codes
from engine.clustering.methods.parts.soft_assignment import divergence, soft_assignment, target_distribution
from engine.clustering.quality import effective_count
from engine.core.job import Job
from engine.core.partials import Notice
from engine.core.records import Update


@pytest.fixture
def codes() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(40, 3))


@pytest.fixture
def centres() -> np.ndarray:
    return np.random.default_rng(1).normal(size=(5, 3))


def q_of(codes: np.ndarray, centres: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """Equation 1, entry by entry."""
    q = np.empty((len(codes), len(centres)))
    for i, code in enumerate(codes):
        for j, centre in enumerate(centres):
            q[i, j] = (1 + np.sum((code - centre) ** 2) / alpha) ** (-(alpha + 1) / 2)
        q[i] /= q[i].sum()
    return q


def p_of(q: np.ndarray) -> np.ndarray:
    """Equation 3, entry by entry."""
    frequency = q.sum(axis=0)
    p = np.array([[q[i, j] ** 2 / frequency[j] for j in range(q.shape[1])] for i in range(len(q))])
    return p / p.sum(axis=1, keepdims=True)


@pytest.mark.parametrize("alpha", [1.0, 2.5])
def test_soft_assignment_is_equation_1(codes, centres, alpha):
    q = soft_assignment(torch.from_numpy(codes), torch.from_numpy(centres), alpha)
    np.testing.assert_allclose(q.numpy(), q_of(codes, centres, alpha), rtol=1e-10)


def test_target_distribution_is_equation_3(codes, centres):
    q = q_of(codes, centres)
    np.testing.assert_allclose(target_distribution(torch.from_numpy(q)).numpy(), p_of(q), rtol=1e-10)


def test_divergence_is_equation_2_over_the_rows(codes, centres):
    q = q_of(codes, centres)
    p = p_of(q)
    expected = np.sum(p * np.log(p / q)) / len(q)
    assert float(divergence(torch.from_numpy(p), torch.from_numpy(q))) == pytest.approx(expected)


def test_gradients_are_equations_4_and_5(codes, centres):
    z = torch.tensor(codes, requires_grad=True)
    mu = torch.tensor(centres, requires_grad=True)
    q = soft_assignment(z, mu)
    p = target_distribution(q).detach()
    (divergence(p, q) * len(q)).backward()
    away = codes[:, None] - centres
    weight = 2 / (1 + (away**2).sum(2)) * (p.numpy() - q.detach().numpy())
    np.testing.assert_allclose(z.grad.numpy(), (weight[..., None] * away).sum(1), rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(mu.grad.numpy(), -(weight[..., None] * away).sum(0), rtol=1e-8, atol=1e-12)


def test_a_certain_row_costs_nothing():
    certain = torch.eye(3)
    assert float(divergence(certain, certain)) == 0.0


def test_global_seed_is_left_alone(kinds):
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    create("dec", {"rounds": 5, "updates": 2}).fit(kinds(40, 4)[0], 4, seed=0, device="cpu", job=Job())
    assert torch.equal(torch.rand(3), expected)


def test_history_tells_each_update_once_it_is_made(kinds):
    seen: list[Update] = []
    job = Job(on_partial=lambda partial: seen.append(partial) if isinstance(partial, Update) else None)
    method = create("dec", {"rounds": 20, "updates": 3, "tolerance": 0, "rate": 1e-3})
    fit = method.fit(kinds(60, 4)[0], 4, seed=0, device="cpu", job=job)
    assert [update.iteration for update in fit.history] == [0, 1, 2, 3]
    assert tuple(seen) == fit.history
    assert all(0 <= update.moved <= 1 and 0 <= update.nmi <= 1 for update in fit.history)
    assert all(update.reconstruction is None for update in fit.history)
    assert all(update.loss > 0 for update in fit.history)


def test_settling_ends_when_labels_rest(kinds):
    fit = create("dec", {"updates": 200}).fit(kinds(60, 3, apart=30)[0], 3, seed=0, device="cpu", job=Job())
    assert len(fit.history) < 20
    assert fit.history[-1].moved == 0
    assert fit.history[-1].nmi == 1


def test_idec_restores_better_than_dec_after_settling(kinds):
    vectors = kinds(120, 4)[0]
    words = {"pretraining": "autoencoder", "epochs": 10, "updates": 20, "tolerance": 0, "rate": 1e-3}
    plain = create("dec", words).fit(vectors, 4, seed=0, device="cpu", job=Job())
    kept = create("dec", {**words, "reconstruction": 10}).fit(vectors, 4, seed=0, device="cpu", job=Job())
    assert plain.history[0].reconstruction == pytest.approx(kept.history[0].reconstruction)
    assert kept.history[-1].reconstruction < plain.history[-1].reconstruction


def test_a_decoder_redraws_the_same_once_codes_are_scaled():
    generator = torch.Generator().manual_seed(0)
    network = Network(multilayer((6, 20, 3), generator), multilayer((3, 20, 6), generator))
    data = torch.randn(40, 6, generator=generator)
    codes = network.encoder(data).detach()
    before, labels = network.decoder(codes).detach(), np.arange(40) % 2
    means = np.stack([codes[labels == c].mean(0).numpy() for c in (0, 1)])
    scale_codes(network, codes, labels, means)
    assert not torch.allclose(network.encoder(data), codes, rtol=0.1)
    torch.testing.assert_close(network.decoder(network.encoder(data)), before)


def test_several_threads_give_the_same_bits_every_time(kinds):
    vectors, _ = kinds(600, 6, apart=2)
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        first, again = (
            create("dec", {"updates": 2}).fit(vectors, 6, seed=0, device="cpu", job=Job()) for _ in range(2)
        )
    finally:
        torch.set_num_threads(before)
    np.testing.assert_array_equal(first.probabilities, again.probabilities)
    assert not torch.are_deterministic_algorithms_enabled()  # what the process had is put back


def test_a_collapse_is_said(kinds):
    vectors, _ = kinds(240, 12, apart=2)

    def notices(rate: float) -> list[str]:
        sentences: list[str] = []
        job = Job(on_partial=lambda part: sentences.append(str(part.sentence)) if isinstance(part, Notice) else None)
        words = {"rounds": 50, "rate": rate, "updates": 10}
        create("dec", words).fit(vectors, 12, seed=0, device="cpu", job=job)
        return sentences

    assert notices(1e-4) == []
    (sentence,) = notices(1.0)
    assert sentence.startswith("Settling has collapsed")


def test_the_effective_number_of_clusters():
    assert effective_count(np.repeat(np.arange(5), 8)) == pytest.approx(5)
    assert effective_count(np.array([0] * 99 + [1])) < 1.1
