"""Turning k: one nested hierarchy over and under the clusters that stand."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.clustering.assignment.hierarchy import build
from engine.clustering.quality import nmi
from engine.core.errors import Cancelled
from engine.core.job import Job


def same(one: np.ndarray, other: np.ndarray) -> bool:
    return nmi(one, other) > 1 - 1e-9


def nested(fine: np.ndarray, coarse: np.ndarray) -> bool:
    """Whether every fine cluster lies in one coarse cluster."""
    return all(len(set(coarse[fine == label])) == 1 for label in set(fine.tolist()))


def test_finds_kinds_that_stand_apart(kinds):
    vectors, truth = kinds(300, 7, apart=20)
    assert same(build(vectors, seed=0, job=Job()).cut(7), truth)


def test_coarse_clusters_are_unions_of_fine_ones(kinds):
    vectors, _ = kinds(400, 6, apart=3)
    tree = build(vectors, seed=0, job=Job())
    cuts = [tree.cut(k) for k in range(1, 41)]
    assert [len(set(cut.tolist())) for cut in cuts] == list(range(1, 41))
    assert all(nested(fine, coarse) for coarse, fine in itertools.pairwise(cuts))


def test_clusters_that_stand_are_one_of_the_levels(kinds):
    vectors, _ = kinds(300, 5, apart=3)
    labels = np.random.default_rng(0).integers(0, 9, 300)  # whatever they are
    assert same(build(vectors, labels, seed=0, job=Job()).cut(9), labels)


def test_anchors_stay_whole_and_apart_on_every_level(kinds):
    vectors, truth = kinds(300, 6, apart=2)
    labels = np.where(np.arange(300) % 7 < 3, np.arange(300) % 3, truth + 3)  # three anchors that look like nothing
    tree = build(vectors, labels, anchors=3, seed=0, job=Job())
    assert tree.coarsest == 3
    for k in (3, 5, 9, 40):
        cut = tree.cut(k)
        assert len(set(cut.tolist())) == k
        assert all(set(cut[labels == anchor].tolist()) == {anchor} for anchor in range(3))


def test_an_anchor_without_photos_keeps_its_place(kinds):
    vectors, truth = kinds(60, 3)
    tree = build(vectors, truth + 2, anchors=2, seed=0, job=Job())
    assert tree.coarsest == 3  # two that are empty, and one for all photos
    assert set(tree.cut(5).tolist()) == {2, 3, 4}


@pytest.mark.parametrize("n", [1, 2, 3])
def test_a_few_photos(kinds, n):
    tree = build(kinds(n, 1)[0], seed=0, job=Job())
    assert tree.finest == n
    assert sorted(tree.cut(99).tolist()) == list(range(n))
    assert set(tree.cut(0).tolist()) == {0}


def test_copies_of_a_photo_are_merged_before_anything_else(kinds):
    copies = np.repeat(np.arange(4), 10)
    tree = build(kinds(4, 4)[0][copies], seed=0, job=Job())
    assert same(tree.cut(4), copies)


def test_the_same_seed_gives_the_same_hierarchy(kinds):
    vectors, _ = kinds(500, 5, apart=3)
    first, again = (build(vectors, seed=2, job=Job()) for _ in range(2))
    np.testing.assert_array_equal(first.cut(17), again.cut(17))


def test_hears_a_cancel(kinds):
    job = Job(on_progress=lambda progress: job.cancel() if progress.done == 50 else None)
    with pytest.raises(Cancelled):
        build(kinds(300, 4)[0], seed=0, job=job)
