"""Learning is shown from its start, whatever the method."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.clustering.methods.method import create
from engine.core.job import Job, observed_steps
from engine.core.records import Floats, Ints

N, KINDS = 240, 4
Frames = list[tuple[Floats, Ints | None]]


def kinds() -> tuple[Floats, Ints]:
    truth = np.arange(N) % KINDS
    centres = np.random.default_rng(1).normal(0, 1, (KINDS, 40))
    return (centres[truth] + np.random.default_rng(2).normal(0, 1, (N, 40))).astype(np.float32), truth


def learn(method: str, parameters: dict[str, Any], **told: Any) -> tuple[Any, Frames]:
    frames: Frames = []
    job = Job(**told).observed(lambda codes, labels: frames.append((codes, labels)))
    fit = create(method, parameters).fit(kinds()[0], KINDS, seed=0, device="cpu", job=job)
    return fit, frames


@pytest.mark.parametrize("steps", [1, 2, 12, 60, 100_000])
def test_looks_are_few_and_most_at_the_start(steps: int) -> None:
    at = sorted(observed_steps(steps))
    assert at[0] == 0
    assert at[-1] < steps
    assert len(at) <= 10
    assert np.median(at) <= steps / 4 + 1


@pytest.mark.parametrize("pretraining", ["neighbours", "autoencoder"])
def test_pretraining_is_seen_before_there_are_clusters(pretraining: str) -> None:
    fit, frames = learn("dec", {"pretraining": pretraining, "rounds": 60, "epochs": 20, "updates": 3, "tolerance": 0.0})
    early = [codes for codes, labels in frames if labels is None]
    assert 6 <= len(early) <= 10
    assert not np.allclose(early[0], early[-1])
    assert len(frames) == len(early) + len(fit.history) == len(early) + 4
    assert (fit.history[0].reconstruction is not None) == (pretraining == "autoencoder")


def test_k_means_is_seen_pass_by_pass() -> None:
    told: list[object] = []
    fit, frames = learn("kmeans", {}, on_partial=told.append)
    assert len(frames) == len(fit.history) == len(told) >= 3
    assert [u.iteration for u in fit.history] == list(range(len(frames)))
    assert fit.history[0].moved == 1
    losses = [u.loss for u in fit.history]
    assert losses == sorted(losses, reverse=True)
    assert all(codes is frames[0][0] for codes, _ in frames)  # photos stay where they are: only clusters change
    last = frames[-1][1]
    assert last is not None
    assert np.array_equal(last, fit.labels)
    assert np.mean([(labels == last).mean() for _, labels in frames[1:]]) > 0.7  # one numbering all along


def test_k_means_ends_at_the_next_start() -> None:
    told: list[object] = []
    job = Job(told.append, lambda _partial: job.finish_early())
    fit = create("kmeans", {"starts": 50}).fit(kinds()[0], KINDS, seed=0, device="cpu", job=job)
    assert len(told) < 50
    assert len(np.unique(fit.labels)) == KINDS
