"""Average linkage by batches: as the textbook has it, and with the facts that hold."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage

from engine.core.errors import Cancelled
from engine.core.records import Floats, Ints
from engine.people import linkage as module
from engine.people.linkage import Group, Linkage


def codes_of(people: int, faces: int, seed: int = 0) -> tuple[Floats, Ints]:
    """Codes (people · faces, 128) about as far apart as real ones, in no order, and whose they are."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(people, 128)) * 0.62 / np.sqrt(128)
    truth = random.permutation(np.repeat(np.arange(people), faces))
    spread = random.normal(size=(len(truth), 128)) * 0.28 / np.sqrt(128)
    return (middles[truth] + spread).astype(np.float32), truth.astype(np.int64)


def labels_of(made: Linkage, count: int) -> Ints:
    labels = np.full(count, -1, np.int64)
    for number, group in enumerate(made.groups):
        labels[group.members] = number
    return labels


def same_partition(one: Ints, other: Ints) -> bool:
    return np.array_equal(one[:, None] == one, other[:, None] == other)


def test_the_same_groups_as_scipy() -> None:
    codes, _ = codes_of(12, 9)
    for limit in (0.3, 0.42, 0.6, 0.9):
        made = Linkage(codes, limit)
        made.add([Group([i], contents={i}) for i in range(len(codes))])
        textbook = fcluster(linkage(codes, "average", "sqeuclidean"), limit**2, "distance")
        assert same_partition(labels_of(made, len(codes)), textbook)


def test_batches_find_the_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 40)
    codes, truth = codes_of(20, 15)
    made = Linkage(codes, 0.58)
    made.add([Group([i], contents={i}) for i in range(len(codes))])
    assert same_partition(labels_of(made, len(codes)), truth)


def test_what_may_not_be_together_is_not() -> None:
    codes = np.zeros((5, 128), np.float32)
    made = Linkage(codes, 0.5)
    made.add(
        [
            Group([0], label=1, contents={0}),
            Group([1], label=2, contents={1}),
            Group([2], contents={2}, forbidden={1, 2}),
            Group([3], contents={2}),  # on the same picture as the one before
            Group([4], label=2, contents={1}),  # on the same picture as 1, which was said to be the same person
        ]
    )
    labels = labels_of(made, 5)
    assert labels[0] != labels[1]
    assert labels[1] == labels[4]
    assert labels[2] not in labels[[0, 1, 3]]


def test_groups_that_stand_take_in_new_ones() -> None:
    codes, truth = codes_of(3, 10)
    made = Linkage(codes, 0.58)
    made.stand([Group(np.flatnonzero(truth == person)[:8].tolist()) for person in range(3)])
    rest = [int(i) for person in range(3) for i in np.flatnonzero(truth == person)[8:]]
    made.add([Group([i], contents={i}) for i in rest])
    assert same_partition(labels_of(made, len(codes)), truth)


def test_it_stops_when_told() -> None:
    codes, _ = codes_of(4, 4)

    def stop() -> None:
        raise Cancelled("people")

    with pytest.raises(Cancelled):
        Linkage(codes, 0.58, stop).add([Group([i]) for i in range(len(codes))])
