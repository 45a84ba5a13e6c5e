from __future__ import annotations

import numpy as np
import pytest

from engine.core.errors import Cancelled
from engine.core.job import Job
from engine.questions import suggest as room
from engine.questions.suggest import suggest

NONE = np.empty(0, np.int64)


def ask(places, probabilities, count, answered=NONE):
    return suggest(places, probabilities, count, answered, seed=0, job=Job()).tolist()


@pytest.fixture
def sure():
    """Probabilities of n photos that are all sure of their cluster."""
    return lambda truth: np.eye(truth.max() + 1, dtype=np.float32)[truth]


def test_each_kind_is_asked_about_once(kinds, sure):
    vectors, truth = kinds(120, 6)
    assert sorted(truth[ask(vectors, sure(truth), 6)]) == list(range(6))


def test_what_was_answered_speaks_for_its_kind(kinds, sure):
    vectors, truth = kinds(120, 6)
    answered = np.flatnonzero(truth < 3)[:9]
    rows = ask(vectors, sure(truth), 3, answered)
    assert sorted(truth[rows]) == [3, 4, 5]
    assert not set(rows) & set(answered.tolist())


def test_a_doubtful_kind_comes_before_a_sure_one_of_its_size(kinds, sure):
    vectors, truth = kinds(120, 6)
    probabilities = sure(truth)
    probabilities[truth == 4] = [0, 0, 0, 0.48, 0.52, 0]
    assert truth[ask(vectors, probabilities, 1)] == [4]


def test_the_largest_kind_comes_first_and_no_outlier(kinds, sure):
    vectors, truth = kinds(101, 3, sizes=[60, 40, 1])
    rows = ask(vectors, sure(truth), 4)
    assert truth[rows[:2]].tolist() == [0, 1]
    assert 2 not in truth[rows]


def test_copies_are_not_asked_about_twice(kinds, sure):
    vectors, truth = kinds(20, 20)
    rows = ask(np.repeat(vectors, 5, axis=0), sure(np.repeat(truth, 5)), 10)
    assert len({row // 5 for row in rows}) == 10


@pytest.mark.parametrize(("n", "count", "expected"), [(1, 3, 1), (4, 9, 4), (5, 0, 0)])
def test_no_more_than_there_are(kinds, sure, n, count, expected):
    vectors, truth = kinds(n, 1)
    rows = ask(vectors, sure(truth), count)
    assert len(set(rows)) == expected


def test_all_answered_or_all_the_same(sure):
    same, truth = np.ones((6, 4), np.float32), np.zeros(6, np.int64)
    assert ask(same, sure(truth), 2, np.arange(6)) == []
    assert len(ask(same, sure(truth), 2)) == 2


def test_many_photos_are_sampled(kinds, sure, monkeypatch):
    monkeypatch.setattr(room, "_MAX_PHOTOS", 60)  # reason: so many rows would take long
    vectors, truth = kinds(600, 4)
    answered = np.flatnonzero(truth == 0)[:20]
    rows = ask(vectors, sure(truth), 3, answered)
    assert sorted(truth[rows]) == [1, 2, 3]


def test_a_cancel_is_heard(kinds, sure):
    vectors, truth = kinds(40, 2)
    job = Job(on_progress=lambda progress: job.cancel())
    with pytest.raises(Cancelled):
        suggest(vectors, sure(truth), 5, NONE, seed=0, job=job)
