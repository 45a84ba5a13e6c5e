"""The map by keys: arrows walk, what lies together is selected without a lasso, the menu opens where one is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.map.walk import grown, nearest_towards, pile_around, shrunk
from tests.gallery_app.windows import first_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
DIRECTIONS = ((-1, 0), (1, 0), (0, -1), (0, 1))


@pytest.fixture
def view(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoMap]:
    view = PhotoMap(session, jobs)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()
    view.deleteLater()


def at(view: PhotoMap, file: int | None) -> tuple[float, float]:
    index = view.scene.index_of(file)
    x, y = view.camera.to_view(view.scene.xy[index : index + 1])[0].tolist()
    return x, y


def test_an_arrow_goes_to_the_nearest_photo_there(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_Right)  # from nowhere: to the one nearest to the middle
    first = session.current
    assert session.selection == {first}
    for key, axis, sign in ((Key.Key_Right, 0, 1), (Key.Key_Left, 0, -1), (Key.Key_Up, 1, -1), (Key.Key_Down, 1, 1)):
        before = session.current
        qtbot.keyClick(view, key)
        if session.current != before:
            assert sign * (at(view, session.current)[axis] - at(view, before)[axis]) > 0
        assert session.selection == {session.current}


def test_every_photo_can_be_reached_and_is_shown(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    view.zoom_by(3.0)
    reached = set()
    for key in (Key.Key_PageDown,) * 13 + (Key.Key_PageUp,) * 13:
        qtbot.keyClick(view, key)
        reached.add(session.current)
        x, y = at(view, session.current)
        assert 0 <= x <= view.width()
        assert 0 <= y <= view.height()
        assert view.hovered == view.scene.index_of(session.current)
    assert reached == set(view.scene.ids.tolist())


def test_shift_selects_on_the_way_and_control_does_not(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    session.select([first_of(session, "Forest")], None)
    first = session.current
    qtbot.keyClick(view, Key.Key_PageDown, Modifier.ControlModifier)
    second = session.current
    assert session.selection == {first}
    assert second != first
    qtbot.keyClick(view, Key.Key_Space, Modifier.ControlModifier)
    assert session.selection == {first, second}
    qtbot.keyClick(view, Key.Key_Space)
    assert session.selection == {first}
    qtbot.keyClick(view, Key.Key_PageDown, Modifier.ShiftModifier)
    assert session.selection == {first, second, session.current}


def test_a_key_selects_the_pile_around(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    file = first_of(session, "Night")
    session.select([file], None)
    qtbot.keyClick(view, Key.Key_P)
    night = session.gallery.cluster_of(session.gallery.row_of[file])
    assert session.selection == set(session.gallery.ids[session.gallery.members(night.id)].tolist())
    assert session.current == file


def test_keys_grow_and_shrink_what_is_selected(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    session.select([first_of(session, "Beach")], None)
    qtbot.keyClick(view, Key.Key_G)
    assert len(session.selection) == 5
    few = session.selection
    far = {file: np.hypot(*np.subtract(at(view, file), at(view, session.current))) for file in view.scene.ids.tolist()}
    assert max(far[f] for f in few) <= min(far[f] for f in far.keys() - few)
    qtbot.keyClick(view, Key.Key_G)
    assert len(session.selection) == 9
    qtbot.keyClick(view, Key.Key_G, Modifier.ShiftModifier)
    assert session.selection == few


def test_alt_and_an_arrow_move_the_map(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    before = view.camera
    qtbot.keyClick(view, Key.Key_Left, Modifier.AltModifier)
    assert view.camera == before.panned(60, 0)
    assert session.current is None


def test_the_menu_opens_at_the_current_photo(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    session.select([first_of(session, "Forest")], None)
    how = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, view.rect().center(), QPoint())
    QApplication.sendEvent(view, how)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    x, y = at(view, session.current)
    place = view.mapFromGlobal(menu.pos())
    assert abs(place.x() - x) + abs(place.y() - y) < 40
    menu.close()


def test_photos_that_lie_on_one_another_are_walked_through() -> None:
    points = np.array([[0, 0], [5, 0], [5, 0], [5, 0], [9, 1]], np.float32)
    assert [nearest_towards(points, start, (1, 0)) for start in range(5)] == [1, 2, 3, 4, -1]
    assert [nearest_towards(points, start, (-1, 0)) for start in range(5)] == [-1, 0, 1, 2, 3]


def test_arrows_lead_nearly_everywhere() -> None:
    """A direction is a quarter of all; Page up and down reach what no arrow leads to."""
    points = np.random.default_rng(0).normal(scale=100, size=(300, 2)).astype(np.float32)
    reached, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        for towards in DIRECTIONS:
            found = nearest_towards(points, start, towards)
            if found >= 0 and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert len(reached) >= 297


def test_a_pile_ends_where_a_wide_gap_is() -> None:
    random = np.random.default_rng(1)
    near, far = random.normal(size=(500, 2)), random.normal(size=(300, 2)) + 12
    points, piles = np.concatenate([near, far, near]).astype(np.float32), np.repeat([0, 0, 1], [500, 300, 500])
    assert set(pile_around(points, piles, 3).tolist()) <= set(range(500))
    assert len(pile_around(points, piles, 3)) > 480
    assert set(pile_around(points, piles, 600).tolist()) <= set(range(500, 800))
    assert pile_around(np.zeros((5, 2), np.float32), np.array([0, 0, 1, 0, 1]), 0).tolist() == [0, 1, 3]
    assert pile_around(np.array([[1, 2]], np.float32), np.array([-1]), 0).tolist() == [0]


def test_growing_ends_with_everything_and_shrinking_with_one() -> None:
    points = np.random.default_rng(2).normal(size=(40, 2)).astype(np.float32)
    selected = np.array([7])
    for _ in range(12):
        selected = np.concatenate([selected, grown(points, selected, 7)])
    assert sorted(selected.tolist()) == list(range(40))
    for _ in range(30):
        selected = shrunk(points, selected, 7)
    assert selected.tolist() == [7]
