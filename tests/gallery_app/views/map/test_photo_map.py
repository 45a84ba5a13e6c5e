"""The map: panning, zooming, selecting, hovering, gliding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import Changes
from engine.edits import Move
from engine.gallery.snapshot import Gallery
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.painter import card_box
from gallery_app.views.map.photo_map import PhotoMap
from tests.gallery_app.windows import wheel

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=[1.0, 2.0])
def view(
    request: pytest.FixtureRequest, session: Session, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PhotoMap]:
    """A map on a screen of one, and of two device pixels a pixel."""
    monkeypatch.setattr(PhotoMap, "devicePixelRatioF", lambda _view: request.param)
    view = PhotoMap(session, jobs)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: not jobs.busy)
    yield view
    view.close()
    view.deleteLater()


def place(view: PhotoMap, index: int) -> QPoint:
    x, y = view.camera.to_view(view.scene.xy[index : index + 1])[0]
    return QPoint(round(float(x)), round(float(y)))


def test_everything_is_seen_at_first(view: PhotoMap) -> None:
    points = view.camera.to_view(view.scene.xy)
    assert len(points) == 12
    assert ((points > 0) & (points < [600, 400])).all()


def test_the_wheel_zooms_where_the_pointer_is(view: PhotoMap) -> None:
    at = place(view, 3)
    scale = view.camera.scale
    wheel(view, at, 240)
    assert view.camera.scale > scale
    assert (place(view, 3) - at).manhattanLength() <= 2


def test_a_drag_pans_and_home_fits_again(view: PhotoMap, qtbot: QtBot) -> None:
    before, scale = place(view, 0), view.camera.scale
    qtbot.mousePress(view, LEFT, NONE, QPoint(300, 200))
    qtbot.mouseMove(view, QPoint(330, 190))
    qtbot.mouseMove(view, QPoint(350, 180))
    qtbot.mouseRelease(view, LEFT, NONE, QPoint(350, 180))
    assert place(view, 0) - before == QPoint(50, -20)
    wheel(view, QPoint(100, 100), 480)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: view.camera.scale == pytest.approx(scale))


def test_a_click_selects_and_a_double_click_opens(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, LEFT, NONE, place(view, 2))
    (first,) = session.selection
    assert first == session.current
    far = int(np.abs(view.camera.to_view(view.scene.xy) - place(view, 2).toTuple()).sum(axis=1).argmax())
    qtbot.mouseClick(view, LEFT, CTRL, place(view, far))
    assert len(session.selection) == 2
    qtbot.mouseClick(view, LEFT, NONE, QPoint(300, 200))  # the middle of the ring is empty
    assert not session.selection
    with qtbot.waitSignal(view.opened):
        qtbot.mouseDClick(view, LEFT, NONE, place(view, 2))


def test_a_lasso_selects_what_it_holds(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    members = np.flatnonzero(view.scene.labels == 1)
    points = view.camera.to_view(view.scene.xy[members])
    left, top = (points.min(axis=0) - 8).astype(int).tolist()
    right, bottom = (points.max(axis=0) + 8).astype(int).tolist()
    corners = [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom)]
    qtbot.mousePress(view, LEFT, SHIFT, corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    view.grab()
    qtbot.mouseRelease(view, LEFT, SHIFT, corners[-1])
    assert session.selection == frozenset(view.scene.ids[members].tolist())
    assert not view.lasso


def test_hovering_is_shared_both_ways(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, QPoint(300, 200))
    qtbot.mouseMove(view, place(view, 5))
    assert session.hovered is not None
    view.grab()  # with the preview card
    session.hover(int(view.scene.ids[0]), None)
    assert view.hovered == 0


def test_thumbnails_are_shown_where_there_is_room(view: PhotoMap, jobs: JobRunner, qtbot: QtBot) -> None:
    assert 3 <= len(view.shown_thumbnails()) <= 12
    view.zoom_by(6)
    assert len(view.shown_thumbnails()) <= 12
    qtbot.waitUntil(lambda: not jobs.busy)


def test_dots_have_their_clusters_colour(view: PhotoMap, session: Session) -> None:
    view.resize(320, 240)
    covered, ratio = view.shown_thumbnails(), view.devicePixelRatioF()
    bare = [row for row, id_ in enumerate(view.scene.ids.tolist()) if id_ not in covered]
    colours = [session.mark(view.scene.gallery.clusters[int(view.scene.labels[row])].id).colour for row in bare]
    seen = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    seen.setDevicePixelRatio(ratio)
    view.render(seen)
    for row, colour in zip(bare, colours, strict=True):
        shown, own = seen.pixelColor(place(view, row) * ratio), QColor(colour)
        assert shown.getRgb() == pytest.approx(own.getRgb(), abs=2)  # its rim is blended
    assert len(set(colours)) > 1


def test_photos_glide_to_new_places(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    old = view.scene.xy.copy()
    gallery = session.gallery
    session.gallery = replace(gallery, xy=-gallery.xy)
    session.changed.emit(Changes.EVERYTHING, None)
    np.testing.assert_allclose(view.xy, old)  # they start where they were
    qtbot.waitUntil(lambda: np.array_equal(view.xy, view.scene.xy))
    np.testing.assert_allclose(view.scene.xy, -old)


def test_the_map_can_be_moved_while_photos_glide(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    gallery = session.gallery
    session.gallery = replace(gallery, xy=-gallery.xy)
    session.changed.emit(Changes.EVERYTHING, None)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    camera = view.camera
    qtbot.waitUntil(lambda: view.xy is view.scene.xy)  # they arrive all the same
    assert view.camera == camera


def test_a_drag_shows_what_a_fresh_map_shows(view: PhotoMap, jobs: JobRunner, qtbot: QtBot) -> None:
    view.zoom_by(1.7)
    for by in (QPoint(7, -3), QPoint(-120, 60), QPoint(1, 0)):
        at = QPoint(300, 200)
        qtbot.mousePress(view, Qt.MouseButton.MiddleButton, NONE, at)
        qtbot.mouseMove(view, at + by)
        qtbot.mouseRelease(view, Qt.MouseButton.MiddleButton, NONE, at + by)
        qtbot.waitUntil(lambda: not jobs.busy)
        seen = view.grab().toImage()
        camera = view.camera
        view.set_camera(camera.panned(5000, 0))  # nothing that is seen there can be moved back
        view.grab()
        view.set_camera(camera)
        assert view.grab().toImage() == seen


def test_an_edit_keeps_the_view(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    view.zoom_by(2)
    camera = view.camera
    file = int(view.scene.ids[0])
    target = session.gallery.clusters[2].id
    with qtbot.waitSignal(session.changed):
        session.edit(Move([file], target), None)
    assert view.camera == camera
    label = int(view.scene.labels[view.scene.index_of(file)])
    assert view.scene.gallery.clusters[label].id == target


def test_keys_select_all_and_nothing(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert len(session.selection) == 12
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not session.selection


def test_a_map_without_places_says_so(view: PhotoMap, session: Session) -> None:
    session.close()
    session.changed.emit(Changes.EVERYTHING, None)
    view.grab()
    assert view.index_at(QPointF(300, 200)) == -1


def moved(session: Session, by: float) -> Gallery:
    gallery = session.gallery
    return gallery.with_changes(xy=gallery.xy + np.float32(by))


def test_a_map_that_is_resized_while_photos_glide_fills_its_view(
    view: PhotoMap, session: Session, qtbot: QtBot
) -> None:
    view.zoom_by(2)
    session.gallery = moved(session, 0.1)
    session.changed.emit(Changes.EVERYTHING, None)
    view.resize(500, 300)
    qtbot.waitUntil(lambda: view.xy is view.scene.xy)
    assert (view.camera.width, view.camera.height) == (500, 300)


@pytest.mark.parametrize("far", [0, 40])
def test_a_press_on_a_photo_that_goes_does_nothing(view: PhotoMap, session: Session, qtbot: QtBot, far: int) -> None:
    at = place(view, 11)
    qtbot.mousePress(view, LEFT, NONE, at)
    session.close()
    qtbot.mouseMove(view, at + QPoint(far, 0))
    qtbot.mouseRelease(view, LEFT, NONE, at + QPoint(far, 0))
    assert not session.selection


def test_a_press_means_the_photo_that_was_there(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    at, file = place(view, 0), int(view.scene.ids[0])
    qtbot.mousePress(view, LEFT, NONE, at)
    gallery = session.gallery
    session.gallery = replace(gallery, labels=2 - gallery.labels)  # it is the last of the scene now
    session.changed.emit(Changes.EVERYTHING, None)
    qtbot.mouseRelease(view, LEFT, NONE, at)
    assert session.selection == {file}


def test_who_zooms_on_an_empty_map_sees_all_that_comes(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    there = session.gallery
    session.gallery = moved(session, np.nan)
    session.changed.emit(Changes.EVERYTHING, None)
    wheel(view, QPoint(20, 20), 600)
    session.gallery = there
    session.changed.emit(Changes.EVERYTHING, None)
    points = view.camera.to_view(view.scene.xy)
    assert len(points) == 12
    assert ((points > 0) & (points < [600, 400])).all()


def test_a_moment_stays_while_words_are_typed_or_colours_change(
    view: PhotoMap, session: Session, qapp: QApplication, qtbot: QtBot
) -> None:
    now, then = session.gallery.xy, moved(session, 0.5)
    session.frame_changed.emit(then)
    with qtbot.waitSignal(session.filters.changed):
        session.filters.find("beach", None)
    np.testing.assert_array_equal(view.scene.xy, then.xy[view.scene.rows])
    assert 0 < np.count_nonzero(view.scene.matching) < 12
    theme.apply(qapp, "light")
    try:
        np.testing.assert_array_equal(view.scene.xy, then.xy[view.scene.rows])
    finally:
        theme.apply(qapp, "dark")
    session.frame_changed.emit(None)
    np.testing.assert_array_equal(view.scene.xy, now[view.scene.rows])


def test_other_colours_do_not_stop_a_way_in_its_middle(
    view: PhotoMap, session: Session, qapp: QApplication, qtbot: QtBot
) -> None:
    whole = view.camera
    view.zoom_by(3)
    view.fit()
    theme.apply(qapp, "light")
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: view.xy is view.scene.xy)
    assert view.camera == whole


def test_a_wheel_to_the_side_keeps_the_map_whole(view: PhotoMap) -> None:
    wheel(view, QPoint(20, 20), 0)
    view.resize(500, 300)
    assert view.camera == view.camera.fitted(view.scene.extent, most_stretch=view.scene.most_stretch)


def test_a_map_that_goes_lets_go_of_the_mouse(view: PhotoMap, qtbot: QtBot) -> None:
    for modifier in (NONE, SHIFT):
        qtbot.mousePress(view, LEFT, modifier, QPoint(300, 200))
        qtbot.mouseMove(view, QPoint(330, 200))
        view.hide()
        view.show()
        camera = view.camera
        qtbot.mouseMove(view, QPoint(360, 200))
        assert view.camera == camera
        assert not view.lasso
        qtbot.mouseRelease(view, LEFT, modifier, QPoint(360, 200))


def test_the_preview_is_out_of_the_way_while_the_map_is_moved(view: PhotoMap, qtbot: QtBot) -> None:
    at = place(view, 5)
    qtbot.mouseMove(view, QPoint(300, 200))
    qtbot.mouseMove(view, at)
    inner = (card_box(QPointF(at), view.size()).topLeft() + QPointF(5, 5)).toPoint()

    def seen() -> bool:
        return bool(view.grab().toImage().pixelColor(inner).name() == theme.current().raised)

    assert seen()
    qtbot.mousePress(view, LEFT, NONE, at)
    assert seen()  # it may be a click
    qtbot.mouseMove(view, at + QPoint(-12, 0))
    qtbot.mouseMove(view, at)
    assert not seen()
    qtbot.mouseRelease(view, LEFT, NONE, at)
    assert seen()
