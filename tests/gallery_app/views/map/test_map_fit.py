"""The whole map: it opens fitted, keeps to that until somebody pans or zooms, and can be had back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from engine.core.records import Changes
from engine.gallery.snapshot import Gallery
from gallery_app.app import Parts
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.names.labels import lay_out_names
from gallery_app.views.map.painter import why_empty
from gallery_app.views.map.photo_map import PhotoMap
from tests.gallery_app.windows import wheel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(session: Session, jobs: JobRunner, qtbot: QtBot) -> Iterator[PhotoMap]:
    view = PhotoMap(session, jobs)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: not jobs.busy)
    yield view
    view.close()
    view.deleteLater()


def shows_all(view: PhotoMap) -> bool:
    """Whether all photos are in view, and not much else."""
    points = view.camera.to_view(view.scene.xy)
    inside = ((points > 0) & (points < (view.width(), view.height()))).all()
    return bool(inside) and view.camera.scale > 0.5 * min(view.width(), view.height()) / np.ptp(view.scene.xy)


def change(session: Session, gallery: Gallery) -> None:
    session.gallery = gallery
    session.filters.set_result(session.filters.evaluate(gallery))
    session.changed.emit(Changes.EVERYTHING, session)


def moved(gallery: Gallery, factor: float) -> Gallery:
    """The same photos on a map of another size, elsewhere."""
    return replace(gallery, xy=gallery.xy * np.float32(factor) + np.float32(5))


@pytest.mark.parametrize("how", ["button", "key 0", "key Home"])
def test_the_whole_map_is_had_back(view: PhotoMap, how: str, qtbot: QtBot) -> None:
    assert shows_all(view)
    assert not view.controls.fit.isEnabled()
    wheel(view, QPoint(80, 60), 1200)
    assert not shows_all(view)
    assert view.controls.fit.isEnabled()
    if how == "button":
        qtbot.mouseClick(view.controls.fit, LEFT)
    else:
        qtbot.keyClick(view, Qt.Key.Key_0 if how == "key 0" else Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: shows_all(view))
    assert not view.controls.fit.isEnabled()


def test_buttons_zoom_around_the_middle(view: PhotoMap, qtbot: QtBot) -> None:
    before = view.camera
    qtbot.mouseClick(view.controls.nearer, LEFT)
    assert view.camera.scale > before.scale
    assert (view.camera.x, view.camera.y) == pytest.approx((before.x, before.y))
    qtbot.mouseClick(view.controls.farther, LEFT)
    assert view.camera.scale == pytest.approx(before.scale)


def test_what_is_fitted_stays_fitted(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    for size in ((300, 500), (900, 250), (600, 400)):
        view.resize(*size)
        QApplication.processEvents()
        assert shows_all(view)
    change(session, moved(session.gallery, 40.0))
    qtbot.waitUntil(lambda: shows_all(view))


def test_where_the_user_has_gone_the_map_stays(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    wheel(view, QPoint(80, 60), 1200)
    before = view.camera
    change(session, replace(session.gallery, pinned=~session.gallery.pinned))
    assert view.camera == before
    view.resize(400, 300)
    QApplication.processEvents()
    assert (view.camera.x, view.camera.y, view.camera.scale) == (before.x, before.y, before.scale)


def test_another_library_opens_fitted(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    wheel(view, QPoint(80, 60), 1200)
    session.opened.emit()
    change(session, moved(session.gallery, 0.1))
    qtbot.waitUntil(lambda: shows_all(view))


@pytest.mark.parametrize("count", [1, 2, 3, 12])
def test_a_few_photos_are_seen_whole(view: PhotoMap, session: Session, count: int, qtbot: QtBot) -> None:
    all_of = session.gallery
    rows = np.linspace(0, len(all_of) - 1, count).astype(int)
    change(
        session,
        replace(
            all_of,
            files=tuple(all_of.files[r] for r in rows),
            labels=all_of.labels[rows],
            confidences=all_of.confidences[rows],
            pinned=all_of.pinned[rows],
            xy=all_of.xy[rows],
        ),
    )
    qtbot.waitUntil(lambda: bool(view.shown_thumbnails()))
    for size in ((240, 420), (500, 180), (600, 400)):
        view.resize(*size)
        QApplication.processEvents()
        assert len(view.shown_thumbnails()) == count or count == 12
        assert all(view.rect().contains(box) for _, box in view.thumbnails.boxes)
        assert not any(view.controls.geometry().intersects(box) for _, box in view.thumbnails.boxes)


def test_names_keep_clear_of_the_buttons_and_of_each_other(view: PhotoMap) -> None:
    for size in ((600, 400), (300, 200), (180, 300)):
        view.resize(*size)
        QApplication.processEvents()
        named = lay_out_names(view.scene, view.camera, view.thumbnails.corners(), "Sans", view.controls.geometry())
        boxes = [name.box for name in named]
        assert all(view.rect().contains(box) for box in boxes)
        assert not any(
            a.intersects(b) for i, a in enumerate(boxes) for b in [*boxes[i + 1 :], view.controls.geometry()]
        )


def test_a_name_is_cut_only_where_it_has_no_room(view: PhotoMap, session: Session) -> None:
    long = "Screens with many small black and white words"
    clusters = tuple(replace(c, name=f"{long} {i}") for i, c in enumerate(session.gallery.clusters))
    change(session, replace(session.gallery, clusters=clusters))
    view.resize(900, 700)
    QApplication.processEvents()
    texts = [n.text for n in lay_out_names(view.scene, view.camera, np.empty((0, 4)), "Sans")]
    assert sorted(texts) == sorted(c.name for c in clusters)
    view.resize(180, 300)
    view.grab()
    cut = [n for n in lay_out_names(view.scene, view.camera, view.thumbnails.corners(), view.font().family(),
                                    view.controls.geometry()) if n.text != n.whole]  # fmt: skip
    assert cut
    at = cut[0].box.center()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert QToolTip.text() == cut[0].whole


def test_an_empty_map_says_why(view: PhotoMap, session: Session) -> None:
    gallery = session.gallery
    change(session, replace(gallery, xy=np.full_like(gallery.xy, np.nan)))
    assert "not laid out" in why_empty(session, on_earth=False)
    assert view.controls.isHidden()
    before = view.grab().toImage()
    change(session, Gallery())
    assert why_empty(session, on_earth=False) == "No photos to show yet"
    assert view.grab().toImage() != before


def test_a_map_on_which_nothing_is_found_says_so(view: PhotoMap, session: Session, qtbot: QtBot) -> None:
    def upper(image: QImage) -> QImage:
        return image.copy(200, 0, 200, 50)

    before = upper(view.picture())
    with qtbot.waitSignal(session.filters.changed):
        session.filters.find("no such thing", None)
    assert upper(view.picture()) != before


def test_a_menu_line_fits_the_map(parts: Parts, qtbot: QtBot) -> None:
    command, shown = parts.window.actions_["fit-map"], parts.workspace.map
    assert "Ctrl+0" in [keys.toString() for keys in command.shortcuts()]
    assert command.isEnabled()
    shown.zoom_by(8.0, QPointF(20, 20))
    assert not shown.fitted
    command.trigger()
    qtbot.waitUntil(lambda: shows_all(shown))
    parts.window.actions_["view-photos"].trigger()
    assert not command.isEnabled()


def test_the_sheet_has_its_key(parts: Parts) -> None:
    lines: Callable[[str], list[tuple[str, str]]] = dict(parts.workspace.sheet.groups()).__getitem__
    assert ("Fit the map", "Ctrl+0") in lines("View")
    assert ("Show the whole map", "0") in lines("Map")
