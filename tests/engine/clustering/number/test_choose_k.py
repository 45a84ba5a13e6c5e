"""The number of clusters that is chosen."""

from __future__ import annotations

import numpy as np
import pytest

from engine.clustering.number.choose_k import choose_k, modularity
from engine.clustering.number.curve import k_by_elbow, k_by_modularity, k_by_silhouette
from engine.core.errors import Cancelled, UserError
from engine.core.job import Job
from engine.core.records import CurvePoint


@pytest.mark.parametrize("k", [3, 6, 12])
def test_finds_kinds_that_stand_apart(kinds, k):
    assert choose_k(kinds(25 * k, k, apart=12)[0], 2, 20, seed=0, job=Job())[0] == k


def test_tells_the_whole_curve(kinds):
    k, curve = choose_k(kinds(100, 4)[0], 2, 9, seed=0, job=Job())
    assert [point[0] for point in curve] == list(range(2, 10))
    assert all(-0.5 <= point.modularity <= 1 and -1 <= point.silhouette <= 1 for point in curve)
    left = [point.inertia for point in curve]
    assert left == sorted(left, reverse=True)  # each level parts a cluster of the one before
    assert 0 < left[-1] < left[0] < 1
    greatest = max(point.modularity for point in curve)
    assert k == max(point.k for point in curve if point.modularity >= 0.98 * greatest)


def test_all_measures_find_kinds_that_stand_apart(kinds):
    _, curve = choose_k(kinds(200, 5, apart=12)[0], 2, 12, seed=0, job=Job())
    assert (k_by_modularity(curve), k_by_elbow(curve), k_by_silhouette(curve)) == (5, 5, 5)


def test_each_measure_of_a_curve_has_its_best():
    points = [(2, 0.5, 0.6, 0.7), (3, 0.72, 0.25, 0.5), (4, 0.73, 0.2, 0.4), (5, 0.72, 0.16, 0.3), (6, 0.6, 0.13, 0.3)]
    curve = [CurvePoint(*point) for point in points]
    assert (k_by_modularity(curve), k_by_elbow(curve), k_by_silhouette(curve)) == (5, 3, 2)
    old = [CurvePoint(k, value) for k, value, _, _ in points]
    assert (k_by_modularity(old), k_by_elbow(old), k_by_silhouette(old)) == (5, None, None)


def test_many_photos_are_sampled(kinds, monkeypatch):
    monkeypatch.setattr("engine.clustering.number.choose_k._SAMPLE", 150)  # reason: so many rows would take long
    assert choose_k(kinds(4000, 5, apart=12)[0], 2, 8, seed=0, job=Job())[0] == 5


@pytest.mark.parametrize(("n", "expected"), [(1, 1), (2, 2), (3, 2)])
def test_a_few_photos(kinds, n, expected):
    k, curve = choose_k(kinds(n, 1)[0], 2, 30, seed=0, job=Job())
    assert k == expected
    assert len(curve) <= 1


def test_nothing_to_choose_between_equal_photos():
    assert choose_k(np.ones((50, 8), np.float32), 2, 10, seed=0, job=Job()) == (2, [])


def test_keeps_to_the_range(kinds):
    k, curve = choose_k(kinds(200, 4)[0], 7, 9, seed=0, job=Job())
    assert 7 <= k <= 9
    assert [point[0] for point in curve] == [7, 8, 9]


def test_the_same_seed_gives_the_same_curve(kinds):
    vectors = kinds(150, 5, apart=4)[0]
    assert choose_k(vectors, 2, 8, seed=1, job=Job()) == choose_k(vectors, 2, 8, seed=1, job=Job())


def test_hears_a_cancel(kinds):
    job = Job(on_progress=lambda progress: job.cancel() if progress.done == 3 else None)
    with pytest.raises(Cancelled):
        choose_k(kinds(100, 4)[0], 2, 12, seed=0, job=job)


def test_names_a_vector_that_is_no_number(kinds):
    vectors, _ = kinds(20, 2)
    vectors[4, 0] = np.inf
    with pytest.raises(UserError, match="4"):
        choose_k(vectors, 2, 5, seed=0, job=Job())


def test_modularity_is_newmans():
    # Two triangles joined by one edge: 7 edges, of which 6 lie within; each triangle has half of the ends.
    edges = np.array([(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
    heads, tails = np.concatenate([edges, edges[:, ::-1]]).T
    weights = np.ones(len(heads), np.float32)
    assert modularity(heads, tails, weights, np.array([0, 0, 0, 1, 1, 1])) == pytest.approx(6 / 7 - 0.5)
    assert modularity(heads, tails, weights, np.zeros(6, np.int64)) == pytest.approx(0)
