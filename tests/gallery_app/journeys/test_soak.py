"""What a long day in one window leaves behind: no descriptors, objects, threads, connections or memory."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import Move
from engine.pipeline.options import OrganiseOptions
from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE, settle

MEGABYTE = 2**20


@dataclass(frozen=True)
class Held:
    """What this process holds."""

    descriptors: int
    objects: int  # of Qt's
    threads: int
    megabytes: float

    def __sub__(self, other: Held) -> Held:
        return Held(*(a - b for a, b in zip(astuple(self), astuple(other), strict=True)))


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
    return Held(descriptors, len(below | ours), threading.active_count(), memory)


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
def test_retraining_leaves_nothing(clustered: Parts, qtbot: QtBot) -> None:
    """Fifteen retrains, all taken. The catalog keeps what they can be undone to."""

    def retrain(i: int) -> None:
        clustered.session.organise(OrganiseOptions(k=2 + i % 3, method="kmeans"), force=True)
        settle(clustered, qtbot)

    left = grown(clustered, qtbot, retrain, 3, 15)
    assert left.descriptors <= 2
    assert left.objects <= 10
    assert left.threads == 0
    assert left.megabytes < 25
