"""Faces in the viewer: frames with names, what is said of one, and one that was missed and is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import Box
from gallery_app.app import Parts
from gallery_app.views.people.faces.viewer_faces import ViewerFaces
from tests.gallery_app.peopled import ANN, BEN, LEFT, NOBODY, RIGHT
from tests.gallery_app.windows import settle

Key = Qt.Key


@pytest.fixture
def faces(window: Parts, qtbot: QtBot) -> ViewerFaces:
    """Of the viewer, which shows the first photo of the forest: Ann is on it, and Ben."""
    show(window, "forest_0.jpg", qtbot)
    return window.workspace.people.faces


def file_of(parts: Parts, name: str) -> int:
    return next(file.id for file in parts.session.gallery.files if file.path == name)


def show(parts: Parts, name: str, qtbot: QtBot) -> None:
    parts.workspace.pages.show_photo(file_of(parts, name))
    settle(parts, qtbot)


def who(parts: Parts, name: str) -> set[str | None]:
    cards = [parts.session.people.card(face.person) for face in parts.session.people.faces_of(file_of(parts, name))]
    return {None if card is None else card.name for card in cards}


def test_frames_lie_where_the_faces_are_also_on_a_turned_photo(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    layer, canvas = faces.layer, window.workspace.viewer.canvas
    assert [face.box for face in layer.faces] == [LEFT, RIGHT]
    whole = canvas.place_of(Box(0, 0, 1, 1))
    frame = layer.frame_of(layer.faces[0])
    assert abs(frame.x() - (whole.x() + 0.1 * whole.width())) < 1
    assert abs(frame.height() - 0.3 * whole.height()) < 1
    window.workspace.viewer.turn(1)
    settle(window, qtbot)
    turned, place = canvas.place_of(Box(0, 0, 1, 1)), layer.frame_of(layer.faces[0])
    assert abs(place.center().x() - (turned.x() + (1 - 0.35) * turned.width())) < 1
    assert abs(place.center().y() - (turned.y() + 0.2 * turned.height())) < 1
    assert canvas.box_at(place) == pytest.approx(LEFT, abs=1e-3)


def test_the_pointer_shows_a_frame_and_n_shows_all(window: Parts, faces: ViewerFaces) -> None:
    layer, viewer = faces.layer, window.workspace.viewer
    at = layer.frame_of(layer.faces[1]).center().toPoint()
    QTest.mouseMove(layer, at)
    assert layer.hovered == 1
    beside = QPoint(at.x(), round(layer.frame_of(layer.faces[1]).bottom()) + 60)
    assert not layer.mask().contains(beside)  # what lies below it gets the mouse
    QTest.keyClick(viewer, Key.Key_N)
    assert layer.on
    assert window.window.actions_["face-frames"].isChecked()


def test_a_click_names_an_unnamed_person_on_all_photos(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    show(window, "beach_1.jpg", qtbot)
    layer, card = faces.layer, faces.card
    QTest.mouseClick(layer, Qt.MouseButton.LeftButton, pos=layer.frame_of(layer.faces[0]).center().toPoint())
    assert card.isVisible()
    assert card.title.text() == "Who is this?"
    QTest.keyClicks(card.field, "Cleo")
    QTest.keyClick(card.field, Key.Key_Return)
    qtbot.waitUntil(lambda: (found := window.session.people.card(NOBODY)) is not None and found.name == "Cleo")
    assert not card.isVisible()
    assert who(window, "beach_2.jpg") == {"Cleo"}


def test_a_face_that_was_taken_for_ann_is_corrected_alone(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    faces.open(faces.layer.faces[0])
    assert faces.card.wrong.text() == "Not Ann"
    faces.card.field.setText("Dora")
    faces.card.save.click()
    qtbot.waitUntil(lambda: who(window, "forest_0.jpg") == {"Dora", "Ben"})
    assert who(window, "forest_1.jpg") == {"Ann", "Ben"}
    window.session.undo()
    qtbot.waitUntil(lambda: who(window, "forest_0.jpg") == {"Ann", "Ben"})


def test_not_ann_a_stranger_and_not_a_face_are_said_by_buttons(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    faces.open(faces.layer.faces[0])
    faces.card.wrong.click()
    qtbot.waitUntil(lambda: who(window, "forest_0.jpg") == {None, "Ben"})
    faces.open(faces.layer.faces[0])
    faces.card.strange.click()
    qtbot.waitUntil(lambda: faces.layer.words(faces.layer.faces[0]) == "Stranger")
    faces.open(faces.layer.faces[1])
    faces.card.none.click()
    qtbot.waitUntil(lambda: len(faces.layer.faces) == 1)
    assert who(window, "forest_0.jpg") == {None}


def test_a_missed_face_is_drawn_with_the_mouse_and_named(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    show(window, "night_1.jpg", qtbot)
    layer, viewer = faces.layer, window.workspace.viewer
    assert not layer.faces
    QTest.keyClick(viewer, Key.Key_M)
    assert layer.drawing is not None
    place = viewer.canvas.place_of(Box(0.3, 0.3, 0.2, 0.25))
    QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=place.topLeft().toPoint())
    QTest.mouseMove(layer, place.bottomRight().toPoint())
    QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=place.bottomRight().toPoint())
    QTest.keyClicks(faces.card.field, "ann")
    QTest.keyClick(faces.card.field, Key.Key_Return)
    qtbot.waitUntil(lambda: len(layer.faces) == 1)
    assert layer.faces[0].person == ANN
    assert layer.faces[0].box == pytest.approx(Box(0.3, 0.3, 0.2, 0.25), abs=0.02)
    assert layer.drawing is None


def test_a_missed_face_is_drawn_by_keys_and_escape_ends_it(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    show(window, "night_1.jpg", qtbot)
    layer = faces.layer
    faces.draw()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Up):
        QTest.keyClick(layer, key)
    assert layer.drawing is not None
    assert layer.drawing.frame is not None
    before = layer.drawing.frame.width()
    QTest.keyClick(layer, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert layer.drawing.frame.width() > before
    QTest.keyClick(layer, Key.Key_Return)
    assert faces.card.isVisible()
    faces.card.save.click()  # nobody says whose it is
    qtbot.waitUntil(lambda: len(layer.faces) == 1)
    assert layer.faces[0].person is None
    faces.draw()
    QTest.keyClick(layer, Key.Key_Escape)
    assert layer.drawing is None
    assert not window.workspace.viewer.canvas.message


def test_faces_are_reached_by_keys_and_have_names(window: Parts, faces: ViewerFaces) -> None:
    layer = faces.layer
    layer.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert layer.current == 0
    QTest.keyClick(layer, Key.Key_Right)
    assert layer.words(layer.faces[layer.current]) == "Ben"
    QTest.keyClick(layer, Key.Key_Return)
    assert faces.card.title.text() == "Ben"
    assert [layer.spoken.name(at) for at in range(layer.spoken.count())] == ["Ann", "Ben"]


def test_a_hidden_persons_face_has_no_frame(window: Parts, faces: ViewerFaces, qtbot: QtBot) -> None:
    window.session.people.hide(BEN, True, None)
    qtbot.waitUntil(lambda: len(faces.layer.faces) == 1)


def test_a_drag_on_a_face_pans_a_zoomed_photo(window: Parts, faces: ViewerFaces) -> None:
    layer, canvas = faces.layer, window.workspace.viewer.canvas
    canvas.zoom_to(canvas.scale * 4, layer.frame_of(layer.faces[0]).center())
    at = layer.frame_of(layer.faces[0]).center()
    QTest.mousePress(layer, Qt.MouseButton.LeftButton, pos=at.toPoint())
    QTest.mouseMove(layer, (at + QPointF(30, 30)).toPoint())
    QTest.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=(at + QPointF(30, 30)).toPoint())
    assert not faces.card.isVisible()
    assert layer.frame_of(layer.faces[0]).center() != at


def test_no_faces_are_framed_while_a_slideshow_runs(window: Parts, faces: ViewerFaces) -> None:
    window.workspace.viewer.slideshow.start()
    assert not faces.layer.faces
    window.workspace.viewer.slideshow.stop()
    assert len(faces.layer.faces) == 2
