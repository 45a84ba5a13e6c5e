"""What the user has said in training: the photos nobody was asked about follow."""

from __future__ import annotations

import numpy as np
import pytest

from engine.clustering.methods.method import Constraints, create
from engine.clustering.methods.parts.supervision import pinned_means
from engine.clustering.quality import nmi
from engine.core.job import Job

QUICK = {"rounds": 150, "updates": 5}


def fit(vectors: np.ndarray, k: int, constraints: Constraints | None, method: str = "dec"):
    words = QUICK if method == "dec" else {}
    return create(method, words).fit(vectors, k, seed=0, device="cpu", job=Job(), constraints=constraints)


def pins(n: int, at: dict[int, int]) -> np.ndarray:
    made = np.full(n, -1, np.int64)
    made[list(at)] = list(at.values())
    return made


@pytest.fixture
def halves(kinds):
    """Six kinds that the user sorts into two clusters of three, against their looks, and those two clusters."""
    vectors, truth = kinds(240, 6, apart=10)
    return vectors, truth, truth % 2


def test_the_rest_follows_the_pins(halves):
    vectors, truth, wanted = halves
    asked = {int(np.flatnonzero(truth == kind)[i]): kind % 2 for kind in range(6) for i in range(2)}
    constraints = Constraints(anchors=2, pins=pins(240, asked))
    rest = np.setdiff1d(np.arange(240), list(asked))
    assert nmi(fit(vectors, 2, None).labels[rest], wanted[rest]) < 0.5
    assert (fit(vectors, 2, constraints).labels[rest] == wanted[rest]).mean() > 0.95


@pytest.mark.parametrize("method", ["dec", "kmeans"])
def test_pinned_clusters_come_first(kinds, method):
    vectors, truth = kinds(200, 5, apart=12)
    asked = {int(np.flatnonzero(truth == kind)[0]): 4 - kind for kind in range(5)}
    found = fit(vectors, 5, Constraints(anchors=5, pins=pins(200, asked)), method)
    np.testing.assert_array_equal(found.labels, 4 - truth)


def test_a_pin_is_certain_and_moves_only_what_looks_like_it(kinds):
    vectors, truth = kinds(200, 4, apart=12)
    odd = int(np.flatnonzero(truth == 0)[0])
    asked = {odd: 1} | {int(row): 1 for row in np.flatnonzero(truth == 1)[:3]}
    found = fit(vectors, 4, Constraints(anchors=2, pins=pins(200, asked)))
    assert found.probabilities[odd].max() == 1
    assert found.labels[odd] == found.labels[truth == 1][0]
    others = np.setdiff1d(np.arange(200), [odd])
    assert nmi(found.labels[others], truth[others]) > 0.85


def test_pairs_and_rejections_are_learned(kinds):
    vectors, truth = kinds(120, 4, apart=2)
    random = np.random.default_rng(0)
    rows = random.integers(0, 120, (400, 2))
    same = truth[rows[:, 0]] == truth[rows[:, 1]]
    at = {int(np.flatnonzero(truth == kind)[0]): kind for kind in range(4)}
    rejections = np.array([(row, (truth[row] + 1) % 4) for row in range(60)])
    constraints = Constraints(4, pins(120, at), rejections, rows[same], rows[~same])
    method = create("dec", {**QUICK, "updates": 20, "rate": 1e-3})
    plain = method.fit(vectors, 4, seed=0, device="cpu", job=Job())
    constrained = method.fit(vectors, 4, seed=0, device="cpu", job=Job(), constraints=constraints)
    assert nmi(constrained.labels, truth) > nmi(plain.labels, truth) + 0.05


def test_constraints_about_nothing_change_nothing(kinds):
    vectors, _ = kinds(100, 4)
    silent = Constraints(anchors=2, pins=np.full(100, -1))
    np.testing.assert_array_equal(fit(vectors, 4, silent).probabilities, fit(vectors, 4, None).probabilities)


def test_an_anchor_without_a_pin_takes_no_place():
    constraints = Constraints(anchors=3, pins=np.array([2, -1, 0, 2]))
    means = pinned_means(constraints, np.array([[1], [9], [5], [3]], np.float32))
    assert means is not None
    np.testing.assert_array_equal(means, [[5], [2]])


def test_the_same_seed_gives_the_same_clusters(halves):
    vectors, _, _ = halves
    constraints = Constraints(2, pins(240, {0: 0, 5: 1}), np.array([[7, 0]]), np.array([[1, 2]]), np.array([[3, 4]]))
    first, again = fit(vectors, 3, constraints), fit(vectors, 3, constraints)
    np.testing.assert_array_equal(first.probabilities, again.probabilities)


def test_a_closed_cluster_keeps_its_photos_and_takes_no_other(kinds):
    vectors, truth = kinds(200, 4, apart=12)
    inside = {int(row): 0 for row in np.flatnonzero(truth == 1)[:30]}
    constraints = Constraints(anchors=1, pins=pins(200, inside), closed=np.array([0]))
    found = fit(vectors, 5, constraints)
    assert set(np.flatnonzero(found.labels == 0)) == set(inside)


def test_a_few_pins_do_not_empty_the_clusters_that_nobody_spoke_of(kinds):
    vectors, truth = kinds(300, 6, apart=4)
    plain = fit(vectors, 6, None)
    own = np.flatnonzero(plain.labels == plain.labels[0])
    found = fit(vectors, 6, Constraints(anchors=1, pins=pins(300, {int(row): 0 for row in own[:2]})))
    assert nmi(found.labels, truth) > nmi(plain.labels, truth) - 0.05
    assert np.bincount(found.labels, minlength=6).min() > 20
