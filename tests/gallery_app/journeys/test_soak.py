"""What a long day in one window leaves behind: no descriptors, objects, threads, processes or memory."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Move
from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE, settle

MEGABYTE = 2**20


@dataclass(frozen=True)
class Held:
    """What this process holds."""

    descriptors: int
    objects: int  # of Qt's
    threads: int
    children: int  # processes
    megabytes: float

    def __sub__(self, other: Held) -> Held:
        return Held(*(a - b for a, b in zip(astuple(self), astuple(other), strict=True)))


@pytest.fixture(autouse=True)
def own_data_folder(photoloom_home: Path) -> None:
    """That of all tests: the network is exported into it once. Each folder has a library of its own there."""


def held(parts: Parts, qtbot: QtBot) -> Held:
    settle(parts, qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    process = psutil.Process()
    descriptors = process.num_handles() if sys.platform == "win32" else process.num_fds()
    roots = [parts.window, *QApplication.topLevelWidgets()]
    below = {shiboken6.getCppPointer(o)[0] for root in roots for o in [root, *root.findChildren(QObject)]}
    ours = {shiboken6.getCppPointer(o)[0] for o in gc.get_objects() if isinstance(o, QObject) and shiboken6.isValid(o)}
    memory = process.memory_info().rss / MEGABYTE
    return Held(descriptors, len(below | ours), threading.active_count(), len(process.children()), memory)


def grown(parts: Parts, qtbot: QtBot, deed: Callable[[int], None], warm: int, times: int) -> Held:
    """What `times` of a deed have left behind, after some that may fill caches and start threads."""
    for _ in range(QThread.idealThreadCount() + 1):  # every thread of the pool is there from now on
        parts.jobs.run(lambda: None)
    for i in range(warm):
        deed(i)
    before = held(parts, qtbot)
    for i in range(times):
        deed(i)
    left = held(parts, qtbot) - before
    print(times, "times:", left)
    return left


@pytest.mark.parametrize("times", [40, pytest.param(300, marks=pytest.mark.slow)])
def test_moving_and_undoing_leaves_nothing(parts: Parts, times: int, qtbot: QtBot) -> None:
    session = parts.session
    ids = [f.id for f in session.gallery.files]
    clusters = [c.id for c in session.gallery.clusters]

    def move_and_undo(i: int) -> None:
        session.edit(Move([ids[i % len(ids)]], clusters[i % 3]), None)
        session.undo()
        qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=MINUTE)

    left = grown(parts, qtbot, move_and_undo, 40, times)
    assert left.descriptors <= 2
    assert left.objects <= 10
    assert left.threads == 0
    assert left.megabytes < 15


@pytest.mark.parametrize("times", [10, pytest.param(40, marks=pytest.mark.slow)])
def test_opening_and_closing_leaves_nothing(
    parts: Parts, times: int, organised: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    def close_and_open(_: int) -> None:
        parts.session.close()
        qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=MINUTE)
        with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
            parts.session.open(photo_folder, organised)
        qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=MINUTE)

    left = grown(parts, qtbot, close_and_open, 10, times)
    assert left.descriptors <= 2
    assert left.objects <= 10
    assert left.threads == 0
    assert left.megabytes < 15


@pytest.mark.slow
def test_opening_and_closing_with_an_engine_leaves_nothing(clustered: Parts, qtbot: QtBot) -> None:
    """The folder is there: each opening starts a process that looks for new photos, each closing ends it."""
    folder = clustered.session.folder
    assert folder is not None

    def close_and_open(_: int) -> None:
        clustered.session.close()
        qtbot.waitUntil(lambda: not psutil.Process().children(), timeout=MINUTE)
        with qtbot.waitSignal(clustered.session.opened, timeout=MINUTE):
            clustered.session.open(folder)
        settle(clustered, qtbot)
        assert len(psutil.Process().children()) == 1

    left = grown(clustered, qtbot, close_and_open, 3, 15)
    assert left.descriptors <= 2
    assert left.objects <= 10
    assert left.threads == 0
    assert left.children == 0
    assert left.megabytes < 15


@pytest.mark.parametrize("times", [3, pytest.param(15, marks=pytest.mark.slow)])
def test_retraining_leaves_nothing(clustered: Parts, times: int, qtbot: QtBot) -> None:
    """Retrains that are looked at and taken. The catalog keeps what they can be undone to."""
    workspace, options = clustered.workspace, clustered.workspace.tool_bar.options
    clustered.settings.preview = True

    def retrain_and_take(i: int) -> None:
        k = 3 if clustered.session.gallery.cluster_count == 2 else 2
        with qtbot.waitSignal(workspace.proposals.arrived, timeout=MINUTE):
            workspace.proposals.retrain(replace(options(), k=k))  # as Retrain does, in a tool bar set to k
        preview = workspace.pages.preview
        qtbot.waitUntil(preview.isVisible)
        qtbot.mouseClick(preview.accept, Qt.MouseButton.LeftButton)
        settle(clustered, qtbot)
        assert clustered.session.gallery.cluster_count == k
        assert workspace.proposals.current is None

    left = grown(clustered, qtbot, retrain_and_take, 2, times)
    assert left.descriptors <= 2
    assert left.objects <= 10
    assert left.threads == 0
    assert left.children == 0
    assert left.megabytes < 25
