from __future__ import annotations

import numpy as np
import pytest

from engine.measure.scores import acc, ari, calibration_error, nmi, scores


@pytest.mark.parametrize(
    ("truth", "labels", "expected"),
    [
        ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
        (["cat", "cat", "dog", "dog"], [7, 7, 3, 3], 1.0),
        ([0, 0, 0, 1], [0, 0, 0, 0], 0.75),
        ([0, 0, 0, 0], [0, 1, 2, 2], 0.5),  # one cluster a label: the best one
        ([0, 0, 1, 1, 2, 2], [0, 0, 0, 1, 1, 1], 4 / 6),
        ([0, 0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 1, 0, 0], 4 / 7),  # the largest overlap first would give 3 / 7
    ],
)
def test_accuracy_by_the_best_matching(truth, labels, expected):
    assert acc(np.array(truth), np.array(labels)) == pytest.approx(expected)


def test_nmi_takes_the_arithmetic_mean():
    truth, labels = np.array([0, 0, 1, 1]), np.array([0, 1, 2, 3])
    assert nmi(truth, labels) == pytest.approx(2 * np.log(2) / (np.log(2) + np.log(4)))


def test_ari_is_one_for_agreement_and_at_most_zero_for_chance():
    truth = np.array([0, 0, 1, 1])
    assert ari(truth, np.array([1, 1, 0, 0])) == 1
    assert ari(truth, np.array([0, 1, 0, 1])) <= 0


def test_all_three_have_their_names():
    assert scores(np.array([0, 1]), np.array([1, 0])) == {"acc": 1.0, "nmi": 1.0, "ari": 1.0}


def test_confidence_that_is_right_as_often_as_it_says():
    truth = np.array([0] * 50 + [1] * 50)
    labels = truth.copy()
    labels[:50:5] = 1  # a fifth of the first half is wrong
    says = np.where(np.arange(100) < 50, 0.8, 1.0)
    probabilities = np.where(np.arange(2) == labels[:, None], says[:, None], 1 - says[:, None])
    assert calibration_error(truth, labels, probabilities) == pytest.approx(0, abs=1e-9)
    bold = np.eye(2)[labels]
    assert calibration_error(truth, labels, bold) == pytest.approx(0.1)
    assert calibration_error(truth, labels, np.full((100, 2), 0.5)) == pytest.approx(0.4)
