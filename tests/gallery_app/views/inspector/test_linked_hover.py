"""What is under the mouse in one view lights up in the others: grid, map, shelf and the list of groups."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import Lock
from gallery_app.app import Parts
from gallery_app.views.shelf.cluster_card import ClusterCard


@pytest.fixture
def seen(parts: Parts, qtbot: QtBot) -> Parts:
    """Grid and map side by side, with their thumbnails, and nothing gliding."""
    parts.workspace.view_options.show_view("both")
    parts.window.activateWindow()
    wait_until_idle(parts, qtbot)
    return parts


def wait_until_idle(parts: Parts, qtbot: QtBot) -> None:
    parts.workspace.map.fit()
    QApplication.processEvents()
    for view in (parts.workspace.grid, parts.workspace.map, parts.workspace.shelf):
        view.grab()
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def leave(view: QWidget) -> None:
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))


def lit_cards(parts: Parts) -> list[str]:
    cards = parts.workspace.shelf.findChildren(ClusterCard)
    return [card.cluster.name for card in cards if card.lit]


def over_grid(parts: Parts, position: int, qtbot: QtBot) -> int:
    """Move the mouse over a photo of the grid; its file."""
    grid = parts.workspace.grid
    at = grid.box_of(position).center()
    qtbot.mouseMove(grid.viewport(), at - QPoint(3, 3))
    qtbot.mouseMove(grid.viewport(), at)
    return int(grid.photos.ids[position])


def image(view: QWidget) -> QImage:
    return view.grab().toImage()


def test_a_photo_of_the_grid_lights_up_on_the_map_and_the_shelf(seen: Parts, qtbot: QtBot) -> None:
    workspace, session = seen.workspace, seen.session
    hovered_files: list[object] = []
    session.hover_changed.connect(lambda file, _origin: hovered_files.append(file))
    before, card = image(workspace.map), workspace.shelf.card(session.gallery.clusters[0].id)
    dark = image(card)
    file = over_grid(seen, 1, qtbot)
    qtbot.waitUntil(lambda: session.hovered == file)
    assert image(workspace.map) != before
    cluster = session.gallery.cluster_of(session.gallery.row_of[file])
    assert cluster is not None
    assert lit_cards(seen) == [cluster.name]
    assert image(card) != dark
    leave(workspace.grid.viewport())
    assert lit_cards(seen) == []
    assert image(workspace.map) == before
    assert hovered_files == [file, None]  # no view answers another


def test_a_photo_of_the_map_lights_up_in_the_grid(seen: Parts, qtbot: QtBot) -> None:
    workspace, session = seen.workspace, seen.session
    grid, view = workspace.grid, workspace.map
    before, scrolled = image(grid), grid.offset
    hovered_files: list[object] = []
    session.hover_changed.connect(lambda file, _origin: hovered_files.append(file))
    file = int(grid.photos.ids[0])
    x, y = view.camera.to_view(view.scene.xy)[view.scene.index_of(file)].tolist()
    qtbot.mouseMove(view, QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: session.hovered == file)
    assert image(grid) != before
    assert grid.offset == scrolled  # nothing jumps
    assert lit_cards(seen) == [grid.photos.section_of(0).name]
    assert session.selection == frozenset()
    leave(view)
    assert image(grid) == before
    assert hovered_files == [file, None]


def test_the_list_of_groups_lights_up(seen: Parts, qtbot: QtBot) -> None:
    workspace, session = seen.workspace, seen.session
    workspace.view_options.group_by("time", "day")
    qtbot.waitUntil(lambda: session.filters.shown.groups is not None)
    wait_until_idle(seen, qtbot)
    file = over_grid(seen, 1, qtbot)
    qtbot.waitUntil(lambda: session.hovered == file)
    assert workspace.groups.lit == 0
    leave(workspace.grid.viewport())
    assert workspace.groups.lit == -1


def test_scrolling_below_a_resting_mouse_moves_the_light(seen: Parts, qtbot: QtBot) -> None:
    workspace, session = seen.workspace, seen.session
    grid = workspace.grid
    grid.zoom_by(2.0)
    grid.verticalScrollBar().setValue(0)
    first = over_grid(seen, 0, qtbot)
    qtbot.waitUntil(lambda: session.hovered == first)
    grid.verticalScrollBar().setValue(grid.layout_of_photos.box(len(grid.photos) - 1)[1])
    assert session.hovered != first
    leave(grid.viewport())
    grid.verticalScrollBar().setValue(0)
    assert session.hovered is None  # the mouse is elsewhere


def test_the_light_stays_when_the_clusters_change(seen: Parts, qtbot: QtBot) -> None:
    workspace, session = seen.workspace, seen.session
    file = over_grid(seen, 1, qtbot)
    qtbot.waitUntil(lambda: session.hovered == file)
    with qtbot.waitSignal(session.changed):
        session.edit(Lock(session.gallery.clusters[0].id, True), None)
    assert workspace.grid.hovered == 1
    assert workspace.map.hovered == workspace.map.scene.index_of(file)
    assert len(lit_cards(seen)) == 1
    wait_until_idle(seen, qtbot)
