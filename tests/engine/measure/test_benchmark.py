from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

import numpy as np
import pytest

import engine.measure.benchmark as room
from engine.clustering.features import Preparation
from engine.clustering.methods.method import Fit
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.measure.benchmark import Benchmark, run_benchmark


def run(dataset, data, protocol, *, method="kmeans", job=None, embed=None, classifier=None, **settings):
    settings = {"seeds": [0, 1], "device": "cpu", "threads": 1} | settings
    asked = Benchmark(dataset, data, method, protocol, **settings)
    return run_benchmark(asked, job or Job(), embed=embed, classifier=classifier)


@pytest.fixture
def pictures(tmp_path):
    """Twelve files in two folders, and an embedding that tells the folders apart but for one unreadable file."""
    for number in range(12):
        path = tmp_path / ("dogs" if number % 2 else "cats") / f"{number}.jpg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")

    def embed(paths, job):
        vectors = np.array([[path.parent.name == "dogs", int(path.stem) / 100] for path in paths], np.float32)
        vectors[[path.stem == "11" for path in paths]] = np.nan
        return vectors

    return tmp_path, embed


def test_paper_clusters_all_images(write_digits):
    numbers = run("mnist", write_digits(), "paper")
    assert numbers["version"] == 1
    assert [(one["seed"], one["k"]) for one in numbers["runs"]] == [(0, 10), (1, 10)]
    assert numbers["mean"] == {"acc": 1.0, "nmi": 1.0, "ari": 1.0}
    assert numbers["spread"] == {"acc": 0.0, "nmi": 0.0, "ari": 0.0}
    assert (numbers["device"], numbers["backbone"], numbers["method"]) == ("cpu", None, "kmeans")
    assert all(one["peak_mb"] > 1 and one["seconds"]["fit"] > 0 for one in numbers["runs"])
    json.dumps(numbers, allow_nan=False)


def test_the_mean_and_the_spread_are_of_the_runs(write_digits):
    numbers = run("mnist", write_digits(), "paper", k=7, seeds=[0, 1, 2])
    accuracies = [one["acc"] for one in numbers["runs"]]
    assert numbers["mean"]["acc"] == pytest.approx(sum(accuracies) / 3)
    assert numbers["spread"]["acc"] == max(accuracies) - min(accuracies)
    assert [one["k"] for one in numbers["runs"]] == [7, 7, 7]


@dataclass(frozen=True)
class Brightest:
    """A method of a test's own that can predict: the cluster is the brightest pixel."""

    sizes: list[int]

    def fit(self, vectors, k, *, seed, device, job, constraints=None):
        self.sizes.append(len(vectors))
        labels = vectors.argmax(axis=1)
        return Fit(labels, np.eye(10, dtype=np.float32)[labels], predict=half_right)


def half_right(vectors):
    return np.eye(10)[np.where(np.arange(len(vectors)) < len(vectors) // 2, vectors.argmax(axis=1), 0)]


@dataclass(frozen=True)
class Forgetful(Brightest):
    """A method that cannot predict."""

    def fit(self, vectors, k, *, seed, device, job, constraints=None):
        return Fit(vectors.argmax(axis=1), np.eye(10, dtype=np.float32)[vectors.argmax(axis=1)])


@pytest.fixture
def brightest(monkeypatch):
    method = Brightest([])
    monkeypatch.setattr(room, "create", lambda name, values: method)
    return method


def test_a_method_that_cannot_predict_has_no_test_score(write_digits, monkeypatch, pictures):
    monkeypatch.setattr(room, "create", lambda name, values: Forgetful([]))
    assert [one["test"] for one in run("fashion-mnist", write_digits(), "train-test")["runs"]] == [None, None]
    with pytest.raises(UserError, match="--holdout needs a method that can assign new photos"):
        run("folders", pictures[0], "folders", embed=lambda paths, job: np.ones((len(paths), 10)), holdout=0.2)


@dataclass(frozen=True)
class OneTooMany:
    """A method of a test's own that tells cats from dogs, and parts the dogs."""

    def fit(self, vectors, k, *, seed, device, job, constraints=None):
        labels = np.where(vectors[:, 0] < 0.5, 0, np.where(np.arange(len(vectors)) % 4 < 2, 1, 2))
        return Fit(labels, np.eye(3, dtype=np.float32)[labels], codes=vectors)


def test_answers_to_questions_refine_the_fit_and_are_not_scored(pictures, monkeypatch):
    monkeypatch.setattr(room, "create", lambda name, values: OneTooMany())
    folder, embed = pictures
    [before] = run("folders", folder, "folders", embed=embed, seeds=[0])["runs"]
    assert before["acc"] == pytest.approx(9 / 11)
    [after] = run("folders", folder, "folders", embed=embed, questions=6, seeds=[0])["runs"]
    assert (after["acc"], after["k"]) == (1.0, 2)  # the dogs are together
    [only] = run("folders", folder, "folders", embed=embed, questions=99, seeds=[0])["runs"]
    assert only["acc"] == 1  # of the one that is left to score


def test_train_test_scores_what_was_not_clustered(write_digits, brightest):
    [first, _] = run("mnist", write_digits(), "train-test")["runs"]
    assert brightest.sizes == [40, 40]
    assert (first["acc"], first["calibration"]) == (1, 0)
    assert first["test"]["acc"] == pytest.approx(0.55)  # ten right by the pixel, and the zero among the rest


def test_seed_splits_the_first_49000_training_images(write_digits, brightest):
    [only] = run("mnist", write_digits(train=50_000), "seed", seeds=[0])["runs"]
    assert brightest.sizes == [34_300]
    assert only["test"]["acc"] == pytest.approx(0.55)


def test_seed_wants_enough_images(write_digits):
    with pytest.raises(UserError, match="49,000 training images"):
        run("mnist", write_digits(), "seed")


def test_folders_leaves_unreadable_pictures_out(pictures, brightest):
    folder, embed = pictures
    numbers = run("folders", folder, "folders", embed=embed, backbone="net")
    assert brightest.sizes == [11, 11]
    assert numbers["backbone"] == "net"
    assert numbers["runs"][0]["k"] == 2


def test_holdout_keeps_a_share_out_of_the_fit(pictures, brightest):
    folder, embed = pictures
    numbers = run("folders", folder, "folders", embed=embed, holdout=0.2)
    assert brightest.sizes == [9, 9]
    assert all(one["test"] is not None for one in numbers["runs"])


@dataclass(frozen=True)
class Watching(Brightest):
    """A method that keeps what it is shown: what it fits, then what it predicts."""

    seen: list[np.ndarray]

    def fit(self, vectors, k, *, seed, device, job, constraints=None):
        def predict(others):
            self.seen.append(others)
            return half_right(others)

        self.seen.append(vectors)
        return dataclasses.replace(super().fit(vectors, k, seed=seed, device=device, job=job), predict=predict)


def test_what_is_held_out_is_seen_from_the_means_of_what_is_fitted(pictures, monkeypatch):
    folder, embed = pictures
    method = Watching([], [])
    monkeypatch.setattr(room, "create", lambda name, values: method)
    classifier = (np.eye(3, 2, dtype=np.float32), np.zeros(3, np.float32))
    for given in (None, lambda: classifier):
        run("folders", folder, "folders", embed=embed, holdout=0.2, seeds=[0], classifier=given)
    fitted, held_out, seen, others = method.seen
    np.testing.assert_allclose(seen, Preparation.fit(fitted, classifier)[1])
    away = held_out - fitted.mean(axis=0)
    np.testing.assert_allclose(others[:, :2], away / np.linalg.norm(away, axis=1, keepdims=True), atol=1e-5)
    assert others.shape == (2, 5)


@pytest.mark.parametrize(
    ("dataset", "protocol", "changes", "sentence"),
    [
        ("cifar", "paper", {}, "no data set 'cifar'"),
        ("mnist", "folders", {}, "mnist goes with --protocol seed or paper or train-test"),
        ("folders", "paper", {}, "folders goes with --protocol folders"),
        ("mnist", "paper", {"questions": 24}, "--questions goes with --protocol folders"),
        ("folders", "folders", {"questions": -1}, "--questions goes with --protocol folders"),
        ("mnist", "paper", {"holdout": 0.2}, "--holdout goes with --protocol folders"),
        ("folders", "folders", {"holdout": 1.0}, "share from 0 to below 1"),
        ("folders", "folders", {"k": 12}, "k = 12 does not lie between 1 and the 11"),
        ("folders", "folders", {"method": "magic"}, "no method 'magic'"),
    ],
)
def test_words_that_are_off(pictures, dataset, protocol, changes, sentence):
    folder, embed = pictures
    with pytest.raises(UserError, match=sentence) as caught:
        run(dataset, folder, protocol, embed=embed, **changes)
    assert caught.value.usage


def test_no_picture_can_be_read(pictures):
    folder, _ = pictures
    with pytest.raises(UserError, match="None of the 12 pictures"):
        run("folders", folder, "folders", embed=lambda paths, job: np.full((len(paths), 2), np.nan, np.float32))


def test_a_cancel_is_heard_between_the_runs(write_digits, brightest):
    job = Job(on_progress=lambda progress: job.cancel())
    with pytest.raises(Cancelled):
        run("mnist", write_digits(), "paper", job=job)
    assert brightest.sizes == [60]
