"""What an answer speaks for: the doubtful photos near it, each counted once."""

from __future__ import annotations

import numpy as np

from engine.clustering.reach import doubtful, reach

SURE, UNSURE = (0.9, 0.1), (0.6, 0.4)


def line(n: int, sure: set[int]) -> tuple[np.ndarray, np.ndarray]:
    """`n` photos one step apart; those not in `sure` are close calls."""
    places = np.stack([np.arange(n), np.zeros(n)], axis=1).astype(np.float32)
    return places, np.array([SURE if i in sure else UNSURE for i in range(n)], np.float32)


def test_a_close_call_is_doubtful_and_one_cluster_leaves_no_doubt() -> None:
    assert doubtful(line(4, {0, 3})[1]).tolist() == [1, 2]
    assert doubtful(np.ones((3, 1), np.float32)).tolist() == []


def test_an_answer_speaks_for_the_doubtful_photos_nearest_to_it() -> None:
    places, chances = line(20, sure={4, 15})
    left, right = reach(places, chances, np.array([3, 16]))
    assert left.tolist() == [0, 1, 2, 5, 6]  # three steps hold a quarter of the photos; 4 is sure
    assert right.tolist() == [13, 14, 17, 18, 19]
    assert not set(left) & set(right)


def test_nobody_asked_nothing_said() -> None:
    places, chances = line(5, set())
    assert reach(places, chances, np.empty(0, np.int64)) == []
