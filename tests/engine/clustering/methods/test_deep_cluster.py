"""What DeepCluster promises by its paper."""

from __future__ import annotations

import numpy as np
import torch

from engine.clustering.methods.deep_cluster import DeepCluster, Inputs, Whitening, evenly
from engine.clustering.methods.parts.convnet import features, folded, network, passed
from engine.core.fit_context import FitContext
from engine.core.job import Job
from engine.core.records import Floats

CONTEXT = FitContext(0, "cpu", Job(), "learning")
SIDE = 16


def strokes(n: int) -> Floats:
    """Black pictures (n, 256) with a bright bar, across or down, somewhere."""
    random = np.random.default_rng(n)
    images = np.zeros((n, SIDE, SIDE), np.float32)
    for number, image in enumerate(images):
        at = random.integers(3, SIDE - 5)
        (image if number % 2 else image.T)[at : at + 2, 3:-3] = random.uniform(0.6, 1.0)
    return images.reshape(n, -1)


def test_jiggled_pictures_stay_black_where_they_end() -> None:
    images = strokes(50)
    inputs = Inputs.fit(images, SIDE)
    seen = torch.from_numpy(inputs.transform(images))
    moved = inputs.jiggled(seen, 0.1, torch.Generator().manual_seed(0))
    assert not torch.equal(moved, seen)
    torch.testing.assert_close(moved.min(1).values, torch.full((50,), float(seen.min())))
    corners = moved.view(-1, SIDE, SIDE)[:, [0, 0, -1, -1], [0, -1, 0, -1]]
    assert float((corners - seen.min()).abs().max()) < 1e-5


def test_pseudo_classes_are_drawn_evenly() -> None:
    """Section 3.3: a cluster of 900 photos is seen no more often than one of 5."""
    labels = np.repeat([0, 1, 2], [900, 95, 5])
    drawn = evenly(labels, torch.Generator().manual_seed(0))
    assert len(drawn) == 1000
    np.testing.assert_allclose(np.bincount(labels[drawn]), 1000 / 3, atol=2)


def test_whitened_features_have_no_direction_and_length_1() -> None:
    random = np.random.default_rng(0)
    rows = np.asarray(random.normal(size=(4000, 6)) * [9, 5, 3, 1, 0.5, 0] + 4, np.float32)
    whitening = Whitening.fit(rows, 8, CONTEXT)
    scores = (rows - whitening.mean) @ whitening.axes
    np.testing.assert_allclose(np.cov(scores[:, :5].T), np.eye(5), atol=0.01)
    np.testing.assert_allclose(np.linalg.norm(whitening.transform(rows), axis=1), 1, atol=1e-5)


def test_a_predictor_sees_what_the_network_does() -> None:
    generator = torch.Generator().manual_seed(0)
    net = network(SIDE**2, SIDE, generator)
    rows = torch.randn(40, SIDE**2, generator=generator)
    net.train()(rows.view(-1, 1, SIDE, SIDE))  # batch normalisation learns a mean and a spread
    in_torch = passed(net, rows, SIDE, CONTEXT)
    np.testing.assert_allclose(features(folded(net), rows.numpy(), SIDE), in_torch, atol=1e-4)


def test_steps_become_small_at_the_end() -> None:
    """A rate that falls to 0: what the last epochs learn moves few pictures to another pseudo-class."""
    fit = DeepCluster(epochs=6).fit(strokes(300), 2, seed=0, device="cpu", job=Job())
    assert fit.history[-1].moved < fit.history[1].moved
    assert fit.history[-1].nmi > fit.history[1].nmi
