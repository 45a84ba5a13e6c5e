"""The slideshow, and the viewer in full screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.viewer.viewer import Viewer
from gallery_app.widgets.labels import IconButton
from tests.gallery_app.windows import first_of


@pytest.fixture
def slides(viewer: Viewer, session: Session, there: None, qtbot: QtBot) -> Viewer:
    """A slideshow whose time comes only when a test says so."""
    viewer.show_photo(first_of(session, "Forest"))
    qtbot.keyClick(viewer, Qt.Key.Key_S)
    return viewer


def time_comes(viewer: Viewer) -> None:
    viewer.slideshow.findChild(QTimer).timeout.emit()


def test_a_slideshow_goes_through_all_clusters_and_begins_again(slides: Viewer, session: Session, qtbot: QtBot) -> None:
    assert slides.slideshow.running
    assert slides.window().isFullScreen()
    assert slides.foot.isHidden()
    seen = [slides.file]
    for _ in range(len(session.gallery)):
        before = slides.file
        time_comes(slides)
        qtbot.waitUntil(lambda before=before: slides.file != before)  # as soon as it is read
        assert slides.canvas.picture.levels  # nothing flashes
        seen.append(slides.file)
    assert len(set(seen)) == len(session.gallery)
    assert seen[-1] == seen[0]


def test_a_slideshow_waits_until_the_next_photo_is_read(slides: Viewer, jobs: JobRunner, qtbot: QtBot) -> None:
    first, following = slides.file, slides.file_after()
    assert following is not None
    qtbot.waitUntil(lambda: following in slides.reader.files)
    slides.reader.keep_only([])  # as if its disk were slow
    time_comes(slides)
    assert slides.file == first
    slides.read_ahead()
    qtbot.waitUntil(lambda: slides.file == following)


def test_pictures_fade_over(slides: Viewer, qtbot: QtBot) -> None:
    following = slides.file_after()
    assert following is not None
    qtbot.waitUntil(lambda: following in slides.reader.files)
    qtbot.waitUntil(lambda: slides.drawn == slides.file)
    middle = slides.canvas.rect().center()
    before = slides.canvas.grab().toImage().pixelColor(middle)
    time_comes(slides)
    fade = slides.canvas.findChild(QVariantAnimation)
    fade.setCurrentTime(0)
    assert slides.canvas.grab().toImage().pixelColor(middle) == before
    fade.setCurrentTime(fade.duration())
    assert slides.canvas.grab().toImage().pixelColor(middle) != before
    assert fade.state() is QVariantAnimation.State.Stopped


def test_space_pauses_a_slideshow_and_goes_on(slides: Viewer, qtbot: QtBot) -> None:
    qtbot.keyClick(slides, Qt.Key.Key_Space)
    assert slides.slideshow.running
    assert not slides.slideshow.findChild(QTimer).isActive()
    assert "Paused" in slides.canvas.message
    qtbot.waitUntil(lambda: bool(slides.canvas.picture.levels))
    assert "Paused" in slides.canvas.message  # also when the whole picture comes after it
    qtbot.keyClick(slides, Qt.Key.Key_Space)
    assert slides.slideshow.findChild(QTimer).isActive()
    assert not slides.canvas.message


def test_any_other_key_ends_a_slideshow(slides: Viewer, qtbot: QtBot) -> None:
    file = slides.file
    qtbot.keyClick(slides, Qt.Key.Key_Right)
    assert not slides.slideshow.running
    assert slides.file == file
    assert not slides.isFullScreen()
    assert slides.foot.isVisible()
    assert slides.foot.geometry().top() >= slides.canvas.geometry().bottom()


def test_the_mouse_ends_a_slideshow_unless_it_only_trembles(slides: Viewer, qtbot: QtBot) -> None:
    for x in (100, 104):
        qtbot.mouseMove(slides.canvas, QPoint(x, 100))
        QApplication.processEvents()
    assert slides.slideshow.running
    qtbot.mouseMove(slides.canvas, QPoint(160, 100))
    qtbot.waitUntil(lambda: not slides.slideshow.running)


def test_a_viewer_that_goes_ends_its_slideshow(slides: Viewer) -> None:
    slides.hide()
    assert not slides.slideshow.running
    assert not slides.slideshow.findChild(QTimer).isActive()


def test_in_full_screen_the_bar_comes_with_the_mouse(
    viewer: Viewer, session: Session, there: None, qtbot: QtBot
) -> None:
    viewer.show_photo(first_of(session, "Forest"))
    viewer.findChild(IconButton, "fullscreen").click()
    assert viewer.isFullScreen()
    qtbot.waitUntil(lambda: viewer.canvas.size() == viewer.size() == viewer.screen().size())
    whole = viewer.canvas.size()
    viewer.immersion.findChild(QTimer).timeout.emit()
    assert viewer.foot.isHidden()
    assert viewer.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    qtbot.mouseMove(viewer.canvas, QPoint(80, 90))
    qtbot.waitUntil(viewer.foot.isVisible)
    assert viewer.canvas.size() == whole == viewer.size()  # the photo does not jump
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isFullScreen()
    assert viewer.file is not None
    with qtbot.waitSignal(viewer.closed):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)


def test_the_window_gives_the_viewer_its_whole_screen(parts: Parts, qtbot: QtBot) -> None:
    window, workspace = parts.window, parts.workspace
    assert not window.actions_["turn-right"].isEnabled()
    window.actions_["slideshow"].trigger()
    viewer = workspace.viewer
    assert viewer.slideshow.running
    assert viewer.file == int(workspace.grid.photos.ids[0])
    assert window.isFullScreen()
    assert window.menuBar().isHidden()
    qtbot.keyClick(viewer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # any key, also a command's
    assert not viewer.slideshow.running
    assert window.menuBar().isVisible()
    window.actions_["turn-right"].trigger()
    assert viewer.canvas.turn == 1
    window.actions_["fullscreen"].trigger()
    assert window.menuBar().isHidden()
    for _ in range(2):
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not viewer.isVisible()
    assert window.menuBar().isVisible()
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_a_window_that_was_minimised_comes_back_with_its_photo(parts: Parts, qtbot: QtBot) -> None:
    viewer, ids = parts.workspace.viewer, parts.workspace.grid.photos.ids
    parts.workspace.pages.show_photo(int(ids[0]))
    parts.window.showMinimized()
    QApplication.processEvents()
    parts.window.showNormal()
    assert viewer.file == int(ids[0])
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.file == int(ids[1])
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_a_window_closed_during_a_slideshow_begins_as_it_was_before(
    parts: Parts, make: Callable[[], Parts], qtbot: QtBot
) -> None:
    parts.window.actions_["slideshow"].trigger()
    assert parts.window.isFullScreen()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    parts.window.close()
    assert not make().window.isFullScreen()
