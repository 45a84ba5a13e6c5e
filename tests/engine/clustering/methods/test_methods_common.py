"""Every registered method through the same checks."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from engine.clustering.methods.method import Fit, create, methods
from engine.clustering.quality import nmi
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.parameters import describe
from engine.core.records import Floats, Progress

QUICK: dict[str, dict[str, Any]] = {
    "kmeans": {"starts": 3},
    "lloyd": {"starts": 3},
    "scan": {"heads": 4, "steps": 200},
    "temi": {"steps": 400},
    "vade": {"steps": 60},
    "dec": {"rounds": 120, "updates": 4},
    "dec, autoencoder": {"pretraining": "autoencoder", "epochs": 3, "updates": 3},
}


@pytest.fixture(params=sorted({*methods.names(), *QUICK}))
def fit(request: pytest.FixtureRequest):
    """Fits the method in question, quick words where it has them."""
    name = request.param.split(",")[0]
    method = create(name, QUICK.get(request.param, {}))

    def run(vectors: Floats, k: int, seed: int = 0, job: Job | None = None) -> Fit:
        return method.fit(vectors, k, seed=seed, device="cpu", job=job or Job())

    return run


def check(found: Fit, n: int, k: int) -> None:
    assert found.labels.shape == (n,)
    assert found.labels.dtype == np.int64
    assert found.labels.min() >= 0
    assert found.labels.max() < k
    assert found.probabilities.shape == (n, k)
    assert found.probabilities.dtype == np.float32
    assert found.probabilities.min() >= 0
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(found.probabilities.argmax(axis=1), found.labels)
    if found.codes is not None:
        assert found.codes.dtype == np.float32
        assert len(found.codes) == n
        assert np.isfinite(found.codes).all()


@pytest.mark.parametrize(("n", "k"), [(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)])
def test_a_few_photos(fit, kinds, n, k):
    check(fit(kinds(n, 1)[0], k), n, k)


@pytest.mark.parametrize("value", [0.0, 3.7])
def test_all_photos_the_same(fit, value):
    check(fit(np.full((40, 24), value, np.float32), 4), 40, 4)


def test_as_many_clusters_as_photos(fit, kinds):
    check(fit(kinds(30, 6)[0], 30), 30, 30)


def test_copies_of_photos(fit, kinds):
    vectors, _ = kinds(10, 5)
    found = fit(np.repeat(vectors, 6, axis=0), 5)
    check(found, 60, 5)
    assert all(len(set(copies)) == 1 for copies in found.labels.reshape(10, 6))


def test_thirty_photos_in_five_kinds(fit, kinds):
    vectors, truth = kinds(30, 5)
    found = fit(vectors, 5)
    check(found, 30, 5)
    assert nmi(truth, found.labels) > 0.9


def test_the_fitted_photos_are_predicted_where_they_are(fit, kinds):
    vectors, _ = kinds(200, 5)
    found = fit(vectors, 5)
    assert found.predict is not None
    np.testing.assert_allclose(found.predict(vectors), found.probabilities, atol=1e-3)


def test_new_photos_join_their_kind(fit, kinds):
    vectors, truth = kinds(240, 5)
    found = fit(vectors[:200], 5)
    assert found.predict is not None
    probabilities = found.predict(vectors[200:])
    assert probabilities.shape == (40, 5)
    assert probabilities.dtype == np.float32
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    of_kind = [np.bincount(found.labels[truth[:200] == kind]).argmax() for kind in range(5)]
    assert (probabilities.argmax(axis=1) == np.array(of_kind)[truth[200:]]).mean() > 0.9


@pytest.mark.parametrize("k", [1, 3])
def test_no_new_photos_and_a_broken_one(fit, kinds, k):
    found = fit(kinds(30, 3)[0], k)
    assert found.predict is not None
    assert found.predict(np.empty((0, 24), np.float32)).shape == (0, k)
    with pytest.raises(UserError, match="Row 1 "):
        found.predict(np.array([[0.0] * 24, [np.nan] * 24], np.float32))


def test_one_kind_much_larger_than_the_others(fit, kinds):
    vectors, truth = kinds(2500, 6, sizes=[2000, 250, 125, 75, 40, 10])
    found = fit(vectors, 6)
    check(found, 2500, 6)
    small = found.labels[2000:]
    assert nmi(truth[2000:], small) > 0.5


def test_a_vector_that_is_no_number_is_named(fit, kinds):
    vectors, _ = kinds(20, 2)
    vectors[13, 5] = np.nan
    with pytest.raises(UserError, match="13"):
        fit(vectors, 2)


def test_the_same_seed_gives_the_same_clusters(fit, kinds):
    vectors, _ = kinds(200, 5, apart=4)
    first, again = fit(vectors, 5, seed=3), fit(vectors, 5, seed=3)
    np.testing.assert_array_equal(first.labels, again.labels)
    np.testing.assert_array_equal(first.probabilities, again.probabilities)


def test_vectors_are_left_as_they_are(fit, kinds):
    vectors, _ = kinds(50, 3)
    before = vectors.copy()
    vectors.flags.writeable = False  # as a memory map is
    fit(vectors, 3)
    np.testing.assert_array_equal(vectors, before)


def test_progress_is_told_and_ends_full(fit, kinds):
    reports: list[Progress] = []
    fit(kinds(100, 4)[0], 4, job=Job(on_progress=reports.append))
    assert len(reports) > 3
    assert reports[-1].done == reports[-1].total
    assert all(progress.stage for progress in reports)


def test_a_cancel_is_heard_at_every_stage(fit, kinds):
    vectors, _ = kinds(300, 4)
    stages: list[str] = []
    fit(vectors, 4, job=Job(on_progress=lambda progress: stages.append(progress.stage)))
    for stage in dict.fromkeys(stages):
        with pytest.raises(Cancelled):
            fit(vectors, 4, job=cancelled_at(stage))


def cancelled_at(stage: str) -> Job:
    def on_progress(progress: Progress) -> None:
        if progress.stage == stage:
            job.cancel()

    job = Job(on_progress=on_progress)
    return job


def test_parameters_say_what_they_are():
    for name in methods.names():
        owner = methods.get(name)
        assert owner.label
        assert owner.help.endswith(".")
        assert all(p.label and p.help.endswith(".") for p in describe(owner))


def test_methods_are_listed_where_torch_cannot_be_imported():
    program = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"torch", "sklearn", "scipy"}:
            raise ImportError(name)

sys.meta_path.insert(0, Blocker())
from engine.clustering.methods.method import methods
from engine.core.parameters import describe
for name in methods.names():
    print(name, len(describe(methods.get(name))))
"""
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert {"kmeans", "dec"} <= {line.split()[0] for line in out.splitlines()}
