from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.clustering.assignment.identity import match_ids, renew_ids


def counter(prefix="new"):
    numbers = itertools.count()
    return lambda: f"{prefix}{next(numbers)}"


def labels(*values):
    return np.array(values, np.int64)


def test_ids_follow_the_photos():
    old = ["dogs", "dogs", "cats", "cats", "cats"]
    assert match_ids(labels(1, 1, 0, 0, 0), 2, old, (), {}, counter()) == ("cats", "dogs")


def test_new_photos_and_new_clusters_get_fresh_ids():
    assert match_ids(labels(0, 0, 1), 3, ["a", None, None], (), {}, counter()) == ("a", "new0", "new1")


def test_a_fresh_id_is_never_one_that_was_in_use():
    taken = iter(["a", "b", "c"])
    assert match_ids(labels(0, 1), 2, ["a", "a"], (), {}, lambda: next(taken)) == ("a", "b")


def test_new_clusters_get_other_ids_where_theirs_were_used_meanwhile():
    ids, fresh = ("c2", "c5", "c1", "c6"), ["c5", "c6", "c7"]
    assert renew_ids(ids, fresh, ["c5", "c6", "c7"]) == {"c5": "c5", "c6": "c6"}
    assert renew_ids(ids, fresh, ["c6", "c7", "c8"]) == {"c5": "c6", "c6": "c7"}


def test_one_odd_pin_does_not_carry_a_name_off():
    assert match_ids(labels(*[0] * 12, 1), 2, ["a"] * 13, ("a",), {12: "a"}, counter()) == ("a", "new0")


def test_a_few_pins_say_where_a_cluster_is():
    halves = labels(*[0] * 9, *[1] * 7)
    pins = {13: "a", 14: "a", 15: "a"}
    assert match_ids(halves, 2, ["a"] * 16, ("a",), {}, counter()) == ("a", "new0")
    assert match_ids(halves, 2, ["a"] * 16, ("a",), pins, counter()) == ("new0", "a")


def test_a_small_cluster_of_pins_keeps_its_name_beside_a_large_one():
    old = ["large"] * 40 + ["small"] * 3
    new = labels(*[0] * 10, *[1] * 33)
    pins = dict.fromkeys((40, 41, 42), "small")
    assert match_ids(new, 2, old, ("large", "small"), pins, counter()) == ("large", "small")


def test_an_anchor_comes_before_a_bigger_cluster_without_a_name():
    old = ["big"] * 8 + ["anchor"]
    assert match_ids(labels(*[0] * 9), 2, old, ("anchor",), {}, counter()) == ("anchor", "new0")


def test_what_is_left_of_a_scattered_cluster_is_not_called_after_it():
    old = ["a"] * 9 + ["b"] * 9 + ["c"] * 9
    assert match_ids(labels(*[0, 1, 2] * 9), 3, old, (), {}, counter()) == ("new0", "new1", "new2")
    assert match_ids(labels(*[0] * 14, *[1] * 13), 2, old, (), {}, counter()) == ("a", "c")


def test_an_empty_anchor_takes_what_nobody_claims():
    old = ["a", "a", "b", "b"]
    assert match_ids(labels(0, 0, 1, 1), 3, old, ("empty",), {}, counter()) == ("a", "b", "empty")
    assert match_ids(labels(0, 0, 0, 1), 2, ["a", "a", "a", "b"], ("empty",), {}, counter()) == ("a", "empty")


def test_more_anchors_than_clusters_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="2 anchors"):
        match_ids(labels(0), 1, [None], ("a", "b"), {}, counter())


NAMES = st.sampled_from(["a", "b", "c", "d", "e"])


@st.composite
def situations(draw):
    k = draw(st.integers(1, 7))
    rows = draw(st.lists(st.tuples(st.integers(0, k - 1), st.none() | NAMES), max_size=25))
    anchors = draw(st.lists(NAMES, unique=True, max_size=k))
    pinned = st.dictionaries(st.integers(0, len(rows) - 1), st.sampled_from(anchors)) if rows and anchors else None
    pins = draw(pinned) if pinned is not None else {}
    return labels(*[row[0] for row in rows]), k, [row[1] for row in rows], anchors, pins


@given(situations())
def test_every_cluster_has_its_own_id_and_no_anchor_is_lost(situation):
    new, k, old, anchors, pins = situation
    ids = match_ids(new, k, old, anchors, pins, counter())
    assert len(ids) == k == len(set(ids))
    assert set(anchors) <= set(ids)
    for cluster, name in enumerate(ids):
        if name in set(old) - set(anchors):
            assert any(label == cluster and was == name for label, was in zip(new, old, strict=True))


@given(situations(), st.randoms())
def test_the_order_of_the_anchors_does_not_matter(situation, random):
    new, k, old, anchors, pins = situation
    shuffled = random.sample(anchors, len(anchors))
    assert match_ids(new, k, old, anchors, pins, counter()) == match_ids(new, k, old, shuffled, pins, counter())


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.permutations(range(5)))
def test_renumbered_clusters_keep_their_ids(values, order):
    old = ["abcde"[value] for value in values]
    ids = match_ids(labels(*[order[value] for value in values]), 5, old, (), {}, counter())
    assert [ids[order[value]] for value in values] == old
