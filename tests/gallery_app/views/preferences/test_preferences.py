"""Preferences, folders that are watched or added, and what is said instead of done."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from engine.embedding import DEFAULT_BACKBONE
from engine.library.beside.seen import Beside, note
from engine.service.protocol import LayOutMap, MapLaidOut, Organise
from gallery_app.app import Parts, _last  # reason: only a program that starts anew asks it
from gallery_app.base import theme
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.models.facts import of_library
from gallery_app.shell import watcher
from gallery_app.shell.watcher import FolderWatcher
from gallery_app.views.preferences.preferences import Preferences
from tests.gallery_app.fake_engine import FakeEngine


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
        choose(preferences.appearance.theme, name)
        assert theme.current().name == name
        assert parts.window.actions_[f"theme-{name}"].isChecked()
        assert parts.settings.theme == name


def test_high_contrast_reads_well() -> None:
    """WCAG 2: 7 to 1 for text, 3 to 1 for edges and marks."""
    now = theme.CONTRAST
    grounds = (now.window, now.panel, now.raised, now.hover)
    assert min(_ratio(now.text, ground) for ground in grounds) >= 7
    for part in (now.muted, now.faint, now.accent, now.danger, now.warning, now.good):
        assert _ratio(part, now.window) >= 7
    assert _ratio(now.line, now.panel) >= 3
    assert _ratio(now.on_accent, now.accent) >= 7
    assert _ratio(now.on_selection, now.selection) >= 6.8  # a fill that is 3 from black is at most 7 from white


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
    assert parts.workspace.tool_bar.options().backbone == DEFAULT_BACKBONE
    choose(preferences.sorting.backbone, "efficientnet_lite0")
    assert parts.workspace.tool_bar.options().backbone == "efficientnet_lite0"
    assert parts.settings.backbone == "efficientnet_lite0"


def test_no_note_is_cut_off(preferences: Preferences, qtbot: QtBot) -> None:
    choose(preferences.appearance.language, "fr")
    seen = 0
    for page in (preferences.appearance, preferences.sorting, preferences.updates):
        preferences.show_page(page)
        QApplication.processEvents()
        notes = [it for it in preferences.findChildren(QLabel) if it.wordWrap() and it.isVisible()]
        seen += len(notes)
        assert all(it.height() >= it.heightForWidth(it.width()) for it in notes)
    assert seen == 3


def test_the_language_is_kept_for_the_next_start(parts: Parts, preferences: Preferences) -> None:
    assert preferences.appearance.restart.isHidden()
    choose(preferences.appearance.language, "fr")
    assert parts.settings.language == "fr"
    assert preferences.appearance.restart.isVisible()


def test_checks_are_kept(parts: Parts, preferences: Preferences, tmp_path: Path) -> None:
    folders, sorting, updates = preferences.folders, preferences.sorting, preferences.updates
    for page, box in (
        (folders, folders.watch), (folders, folders.again), (sorting, sorting.preview), (updates, updates.weekly)
    ):  # fmt: skip
        preferences.show_page(page)
        before = box.isChecked()
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert box.isChecked() is not before
    assert parts.window.actions_["watch"].isChecked()
    assert not parts.settings.preview
    assert parts.workspace.program.updates.weekly
    parts.settings.save()
    assert _last(AppSettings(tmp_path / "window.ini")) is None
    QTest.keyClick(preferences, Qt.Key.Key_Escape)


def test_delete_needs_the_photos_to_be_there(parts: Parts) -> None:
    parts.session.select([int(parts.session.gallery.ids[0])], None)
    delete = parts.window.actions_["delete"]
    assert not delete.isEnabled()
    assert "their folder has to be there" in delete.toolTip()


def test_what_lies_beside_the_photos_is_told_in_a_line(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    library = session.library
    assert library is not None

    def tell(beside: Beside) -> str:
        parts.jobs.serial(lambda: note(library.catalog, 1, beside))
        with qtbot.waitSignal(session.changed):
            session.reload()
        return parts.workspace.strip.text()

    assert tell(Beside(12)).endswith("12 videos, left alone")
    said = tell(Beside(0, Counter(psd=5, jxl=9), Counter({"@eaDir": 2, "#recycle": 1})))
    assert "  ·  14 files of kinds that are not read: jxl, psd  ·  3 folders of other programs left out: @eaDir" in said
    facts = dict(of_library(session.gallery))
    assert (facts["Other kinds"], facts["Left out"]) == ("9 jxl, 5 psd", "@eaDir × 2, #recycle")
    assert tell(Beside(unknown=Counter(svg=1))).endswith("1 file of a kind that is not read: svg")
    assert tell(Beside(unknown=Counter("abcdef"))).endswith("6 files of kinds that are not read: a, b, c, d, …")


# Folders


def test_a_watched_folder_says_when_it_rests(
    jobs: JobRunner, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "QUIET", 60)
    (tmp_path / "Trips" / ".hidden").mkdir(parents=True)
    watch = FolderWatcher(jobs, jobs)
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
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder rests after a moment."""
    monkeypatch.setattr(watcher, "QUIET", 60)


@pytest.fixture
def watched(quick: None, scripted: Parts, qtbot: QtBot) -> Parts:
    """A window whose folder is watched."""
    folders = scripted.workspace.watcher.folders
    scripted.window.actions_["watch"].trigger()
    qtbot.waitUntil(lambda: bool(folders.folders) and not scripted.jobs.busy)
    return scripted


def test_new_photos_in_a_watched_folder_are_taken_in_and_what_stands_is_kept(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    Image.new("RGB", (40, 30), "red").save(photo_folder / "new.jpg")
    qtbot.waitUntil(lambda: len(engine.requests) == 1)
    (asked,) = engine.requests
    assert isinstance(asked, Organise)
    assert (asked.keep, asked.force) == (True, False)
    assert asked.propose  # nobody has asked for a retrain: photos that stand move only when it is taken
    watched.window.actions_["watch"].trigger()
    assert watched.workspace.watcher.folders.folders == []
    assert not watched.settings.flag("watch", True)
    qtbot.waitUntil(lambda: not watched.jobs.busy)


@pytest.mark.parametrize("end", ["done", "cancelled"])
def test_what_changed_while_the_engine_worked_is_taken_in_afterwards(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot, end: str
) -> None:
    session = watched.session
    session.jobs.run(LayOutMap(session.options))
    with qtbot.waitSignal(watched.workspace.watcher.folders.rested):
        Image.new("RGB", (40, 30), "red").save(photo_folder / "new.jpg")
    assert engine.kinds == [LayOutMap]
    if end == "done":
        engine.done(MapLaidOut())
    else:
        session.stop()
        engine.cancelled()
    qtbot.waitUntil(lambda: engine.kinds == [LayOutMap, Organise])
    qtbot.waitUntil(lambda: not watched.jobs.busy)


def test_a_folder_that_joins_is_watched_too(
    watched: Parts,
    engine: FakeEngine,
    photo_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folders, other = watched.workspace.watcher.folders, tmp_path / "Camera"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    watched.window.actions_["add-folder"].trigger()
    qtbot.waitUntil(lambda: engine.kinds == [Organise])
    engine.done()  # it is taken in
    qtbot.waitUntil(lambda: sorted(folders.folders) == sorted([str(photo_folder), str(other)]))
    qtbot.waitUntil(lambda: not watched.jobs.busy)


def test_another_folder_joins_the_library(
    scripted: Parts,
    engine: FakeEngine,
    photo_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Path(shutil.copytree(photo_folder, tmp_path / "Camera"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    scripted.window.actions_["add-folder"].trigger()
    qtbot.waitUntil(lambda: not scripted.jobs.busy and engine.kinds == [Organise])
    library = scripted.session.library
    assert library is not None
    assert [Path(path) for _, path in library.catalog.files.roots()] == [photo_folder, other]


def test_how_long_a_slideshow_shows_a_photo(
    parts: Parts, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    assert preferences.appearance.seconds.currentData() == "4"
    choose(preferences.appearance.seconds, "10")
    preferences.close()
    parts.window.actions_["slideshow"].trigger()
    show = parts.workspace.viewer.slideshow
    assert show.clock.interval() == 10_000
    show.stop()
    somebody = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    somebody.setValue("slide_seconds", "soon")
    assert parts.settings.slide_seconds == 4
    qtbot.waitUntil(lambda: not parts.jobs.busy)
