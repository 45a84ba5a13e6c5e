"""What an answer speaks for: the doubtful photos near it, each counted once."""

from __future__ import annotations

import numpy as np

from engine.clustering.assignment.uncertainty import close_calls, influence


def line(n: int) -> np.ndarray:
    """`n` photos one step apart."""
    return np.stack([np.arange(n), np.zeros(n)], axis=1).astype(np.float32)


def test_a_close_call_is_doubtful_and_one_cluster_leaves_no_doubt() -> None:
    chances = np.array([(0.9, 0.1), (0.55, 0.45), (0.46, 0.54), (0.4, 0.6)], np.float32)
    assert close_calls(chances).tolist() == [1, 2]
    assert close_calls(np.ones((3, 1), np.float32)).tolist() == []


def test_an_answer_speaks_for_the_photos_nearest_to_it() -> None:
    left, right = influence(line(20), np.array([3, 16]))
    assert left.tolist() == [0, 1, 2, 4, 5, 6]  # three steps hold a quarter of the photos
    assert right.tolist() == [13, 14, 15, 17, 18, 19]


def test_a_photo_between_two_answers_is_counted_once() -> None:
    left, right = influence(line(5), np.array([1, 3]))
    assert (left.tolist(), right.tolist()) == ([0, 2], [4])


def test_nobody_asked_nothing_said() -> None:
    assert influence(line(5), np.empty(0, np.int64)) == []
