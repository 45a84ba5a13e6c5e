"""What stands is refined by corrections: photos move where pins are evidence for it, and nowhere else."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.clustering.refinement.refine import Refinement, refine
from engine.clustering.refinement.standing import Standing
from engine.core.errors import Cancelled
from engine.core.job import Job

KINDS, EACH, DIMENSION = 8, 40, 24
CATS, DOGS, TOOLS = 0, 1, 2
N = KINDS * EACH


@pytest.fixture(scope="module")
def reduced() -> np.ndarray:
    """Eight kinds of forty photos each, at length 1; cats and dogs are near each other."""
    random = np.random.default_rng(0)
    centres = np.eye(KINDS, DIMENSION)
    centres[CATS] = centres[DOGS] + 0.9 * np.eye(KINDS, DIMENSION)[CATS]
    rows = np.repeat(centres, EACH, axis=0) + random.normal(0, 0.1, (N, DIMENSION))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def standing() -> Standing:
    """A method has put cats and dogs into one cluster, and all else where it belongs."""
    fitted = np.repeat(np.arange(KINDS), EACH)
    fitted[fitted == CATS] = DOGS
    return Standing(KINDS, fitted, np.full(N, -1), np.full(N, -1), np.zeros(N, bool))


def placed(standing: Standing, rows: list[int], cluster: int) -> Standing:
    """The user puts these rows there."""
    labels, pins = standing.labels.copy(), standing.pins.copy()
    labels[rows] = pins[rows] = cluster
    return dataclasses.replace(standing, labels=labels, pins=pins)


def answered(standing: Standing, row: int, cluster: int) -> Standing:
    """The user is asked about a row, and says that it belongs there."""
    asked = standing.asked.copy()
    asked[row] = standing.labels[row]
    questions = standing.questions | (np.arange(N) == row)
    return placed(dataclasses.replace(standing, asked=asked, questions=questions), [row], cluster)


def survey(standing: Standing) -> Standing:
    """Two answers about each kind."""
    for kind in range(KINDS):
        for row in (kind * EACH + 2, kind * EACH + 21):
            standing = answered(standing, row, kind)
    return standing


def refined(reduced: np.ndarray, standing: Standing, job: Job | None = None) -> Refinement:
    probabilities = np.eye(standing.k, dtype=np.float32)[np.maximum(standing.labels, 0)]
    return refine(reduced, None, standing, probabilities, seed=0, job=job or Job())


def test_without_pins_nothing_moves(reduced: np.ndarray, standing: Standing) -> None:
    found = refined(reduced, standing)
    assert found.labels.tolist() == standing.labels.tolist()
    assert not len(found.moves.rows)


def test_a_cluster_of_pins_takes_in_what_is_like_them_and_nothing_else(reduced: np.ndarray, standing: Standing) -> None:
    found = refined(reduced, placed(standing, [0, 5, 11, 17, 23, 30], CATS))
    taken = np.flatnonzero(found.labels == CATS)
    assert set(taken.tolist()) <= set(range(EACH))  # cats alone
    assert len(taken) > 0.7 * EACH
    others = np.arange(EACH, N)
    assert found.labels[others].tolist() == standing.labels[others].tolist()
    assert found.probabilities[taken].argmax(axis=1).tolist() == [CATS] * len(taken)
    assert np.allclose(found.probabilities.sum(axis=1), 1, atol=1e-5)


def test_pins_that_have_nothing_in_common_take_in_nothing(reduced: np.ndarray, standing: Standing) -> None:
    favourites = [kind * EACH + 3 for kind in range(KINDS)]
    found = refined(reduced, placed(dataclasses.replace(standing, k=KINDS + 1), favourites, KINDS))
    assert not len(found.moves.rows)


def test_one_pin_takes_in_nothing(reduced: np.ndarray, standing: Standing) -> None:
    assert not len(refined(reduced, placed(standing, [4], CATS)).moves.rows)


def test_strays_that_are_moved_home_bring_those_like_them_and_home_loses_nothing(
    reduced: np.ndarray, standing: Standing
) -> None:
    labels = standing.labels.copy()
    lost = np.arange(TOOLS * EACH, TOOLS * EACH + 16)  # tools among the last kind
    labels[lost] = KINDS - 1
    astray = dataclasses.replace(standing, labels=labels)
    found = refined(reduced, placed(astray, lost[:6].tolist(), TOOLS))
    tools = np.arange(TOOLS * EACH, (TOOLS + 1) * EACH)
    assert (found.labels[lost] == TOOLS).mean() > 0.6
    assert (found.labels[tools[16:]] == TOOLS).all()
    assert (found.labels[~np.isin(np.arange(N), tools)] != TOOLS).all()


def test_rejections_pins_and_locked_clusters_hold(reduced: np.ndarray, standing: Standing) -> None:
    cats = placed(standing, [0, 5, 11, 17, 23, 30], CATS)
    free = refined(reduced, cats).labels
    assert free[[1, 2, 3]].tolist() == [CATS] * 3
    rejected = dataclasses.replace(cats, rejections=np.array([(1, CATS)]))
    assert refined(reduced, rejected).labels[1] == DOGS
    assert refined(reduced, placed(cats, [2], DOGS)).labels[2] == DOGS
    closed = dataclasses.replace(cats, closed=np.array([DOGS]))
    assert refined(reduced, closed).labels[3] == DOGS  # nothing leaves it
    closed = dataclasses.replace(cats, closed=np.array([CATS]))
    assert not len(refined(reduced, closed).moves.rows)  # nothing enters it


def test_unsure_photos_are_taken_in_or_stay_unsure(reduced: np.ndarray, standing: Standing) -> None:
    labels = standing.labels.copy()
    labels[[7, 300]] = -1
    found = refined(reduced, placed(dataclasses.replace(standing, labels=labels), [0, 5, 11, 17, 23, 30], CATS))
    assert found.labels[[7, 300]].tolist() == [CATS, -1]


def test_what_was_taken_in_stays_and_takes_nothing_further_along(reduced: np.ndarray, standing: Standing) -> None:
    cats = placed(standing, [0, 5, 11, 17, 23, 30], CATS)
    once = refined(reduced, cats)
    again = refined(reduced, dataclasses.replace(cats, labels=once.labels))
    assert (again.labels[once.labels == CATS] == CATS).all()
    assert set(np.flatnonzero(again.labels == CATS).tolist()) <= set(range(EACH))


def test_answers_all_over_the_library_sort_what_nobody_asked_about(reduced: np.ndarray, standing: Standing) -> None:
    found = refined(reduced, survey(standing))
    assert (found.labels == np.repeat(np.arange(KINDS), EACH)).mean() > 0.97


def test_a_cluster_that_every_answer_has_left_is_dissolved(reduced: np.ndarray, standing: Standing) -> None:
    labels = np.repeat(np.arange(KINDS), EACH)
    labels[TOOLS * EACH : TOOLS * EACH + 20] = KINDS  # a second cluster of tools
    twice = Standing(KINDS + 1, labels, np.full(N, -1), np.full(N, -1), np.zeros(N, bool))
    found = refined(reduced, survey(answered(twice, TOOLS * EACH + 10, TOOLS)))
    assert not (found.labels == KINDS).any()
    assert (found.labels[TOOLS * EACH : (TOOLS + 1) * EACH] == TOOLS).mean() > 0.9


def test_one_photo_dragged_out_and_locks_and_piles_are_no_survey(reduced: np.ndarray, standing: Standing) -> None:
    locked = dataclasses.replace(standing, closed=np.array([3, 4, 5]))
    for kind in (3, 4, 5):
        locked = placed(locked, list(range(kind * EACH, (kind + 1) * EACH)), kind)
    found = refined(reduced, answered(locked, TOOLS * EACH, KINDS - 1))
    assert (found.labels[TOOLS * EACH + 1 : (TOOLS + 1) * EACH] == TOOLS).all()
    eleven = placed(standing, [0, 5, 11, 17, 19, 23, 26, 30, 33, 36, 39], CATS)
    for kind in range(1, 6):
        eleven = answered(eleven, kind * EACH + 2, kind)
    found = refined(reduced, eleven)
    assert (found.labels[EACH:] == standing.labels[EACH:]).all()


def test_what_was_refused_is_an_example_of_what_does_not_belong(reduced: np.ndarray, standing: Standing) -> None:
    cats = placed(standing, [0, 5, 11, 17, 23, 30], CATS)
    alike = reduced.copy()
    alike[[1, 2, 3, 4]] = alike[1]  # four nearly the same
    before = refined(alike, cats)
    assert (before.labels[[1, 2, 3, 4]] == CATS).all()
    refused = dataclasses.replace(cats, rejections=np.array([(1, CATS), (2, CATS), (3, CATS)]))
    assert refined(alike, refused).labels[4] == DOGS


def test_where_every_photo_is_in_one_cluster_nothing_moves(reduced: np.ndarray) -> None:
    one = Standing(1, np.zeros(N, np.int64), np.full(N, -1), np.full(N, -1), np.zeros(N, bool))
    assert not len(refined(reduced, placed(one, [1, 2, 3], 0)).moves.rows)


def test_the_same_input_gives_the_same_moves(reduced: np.ndarray, standing: Standing) -> None:
    cats = placed(standing, [0, 5, 11, 17], CATS)
    one, other = refined(reduced, cats), refined(reduced, cats)
    assert one.moves.rows.tolist() == other.moves.rows.tolist()
    assert (one.probabilities == other.probabilities).all()


def test_a_refinement_can_be_cancelled(reduced: np.ndarray, standing: Standing) -> None:
    def stop(_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        refined(reduced, placed(standing, [0, 5, 11, 17], CATS), Job(stop))
