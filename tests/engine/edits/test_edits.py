"""Edits and their history: each is taken back exactly, in one transaction, over restarts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.core.errors import UserError
from engine.core.records import UNSURE, Changes, Cluster
from engine.edits import Edit, Lock, Merge, Move, Pair, Reject, Rename, Split, new_cluster
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog

PHOTOS = 6


def make_catalog(path: Path) -> Catalog:
    catalog = Catalog(path)
    root = catalog.files.add_root("/photos", 1, 2)
    catalog.files.add(root, ((f"{i}.jpg", 1, 1) for i in range(PHOTOS)))
    catalog.files.set_read([(i, f"d{i}") for i in range(1, PHOTOS + 1)])
    catalog.clusters.add({"c1": "Dogs", "c2": "Cats", "c3": "Memes"})
    catalog.clusters.assign((i, f"c{(i - 1) % 3 + 1}", 0.5) for i in range(1, PHOTOS + 1))
    return catalog


def state_of(catalog: Catalog) -> object:
    assignments = catalog.clusters.assignments()
    return (
        list(zip(assignments.ids.tolist(), assignments.clusters, assignments.confidences.tolist(), strict=True)),
        catalog.corrections.all(),
        sorted((c.id, c.name, c.locked, c.named_by_user) for c in catalog.clusters.visible()),
    )


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    made = make_catalog(tmp_path / "catalog.db")
    yield made
    made.close()


def test_a_move_pins_and_undo_unpins(catalog: Catalog) -> None:
    history, before = History(catalog), state_of(catalog)
    changes = history.do(Move([1, 2], "c3"))
    assert Changes.PHOTOS in changes
    assert catalog.corrections.all().pins == {1: "c3", 2: "c3"}
    assert catalog.clusters.members("c3") == [1, 2, 3, 6]
    assert str(history.undo_label) == "move 2 photos to Memes"
    history.undo()
    assert state_of(catalog) == before
    assert history.undo_label is None
    assert str(history.redo_label) == "move 2 photos to Memes"


@pytest.mark.parametrize(("name", "users"), [("Costumes", True), (None, False)])
def test_a_cluster_that_is_made_with_a_name_is_named_by_the_user(
    catalog: Catalog, name: str | None, users: bool
) -> None:
    history, before = History(catalog), state_of(catalog)
    history.do(new_cluster(catalog, [1, 2], name))
    [made] = [c for c in catalog.clusters.visible() if c.id == "c4"]
    assert (made.name, made.named_by_user) == (name or "New cluster 1", users)
    history.undo()
    assert state_of(catalog) == before
    history.redo()
    assert [c.named_by_user for c in catalog.clusters.visible() if c.id == "c4"] == [users]


def test_a_name_that_is_taken_is_numbered(catalog: Catalog) -> None:
    for name in ("Copies", "Copies", None, "Copies"):
        History(catalog).do(new_cluster(catalog, [1], name))
    made = [catalog.clusters.get(f"c{number}") for number in (4, 5, 6, 7)]
    assert [c.name for c in made if c] == ["Copies", "Copies 2", "New cluster 1", "Copies 3"]


def test_history_outlives_the_program(tmp_path: Path) -> None:
    first = make_catalog(tmp_path / "c.db")
    before = state_of(first)
    History(first).do(Rename("c1", "Puppies"))
    first.close()
    second = Catalog(tmp_path / "c.db")
    History(second).undo()
    assert state_of(second) == before
    second.close()


def test_a_new_edit_ends_what_could_be_redone(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(Lock("c1", True))
    history.undo()
    history.do(Lock("c2", True))
    assert history.redo_label is None
    with pytest.raises(UserError, match="nothing to redo"):
        history.redo()


def test_a_locked_cluster_is_an_anchor_and_its_members_are_pinned_to_it(catalog: Catalog) -> None:
    History(catalog).do(Lock("c2", True))
    corrections = catalog.corrections.all()
    assert corrections.anchors == ("c2",)
    assert corrections.pins == {2: "c2", 5: "c2"}


def test_merging_keeps_the_name_the_user_gave(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(Rename("c1", "My dogs"))
    history.do(Merge("c1", "c2"))
    merged = catalog.clusters.get("c2")
    assert merged is not None
    assert (merged.name, merged.members, merged.named_by_user) == ("My dogs", 4, True)
    assert "c1" not in {c.id for c in catalog.clusters.visible()}


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        (Cluster("c1", "Text 2", 4), Cluster("c2", "Receipts", 2), "Text 2"),  # the larger one's
        (Cluster("c1", "Receipts", 2), Cluster("c2", "Text", 4), "Text"),
        (Cluster("c1", "Terriers", 3), Cluster("c2", "Dogs", 3), "Terriers"),  # as large: the more specific
        (Cluster("c1", "Dogs", 3), Cluster("c2", "Dogs, drawn", 3), "Dogs, drawn"),
        (Cluster("c1", "Group 1", 5), Cluster("c2", "Dogs", 1), "Dogs"),  # no name at all
        (Cluster("c1", "Mine", 2, named_by_user=True), Cluster("c2", "Dogs", 4), "Mine"),
        (Cluster("c1", "Mine", 2, named_by_user=True), Cluster("c2", "Yours", 4, named_by_user=True), "Yours"),
    ],
)
def test_a_merge_keeps_the_better_name_under_the_targets_id(
    catalog: Catalog, source: Cluster, target: Cluster, kept: str
) -> None:
    files = iter(range(1, PHOTOS + 1))
    for cluster in (source, target):
        catalog.clusters.put(cluster)
        catalog.clusters.assign((next(files), cluster.id, 0.5) for _ in range(cluster.members))
    history, before = History(catalog), state_of(catalog)
    history.do(Merge("c1", "c2"))
    merged = catalog.clusters.get("c2")
    assert merged is not None
    assert (merged.name, merged.members) == (kept, PHOTOS)
    assert merged.named_by_user == (source.named_by_user or target.named_by_user)
    history.undo()
    assert state_of(catalog) == before


def test_not_this_cluster_takes_the_pin_back_and_moving_there_again_forgets_it(catalog: Catalog) -> None:
    history = History(catalog)
    history.do(Move([1], "c2"))
    history.do(Reject([1], "c2", [("c3", 0.4)]))
    corrections = catalog.corrections.all()
    assert (corrections.pins, corrections.rejections) == ({}, {1: frozenset({"c2"})})
    history.do(Move([1], "c2"))
    assert catalog.corrections.all().rejections == {}


def test_the_unsure_are_last_and_can_be_merged_away(catalog: Catalog) -> None:
    catalog.clusters.assign([(1, UNSURE, 0.2), (4, UNSURE, 0.1), (2, UNSURE, 0.1)])
    assert [c.name for c in catalog.clusters.visible()][-1] == "Unsure"
    assert catalog.corrections.all().anchors == ()
    history = History(catalog)
    history.do(Merge(UNSURE, "c3"))
    assert UNSURE not in {c.id for c in catalog.clusters.visible()}
    assert catalog.corrections.all().pins == {1: "c3", 2: "c3", 4: "c3"}
    history.undo()
    assert catalog.clusters.members(UNSURE) == [1, 2, 4]
    assert catalog.clusters.fresh_ids(1) == ["c4"]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Rename("c1", "  "), "at least one letter"),
        (Rename("c1", "Cats"), "merge the two"),
        (Rename("c77", "Cows"), "no cluster 'c77'"),
        (Merge("c1", "c1"), "merged with itself"),
        (Pair(1, 1, "apart"), "paired with itself"),
        (Reject([1], "c1", [("c1", 1.0)]), "only cluster"),
        (Rename("c1", "Unsure"), "merge the two"),
        *(
            (edit, "Unsure is no cluster of its own")
            for edit in (
                Move([1], UNSURE),
                Reject([1], UNSURE, [("c1", 1.0)]),
                Rename(UNSURE, "Odd ones"),
                Merge("c1", UNSURE),
                Lock(UNSURE, True),
                Split(UNSURE, []),
            )
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(catalog: Catalog, edit: Edit, sentence: str) -> None:
    before = state_of(catalog)
    with pytest.raises(UserError, match=sentence):
        History(catalog).do(edit)
    assert state_of(catalog) == before
    assert History(catalog).undo_label is None


_files = st.lists(st.integers(1, PHOTOS), min_size=1, max_size=3, unique=True)
_clusters = st.sampled_from(["c1", "c2", "c3"])
_edits = st.one_of(
    st.builds(Move, _files, _clusters),
    st.builds(lambda f, c: Reject(f, c, [("c1" if c != "c1" else "c2", 0.3)] * len(f)), _files, _clusters),
    st.builds(Merge, _clusters, _clusters),
    st.builds(Rename, _clusters, st.sampled_from(["A", "B", "Cats"])),
    st.builds(Lock, _clusters, st.booleans()),
    st.builds(Pair, st.integers(1, 3), st.integers(4, PHOTOS), st.sampled_from(["together", "apart"])),
    st.sampled_from(["", "Mine"]),  # the name of a new cluster, or none
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(_edits, max_size=8))
def test_undoing_everything_and_redoing_it_come_back_to_the_same(
    edits: list[Edit | str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    catalog = make_catalog(tmp_path_factory.mktemp("edits") / "c.db")
    history, states = History(catalog), [state_of(catalog)]
    for edit in edits:
        try:
            history.do(new_cluster(catalog, [1, 5], edit or None) if isinstance(edit, str) else edit)
        except UserError:
            continue
        states.append(state_of(catalog))
    for state in reversed(states[:-1]):
        history.undo()
        assert state_of(catalog) == state
    for state in states[1:]:
        history.redo()
        assert state_of(catalog) == state
    catalog.close()
