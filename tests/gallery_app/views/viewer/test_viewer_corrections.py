"""In the viewer a command is about the photo that is seen, whatever the grid behind it has selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.state.session import Session


@pytest.fixture
def forest(parts: Parts) -> list[int]:
    """The photos of a cluster: all selected, and the first of them seen large."""
    session = parts.session
    cluster = next(c for c in session.gallery.clusters if c.name == "Forest")
    ids = [int(i) for i in session.gallery.ids[session.gallery.members(cluster.id)]]
    parts.workspace.grid.setFocus()
    session.select(ids, None, ids[0])
    parts.workspace.pages.show_photo(ids[0])
    return ids


def cluster_of(session: Session, file: int) -> str:
    cluster = session.gallery.cluster_of(session.gallery.row_of[file])
    assert cluster is not None
    return cluster.name


@pytest.mark.parametrize("command", ["not-this", "new-cluster"])
def test_a_correction_is_of_the_photo_that_is_seen(parts: Parts, forest: list[int], qtbot: QtBot, command: str) -> None:
    session, actions = parts.session, parts.window.actions_
    assert actions[command].isEnabled()
    with qtbot.waitSignal(session.changed):
        actions[command].trigger()
    assert cluster_of(session, forest[0]) != "Forest"
    assert {cluster_of(session, file) for file in forest[1:]} == {"Forest"}


def test_a_look_at_one_of_many_leaves_them_selected(parts: Parts, forest: list[int], qtbot: QtBot) -> None:
    viewer, session = parts.workspace.viewer, parts.session
    assert session.selection == {forest[0]}
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert session.selection == {forest[1]}
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert (session.selection, session.current) == (set(forest), forest[1])


def test_who_has_walked_away_from_them_has_that_photo_selected(parts: Parts, forest: list[int], qtbot: QtBot) -> None:
    viewer, session = parts.workspace.viewer, parts.session
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    session.select(forest[:2], None, forest[0])
    parts.workspace.pages.show_photo(forest[0])
    qtbot.keyClick(viewer, Qt.Key.Key_End)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert (session.selection, session.current) == ({forest[3]}, forest[3])


def test_all_photos_are_selected_only_where_they_are_seen(parts: Parts, forest: list[int], qtbot: QtBot) -> None:
    """Else a correction in the viewer would be of all of them."""
    select_all = parts.window.actions_["select-all"]
    assert not select_all.isEnabled()
    qtbot.keyClick(parts.workspace.viewer, Qt.Key.Key_Escape)
    assert select_all.isEnabled()


def test_who_looks_through_a_cluster_goes_on_in_it_after_a_correction(
    parts: Parts, forest: list[int], qtbot: QtBot
) -> None:
    viewer, session = parts.workspace.viewer, parts.session
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    for command in ("not-this", "undo", "redo"):
        with qtbot.waitSignal(session.changed):
            parts.window.actions_[command].trigger()
        assert viewer.file == forest[1]  # what has become of it is seen
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.file == forest[2]
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.file == forest[0]
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.file == forest[0]
