"""About, the licences, and the report of a fault: seen before it is saved, and told nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

import engine
from engine.core.assets import resource
from engine.core.logs import LOGGER, log_file
from engine.edits import Rename
from gallery_app.app import Parts
from gallery_app.base import desktop
from gallery_app.shell.crash_log import CrashLog
from gallery_app.state.program import licences
from gallery_app.views.program.about_dialog import AboutDialog
from gallery_app.views.program.report_dialog import ReportDialog
from gallery_app.views.program.text_dialog import TextDialog
from tests.gallery_app.accessible_tree import faults, tree
from tests.gallery_app.windows import MINUTE


def opened(parts: Parts, command: str) -> QDialog:
    parts.window.actions_[command].trigger()
    (shown,) = [one for one in parts.window.findChildren(QDialog) if one.isVisible()]
    return shown


@pytest.fixture
def report(parts: Parts, qtbot: QtBot) -> ReportDialog:
    shown = opened(parts, "report")
    assert isinstance(shown, ReportDialog)
    qtbot.waitUntil(shown.save.isEnabled, timeout=MINUTE)
    return shown


def test_about_says_where_everything_lies(parts: Parts, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    about = opened(parts, "about")
    assert isinstance(about, AboutDialog)
    assert faults(tree(about)) == []
    shown: list[Path] = []
    monkeypatch.setattr(desktop, "open_folder", shown.append)
    library = parts.session.library
    assert library is not None
    for show in about.shows:
        show.click()
    assert shown[0] == library.folder
    assert shown[2] == log_file("window").parent
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Photoloom {engine.__version__} (")
    assert "torch 2." in copied
    assert str(library.folder) not in copied
    about.close()
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_asking_for_the_versions_imports_no_part() -> None:
    asked = "from gallery_app.state.program.facts import version_lines; print(version_lines('')[-1]); import sys"
    told = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(*sys.modules)"], capture_output=True, text=True, check=True, timeout=60
    )
    parts, modules = told.stdout.splitlines()
    assert "torch 2." in parts
    assert {"torch", "numpy", "onnxruntime", "scipy"}.isdisjoint(modules.split())


def test_all_licences_are_read(parts: Parts, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    about = opened(parts, "about")
    assert isinstance(about, AboutDialog)
    about.all_licences.click()
    (shown,) = about.findChildren(TextDialog)
    qtbot.waitUntil(lambda: len(shown.text.toPlainText()) > 10_000, timeout=MINUTE)
    text = shown.text.toPlainText()
    for part in ("numpy", "PySide6", "torch", "Pillow", "usearch"):
        assert part.lower() in text.lower()
    assert "Redistribution and use in source and binary forms" in text
    assert shown.text.isReadOnly()
    about.close()


def test_the_licences_of_a_bundle_are_those_it_brings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "licences.txt").write_text("of all parts", "utf-8")
    found = {"licences.txt": tmp_path / "licences.txt"}
    monkeypatch.setattr(licences, "resource", lambda name: found.get(name) or resource(name))
    assert licences.licences() == "of all parts"


def test_a_report_is_read_changed_and_saved(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    log = CrashLog()
    forest = next(c.id for c in parts.session.gallery.clusters if c.name == "Forest")
    with qtbot.waitSignal(parts.session.changed):
        parts.session.edit(Rename(forest, "Anna and Tom"), None)
    LOGGER.error("The cluster Anna and Tom lost %s", parts.session.folder)
    log.close()
    log.deleteLater()
    shown = opened(parts, "report")
    assert isinstance(shown, ReportDialog)
    assert not shown.save.isEnabled()  # there is nothing to read yet
    qtbot.waitUntil(shown.save.isEnabled, timeout=MINUTE)
    assert faults(tree(shown)) == []
    text = shown.text.toPlainText()
    assert f"Photoloom {engine.__version__}" in text
    assert "12 photos, 3 clusters" in text
    assert "theme " in text
    assert "The cluster <name> lost <path>" in text
    assert "Holiday" not in text
    shown.text.setPlainText(text.replace("theme", "(nobody's business)"))
    shown.save.click()
    (dialog,) = shown.findChildren(QFileDialog)
    assert not Path(dialog.directory().path()).is_relative_to(tmp_path / "Holiday")
    out = tmp_path / "report.txt"
    assert not out.exists()
    dialog.close()
    parts.workspace.program.reports.write_report(shown, shown.text.toPlainText(), out)
    qtbot.waitUntil(out.exists, timeout=MINUTE)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert out.read_text("utf-8") == text.replace("theme", "(nobody's business)")
    assert parts.window.findChildren(ReportDialog) == []
    assert str(out) in parts.workspace.strip.text()


def test_a_report_that_cannot_be_written_says_so_and_stays(
    parts: Parts, report: ReportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    before = report.text.toPlainText()
    parts.workspace.program.reports.write_report(report, before, tmp_path / "nowhere" / "report.txt")
    qtbot.waitUntil(lambda: "could not be written" in report.note.text())
    assert report.isVisible()
    assert report.text.toPlainText() == before
    report.close()


def test_a_dialog_that_is_closed_meanwhile_hears_nothing_more(parts: Parts, qtbot: QtBot) -> None:
    opened(parts, "report").close()
    qtbot.waitUntil(lambda: not parts.jobs.busy)


def test_a_bug_offers_a_report(make: Callable[[], Parts], qtbot: QtBot) -> None:
    parts = make()
    parts.window.show_bug()
    parts.window.bug.other.click()
    (shown,) = parts.window.findChildren(ReportDialog)
    qtbot.waitUntil(shown.save.isEnabled, timeout=MINUTE)
    assert "Library: none is open" in shown.text.toPlainText()
    shown.close()


def test_a_crash_of_the_last_run_is_noticed_once(make: Callable[[], Parts], qtbot: QtBot) -> None:
    log = CrashLog()
    crash = log_file("window").with_name(f"window-{1 << 30}.crash")
    crash.parent.mkdir(parents=True)
    crash.write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    parts = make()
    with qtbot.assertNotEmitted(log.broken):  # nothing goes wrong now
        parts.workspace.program.reports.look_for_crashes()
        qtbot.waitUntil(parts.window.bug.isVisible, timeout=MINUTE)
    assert "the last time" in parts.window.bug.text()
    assert "Segmentation fault" in log_file("window").read_text("utf-8")
    assert not crash.exists()
    parts.window.bug.hide()
    parts.workspace.program.reports.look_for_crashes()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert not parts.window.bug.isVisible()
    log.close()
    log.deleteLater()
