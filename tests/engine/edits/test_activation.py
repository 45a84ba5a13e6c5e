"""Activating a kept clustering: a preview of what would move, and corrections hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.records import UNSURE, Clustering
from engine.edits import Lock, Move, Rename
from engine.edits.activation import activate, preview
from engine.edits.flows import Flow
from engine.edits.history import History
from engine.library.catalog.catalog import Catalog

BEFORE = {1: "c1", 2: "c1", 3: "c1", 4: "c2", 5: "c2", 6: "c3"}
AFTER = {1: "c1", 2: "c1", 3: "c2", 4: "c2", 5: "c4", 6: "c4"}


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """Six photos in Dogs, Cats and Memes, organised once."""
    made = Catalog(tmp_path / "catalog.db")
    root = made.files.add_root("/photos", 1, 2)
    made.files.add(root, ((f"{i}.jpg", 1, 1) for i in BEFORE))
    made.files.set_read([(i, f"d{i}") for i in BEFORE])
    made.clusters.add({"c1": "Dogs", "c2": "Cats", "c3": "Memes", "c4": "Screens"})
    activate(made, keep(made, BEFORE), "first")
    yield made
    made.close()


def keep(catalog: Catalog, assignments: dict[int, str]) -> int:
    names = tuple(sorted(set(assignments.values())))
    labels = np.array([names.index(c) for c in assignments.values()], np.int64)
    probabilities = np.full((len(assignments), len(names)), 0.1, np.float32)
    probabilities[np.arange(len(assignments)), labels] = 0.9
    ids = np.array(list(assignments), np.int64)
    return catalog.clusterings.add(Clustering(ids, labels, probabilities, names, "kmeans", {}, 0, "test"), "by hand")


def assignments(catalog: Catalog) -> dict[int, str]:
    current = catalog.clusters.assignments()
    return dict(zip(current.ids.tolist(), current.clusters, strict=True))


def test_the_first_clustering_is_active_at_once_and_cannot_be_undone(catalog: Catalog) -> None:
    assert assignments(catalog) == BEFORE
    assert History(catalog).undo_label is None


def test_a_preview_shows_what_moves_and_changes_nothing(catalog: Catalog) -> None:
    result = preview(catalog, keep(catalog, AFTER))
    assert {(f.source, f.target, f.count, f.photos) for f in result.flows} == {
        ("c1", "c1", 2, ()),
        ("c1", "c2", 1, (3,)),
        ("c2", "c2", 1, ()),
        ("c2", "c4", 1, (5,)),
        ("c3", "c4", 1, (6,)),
    }
    assert (result.moved, result.gone, result.new) == (3, {"c3"}, {"c4"})
    assert result.names["c4"] == "Screens"
    assert assignments(catalog) == BEFORE


def test_an_activated_clustering_is_undone_to_the_one_before(catalog: Catalog) -> None:
    activate(catalog, keep(catalog, AFTER), "retrain into 3 clusters")
    assert assignments(catalog) == AFTER
    assert str(History(catalog).undo_label) == "retrain into 3 clusters"
    History(catalog).undo()
    assert assignments(catalog) == BEFORE


def test_clusters_left_as_they_are_lose_and_gain_nothing(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    left = preview(catalog, made).leaving({"c2"})
    activate(catalog, made, "retrain", leave={"c2"})
    assert assignments(catalog) == {1: "c1", 2: "c1", 3: "c1", 4: "c2", 5: "c2", 6: "c4"}
    assert (left.moved, left.gone, left.new) == (1, {"c3"}, {"c4"})


def test_what_was_said_since_it_was_made_holds(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    History(catalog).do(Move([1], "c2"))
    History(catalog).do(Lock("c3", True))
    assert preview(catalog, made).moved == 2  # 1 and 6 stay
    activate(catalog, made, "retrain")
    assert assignments(catalog) == AFTER | {1: "c2", 6: "c3"}


def test_a_new_cluster_gives_way_where_the_user_has_given_its_name_to_another(catalog: Catalog) -> None:
    made = keep(catalog, AFTER)
    History(catalog).do(Rename("c1", "Screens"))  # as the machine calls c4, which nobody has seen yet
    assert preview(catalog, made).names == {"c1": "Screens", "c2": "Cats", "c3": "Memes", "c4": "Screens 2"}
    activate(catalog, made, "retrain")
    assert {c.id: c.name for c in catalog.clusters.visible()} == {"c1": "Screens", "c2": "Cats", "c4": "Screens 2"}
    History(catalog).undo()
    History(catalog).undo()
    assert {c.id: c.name for c in catalog.clusters.visible()} == {"c1": "Dogs", "c2": "Cats", "c3": "Memes"}


def test_a_photo_that_an_earlier_clustering_does_not_know_stays_where_it_is(catalog: Catalog) -> None:
    earlier = keep(catalog, {i: c for i, c in AFTER.items() if i != 5})
    activate(catalog, earlier, "go back")
    assert assignments(catalog)[5] == "c2"


def test_a_photo_that_stood_nowhere_goes_where_it_belongs(catalog: Catalog) -> None:
    catalog.clusters.unassign([6])
    made = keep(catalog, AFTER)
    assert Flow(None, "c4", 1) in preview(catalog, made).leaving({"c4"}).flows
    activate(catalog, made, "retrain", leave={"c4"})
    assert assignments(catalog)[6] == "c4"


def test_every_clustering_is_kept_and_can_be_gone_back_to(catalog: Catalog) -> None:
    activate(catalog, keep(catalog, AFTER), "retrain")
    newest, first = catalog.clusterings.kept()
    assert (newest.k, newest.photos, newest.method) == (3, 6, "kmeans")
    assert catalog.clusterings.current() == (newest.id, "by hand")
    activate(catalog, first.id, "go back")
    assert assignments(catalog) == BEFORE
    assert catalog.clusterings.current() == (first.id, "by hand")


def test_of_what_nobody_took_only_the_newest_is_kept(catalog: Catalog) -> None:
    taken = keep(catalog, AFTER)
    activate(catalog, taken, "retrain")
    left = [keep(catalog, BEFORE) for _ in range(12)]
    catalog.clusterings.forget_unused()
    kept = [k.id for k in catalog.clusterings.kept()]
    assert kept == [*left[:3:-1], taken, 1]  # eight that were left, and both that have stood
    History(catalog).undo()
    assert assignments(catalog) == BEFORE


@pytest.mark.parametrize("problem", [False, True], ids=["away", "unreadable"])
def test_a_locked_cluster_keeps_photos_that_are_away_or_unreadable_for_a_while(catalog: Catalog, problem: bool) -> None:
    History(catalog).do(Lock("c2", True))
    catalog.files.set_problems([(4, "is cut short")]) if problem else catalog.files.mark_gone([4])
    activate(catalog, keep(catalog, {1: "c1", 2: "c1", 3: "c1", 5: "c2", 6: "c1"}), "retrain")
    assert catalog.clusters.members(UNSURE) == []
    catalog.files.revise([(4, "4.jpg", 1, 1)])
    assert assignments(catalog)[4] == "c2"
    assert catalog.corrections.all().pins == {4: "c2", 5: "c2"}


def test_who_was_away_while_its_cluster_was_dissolved_does_not_bring_it_back_but_undo_does(catalog: Catalog) -> None:
    catalog.files.mark_gone([6])
    activate(catalog, keep(catalog, {i: c for i, c in AFTER.items() if i != 6}), "retrain")
    catalog.files.revise([(6, "6.jpg", 1, 1)])
    assert 6 not in assignments(catalog)  # a new one, as any that comes
    History(catalog).undo()
    assert assignments(catalog) == BEFORE
    catalog.files.mark_gone([6])
    History(catalog).redo()
    catalog.files.revise([(6, "6.jpg", 1, 1)])
    assert 6 not in assignments(catalog)
