"""Preferences, folders that are watched or added, and what is said instead of done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from engine.embedding import DEFAULT_BACKBONE
from gallery_app import theme, watcher
from gallery_app.app import Parts, _last
from gallery_app.engine_client.background import JobRunner
from gallery_app.settings import AppSettings
from gallery_app.views.preferences import Preferences
from gallery_app.watcher import FolderWatch


@pytest.fixture
def preferences(parts: Parts, qtbot: QtBot) -> Preferences:
    """The window of preferences, asked for by its shortcut."""
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    QTest.keyClick(parts.workspace.grid, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (shown,) = parts.window.findChildren(Preferences)
    qtbot.waitUntil(shown.isVisible)
    return shown


def choose(box: QComboBox, name: str) -> None:
    """Walk to a choice by keys."""
    box.setFocus()
    key = Qt.Key.Key_Down if box.findData(name) > box.currentIndex() else Qt.Key.Key_Up
    while box.currentData() != name:
        QTest.keyClick(box, key)


def test_the_theme_changes_at_once_and_the_menu_agrees(parts: Parts, preferences: Preferences) -> None:
    for name in ("contrast", "light", "dark"):
        choose(preferences.theme, name)
        assert theme.current().name == name
        assert parts.window.actions_[f"theme-{name}"].isChecked()
        assert parts.settings.theme == name


def test_high_contrast_reads_well() -> None:
    """WCAG 2: 7 to 1 for text, 3 to 1 for edges and marks."""
    now = theme.CONTRAST
    grounds = (now.window, now.panel, now.raised, now.hover, now.selection)
    assert min(_ratio(now.text, ground) for ground in grounds) >= 7
    for part in (now.muted, now.faint, now.accent, now.danger, now.warning, now.good):
        assert _ratio(part, now.window) >= 7
    assert _ratio(now.line, now.panel) >= 3
    assert _ratio(now.on_accent, now.accent) >= 7


@pytest.mark.parametrize("now", [theme.DARK, theme.LIGHT], ids=lambda t: t.name)
def test_dark_and_light_read(now: theme.Theme) -> None:
    for ground in (now.window, now.panel, now.raised):
        assert _ratio(now.text, ground) >= 7
        assert _ratio(now.muted, ground) >= 4.5


def _ratio(a: str, b: str) -> float:
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_network_holds_for_the_next_retrain(parts: Parts, preferences: Preferences) -> None:
    assert parts.workspace.tool_bar.words().backbone == DEFAULT_BACKBONE
    choose(preferences.backbone, "efficientnet_lite0")
    assert parts.workspace.tool_bar.words().backbone == "efficientnet_lite0"
    assert parts.settings.backbone == "efficientnet_lite0"


def test_no_note_is_cut_off(preferences: Preferences, qtbot: QtBot) -> None:
    choose(preferences.language, "fr")
    QApplication.processEvents()
    notes = [it for it in preferences.findChildren(QLabel) if it.wordWrap() and it.isVisible()]
    assert len(notes) == 2
    assert all(it.height() >= it.heightForWidth(it.width()) for it in notes)


def test_the_language_is_kept_for_the_next_start(parts: Parts, preferences: Preferences) -> None:
    assert preferences._restart.isHidden()
    choose(preferences.language, "fr")
    assert parts.settings.language == "fr"
    assert preferences._restart.isVisible()


def test_checks_are_kept(parts: Parts, preferences: Preferences, tmp_path: Path) -> None:
    for box in (preferences.watch, preferences.preview, preferences.again):
        before = box.isChecked()
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked() is not before
    assert parts.window.actions_["watch"].isChecked()
    assert not parts.settings.preview
    parts.settings.save()
    assert _last(AppSettings(tmp_path / "window.ini")) is None
    QTest.keyClick(preferences, Qt.Key.Key_Escape)


def test_delete_says_that_nothing_is_deleted(parts: Parts, qtbot: QtBot) -> None:
    parts.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is parts.window)
    parts.workspace.grid.setFocus()
    parts.session.select([int(parts.session.gallery.ids[0])], None)
    QTest.keyClick(parts.workspace.grid, Qt.Key.Key_Delete)
    assert "trash comes in a later version" in parts.workspace.strip.text()
    assert len(parts.session.gallery) == 12


def test_videos_are_told_in_a_line(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    parts.jobs.serial(lambda: session.library.catalog.set_setting("videos in root 1", "12"))  # type: ignore[union-attr]
    with qtbot.waitSignal(session.changed):
        session.reload()
    assert parts.workspace.strip.text().endswith("12 videos, left alone")


# Folders


def test_a_watched_folder_says_when_it_rests(
    jobs: JobRunner, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "REST", 60)
    (tmp_path / "Trips" / ".hidden").mkdir(parents=True)
    watch = FolderWatch(jobs, jobs)
    watch.watch((tmp_path,))
    qtbot.waitUntil(lambda: len(watch.folders) >= 2)
    assert not [folder for folder in watch.folders if ".hidden" in folder]
    with qtbot.waitSignal(watch.rested):
        (tmp_path / "Trips" / "new").mkdir()
    qtbot.waitUntil(lambda: str(tmp_path / "Trips" / "new") in watch.folders)
    with qtbot.waitSignal(watch.rested):
        (tmp_path / "Trips" / "new" / "a.jpg").write_bytes(b"")
    watch.watch(())
    assert watch.folders == []
    qtbot.waitUntil(lambda: not jobs.busy)
    watch.deleteLater()


@pytest.fixture
def open_(make, photo_folder: Path, organised: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Parts:  # type: ignore[no-untyped-def]
    """A window on the organised library, its folder there; what it would ask of the engine is noted in `asked`."""
    parts: Parts = make()
    parts.asked = []  # type: ignore[attr-defined]
    monkeypatch.setattr(parts.session, "run", lambda name, how: parts.asked.append((name, how)))  # type: ignore[attr-defined]
    monkeypatch.setattr(parts.session, "_place", organised)
    with qtbot.waitSignal(parts.session.changed):
        parts.session.open(photo_folder)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    return parts


def test_new_photos_in_a_watched_folder_are_taken_in_and_what_stands_is_kept(
    open_: Parts, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching, asked = open_.workspace.watching, open_.asked  # type: ignore[attr-defined]
    asked.clear()
    watching.folders._timer.setInterval(60)
    open_.window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: bool(watching.folders.folders) and not open_.jobs.busy)
    Image.new("RGB", (40, 30), "red").save(photo_folder / "new.jpg")
    qtbot.waitUntil(lambda: len(asked) == 1)
    name, how = asked[0]
    assert (name, how["keep"], how["force"]) == ("organise", True, False)
    assert how["propose"]  # nobody has asked for a retrain: photos that stand move only when it is taken
    open_.window.actions_["watch"].trigger()
    assert watching.folders.folders == []
    assert not open_.settings.flag("watch", True)
    qtbot.waitUntil(lambda: not open_.jobs.busy)


@pytest.mark.parametrize("end", ["done", "cancelled"])
def test_what_changed_while_the_engine_worked_is_taken_in_afterwards(open_: Parts, qtbot: QtBot, end: str) -> None:
    watching, asked = open_.workspace.watching, open_.asked  # type: ignore[attr-defined]
    asked.clear()
    watching.folders._timer.setInterval(60)
    open_.window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: bool(watching.folders.folders) and not open_.jobs.busy)
    engine = open_.session._engine
    assert engine is not None
    engine._running = True
    with qtbot.waitSignal(watching.folders.rested):
        watching.folders._timer.start()
    assert asked == []
    engine._over()
    engine.done.emit({}) if end == "done" else engine.cancelled.emit()
    qtbot.waitUntil(lambda: len(asked) == 1)
    qtbot.waitUntil(lambda: not open_.jobs.busy)


def test_a_folder_that_joins_is_watched_too(
    open_: Parts, photo_folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = open_.workspace.watching
    open_.window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: watching.folders.folders == [str(photo_folder)])
    other = tmp_path / "Camera"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    open_.window.actions_["add-folder"].trigger()
    qtbot.waitUntil(lambda: not open_.jobs.busy)
    assert open_.session._engine is not None
    open_.session._engine.done.emit({})  # as after the run that takes it in
    qtbot.waitUntil(lambda: sorted(watching.folders.folders) == sorted([str(photo_folder), str(other)]))
    qtbot.waitUntil(lambda: not open_.jobs.busy)


def test_another_folder_joins_the_library(
    open_: Parts, photo_folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(photo_folder, tmp_path / "Camera"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    open_.asked.clear()  # type: ignore[attr-defined]
    open_.window.actions_["add-folder"].trigger()
    qtbot.waitUntil(lambda: not open_.jobs.busy and bool(open_.asked))  # type: ignore[attr-defined]
    library = open_.session.library
    assert library is not None
    assert [Path(path) for _, path in library.catalog.files.roots()] == [photo_folder, other]


def test_how_long_a_slideshow_shows_a_photo(parts: Parts, preferences: Preferences, qtbot: QtBot) -> None:
    assert preferences.seconds.currentData() == "4"
    choose(preferences.seconds, "10")
    preferences.close()
    parts.window.actions_["slideshow"].trigger()
    show = parts.workspace.viewer.slideshow
    assert show._clock.interval() == 10_000
    show.stop()
    parts.settings._kept.setValue("slide_seconds", "soon")  # somebody has written something else there
    assert parts.settings.slide_seconds == 4
    qtbot.waitUntil(lambda: not parts.jobs.busy)
