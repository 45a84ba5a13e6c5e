"""The whole window under a monkey: nothing breaks, hangs or is lost. PHOTOLOOM_MONKEY_SEED does the same once more."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QtMsgType
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits.history import History
from engine.gallery.snapshot import load_gallery
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions
from gallery_app.app import Parts
from tests.gallery_app.heart import Heart
from tests.gallery_app.monkey import Monkey, nothing_real
from tests.gallery_app.windows import MINUTE, settle

__all__ = ["nothing_real"]
SHADES = {"red": (200, 60, 50), "green": (60, 160, 70), "blue": (50, 80, 190)}
WARNINGS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def tiny_pictures(folder: Path, count: int) -> Path:
    folder.mkdir()
    for i in range(count):
        name, shade = list(SHADES.items())[i % 3]
        size = (64 + 8 * (i % 5), 64 + 8 * (i % 3))
        Image.new("RGB", size, tuple(min(255, c + 2 * i) for c in shade)).save(folder / f"{name}_{i}.jpg")
    return folder


def state(folder: Path, place: Path) -> dict[str, Any]:
    """All that can be undone, of a library that nobody else has open, after everything is undone."""
    library, _ = open_library(folder, place, "a test")
    with library:
        history = History(library.catalog)
        while history.undo_label is not None:
            history.undo()
        gallery = load_gallery(library.catalog, "neighbours")
        names = [None if (c := gallery.cluster_of(row)) is None else c.name for row in range(len(gallery))]
        return {
            "clusters": sorted((c.id, c.name, c.named_by_user, c.locked) for c in gallery.clusters),
            "photos": {f.path: (names[row], bool(gallery.pinned[row])) for row, f in enumerate(gallery.files)},
            "rejections": dict(gallery.rejections),
        }


@pytest.fixture(autouse=True)
def own_data_folder(photoloom_home: Path) -> None:
    """That of all tests: the network is exported into it once. Each folder has a library of its own there."""


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    return [tiny_pictures(tmp_path / "Holiday", 24), tiny_pictures(tmp_path / "Garden", 9)]


@pytest.mark.parametrize("seconds", [4, pytest.param(60, marks=pytest.mark.slow)])
def test_whatever_is_done_nothing_breaks(
    seconds: int,
    make: Callable[[], Parts],
    folders: list[Path],
    nothing_real: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    qtlog: Any,
) -> None:
    seed = int(os.environ.get("PHOTOLOOM_MONKEY_SEED", SystemRandom().randrange(10**6)))
    print(f"PHOTOLOOM_MONKEY_SEED={seed}")
    parts = make()
    places = [open_sorted(parts, folder, qtbot) for folder in folders]
    parts.session.close()
    settle(parts, qtbot)
    copies = [shutil.copytree(place, tmp_path / f"before {i}") for i, place in enumerate(places)]
    before = [state(folder, copy) for folder, copy in zip(folders, copies, strict=True)]
    parts.session.open(folders[0])
    monkey, heart = Monkey(seed, parts, folders, nothing_real), Heart()
    heart.start()
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            heart.doing = monkey.act()
            QApplication.processEvents()
            qtbot.wait(monkey.random.choice([0, 0, 10, 60]))
    finally:
        heart.stop()
        print("\n".join(monkey.log[-40:]), f"{len(monkey.log)} deeds", f"longest gap {heart.longest:.2f}", sep="\n")
    assert parts.window.isVisible()
    while popup := QApplication.activePopupWidget():
        popup.close()
    parts.session.stop()
    settle(parts, qtbot)
    parts.window.close()
    assert heart.gaps == []
    messages = [r.message for r in qtlog.records if r.type in WARNINGS]
    assert [m for m in messages if not m.startswith("This plugin does not support")] == []  # offscreen has no keyboard
    for folder, place, first in zip(folders, places, before, strict=True):
        with sqlite3.connect(place / "catalog.db") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        assert state(folder, place) == first


def test_the_monkey_cannot_quit(parts: Parts, nothing_real: list[str], qtbot: QtBot) -> None:
    """It finds every command in the palette."""
    Monkey(0, parts, [], nothing_real)
    palette = parts.workspace.palette
    parts.window.actions_["palette"].trigger()
    QTest.keyClicks(palette.field, "Quit")
    assert palette.texts()[0] == "Quit"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert parts.window.isVisible()
    settle(parts, qtbot)


def test_the_heart_notes_work_in_the_windows_thread(qtbot: QtBot) -> None:
    heart, end = Heart(), time.thread_time() + 0.8
    heart.start()
    heart.doing = "counting"
    while time.thread_time() < end:
        pass
    qtbot.waitUntil(lambda: bool(heart.gaps))
    heart.stop()
    [(gap, doing)] = heart.gaps
    assert gap > 0.5
    assert doing == "counting"


def open_sorted(parts: Parts, folder: Path, qtbot: QtBot) -> Path:
    """Open a folder and let k-means sort it: its methods stand from then on, so that every run is quick."""
    with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
        parts.session.open(folder)
    parts.session.organise(OrganiseOptions(k=3, method="kmeans"))
    qtbot.waitUntil(lambda: not parts.session.busy and not parts.jobs.busy, timeout=5 * MINUTE)  # whatever else runs
    assert parts.session.library is not None
    return parts.session.library.folder
