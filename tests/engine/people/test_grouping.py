"""Persons: found without help, true to what was said, and taught by it."""

from __future__ import annotations

import numpy as np

from engine.core.records import Floats, Ints
from engine.people.grouping import Said, facts_hold, group_faces, parts_of
from tests.engine.people.test_linkage import codes_of, same_partition

ANN, BOB = 1, 2


def grouped(codes: Floats, said: Said | None = None, weak: Ints | None = None) -> Ints:
    count = len(codes)
    hidden = np.zeros(count, np.bool_)
    hidden[[] if weak is None else weak] = True
    return group_faces(codes, np.arange(count), hidden, said or Said(np.zeros(count, np.int64)))


def persons_of(truth: Ints) -> Ints:
    return truth + 1


def test_people_are_found_and_stay() -> None:
    codes, truth = codes_of(6, 8)
    found = grouped(codes)
    assert same_partition(found, truth)
    assert set(found) == {-1, -2, -3, -4, -5, -6}
    before = persons_of(truth)
    assert np.array_equal(grouped(codes, Said(before)), before)


def test_a_single_face_is_no_person_until_there_are_two() -> None:
    codes, truth = codes_of(3, 4)
    lonely = np.flatnonzero(truth == 2)
    rest = np.setdiff1d(np.arange(len(codes)), lonely[1:])
    assert (grouped(codes[rest]) == 0).sum() == 1
    rest = np.setdiff1d(np.arange(len(codes)), lonely[2:])
    assert (grouped(codes[rest]) != 0).all()


def test_a_pinned_face_is_a_person_by_itself_and_an_example() -> None:
    codes, truth = codes_of(3, 6)
    ann, bob = np.flatnonzero(truth == 0), np.flatnonzero(truth == 1)
    said = Said(np.zeros(len(codes), np.int64), pins={int(ann[0]): 70, int(bob[0]): 80})
    found = grouped(codes, said)
    assert set(found[ann]) == {70}
    assert set(found[bob]) == {80}
    alone = grouped(codes[ann[:1]], Said(np.zeros(1, np.int64), pins={0: 70}))
    assert alone.tolist() == [70]


def test_not_ann_takes_out_those_who_are_like_it() -> None:
    codes, truth = codes_of(2, 8)
    ann, bob = np.flatnonzero(truth == 0), np.flatnonzero(truth == 1)
    before = np.full(len(codes), ANN)  # both were taken for Ann
    said = Said(before, rejected={int(bob[0]): frozenset({ANN})}, named=frozenset({ANN}))
    codes[bob] += (codes[ann].mean(0) - codes[bob].mean(0)) * 0.4  # as alike as sisters
    found = grouped(codes, said)
    assert facts_hold(found, said)
    assert set(found[ann]) == {ANN}
    assert set(found[bob]) == {-1}


def test_strangers_and_who_is_like_them_are_nobody() -> None:
    codes, truth = codes_of(3, 6)
    stranger = np.flatnonzero(truth == 1)
    said = Said(persons_of(truth), strangers=frozenset({int(stranger[0])}))
    found = grouped(codes, said)
    assert facts_hold(found, said)
    assert set(found[stranger]) <= {0, persons_of(truth)[stranger[0]]}
    fresh = Said(np.zeros(len(codes), np.int64), strangers=frozenset({int(stranger[0])}))
    assert set(grouped(codes, fresh)[stranger]) == {0}


def test_named_persons_are_never_joined() -> None:
    codes, truth = codes_of(2, 6)
    codes[truth == 1] = codes[truth == 0]  # twins
    before = persons_of(truth)
    assert np.array_equal(grouped(codes, Said(before, named=frozenset({ANN, BOB}))), before)
    both = grouped(codes, Said(before, pins={0: int(before[0])}, named=frozenset({ANN, BOB})))
    assert set(both) == {ANN, BOB}


def test_two_on_one_picture_are_two() -> None:
    codes = np.zeros((4, 128), np.float32)
    found = group_faces(codes, np.array([1, 1, 2, 2]), np.zeros(4, np.bool_), Said(np.zeros(4, np.int64)))
    assert found[0] != found[1]
    assert found[2] != found[3]
    assert set(found) == {-1, -2}


def test_weak_faces_join_and_make_nobody() -> None:
    codes, truth = codes_of(2, 6)
    bob = np.flatnonzero(truth == 1)
    assert set(grouped(codes, weak=bob)[bob]) == {0}
    found = grouped(codes, weak=bob[:2])
    assert same_partition(found, truth)


def test_a_person_is_split_into_the_two_that_it_is() -> None:
    codes, truth = codes_of(2, 9)
    parts = parts_of(codes, np.arange(len(codes)))
    assert sorted(sorted(part) for part in parts) == sorted(np.flatnonzero(truth == p).tolist() for p in (0, 1))
    alike = np.zeros((5, 128), np.float32)
    assert parts_of(alike, np.arange(5)) == [[0, 1, 2, 3, 4]]
