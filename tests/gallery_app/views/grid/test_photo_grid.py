"""The grid of photos: what mouse, keys and drops do, and that it follows the session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.core.records import Changes
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.parts.photo_drag import dragged_ids, mime_data
from tests.gallery_app import windows

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def grid(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoGrid]:
    grid = PhotoGrid(session, jobs)
    grid.resize(520, 400)
    grid.show()
    qtbot.waitExposed(grid)
    grid.setFocus()
    qtbot.waitUntil(lambda: not jobs.busy)
    yield grid
    grid.close()
    grid.deleteLater()


def middle(grid: PhotoGrid, position: int) -> QPoint:
    return grid.box_of(position).center()


def click(qtbot: QtBot, grid: PhotoGrid, position: int, held: Qt.KeyboardModifier = NONE) -> None:
    grid.reveal_position(position)
    qtbot.mouseClick(grid.viewport(), LEFT, held, middle(grid, position))


def ids(grid: PhotoGrid, *positions: int) -> frozenset[int]:
    return frozenset(int(grid.photos.ids[p]) for p in positions)


def test_sections_are_clusters_in_order(grid: PhotoGrid) -> None:
    assert [(s.name, len(s)) for s in grid.photos.sections] == [("Beach", 4), ("Forest", 4), ("Night", 4)]


def test_the_scroll_bar_takes_no_room_from_the_photos(grid: PhotoGrid) -> None:
    """Else a gallery that fits only without it would be laid out for ever, with it and without it."""
    grid.resize(520, 300)
    QApplication.processEvents()
    width, total = grid.viewport().width(), grid.layout_of_photos.total
    assert grid.verticalScrollBar().isEnabled()
    grid.resize(520, total + 20)
    QApplication.processEvents()
    assert not grid.verticalScrollBar().isEnabled()
    assert (grid.viewport().width(), grid.layout_of_photos.total) == (width, total)


def test_clicks_select_as_in_a_file_manager(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    click(qtbot, grid, 1)
    assert session.selection == ids(grid, 1)
    assert session.current == grid.photos.ids[1]
    click(qtbot, grid, 3, CTRL)
    assert session.selection == ids(grid, 1, 3)
    click(qtbot, grid, 1, CTRL)
    assert session.selection == ids(grid, 3)
    click(qtbot, grid, 5)
    click(qtbot, grid, 2, SHIFT)
    assert session.selection == ids(grid, 2, 3, 4, 5)


def test_a_rubber_band_selects_what_it_touches(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    view, end = grid.viewport(), middle(grid, 1)
    start = QPoint(4, grid.box_of(0).top() + 4)  # in the margin
    qtbot.mousePress(view, LEFT, NONE, start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)
    assert session.selection == ids(grid, 0, 1)
    qtbot.mouseRelease(view, LEFT, NONE, end)
    assert grid.band is None
    qtbot.mouseClick(view, LEFT, NONE, start)
    assert not session.selection


def test_a_heading_selects_its_cluster(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    grid.scroll_to_cluster(grid.photos.sections[1].cluster or "")
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, QPoint(60, 20))
    expected = grid.section_at(20)
    assert expected is not None
    assert session.selection == ids(grid, *range(expected.start, expected.stop))


def test_keys_walk_select_and_open(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    for key, held, expected in (
        (Qt.Key.Key_Right, NONE, {0}),
        (Qt.Key.Key_Right, NONE, {1}),
        (Qt.Key.Key_Right, SHIFT, {1, 2}),
        (Qt.Key.Key_End, NONE, {11}),
        (Qt.Key.Key_Home, NONE, {0}),
        (Qt.Key.Key_A, CTRL, set(range(12))),
        (Qt.Key.Key_Escape, NONE, set()),
        (Qt.Key.Key_Right, NONE, {0}),
    ):
        qtbot.keyClick(grid, key, held)
        assert session.selection == ids(grid, *expected), key
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(grid.opened) as opened:
            qtbot.keyClick(grid, key)
        assert opened.args == [int(grid.photos.ids[0])]


def test_arrows_down_keep_the_photo_in_sight(grid: PhotoGrid, qtbot: QtBot) -> None:
    for _ in range(12):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    box = grid.box_of(grid.current)
    assert grid.photos.section_of(grid.current).name == "Night"
    assert box.top() >= 0
    assert box.bottom() <= grid.viewport().height()


def test_letters_find_a_name(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(grid, "night_2")
    (found,) = session.selection
    assert session.gallery.files[session.gallery.row_of[found]].path == "night_2.jpg"


def test_double_click_opens(grid: PhotoGrid, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.opened):
        qtbot.mouseDClick(grid.viewport(), LEFT, NONE, middle(grid, 2))


def test_ctrl_wheel_keeps_the_photo_under_the_pointer(grid: PhotoGrid, qtbot: QtBot) -> None:
    grid.reveal_position(6)
    at = middle(grid, 6)
    before = grid.box_of(6).height()
    turn = QWheelEvent(
        QPointF(at), grid.viewport().mapToGlobal(QPointF(at)), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(grid.viewport(), turn)
    assert grid.box_of(6).height() < before
    assert grid.box_of(6).top() <= at.y() <= grid.box_of(6).bottom() or grid.verticalScrollBar().value() == 0


def test_the_grid_follows_selection_and_clusters_of_others(grid: PhotoGrid, session: Session) -> None:
    session.select(ids(grid, 10), None)
    assert grid.visible().start <= 10 < grid.visible().stop
    session.focus_cluster(grid.photos.sections[0].cluster, None)
    assert grid.offset == 0


def test_hovering_is_shared(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.hover_changed) as hovered:
        qtbot.mouseMove(grid.viewport(), middle(grid, 0))
        qtbot.mouseMove(grid.viewport(), middle(grid, 1))
    assert hovered.args is not None
    assert hovered.args[0] in ids(grid, 0, 1)


def drop(grid: PhotoGrid, files: frozenset[int], at: QPoint) -> bool:
    return windows.drop(grid.viewport(), mime_data(grid.session, files), at, Qt.DropAction.MoveAction)


def test_photos_dropped_on_another_section_move_there(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    moved = ids(grid, 9, 10)
    with qtbot.waitSignal(session.changed):
        assert drop(grid, moved, middle(grid, 0))
    gallery = session.gallery
    for file in moved:
        cluster = gallery.cluster_of(gallery.row_of[file])
        assert cluster is not None
        assert cluster.name == "Beach"
        assert gallery.pinned[gallery.row_of[file]]
    assert [len(s) for s in grid.photos.sections] == [6, 4, 2]
    with qtbot.waitSignal(session.changed):
        session.undo()
    assert [len(s) for s in grid.photos.sections] == [4, 4, 4]


def test_photos_dropped_where_they_are_stay(grid: PhotoGrid, session: Session) -> None:
    assert not drop(grid, ids(grid, 1), middle(grid, 0))
    assert session.undo_label is None


def test_a_drag_carries_ids_and_files(grid: PhotoGrid, session: Session) -> None:
    data = mime_data(session, ids(grid, 0, 5))
    assert frozenset(dragged_ids(data)) == ids(grid, 0, 5)
    assert {url.fileName() for url in data.urls()} == {
        session.gallery.files[session.gallery.row_of[i]].path for i in ids(grid, 0, 5)
    }


def test_the_menu_moves_and_rejects(grid: PhotoGrid, session: Session, qtbot: QtBot) -> None:
    click(qtbot, grid, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Menu)
    assert session.current is not None
    from gallery_app.views.parts.photo_menu import photo_menu

    menu = photo_menu(session, grid, [session.current])
    targets = next(a.menu() for a in menu.actions() if isinstance(a.menu(), QMenu))
    assert [(a.text(), a.isEnabled()) for a in targets.actions()] == [
        ("Beach", False), ("Forest", True), ("Night", True)
    ]  # fmt: skip
    with qtbot.waitSignal(session.changed):
        next(a for a in menu.actions() if a.text() == "Not Beach").trigger()
    cluster = session.gallery.cluster_of(session.gallery.row_of[session.current])
    assert cluster is not None
    assert cluster.name != "Beach"
    menu.deleteLater()


def test_square_cells_are_square(grid: PhotoGrid) -> None:
    grid.set_square(True)
    _, _, width, height = grid.layout_of_photos.boxes(range(len(grid.photos)))
    assert abs(width - height).max() <= 1


def test_an_empty_grid_says_so(session: Session, jobs: JobRunner, grid: PhotoGrid, qtbot: QtBot) -> None:
    session.close()
    session.changed.emit(Changes.EVERYTHING, None)
    assert len(grid.photos) == 0
    grid.grab()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.section_at(10) is None
