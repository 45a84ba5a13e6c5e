"""The filmstrip and the facts beside the viewed photo: seen, pressed, turned, toggled by a key, and remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.state.session import Session
from gallery_app.views.viewer.viewer import Viewer
from tests.gallery_app.windows import first_of, settle, wheel


def test_the_strip_shows_the_cluster_and_a_press_goes_there(viewer: Viewer, session: Session, qtbot: QtBot) -> None:
    first = first_of(session, "Forest")
    viewer.show_photo(first)
    strip = viewer.filmstrip
    middle = strip.rect().center()
    assert strip.file_at(middle) == first
    second = strip.file_at(middle + QPoint(62, 0))
    assert second is not None
    assert strip.file_at(middle - QPoint(62, 0)) is None  # it is the first of its cluster
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle + QPoint(62, 0))
    assert viewer.file == second
    assert strip.file_at(middle) == second
    assert strip.file_at(middle - QPoint(62, 0)) == first
    qtbot.waitUntil(lambda: _colours(viewer) > 3)  # the thumbnails are there


def _colours(viewer: Viewer) -> int:
    image = viewer.filmstrip.grab().toImage()
    return len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 4)})


def test_wheel_and_arrow_keys_step_along_the_strip(viewer: Viewer, session: Session, qtbot: QtBot) -> None:
    first = first_of(session, "Forest")
    viewer.show_photo(first)
    strip = viewer.filmstrip
    wheel(strip, strip.rect().center(), -120)
    second = viewer.file
    assert second != first
    for _ in range(4):  # a touchpad
        wheel(strip, strip.rect().center(), 30)
    assert viewer.file == first
    viewer.activateWindow()
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert viewer.file == second
    assert strip.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_is_not_seen_is_told(viewer: Viewer, session: Session) -> None:
    first = first_of(session, "Forest")
    viewer.show_photo(first)
    name = session.gallery.files[session.gallery.row_of[first]].path
    assert viewer.filmstrip.accessibleName() == "Filmstrip"
    assert viewer.filmstrip.accessibleDescription() == f"{name}, 1 of 4"
    viewer.show_pane("facts", True)
    assert viewer.facts.accessibleName()
    assert "Forest" in viewer.facts.accessibleDescription()


def test_the_facts_are_those_of_the_photo(viewer: Viewer, session: Session) -> None:
    viewer.show_pane("facts", True)
    viewer.show_photo(first_of(session, "Forest"))
    facts = dict(viewer.facts.facts())
    assert facts["Cluster"] == "Forest\n80% sure"
    assert {"Size", "File", "Date"} <= set(facts)
    viewer.step(1)
    assert viewer.facts.title.text() == session.gallery.files[session.gallery.row_of[viewer.file or 0]].path


def test_keys_and_buttons_toggle_both_and_the_settings_remember(
    parts: Parts, make: Callable[[], Parts], qtbot: QtBot
) -> None:
    work = parts.workspace
    viewer = work.viewer
    work.pages.show_photo(first_of(parts.session, "Forest"))
    assert viewer.filmstrip.isVisible()
    assert not viewer.facts.isVisible()
    qtbot.keyClick(viewer, Qt.Key.Key_I)
    assert viewer.facts.isVisible()
    assert viewer.canvas.width() + viewer.facts.width() == viewer.width()
    qtbot.keyClick(viewer, Qt.Key.Key_T)
    assert not viewer.filmstrip.isVisible()
    assert not parts.window.actions_["filmstrip"].isChecked()
    settle(parts, qtbot)
    parts.window.close()
    again = make()
    assert again.window.actions_["facts"].isChecked()
    assert not again.window.actions_["filmstrip"].isChecked()
    assert again.workspace.viewer.filmstrip.isHidden()
    assert not again.workspace.viewer.facts.isHidden()


def test_a_slideshow_shows_neither(viewer: Viewer, session: Session, qtbot: QtBot) -> None:
    viewer.show_pane("facts", True)
    viewer.show_photo(first_of(session, "Forest"))
    viewer.slideshow.start()
    qtbot.waitUntil(lambda: viewer.foot.isHidden() and viewer.facts.isHidden())
    viewer.slideshow.stop()
    qtbot.waitUntil(lambda: viewer.foot.isVisible() and viewer.facts.isVisible())
