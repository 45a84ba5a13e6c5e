"""Clusters stay where they are while single photos and clusters are changed, and are sorted anew else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from engine.core.records import UNSURE, Changes
from engine.edits import Lock, Merge, Move, Rename
from engine.library.library import Library
from gallery_app.state.cluster_order import merged_order
from gallery_app.state.session import Session
from gallery_app.views.shelf.cluster_shelf import ClusterShelf

Rows = Callable[[str], list[int]]


@pytest.fixture
def do(session: Session, qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Gives a command, and waits until what it changes is shown."""

    def given(command: Callable[[], object]) -> None:
        with qtbot.waitSignal(session.changed):
            command()

    return given


def seen(shelf: ClusterShelf) -> list[str]:
    """The names on the cards, from the top as they are laid out."""
    cards = [shelf.card(id_) for id_ in shelf.order()]
    laid = sorted(cards, key=lambda card: shelf.card_area.layout().indexOf(card))
    assert laid == cards
    return [card.cluster.name for card in laid]


def test_no_card_moves_while_photos_are_corrected(
    shelf: ClusterShelf, session: Session, rows_named: Rows, do: Callable[[Callable[[], object]], None]
) -> None:
    beach, forest, night = (c.id for c in session.gallery.clusters)
    ids = session.gallery.ids[rows_named("forest")].tolist()
    do(lambda: session.edit(Move(ids[:2], night), shelf))
    assert seen(shelf) == ["Beach", "Forest", "Night"]
    assert [len(session.gallery.members(id_)) for id_ in (beach, forest, night)] == [4, 2, 6]
    assert {session.gallery.cluster_of(row).id for row in rows_named("beach")} == {beach}
    do(lambda: session.reject(ids[2:3], shelf))
    do(lambda: session.edit(Rename(night, "Stars"), shelf))
    do(lambda: session.edit(Lock(beach, True), shelf))
    assert seen(shelf) == ["Beach", "Forest", "Stars"]
    do(lambda: session.new_cluster(ids[:2], shelf, "Owls"))
    assert seen(shelf) == ["Beach", "Forest", "Stars", "Owls"]
    do(session.undo)
    assert seen(shelf) == ["Beach", "Forest", "Stars"]


def test_a_card_that_undo_brings_back_stands_where_it_stood(
    shelf: ClusterShelf, session: Session, do: Callable[[Callable[[], object]], None]
) -> None:
    beach, forest, _night = (c.id for c in session.gallery.clusters)
    do(lambda: session.edit(Merge(beach, forest), shelf))
    assert seen(shelf) == ["Forest", "Night"]
    do(session.undo)
    assert seen(shelf) == ["Beach", "Forest", "Night"]


def test_another_clustering_sorts_them_anew(
    shelf: ClusterShelf, session: Session, rows_named: Rows, do: Callable[[Callable[[], object]], None]
) -> None:
    ids = session.gallery.ids[rows_named("forest")].tolist()
    night = session.gallery.clusters[2].id
    do(lambda: session.edit(Move(ids[:2], night), shelf))
    assert seen(shelf) == ["Beach", "Forest", "Night"]

    def retrained(library: Library) -> Changes:
        catalog, made = library.catalog, session.gallery.clustering
        kept = catalog.clusterings.add(replace(made, cluster_ids=made.cluster_ids[::-1]), "again")
        catalog.set_setting("clustering", str(kept))
        return Changes.EVERYTHING

    do(lambda: session.write(retrained, None))
    assert seen(shelf) == ["Night", "Beach", "Forest"]


def test_a_library_that_is_opened_again_is_sorted_anew(
    session: Session, rows_named: Rows, do: Callable[[Callable[[], object]], None]
) -> None:
    ids = session.gallery.ids[rows_named("forest")].tolist()
    do(lambda: session.edit(Move(ids[:2], session.gallery.clusters[2].id), None))
    assert [c.name for c in session.gallery.clusters] == ["Beach", "Forest", "Night"]
    folder, place = session.folder, session.library.folder
    session.close()
    do(lambda: session.open(folder, away_library=place))
    assert [c.name for c in session.gallery.clusters] == ["Night", "Beach", "Forest"]


def test_known_ones_stay_and_new_ones_come_after_them() -> None:
    assert merged_order([], ["c3", "c1"]) == ["c3", "c1"]
    assert merged_order(["c3", "c1"], ["c1", "c4", "c3"]) == ["c3", "c1", "c4"]


def test_unsure_stays_last() -> None:
    assert merged_order(["c3", UNSURE], ["c1", "c3", UNSURE]) == ["c3", "c1", UNSURE]


def test_what_comes_back_stands_where_it_stood() -> None:
    assert merged_order(merged_order(["c3", "c1", "c2"], ["c3", "c2"]), ["c2", "c1", "c3"]) == ["c3", "c1", "c2"]
