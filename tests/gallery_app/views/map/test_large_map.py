"""The map of 100,000 photos: what a user does there, by mouse, is right wherever it is done."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from pytestqt.qtbot import QtBot

from engine.core.records import Changes, Cluster, Content, File
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.layout import in_polygon
from gallery_app.views.map.photo_map import REACH, PhotoMap
from tests.gallery_app.windows import wheel

COUNT = 100_000
LEFT, SHIFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def many() -> Gallery:
    random = np.random.default_rng(1)
    labels = random.integers(0, 5, COUNT)
    return Gallery(
        files=tuple(File(i + 1, 1, f"{i}.jpg", 1, 1, "a") for i in range(COUNT)),
        contents={"a": Content("a", 4, 3)},
        clusters=tuple(Cluster(f"c{i + 1}", f"Cluster {i + 1}") for i in range(5)),
        labels=labels.astype(np.int64),
        confidences=random.random(COUNT).astype(np.float32),
        pinned=np.zeros(COUNT, np.bool_),
        xy=(random.normal(size=(5, 2))[labels] + random.normal(size=(COUNT, 2)) * 0.3).astype(np.float32),
        roots={1: "/photos"},
    )


@pytest.fixture(params=[1.0, 2.0])
def view(
    request: pytest.FixtureRequest, many: Gallery, qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PhotoMap]:
    monkeypatch.setattr(PhotoMap, "devicePixelRatioF", lambda _view: request.param)
    monkeypatch.setattr(Session, "thumbnail", lambda _session, _row: "/nowhere.jpg")
    session = Session(jobs)
    session.gallery = many
    session.filters.set_result(session.filters.evaluate(many))
    view = PhotoMap(session, jobs)
    view.resize(640, 480)
    view.show()
    qtbot.waitExposed(view)
    yield view
    qtbot.waitUntil(lambda: not jobs.busy)
    view.close()
    view.deleteLater()
    session.deleteLater()


def drag(view: PhotoMap, qtbot: QtBot, by: QPoint) -> None:
    at = QPoint(320, 240)
    qtbot.mousePress(view, Qt.MouseButton.MiddleButton, NONE, at)
    qtbot.mouseMove(view, at + by)
    qtbot.mouseRelease(view, Qt.MouseButton.MiddleButton, NONE, at + by)
    view.grab()


def points(view: PhotoMap) -> np.ndarray:
    return view.camera.to_view(view.scene.xy)


def test_the_photo_under_the_pointer_stays_there_while_the_wheel_turns(view: PhotoMap, qtbot: QtBot) -> None:
    at = QPoint(210, 170)
    qtbot.mouseMove(view, at)
    photo = view.scene.index_of(view.session.hovered)
    before = points(view)[photo]
    for _ in range(6):
        wheel(view, at, 120)
        view.grab()
    stretched = (before - at.toTuple()) * 1.25**6
    np.testing.assert_allclose(points(view)[photo], stretched + at.toTuple(), atol=1.0)


def test_the_nearest_photo_is_meant_also_after_the_map_was_moved(view: PhotoMap, qtbot: QtBot) -> None:
    found = 0
    for by, turn in ((QPoint(40, -25), 0), (QPoint(-90, 13), 240), (QPoint(55, 70), 360)):
        drag(view, qtbot, by)
        wheel(view, QPoint(300, 200), turn)
        for at in (QPoint(200, 150), QPoint(330, 260), QPoint(25, 460)):
            qtbot.mouseMove(view, at)
            apart = np.hypot(*(points(view) - at.toTuple()).T)
            photo = view.scene.index_of(view.session.hovered)
            if view.shown_thumbnails() or apart.min() > REACH:
                continue
            found += 1
            assert apart[photo] <= apart.min() + 0.75  # dots keep to whole pixels
    assert found > 4


def test_a_lasso_holds_the_photos_inside_after_the_map_was_moved(view: PhotoMap, qtbot: QtBot) -> None:
    drag(view, qtbot, QPoint(33, -21))
    wheel(view, QPoint(300, 200), 120)
    corners = [QPoint(250, 120), QPoint(420, 180), QPoint(360, 330), QPoint(230, 300)]
    qtbot.mousePress(view, LEFT, SHIFT, corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    qtbot.mouseRelease(view, LEFT, SHIFT, corners[-1])
    camera = view.camera.snapped(view.devicePixelRatioF())
    outline = np.array([corner.toTuple() for corner in corners], np.float32)
    inside = in_polygon(camera.to_view(view.scene.xy), outline)
    assert inside.sum() > 1_000
    assert view.session.selection == frozenset(view.scene.ids[inside].tolist())


def test_the_map_stands_still_when_a_photo_changes_its_cluster(view: PhotoMap, many: Gallery) -> None:
    session, camera = view.session, view.camera
    labels = many.labels.copy()
    labels[777] = (labels[777] + 1) % 5
    session.gallery = many.with_changes(labels=labels)
    session.filters.set_result(session.filters.evaluate(session.gallery))
    session.changed.emit(Changes.PHOTOS | Changes.CLUSTERS, None)
    view.fit()
    transition = view.findChild(QVariantAnimation)
    assert isinstance(transition, QVariantAnimation)
    assert transition.state() is QVariantAnimation.State.Stopped
    assert view.camera == camera
    assert view.scene.labels[view.scene.index_of(778)] == labels[777]
