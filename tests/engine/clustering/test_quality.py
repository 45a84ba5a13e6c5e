"""Measures of clusters against scikit-learn's and against what is plain."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import normalized_mutual_info_score, silhouette_score

from engine.clustering.quality import Silhouette, elbow, inertia, nmi


def test_nmi_is_scikit_learns():
    random = np.random.default_rng(0)
    first, second = random.integers(0, 5, 300), random.integers(3, 12, 300)
    assert nmi(first, second) == pytest.approx(normalized_mutual_info_score(first, second))


def test_nmi_does_not_mind_other_names():
    first = np.array([0, 0, 1, 1, 2])
    assert nmi(first, np.array([7, 7, 3, 3, 4])) == pytest.approx(1)


def test_nmi_of_one_cluster():
    one = np.zeros(10, np.int64)
    assert nmi(one, one) == 1
    assert nmi(one, np.arange(10)) == 0


def test_silhouette_is_scikit_learns(kinds):
    vectors, truth = kinds(700, 4, apart=3)
    assert Silhouette(vectors).mean(truth) == pytest.approx(silhouette_score(vectors, truth), abs=1e-4)


def test_silhouette_counts_a_lone_photo_as_nothing(kinds):
    vectors, truth = kinds(50, 3)
    truth[7] = 9
    assert Silhouette(vectors).mean(truth) == pytest.approx(silhouette_score(vectors, truth), abs=1e-4)


def test_silhouette_of_one_cluster_is_zero(kinds):
    vectors, _ = kinds(20, 2)
    assert Silhouette(vectors).mean(np.zeros(20, np.int64)) == 0


def test_silhouette_of_a_sample_is_near_that_of_all(kinds):
    vectors, truth = kinds(4000, 4, apart=4)
    assert Silhouette(vectors).mean(truth) == pytest.approx(silhouette_score(vectors, truth), abs=0.02)


def test_inertia_is_scikit_learns(kinds):
    vectors, _ = kinds(300, 4)
    fit = KMeans(4, n_init=1, random_state=0).fit(vectors)
    assert inertia(vectors, fit.labels_.astype(np.int64)) == pytest.approx(fit.inertia_, rel=1e-4)


def test_elbow_is_where_the_curve_bends():
    assert elbow([(1, 100.0), (2, 60.0), (3, 25.0), (4, 22.0), (5, 20.0), (6, 18.0)]) == 3


def test_elbow_of_a_flat_curve_is_its_start():
    assert elbow([(2, 5.0), (3, 5.0), (4, 5.0)]) == 2
