"""A long session leaves the window's descriptors, connections and threads as they were."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator

import psutil
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.edits import Move
from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE

opened: list[str] = []


@pytest.fixture(autouse=True)
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Note every connection to a database that is opened."""
    connect = sqlite3.connect

    def noted(path: object, *arguments: object, **named: object) -> sqlite3.Connection:
        opened.append(str(path))
        return connect(path, *arguments, **named)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", noted)
    yield
    opened.clear()


def held() -> tuple[int, int, int]:
    """Descriptors, connections made so far, and threads."""
    process = psutil.Process()
    descriptors = process.num_handles() if sys.platform == "win32" else process.num_fds()
    return descriptors, len(opened), threading.active_count()


def test_selecting_and_editing_for_long_holds_no_more_than_at_first(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    ids = [f.id for f in session.gallery.files]
    clusters = [c.id for c in session.gallery.clusters]

    def select(times: int) -> None:
        for i in range(times):
            session.select([ids[i % len(ids)]], None)
            qtbot.waitUntil(lambda: not parts.jobs.busy)

    def move_and_undo(times: int) -> None:
        for i in range(times):
            session.edit(Move([ids[i % len(ids)]], clusters[i % 3]), None)
            session.undo()
            qtbot.waitUntil(lambda: not parts.jobs.busy, timeout=MINUTE)

    for _ in range(QThread.idealThreadCount() + 1):  # every thread of the pool is there from now on
        parts.jobs.run(lambda: None)
    select(20)
    move_and_undo(5)
    before = held()
    select(60)
    move_and_undo(30)
    after = held()
    assert after[1:] == before[1:]
    assert abs(after[0] - before[0]) <= 4  # a thumbnail or a pipe may be open at the moment
