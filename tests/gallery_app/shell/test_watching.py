"""The window takes in what comes, changes or goes while it watches, once each, and says a gone drive once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.service.protocol import Organise, Organised
from gallery_app.app import Parts
from gallery_app.shell import watcher as watching
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import settle


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow each other quickly."""
    monkeypatch.setattr(watching, "PACE", 20)
    monkeypatch.setattr(watching, "SOON", 20)


@pytest.fixture
def watched(scripted: Parts, looks: None, qtbot: QtBot) -> Iterator[Parts]:
    """The scripted window, watching; it has looked once."""
    scripted.workspace.watcher.folders.timer.setInterval(10)
    scripted.window.actions_["watch"].trigger()
    looked_on(scripted, qtbot)
    yield scripted
    scripted.window.actions_["watch"].trigger()


def looked_on(parts: Parts, qtbot: QtBot, times: int = 3) -> None:
    """Wait for some looks more."""
    timer = parts.workspace.watcher.timer
    for _ in range(times):
        qtbot.waitSignal(timer.timeout, timeout=20_000).wait()
    settle_window(parts, qtbot)


def settle_window(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=20_000)


def edit_in_place(folder: Path) -> None:
    path = folder / "beach_1.jpg"
    data = path.read_bytes()
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, (1.5e9, 1.5e9))


def replace(folder: Path) -> None:
    Image.new("RGB", (90, 90)).save(folder / ".part.jpg")
    (folder / ".part.jpg").replace(folder / "beach_1.jpg")


@pytest.mark.parametrize(
    "act",
    [
        edit_in_place,
        replace,
        lambda folder: Image.new("RGB", (90, 90)).save(folder / "new.jpg"),
        lambda folder: (folder / "beach_1.jpg").unlink(),
    ],
    ids=["edited in place", "replaced", "new", "deleted"],
)
def test_each_change_is_taken_in_once(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot, act: Callable[[Path], None]
) -> None:
    assert engine.kinds == []
    act(photo_folder)
    qtbot.waitUntil(lambda: engine.kinds == [Organise], timeout=20_000)
    engine.done()
    looked_on(watched, qtbot)
    assert engine.kinds == [Organise]


def test_what_changes_while_the_engine_works_is_taken_in_after(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    watched.session.organise()
    edit_in_place(photo_folder)
    looked_on(watched, qtbot)
    assert engine.kinds == [Organise]
    engine.done()
    qtbot.waitUntil(lambda: engine.kinds == [Organise] * 2, timeout=20_000)
    engine.done()
    looked_on(watched, qtbot)
    assert engine.kinds == [Organise] * 2


def test_after_a_failure_nothing_is_tried_again_until_something_changes(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    watched.session.organise()
    edit_in_place(photo_folder)
    looked_on(watched, qtbot)
    engine.fail("The disk is full.")
    looked_on(watched, qtbot)
    assert engine.kinds == [Organise]
    assert watched.session.problem == "The disk is full."
    replace(photo_folder)
    qtbot.waitUntil(lambda: engine.kinds == [Organise] * 2, timeout=20_000)
    engine.done()


def test_a_drive_that_goes_is_said_once_and_taken_in_when_it_is_back(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    watched.session.notice.connect(said.append)
    photo_folder.rename(photo_folder.with_name("unplugged"))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    looked_on(watched, qtbot)
    assert len(said) == 1
    assert photo_folder.name in said[0]
    assert engine.kinds == []
    assert watched.workspace.banner.isVisible()
    photo_folder.with_name("unplugged").rename(photo_folder)
    qtbot.waitUntil(lambda: engine.kinds == [Organise], timeout=20_000)
    assert not watched.workspace.banner.isVisible()
    engine.done()
    looked_on(watched, qtbot)
    assert engine.kinds == [Organise]


def test_a_line_that_is_no_pattern_is_said_once(
    watched: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    watched.session.notice.connect(said.append)
    (photo_folder / ".photoloomignore").write_text("!\n")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    looked_on(watched, qtbot)
    assert len(said) == 1
    assert engine.kinds == []
    (photo_folder / ".photoloomignore").unlink()
    looked_on(watched, qtbot)


def test_what_was_left_being_written_is_looked_for_though_nothing_is_watched(
    scripted: Parts, looks: None, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    scripted.session.organise()
    engine.done(Organised({"growing": 1}, {}))
    looked_on(scripted, qtbot)
    Image.new("RGB", (90, 90)).save(photo_folder / "new.jpg")
    qtbot.waitUntil(lambda: engine.kinds == [Organise] * 2, timeout=20_000)
    engine.done(Organised({"growing": 0}, {}))
    settle(scripted, qtbot)
    assert not scripted.workspace.watcher.timer.isActive()


def test_a_window_that_does_not_watch_looks_at_nothing(
    scripted: Parts, looks: None, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    edit_in_place(photo_folder)
    settle(scripted, qtbot)
    assert not scripted.workspace.watcher.timer.isActive()
    assert engine.kinds == []


def test_coming_back_to_the_window_looks_at_once(
    scripted: Parts, engine: FakeEngine, photo_folder: Path, qtbot: QtBot
) -> None:
    watcher = scripted.workspace.watcher
    scripted.window.actions_["watch"].trigger()
    qtbot.waitUntil(watcher.timer.isActive)
    assert watcher.timer.remainingTime() > 1000
    edit_in_place(photo_folder)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    started = time.monotonic()
    qtbot.waitUntil(lambda: engine.kinds == [Organise], timeout=4000)
    assert time.monotonic() - started < watching.PACE / 1000
    engine.done()
    scripted.window.actions_["watch"].trigger()
