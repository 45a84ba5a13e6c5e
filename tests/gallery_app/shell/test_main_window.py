"""The window as a whole: pages for each state, one selection, settings that come back, manners at the end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.core.records import UNSURE, Changes, Progress
from engine.edits import Move, Rename
from engine.library.library import Library
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import EvaluateK, KEvaluated, Organise
from gallery_app.app import Parts
from gallery_app.base import theme
from tests.gallery_app import windows
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines

Make = Callable[..., Parts]


def test_the_first_start_invites(make: Make) -> None:
    parts = make()
    assert parts.window.pages.currentWidget() is parts.window.start
    assert not parts.window.actions_["retrain"].isEnabled()


def test_a_folder_that_is_away_is_shown_and_said(parts: Parts, photo_folder: Path) -> None:
    window, workspace = parts.window, parts.workspace
    assert window.pages.currentWidget() is workspace.work
    assert str(photo_folder) in workspace.banner.text()
    assert workspace.strip.text() == "12 photos  ·  3 clusters  ·  1 unread"
    assert "Holiday" in window.windowTitle()
    assert not window.actions_["retrain"].isEnabled()


def test_undo_is_named_after_what_it_takes_back(parts: Parts, qtbot: QtBot) -> None:
    session, window = parts.session, parts.window
    with qtbot.waitSignal(session.changed):
        session.edit(Move([int(session.gallery.ids[0])], session.gallery.clusters[-1].id), None)
    assert window.actions_["undo"].text().startswith("Undo: move 1 photo to ")
    with qtbot.waitSignal(session.changed):
        window.actions_["undo"].trigger()
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].isEnabled()


def test_selection_commands(parts: Parts, qtbot: QtBot) -> None:
    session, actions = parts.session, parts.window.actions_
    assert not actions["not-this"].isEnabled()
    actions["select-all"].trigger()
    assert len(session.selection) == 12
    actions["select-none"].trigger()
    assert not session.selection
    session.select([int(session.gallery.ids[0])], None)
    before = [session.gallery.cluster_of(row).id for row in range(12)]
    with qtbot.waitSignal(session.changed):
        actions["not-this"].trigger()
    after = [session.gallery.cluster_of(row).id for row in range(12)]
    assert [a == b for a, b in zip(after, before, strict=True)] == [False] + [True] * 11


def test_views_and_panes_come_back_as_they_were_left(parts: Parts, make: Make) -> None:
    parts.window.actions_["view-map"].trigger()
    parts.window.actions_["inspector"].trigger()
    parts.window.actions_["theme-light"].trigger()
    parts.window.resize(900, 611)
    parts.window.close()
    again = make()
    assert again.workspace.grid.isHidden()
    assert again.workspace.inspector.isHidden()
    assert again.window.height() == 611
    assert theme.current().name == "light"
    assert again.window.actions_["theme-light"].isChecked()


def test_a_photo_opens_as_large_as_the_window(parts: Parts) -> None:
    window, workspace = parts.window, parts.workspace
    workspace.grid.opened.emit(int(parts.session.gallery.ids[3]))
    assert window.pages.currentWidget() is workspace.viewer
    workspace.viewer.closed.emit()
    assert window.pages.currentWidget() is workspace.work


def test_closing_the_folder_leads_back_to_the_start(parts: Parts, photo_folder: Path) -> None:
    parts.window.actions_["close"].trigger()
    assert parts.window.pages.currentWidget() is parts.window.start
    assert parts.settings.last_folder is None
    assert parts.settings.recent[0][0] == str(photo_folder)


def test_a_missing_folder_is_a_calm_page(make: Make, tmp_path: Path) -> None:
    parts = make()
    parts.workspace.folders.open(tmp_path / "nowhere")
    assert parts.window.pages.currentWidget() is parts.workspace.message
    assert "nowhere" in parts.workspace.message.text()


def test_a_folder_dropped_anywhere_is_opened(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    parts = make()
    opened: list[Path] = []
    parts.session.open = lambda folder, _known: opened.append(folder)  # type: ignore[method-assign]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert windows.drop(parts.window, data, QPoint(9, 9), Qt.DropAction.CopyAction)
    assert opened == [tmp_path]


def test_the_order_and_the_shape_of_thumbnails_are_chosen_and_kept(parts: Parts) -> None:
    actions, grid = parts.window.actions_, parts.workspace.grid
    actions["sort-name"].trigger()
    actions["square"].trigger()
    section = grid.photos.sections[0]
    files = [grid.photos.gallery.files[row].path for row in grid.photos.rows[section.start : section.stop]]
    assert files == sorted(files)
    assert grid.style_of_grid.square
    assert (parts.settings.sort, parts.settings.flag("square", False)) == ("name", True)


def test_every_control_has_an_accessible_name(parts: Parts) -> None:
    parts.session.select([int(parts.session.gallery.ids[0])], None)
    controls = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    nameless = [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in parts.window.findChildren(QWidget)
        if isinstance(w, controls)
        and not isinstance(w, QScrollBar)
        and not isinstance(w.parent(), QAbstractSpinBox | QComboBox)
        and w.isVisibleTo(parts.window)
        and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]
    assert nameless == []


def test_a_thousand_repaints_keep_none_alive(parts: Parts) -> None:
    """PySide6 6.12 on Python 3.11 loses references to None at each painted frame of a plot, and dies of it."""
    window = parts.window
    window.actions_["training"].trigger()
    window.resize(900, 560)
    window.grab()
    before = sys.getrefcount(None)
    for i in range(1000):
        (parts.workspace.training if i % 10 else window).grab()
    assert sys.getrefcount(None) > before - 1000


def test_the_window_stands_without_the_heavy_libraries(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from gallery_app.app import build; app = QApplication([]); parts = build(None, Path(sys.argv[1]));"
        "parts.window.show(); parts.window.grab();"
        "print({'torch', 'sklearn', 'scipy', 'pyqtgraph', 'onnxruntime', 'timm', 'cv2'} & set(sys.modules));"
        "parts.window.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "w.ini")], capture_output=True, text=True, env=os.environ
    )
    assert (done.returncode, done.stdout.strip()) == (0, "set()"), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_a_sentence_points_to_the_headless_program(tmp_path: Path) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "gallery_app", str(tmp_path)], capture_output=True, text=True, env=bare
    )
    assert done.returncode == 1
    assert "python -m engine organise" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_folder_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gallery_app", str(tmp_path / "nowhere")],
        capture_output=True,
        text=True,
        env=os.environ,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("photoloom: There is no folder")
    assert done.stderr.count("\n") == 1


def test_tab_goes_from_the_tool_bar_over_the_shelf_to_the_photos_and_on(parts: Parts, qtbot: QtBot) -> None:
    window, workspace = parts.window, parts.workspace
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    panes = {
        "tool bar": workspace.tool_bar,
        "shelf": workspace.shelf,
        "view bar": workspace.view_bar,
        "photos": workspace.grid,
        "map": workspace.map,
        "inspector": workspace.inspector,
        "strip": workspace.strip,
    }
    workspace.tool_bar.finder.field.setFocus()
    visited: list[str] = []
    cards: list[str] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        pane = next((name for name, part in panes.items() if part is focused or part.isAncestorOf(focused)), "?")
        if not visited or visited[-1] != pane:
            visited.append(pane)
        if focused in [workspace.shelf.card(c.id) for c in parts.session.gallery.clusters]:
            cards.append(focused.cluster.id)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if visited[-1] == "tool bar" and len(visited) > 1:
            break
    assert [v for v in visited if v in panes] == [*panes, "tool bar"]
    assert cards == [c.id for c in parts.session.gallery.clusters]


def test_larger_and_smaller_are_for_what_has_the_keys_and_come_back(parts: Parts, make: Make, qtbot: QtBot) -> None:
    window, workspace = parts.window, parts.workspace
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    grid, map_ = workspace.grid, workspace.map
    before, scale = grid.style_of_grid.row_height, map_.camera.scale
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(grid, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    larger = grid.style_of_grid.row_height
    assert larger > before
    assert map_.camera.scale == scale
    map_.setFocus()
    QTest.keyClick(map_, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert map_.camera.scale < scale
    assert grid.style_of_grid.row_height == larger
    zoom = grid.zoom
    window.close()
    assert make().workspace.grid.zoom == pytest.approx(zoom)


def test_unsure_is_not_counted_as_a_cluster(parts: Parts, qtbot: QtBot) -> None:
    session, workspace = parts.session, parts.workspace
    made = session.gallery.clustering
    assert made is not None

    def stray(library: Library) -> Changes:
        kept = library.catalog.clusterings.add(replace(made, curve=((2, 0.1), (3, 0.4))), "by hand")
        library.catalog.set_setting("clustering", str(kept))
        library.catalog.clusters.assign((int(i), UNSURE, 0.1) for i in session.gallery.ids[:2])
        return Changes.EVERYTHING

    with qtbot.waitSignal(session.changed):
        session.write(stray, None)
    assert session.gallery.clusters[-1].id == UNSURE
    assert workspace.strip.text() == "12 photos  ·  3 clusters  ·  1 unread"
    assert (workspace.tool_bar.k.value, workspace.tool_bar.k.findChild(QSpinBox).value()) == ("auto", 3)
    words = [part.text() for part in workspace.inspector.findChildren(QLabel)]
    assert words[words.index("Clusters") + 1] == "3"


def test_what_failed_is_tried_again_and_nothing_else(scripted: Parts, engine: FakeEngine) -> None:
    session, banner = scripted.session, scripted.workspace.banner
    session.organise(OrganiseOptions(k=5, method="kmeans"), force=True, propose=True)
    for _ in range(2):
        engine.fail()
        assert banner.text() == "The disk is full."
        QTest.mouseClick(banner.verb, Qt.MouseButton.LeftButton)
        assert engine.requests[-1] == engine.requests[-2]
    engine.done()
    session.rescan()  # what went well is not done twice
    asked = engine.requests[-1]
    assert isinstance(asked, Organise)
    assert asked.keep
    assert not asked.force


def test_the_first_scan_leaves_the_keys_where_they_are(
    make: Make, fakes: FakeEngines, photo_folder: Path, qtbot: QtBot
) -> None:
    parts = make(None, fakes)
    session, window = parts.session, parts.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(session.changed):
        session.open(photo_folder)
    fakes.last.progress("scan", 1)
    assert window.pages.currentWidget() is parts.workspace.work
    assert parts.workspace.grid.hasFocus()
    window.actions_["palette"].trigger()
    typing = QApplication.focusWidget()
    assert isinstance(typing, QLineEdit)
    fakes.last.progress("scan", 2)
    assert parts.workspace.palette.isVisible()
    assert QApplication.focusWidget() is typing


def test_a_refusal_is_read_until_something_else_is_done(parts: Parts, qtbot: QtBot) -> None:
    session, banner = parts.session, parts.workspace.banner
    away = banner.text()
    with qtbot.waitSignals([session.failed, session.changed]):
        session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
    refusal = banner.text()
    assert refusal not in ("", away)
    session.progress.emit(Progress("thumbnails", 3, 10))
    assert banner.text() == refusal
    with qtbot.waitSignal(session.changed):
        session.reload()
    assert banner.text() == refusal
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    assert banner.text() == away
    with qtbot.waitSignal(session.failed):
        session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
    QTest.mouseClick(next(b for b in banner.findChildren(QToolButton)), Qt.MouseButton.LeftButton)
    session.progress.emit(Progress("thumbnails", 4, 10))
    assert banner.text() == away


def test_a_banner_that_was_closed_stays_closed_until_it_is_found_anew(
    parts: Parts, organised: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    session, banner = parts.session, parts.workspace.banner
    away = banner.text()
    assert "unplugged" in away
    shut = next(b for b in banner.findChildren(QToolButton))
    QTest.mouseClick(shut, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    session.progress.emit(None)
    assert banner.text() == ""
    for _ in range(2):  # the same refusal twice is said twice
        with qtbot.waitSignal(session.failed):
            session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
        assert banner.text() not in ("", away)
        QTest.mouseClick(shut, Qt.MouseButton.LeftButton)
    session.progress.emit(None)
    assert banner.text() == ""
    session.open(photo_folder, organised)
    qtbot.waitUntil(lambda: banner.text() == away)


def test_a_refusal_after_a_failure_is_said(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, banner = scripted.session, scripted.workspace.banner
    session.organise()
    engine.fail()
    with qtbot.waitSignal(session.failed):
        session.edit(Rename(session.gallery.clusters[0].id, "  "), None)
    assert banner.text() != "The disk is full."
    session.organise()
    engine.fail()
    assert banner.text() == "The disk is full."


def test_near_identical_photos_wait_until_the_engine_is_free(scripted: Parts, engine: FakeEngine) -> None:
    session, copies = scripted.session, scripted.window.actions_["copies"]
    assert copies.isEnabled()
    session.jobs.run(EvaluateK(session.options))
    assert not copies.isEnabled()
    engine.done(KEvaluated(()))
    assert copies.isEnabled()
