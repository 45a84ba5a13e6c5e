"""The library and the settings of version 0.1.0 in the window; see tests/engine/library/test_version_0_1_0.py."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from gallery_app.base.settings import AppSettings
from tests.paths import ROOT

OLD = ROOT / "tests" / "data" / "library-0.1.0.zip"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with zipfile.ZipFile(OLD) as packed:
        packed.extractall(tmp_path / "old")
    return tmp_path / "old"


def test_its_settings_are_read_as_they_were_chosen(old: Path) -> None:
    settings = AppSettings(old / "window.ini")
    assert (settings.theme, settings.language, settings.view) == ("dark", "fr", "photos")
    assert (settings.slide_seconds, settings.preview, settings.zoom) == (6, False, 1.5)
    assert settings.last_folder == "/photos/Holiday"
    assert settings.recent == [("/photos/Holiday", "/photos/library")]
    assert settings.library_of("/photos/Holiday") == Path("/photos/library")
    assert settings.state("window") is not None


def test_its_library_is_shown_and_undone_in_the_window(make: Callable[[], Parts], old: Path, qtbot: QtBot) -> None:
    parts = make()
    session = parts.session
    with qtbot.waitSignal(session.changed):
        session.open("/photos/Holiday", old / "library")  # its folder is away: everything is read off the catalog
    assert len(session.gallery) == 12
    assert {c.name for c in session.gallery.clusters} == {
        "Animals", "Buildings", "Group 1", "New cluster 1", "Pets to keep"
    }  # fmt: skip
    for _ in range(11):
        with qtbot.waitSignal(session.changed):
            session.undo()
    assert not session.can_undo
    assert {c.name for c in session.gallery.clusters} == {"Animals", "Buildings", "Group 1"}
    for _ in range(12):
        with qtbot.waitSignal(session.changed):
            session.redo()
    assert not session.can_redo
    assert "Rename to be undone" in {c.name for c in session.gallery.clusters}
