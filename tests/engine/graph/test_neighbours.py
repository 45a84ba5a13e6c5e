"""The neighbour graph: exact whatever the blocks, fuzzy as in the UMAP paper."""

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.graph import neighbours
from engine.graph.neighbours import fit_ab, fuzzy_graph, nearest


def brute(vectors, k):
    distances = np.linalg.norm(vectors[:, None].astype(np.float64) - vectors[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    order = np.argsort(distances, axis=1)[:, :k]
    return order, np.take_along_axis(distances, order, axis=1)


@pytest.mark.parametrize(("n", "k"), [(2, 1), (10, 4), (700, 3), (1100, 15)])
def test_neighbours_are_the_nearest_others(n, k):
    vectors = np.random.default_rng(n).normal(size=(n, 8)).astype(np.float32)
    indices, distances = nearest(vectors, k, Job())
    expected, lengths = brute(vectors, k)
    assert (indices == expected).all()
    assert np.allclose(distances, lengths, atol=1e-5)
    assert indices.dtype == np.int64
    assert distances.dtype == np.float32


def test_more_neighbours_than_rows_are_all_the_others():
    indices, distances = nearest(np.eye(3, dtype=np.float32), 15, Job())
    assert indices.shape == distances.shape == (3, 2)
    assert nearest(np.ones((1, 4), np.float32), 15, Job())[0].shape == (1, 0)


def test_duplicates_are_at_distance_zero_and_far_from_the_origin_nothing_is_lost():
    vectors = np.full((40, 16), 1000, np.float32)
    vectors[20:] += np.arange(1, 21, dtype=np.float32)[:, None] / 8
    _, distances = nearest(vectors, 3, Job())
    assert (distances[:20] == 0).all()
    assert distances[-1, 0] == pytest.approx(0.5)


def test_a_read_only_array_will_do():
    vectors = np.random.default_rng(0).normal(size=(20, 4)).astype(np.float32)
    vectors.flags.writeable = False
    assert nearest(vectors, 2, Job())[0].shape == (20, 2)


def test_a_cancel_is_heard():
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        nearest(np.ones((50, 2), np.float32), 3, job)


def test_the_fuzzy_graph_is_symmetric_and_binds_everyone_to_their_nearest():
    vectors = np.random.default_rng(1).normal(size=(60, 5)).astype(np.float32)
    indices, distances = nearest(vectors, 6, Job())
    rows, cols, weights = fuzzy_graph(indices, distances)
    dense = np.zeros((60, 60))
    dense[rows, cols] = weights
    assert np.allclose(dense, dense.T, atol=1e-6)
    assert ((weights > 0) & (weights <= 1 + 1e-6)).all()
    assert np.allclose(dense[np.arange(60), indices[:, 0]], 1, atol=1e-5)
    assert (np.lexsort((cols, rows)) == np.arange(len(rows))).all()


def test_a_row_without_echo_has_weights_that_sum_to_log2():
    """Nobody names row 0 as a neighbour, so its weights are its own: they sum to log2(k + 1)."""
    indices = np.array(
        [[1, 2, 3, 4]] + [[(r % 5) + 1, (r + 1) % 5 + 1, (r + 2) % 5 + 1, (r + 3) % 5 + 1] for r in range(1, 6)]
    )
    distances = np.tile(np.array([1.0, 1.5, 2.5, 4.0], np.float32), (6, 1))
    rows, _, weights = fuzzy_graph(indices, distances)
    assert weights[rows == 0].sum() == pytest.approx(np.log2(5), abs=1e-3)


def test_a_and_b_are_those_of_the_paper():
    assert fit_ab(0.1, 1.0) == pytest.approx((1.577, 0.895), abs=2e-3)
    assert fit_ab(0.5, 1.0) == pytest.approx((0.583, 1.334), abs=2e-3)


def test_very_many_rows_are_looked_through_approximately_and_always_alike(monkeypatch):
    random = np.random.default_rng(0)
    centres = random.normal(size=(20, 16))
    vectors = (centres[random.integers(0, 20, 3000)] + random.normal(size=(3000, 16)) / 2).astype(np.float32)
    vectors[:30] = vectors[0]  # duplicates, more than neighbours
    exact, _ = nearest(vectors, 10, Job())
    monkeypatch.setattr(neighbours, "MANY", 2999)
    found, distances = nearest(vectors, 10, Job())
    assert not (found == np.arange(3000)[:, None]).any()
    assert all(len(set(row)) == 10 for row in found.tolist())
    assert (np.diff(distances, axis=1) >= 0).all()
    assert (distances[:30] == 0).all()
    same = [len(set(a) & set(b)) for a, b in zip(found[30:].tolist(), exact[30:].tolist(), strict=True)]
    assert np.mean(same) > 9.5
    assert (nearest(vectors, 10, Job())[0] == found).all()
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        nearest(vectors, 10, job)
