"""What a retrain would move, the most certain first; what is refused of it stays, and is a correction from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.records import UNSURE, Clustering
from engine.edits import Lock, Move, NewCluster, Rename, from_json, new_cluster
from engine.edits.activation import activate, preview, refuse
from engine.edits.flows import Flow
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog

BEFORE = dict.fromkeys(range(1, 9), ("c1", 0.9)) | {9: ("c2", 0.9), 10: ("c3", 0.9)}
AFTER = BEFORE | {1: ("c2", 0.6), 2: ("c2", 0.95), 3: ("c2", 0.7), 4: ("c3", 0.9), 5: ("c3", 0.98), 6: ("c2", 0.7)}


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """Ten photos in Dogs, Cats and Memes."""
    made = Catalog(tmp_path / "catalog.db")
    root = made.files.add_root("/photos", 1, 2)
    made.files.add(root, ((f"{i}.jpg", 1, 1) for i in BEFORE))
    made.files.set_read([(i, f"d{i}") for i in BEFORE])
    made.clusters.add({"c1": "Dogs", "c2": "Cats", "c3": "Memes"})
    activate(made, keep(made, BEFORE), "first")
    yield made
    made.close()


def keep(catalog: Catalog, assignments: dict[int, tuple[str, float]]) -> int:
    """Keep a clustering with these clusters and their probabilities."""
    names = tuple(sorted({cluster for cluster, _ in assignments.values()}))
    labels = np.array([names.index(cluster) for cluster, _ in assignments.values()], np.int64)
    probabilities = np.full((len(assignments), len(names)), 0.01, np.float32)
    probabilities[np.arange(len(assignments)), labels] = [chance for _, chance in assignments.values()]
    ids = np.array(list(assignments), np.int64)
    return catalog.clusterings.add(Clustering(ids, labels, probabilities, names, "kmeans", {}, 0, "test"), "by hand")


def assignments(catalog: Catalog) -> dict[int, str]:
    current = catalog.clusters.assignments()
    return dict(zip(current.ids.tolist(), current.clusters, strict=True))


def clusters_of(table: dict[int, tuple[str, float]]) -> dict[int, str]:
    return {file: cluster for file, (cluster, _) in table.items()}


def test_the_most_certain_flow_comes_first_and_in_it_the_most_certain_photo(catalog: Catalog) -> None:
    result = preview(catalog, keep(catalog, AFTER))
    moving = [f for f in result.flows if f.moves]
    assert result.flows[: len(moving)] == tuple(moving)
    assert [(f.source, f.target, f.photos) for f in moving] == [("c1", "c3", (5, 4)), ("c1", "c2", (2, 3, 6, 1))]
    assert [f.certainty for f in moving] == [pytest.approx(0.94), pytest.approx(0.7375)]
    assert moving[1].chances == pytest.approx((0.95, 0.7, 0.7, 0.6))


def test_a_preview_without_what_was_refused_counts_it_where_it_is(catalog: Catalog) -> None:
    result = preview(catalog, keep(catalog, AFTER)).leaving((), {(2, "c2"), (4, "c3"), (5, "c3"), (6, "c3")})
    assert (result.moved, [f.photos for f in result.flows if f.moves]) == (3, [(3, 6, 1)])
    assert {f.source: f.count for f in result.flows if not f.moves} == {"c1": 5, "c2": 1, "c3": 1}
    assert sum(f.count for f in result.flows) == len(BEFORE)


def test_a_refused_photo_stays_and_one_undo_takes_back_both(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    activate(catalog, made, "retrain", refused={(2, "c2"), (5, "c3")})
    taken = clusters_of(AFTER) | {2: "c1", 5: "c1"}
    rejected = {2: frozenset({"c2"}), 5: frozenset({"c3"})}
    history = History(catalog)
    for _ in range(2):
        assert (assignments(catalog), catalog.corrections.all().rejections) == (taken, rejected)
        history.undo()
        assert (assignments(catalog), catalog.corrections.all().rejections) == (clusters_of(BEFORE), {})
        assert history.undo_label is None
        history.redo()
    assert preview(catalog, keep(catalog, AFTER)).moved == 0  # what was refused is not proposed again


def test_undo_leaves_what_was_rejected_before(catalog: Catalog) -> None:
    catalog.corrections.set_rejections(2, ["c3"])
    activate(catalog, keep(catalog, AFTER), "retrain", refused={(2, "c2")})
    assert catalog.corrections.rejections_of(2) == ["c2", "c3"]
    History(catalog).undo()
    assert catalog.corrections.rejections_of(2) == ["c3"]


def test_refused_and_nothing_taken_it_teaches_as_well(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    refuse(catalog, {(2, "c2"), (5, "c3")})
    assert assignments(catalog) == clusters_of(BEFORE)
    assert str(History(catalog).undo_label) == "keep 2 photos where they are"
    assert preview(catalog, made).moved == 4
    History(catalog).undo()
    assert preview(catalog, made).moved == 6
    History(catalog).redo()
    assert catalog.corrections.all().rejections == {2: frozenset({"c2"}), 5: frozenset({"c3"})}


def test_nobody_can_be_kept_out_of_unsure_but_stays(catalog: Catalog) -> None:
    made = keep(catalog, BEFORE | {1: (UNSURE, 0.5), 2: (UNSURE, 0.5)})
    refuse(catalog, {(1, UNSURE)})
    assert History(catalog).undo_label is None
    activate(catalog, made, "retrain", refused={(1, UNSURE)})
    assert (assignments(catalog)[1], assignments(catalog)[2]) == ("c1", UNSURE)
    assert catalog.corrections.all().rejections == {}


def test_who_was_moved_there_by_hand_since_is_not_kept_out(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    History(catalog).do(Move([2], "c2"))
    activate(catalog, made, "retrain", refused={(2, "c2")})
    assert assignments(catalog)[2] == "c2"
    assert catalog.corrections.all().rejections == {}


def test_an_edit_that_an_earlier_version_has_logged_is_undone(catalog: Catalog) -> None:
    activate(catalog, keep(catalog, AFTER), "retrain")
    last = catalog.edits.last_done()
    assert last is not None
    earlier = from_json(f'{{"do": "adopt", "snapshot": {from_json(last.inverse).snapshot}}}')  # type: ignore[attr-defined]
    earlier.change(catalog)
    assert assignments(catalog) == clusters_of(BEFORE)


def test_it_says_which_piles_are_the_users_own(catalog: Catalog) -> None:
    own = new_cluster(catalog, [10])
    assert isinstance(own, NewCluster)
    History(catalog).do(own)  # made, and not named
    History(catalog).do(Rename("c2", "Kitty"))
    History(catalog).do(Move([9], "c1"))  # a stray: that makes Dogs no pile of the user's
    result = preview(catalog, keep(catalog, AFTER | {10: (own.cluster, 0.9), 7: (own.cluster, 0.8)}))
    assert result.yours == {own.cluster, "c2"}
    assert Flow("c1", own.cluster, 1, (7,), (pytest.approx(0.8),)) in result.flows


def test_a_locked_cluster_takes_none_and_its_refusals_are_kept(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    History(catalog).do(Lock("c3", True))
    activate(catalog, made, "retrain", leave={"c2"}, refused={(2, "c2")})
    assert assignments(catalog) == clusters_of(BEFORE)
    assert catalog.corrections.rejections_of(2) == ["c2"]
