"""Another folder is seen from its top, though its photos have the numbers of those that were seen before."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from engine.library.roots import library_for
from gallery_app.app import Parts
from tests.gallery_app.conftest import of_folder
from tests.gallery_app.fake_engine import FakeEngines


def test_it_begins_at_its_top(
    make: Callable[..., Parts],
    fakes: FakeEngines,
    made_library: Path,
    photo_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    other = Path(shutil.copytree(photo_folder, tmp_path / "Another"))
    for folder in (photo_folder, other):
        of_folder(made_library, folder, library_for(folder))
    parts = make(None, fakes)
    parts.window.resize(700, 400)
    grid, bar = parts.workspace.grid, parts.workspace.grid.verticalScrollBar()
    with qtbot.waitSignal(parts.session.opened):
        parts.session.open(photo_folder)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    parts.session.open(other)
    qtbot.waitUntil(lambda: parts.session.folder == other and len(parts.session.gallery) > 0)
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert bar.maximum() > 0
    assert grid.offset == 0
