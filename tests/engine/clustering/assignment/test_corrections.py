from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.clustering.assignment.corrections import constraints, enforce, minimum_k, require_room, violated
from engine.core.errors import UserError
from engine.core.records import Clustering, Corrections

FIRST = 100  # file ids are not rows


def clustering(probabilities, names="abcdefgh"):
    """Files 100, 101, … with these probabilities, each in its likeliest cluster."""
    matrix = np.array(probabilities, np.float32)
    return Clustering(
        ids=np.arange(FIRST, FIRST + len(matrix)),
        labels=matrix.argmax(axis=1),
        probabilities=matrix,
        cluster_ids=tuple(names[: matrix.shape[1]]),
        method="none",
        parameters={},
        seed=0,
        backbone="none",
    )


def homes(found):
    return "".join(found.cluster_ids[label] for label in found.labels)


def test_a_pin_is_certain():
    found = enforce(clustering([[0.9, 0.1], [0.8, 0.2]]), Corrections(pins={100: "b"}, anchors=("b",)))
    assert homes(found) == "ba"
    assert found.probabilities[0].tolist() == [0, 1]


def test_a_rejected_cluster_gives_way_to_the_next_likeliest():
    found = enforce(clustering([[0.6, 0.1, 0.3]]), Corrections(rejections={100: frozenset("a")}))
    assert homes(found) == "c"
    np.testing.assert_allclose(found.probabilities, [[0, 0.25, 0.75]], rtol=1e-4)


def test_a_rejection_of_another_cluster_moves_nothing():
    before = clustering([[0.6, 0.1, 0.3]])
    before.labels[0] = 1  # a method whose labels are not its likeliest clusters
    assert homes(enforce(before, Corrections(rejections={100: frozenset("c")}))) == "b"


def test_of_a_file_that_rejects_every_cluster_the_rejections_are_void_and_that_is_said():
    all_rejected = Corrections(rejections={100: frozenset("ab")})
    found = enforce(clustering([[0.6, 0.4]]), all_rejected)
    assert homes(found) == "a"
    assert violated(found, all_rejected).rejections == {100: frozenset("a")}


def test_together_takes_the_jointly_likeliest_cluster():
    found = enforce(clustering([[0.5, 0.49, 0.01], [0.01, 0.49, 0.5]]), Corrections(together=((100, 101),)))
    assert homes(found) == "bb"


def test_together_follows_a_pin_through_a_chain():
    chain = Corrections(pins={100: "c"}, together=((100, 101), (101, 102)), anchors=("c",))
    found = enforce(clustering([[0.8, 0.1, 0.1]] * 3), chain)
    assert homes(found) == "ccc"
    assert found.probabilities[2].tolist() == [0, 0, 1]


def test_a_rejection_counts_for_the_whole_group():
    both = Corrections(rejections={100: frozenset("a")}, together=((100, 101),))
    assert homes(enforce(clustering([[0.6, 0.3, 0.1], [0.98, 0.01, 0.01]]), both)) == "bb"


def test_contradictory_pins_win_over_together():
    pulled = Corrections(pins={100: "a", 101: "b"}, together=((100, 101),), anchors=("a", "b"))
    found = enforce(clustering([[0.5, 0.5], [0.5, 0.5]]), pulled)
    assert homes(found) == "ab"
    assert violated(found, pulled) == Corrections(together=((100, 101),))


def test_of_two_apart_the_less_sure_one_moves():
    pair = Corrections(apart=((100, 101),))
    assert homes(enforce(clustering([[0.9, 0.1, 0], [0.5, 0.1, 0.4]]), pair)) == "ac"
    assert homes(enforce(clustering([[0.5, 0.1, 0.4], [0.9, 0.1, 0]]), pair)) == "ca"
    held = Corrections(pins={100: "a"}, apart=((100, 101),), anchors=("a",))
    assert homes(enforce(clustering([[0.2, 0.8], [0.9, 0.1]]), held)) == "ab"


def test_what_cannot_be_kept_apart_is_said():
    three = Corrections(apart=((100, 101), (101, 102), (100, 102)))
    left = violated(enforce(clustering([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3]]), three), three)
    assert len(left.apart) == 1


def test_anchors_and_pinned_to_clusters_that_are_missing_come_back():
    found = enforce(clustering([[0.5, 0.5]]), Corrections(pins={100: "y"}, anchors=("x", "y")))
    assert found.cluster_ids == ("a", "b", "x", "y")
    assert homes(found) == "y"


def test_files_without_corrections_stay_as_they_are():
    before = clustering([[0.9, 0.1], [0.3, 0.7]])
    after = enforce(before, Corrections(pins={100: "b", 9: "a"}, anchors=("a", "b")))
    assert after.probabilities[1].tolist() == before.probabilities[1].tolist()
    assert before.labels.tolist() == [0, 1]


def test_constraints_speak_of_rows_and_anchors():
    corrections = Corrections(
        pins={102: "m", 5: "n"},
        rejections={100: frozenset({"n", "other"}), 5: frozenset("m")},
        together=((100, 101), (100, 5)),
        apart=((102, 100),),
        anchors=("m", "n"),
    )
    found = constraints(corrections, np.array([102, 100, 101]))
    assert found.anchors == 2
    assert found.pins.tolist() == [0, -1, -1]
    assert found.rejections.tolist() == [[1, 1]]
    assert found.together.tolist() == [[1, 2]]
    assert found.apart.tolist() == [[0, 1]]
    assert constraints(Corrections(), np.array([1])).together.shape == (0, 2)


N, K = 5, 3
FILES = st.integers(FIRST, FIRST + N)  # the last one is not in the clustering
CLUSTERS = st.sampled_from("abc")
PAIRS = st.lists(st.tuples(FILES, FILES).filter(lambda pair: pair[0] != pair[1]), max_size=5).map(tuple)
CORRECTIONS = st.builds(
    Corrections,
    pins=st.dictionaries(FILES, CLUSTERS, max_size=3),
    rejections=st.dictionaries(FILES, st.frozensets(CLUSTERS, min_size=1), max_size=3),
    together=PAIRS,
    apart=PAIRS,
    anchors=st.just(("a", "b", "c")),
)
MATRICES = st.lists(
    st.lists(st.integers(0, 9), min_size=K, max_size=K).map(lambda row: np.divide(np.add(row, 0.1), sum(row) + 0.3)),
    min_size=N,
    max_size=N,
)


def holds(corrections, cluster_of):
    """Pins, rejections, together, apart: how many of each a division of the files breaks; the plain rules."""
    return (
        sum(cluster_of.get(file, name) != name for file, name in corrections.pins.items()),
        sum(cluster_of.get(file) in names for file, names in corrections.rejections.items()),
        sum(cluster_of[a] != cluster_of[b] for a, b in corrections.together if a in cluster_of and b in cluster_of),
        sum(cluster_of[a] == cluster_of[b] for a, b in corrections.apart if a in cluster_of and b in cluster_of),
    )


@settings(max_examples=300, deadline=None)
@given(MATRICES, CORRECTIONS)
def test_every_correction_holds_that_no_stronger_one_contradicts(matrix, corrections):
    found = enforce(clustering(matrix), corrections)
    cluster_of = {int(file): found.cluster_ids[label] for file, label in zip(found.ids, found.labels, strict=True)}
    divisions = [dict(zip(cluster_of, names, strict=True)) for names in itertools.product("abc", repeat=N)]
    possible = [holds(corrections, division) for division in divisions]
    pins, rejections, together, apart = holds(corrections, cluster_of)
    assert pins == 0
    assert rejections == min(broken[1] for broken in possible if broken[0] == 0)
    if any(broken[:3] == (0, 0, 0) for broken in possible):
        assert together == 0
    if (0, 0, 0, 0) in possible:
        assert apart == 0
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, rtol=1e-5)
    assert (found.probabilities.argmax(axis=1) == found.labels).all()
    for file, name in corrections.pins.items():
        if file in cluster_of:
            assert found.probabilities[file - FIRST, "abc".index(name)] == 1


def test_a_large_library_with_few_corrections():
    generator = np.random.default_rng(0)
    before = clustering(generator.dirichlet(np.ones(8), 100_000))
    corrections = Corrections(
        pins={FIRST + row: "c" for row in range(0, 5_000, 5)},
        rejections={FIRST + row: frozenset("ab") for row in range(1, 5_000, 5)},
        together=tuple((FIRST + row, FIRST + row + 1) for row in range(2, 5_000, 5)),
        apart=tuple((FIRST + row, FIRST + row + 5) for row in range(4, 5_000, 5)),
        anchors=("c",),
    )
    assert violated(enforce(before, corrections), corrections) == Corrections()


def test_a_choice_between_equals_is_the_likeliest_afterwards():
    even = [np.full(K, 1 / K)] * N
    corrections = Corrections(pins={100: "a", 104: "b"}, apart=((100, 101), (101, 104)), anchors=("a", "b", "c"))
    found = enforce(clustering(even), corrections)
    assert found.labels[1] == 2
    assert (found.probabilities.argmax(axis=1) == found.labels).all()


def test_nothing_comes_into_a_locked_cluster_but_what_the_user_ties_to_it():
    locked = Corrections(pins={100: "a"}, anchors=("a",), locked=("a",))
    before = clustering([[0.9, 0.1, 0], [0.8, 0.05, 0.15], [0.2, 0.3, 0.5], [0.9, 0.1, 0]])
    assert homes(enforce(before, locked)) == "accb"
    tied = Corrections(pins={100: "a"}, together=((100, 103),), anchors=("a",), locked=("a",))
    assert homes(enforce(before, tied)) == "acca"
    every = Corrections(pins={100: "a"}, anchors=("a", "b", "c"), locked=("a", "b", "c"))
    assert homes(enforce(before, every)) == "aaca"  # there is nowhere else to go


def test_k_has_room_for_every_anchor_and_for_what_locks_keep_out():
    ids = np.array([100, 101])
    corrections = Corrections(pins={100: "a"}, anchors=("a", "b"))
    require_room(2, corrections, ids)
    with pytest.raises(UserError, match="k = 1 is less than the 2 clusters"):
        require_room(1, corrections, ids)
    closed = Corrections(pins={100: "a"}, anchors=("a",), locked=("a",))
    assert (minimum_k(closed, ids), minimum_k(closed, ids[:1]), minimum_k(Corrections(), ids)) == (2, 1, 0)
    with pytest.raises(UserError, match="outside of your locked clusters: choose 2"):
        require_room(1, closed, ids)
