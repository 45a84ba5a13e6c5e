"""Photos that come after a fit: who fits nowhere, what is a kind of its own, where the others go."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.clustering.assignment.current_assignments import assign
from engine.clustering.assignment.out_of_sample import OutOfSampleModel, PcaTransform, new_kinds, within
from engine.clustering.features import Preparation
from engine.clustering.methods.method import create
from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.core.records import UNSURE, Clustering, Corrections


def fitted(vectors, k, method="dec"):
    preparation, seen = Preparation.fit(vectors)
    fit = create(method).fit(seen, k, seed=0, device="cpu", job=Job())
    reduction = PcaTransform.fit(seen, seed=0, job=Job())
    reduced = reduction.transform(seen)
    model = OutOfSampleModel.fit(fit, preparation, reduction, reduced, seed=0, job=Job())
    return fit, OutOfSampleModel.unpack(model.packed()), reduced


@pytest.mark.parametrize("method", ["dec", "kmeans"])
def test_new_photos_go_where_the_fit_would_have_put_them_and_only_strangers_are_strays(kinds, method):
    vectors, truth = kinds(700, 7, apart=12)
    known = np.flatnonzero((np.arange(700) < 500) & (truth != 6))
    late = np.flatnonzero((np.arange(700) >= 500) & (truth != 6))
    strange = np.flatnonzero(truth == 6)
    fit, model, reduced = fitted(vectors[known], 6, method)
    home = {int(t): int(np.bincount(fit.labels[truth[known] == t]).argmax()) for t in range(6)}
    seen = model.predict(vectors[late], None, Job())
    np.testing.assert_array_equal(seen.probabilities.argmax(axis=1), [home[int(t)] for t in truth[late]])
    rows = np.concatenate([late, strange])
    outliers = model.outliers(model.predict(vectors[rows], None, Job()), reduced, len(known), Job())
    assert outliers[len(late) :].mean() > 0.9
    assert outliers[: len(late)].mean() < 0.1


def test_a_stranger_that_comes_alone_is_a_stray_where_it_looks_like_nothing(kinds):
    vectors, truth = kinds(300, 5, apart=30)
    _, model, reduced = fitted(vectors[truth != 4], 4)
    prediction = model.predict(vectors[truth == 4][:1], None, Job())
    assert model.outliers(prediction, reduced, len(reduced), Job()).tolist() == [True]
    assert not model.outliers(model.predict(vectors[truth == 3][:1], None, Job()), reduced, len(reduced), Job()).any()


def test_many_newcomers_are_judged_in_blocks_as_all_at_once(kinds, monkeypatch):
    vectors, truth = kinds(600, 6, apart=5)
    _, model, reduced = fitted(vectors[truth != 5], 5)
    prediction = model.predict(vectors, None, Job())
    whole = model.outliers(prediction, reduced, len(reduced), Job())
    # reason: so many rows would take long
    monkeypatch.setattr("engine.clustering.assignment.out_of_sample._BLOCK", 7)
    np.testing.assert_array_equal(model.outliers(prediction, reduced, len(reduced), Job()), whole)
    assert model.outliers(model.predict(vectors[:0], None, Job()), reduced, len(reduced), Job()).shape == (0,)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_fit_of_a_few_photos_can_place_too(kinds, n):
    vectors, _ = kinds(9, 3)
    _, model, reduced = fitted(vectors[:n], 1)
    prediction = model.predict(vectors[n:], None, Job())
    np.testing.assert_allclose(prediction.probabilities, 1)
    assert model.outliers(prediction, reduced, n, Job()).shape == (9 - n,)


@pytest.mark.parametrize("method", ["dec", "kmeans"])
def test_a_fit_of_copies_of_one_picture_can_place_too(method):
    vectors = np.random.default_rng(0).normal(size=(8, 2000)).astype(np.float32)  # so wide that much is kept in half
    _, model, reduced = fitted(np.repeat(vectors[:1], 12, axis=0), 2, method)
    prediction = model.predict(vectors, None, Job())
    for seen in (
        prediction.probabilities,
        prediction.reduced,
        prediction.reduced if prediction.codes is None else prediction.codes,
    ):
        assert np.isfinite(seen).all()
    assert model.outliers(prediction, reduced, 12, Job()).tolist() == [False] + [True] * 7


def test_kinds_hang_together_and_are_large_enough():
    random = np.random.default_rng(0)
    middles = np.eye(16, dtype=np.float32)[:4]
    which = np.repeat([0, 1, 2], [12, 30, 7])
    near = middles[which] + random.normal(size=(49, 16)).astype(np.float32) / 30
    alone = -np.eye(16, dtype=np.float32)[4:12]
    reduced = np.concatenate([near, alone])
    found = new_kinds(reduced, 0.2, Job())
    assert [group.tolist() for group in found] == [list(range(12, 42)), list(range(12))]
    assert new_kinds(reduced[:5], 0.2, Job()) == []


def test_what_lies_within_reach_is_found_in_blocks(monkeypatch):
    places = np.arange(20, dtype=np.float32)[:, None]
    others = np.array([[3.0], [11.5]], np.float32)
    # reason: so many rows would take long
    monkeypatch.setattr("engine.clustering.assignment.out_of_sample._BLOCK", 7)
    assert np.flatnonzero(within(places, others, 1.0, Job())).tolist() == [2, 3, 4, 11, 12]
    assert not within(places, others[:0], 1.0, Job()).any()
    assert within(places[:0], others, 1.0, Job()).shape == (0,)


def made(codes, labels, names):
    chances = np.full((len(labels), len(names)), 0.1, np.float32)
    chances[np.arange(len(labels)), labels] = 1 - 0.1 * (len(names) - 1)
    ids = np.arange(1, len(labels) + 1)
    return Clustering(ids, np.array(labels), chances, names, "dec", {}, 0, "test", codes=codes)


CODES = np.array([[0, 0], [0.2, 0], [0.4, 0], [10, 0], [10.2, 0], [10, 0.2], [0.1, 0.1]], np.float32)
LABELS = [0, 0, 0, 1, 1, 1, 0]  # the last one is new
CURRENT = {1: "c1", 2: "c1", 3: "c1", 4: "c2", 5: "c2", 6: "c2"}


def test_a_new_photo_goes_where_it_is_seen():
    clusters, sure = assign(made(CODES, LABELS, ("c1", "c2")), np.array([6]), CURRENT, Corrections())
    assert clusters == ["c1"]
    np.testing.assert_allclose(sure, [0.9], atol=0.01)


def test_photos_moved_since_speak_for_those_around_them():
    moved = CURRENT | {1: "c9", 2: "c9"}
    corrections = Corrections(pins={1: "c9", 2: "c9"}, anchors=("c9",))
    far = np.concatenate([CODES[:6], [[10.1, 0.1]]]).astype(np.float32)
    assert assign(made(CODES, LABELS, ("c1", "c2")), np.array([6]), moved, corrections)[0] == ["c9"]
    assert assign(made(far, [*LABELS[:6], 1], ("c1", "c2")), np.array([6]), moved, corrections)[0] == ["c2"]


@pytest.mark.parametrize("codes", [CODES, None])
def test_a_cluster_that_was_merged_away_stands_for_what_became_of_it(codes):
    merged = CURRENT | {1: "c5", 2: "c5", 3: UNSURE}
    assert assign(made(codes, LABELS, ("c1", "c2")), np.array([6]), merged, Corrections())[0] == ["c5"]


def test_corrections_hold_for_new_photos():
    fit = made(CODES, LABELS, ("c1", "c2"))
    for corrections, where in (
        (Corrections(pins={7: "c2"}, anchors=("c2",)), "c2"),
        (Corrections(rejections={7: frozenset({"c1"})}), "c2"),
        (Corrections(together=((4, 7),)), "c2"),
        (Corrections(apart=((1, 7),)), "c2"),
        (Corrections(apart=((4, 7),)), "c1"),
    ):
        assert assign(fit, np.array([6]), CURRENT, corrections)[0] == [where]
    unplaced = dataclasses.replace(Corrections(), together=((4, 7),))
    assert assign(fit, np.array([6]), CURRENT | {4: UNSURE}, unplaced)[0] == ["c1"]


def test_hears_a_cancel(kinds):
    vectors, _ = kinds(60, 3)
    _, model, reduced = fitted(vectors, 3)
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        model.predict(vectors, None, job)
    with pytest.raises(Cancelled):
        model.outliers(model.predict(vectors, None, Job()), reduced, len(reduced), job)
    with pytest.raises(Cancelled):
        within(reduced, reduced, 1.0, job)
    with pytest.raises(Cancelled):
        new_kinds(reduced, 1.0, job)
