"""Turning k where the engine is busy, or the hand quicker than a cut. With the real engine: test_engine_errands.py."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox
from pytestqt.qtbot import QtBot

from engine.gallery import Gallery
from engine.records import Changes
from gallery_app.app import Parts


class SlowRecut:
    """Cuts when it is let to."""

    least, most = 1, 9

    def __init__(self) -> None:
        self.go = threading.Event()

    def show(self, gallery: Gallery, _k: int) -> Gallery:
        assert self.go.wait(20)
        return replace(gallery)


@pytest.fixture
def asked(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folder is there; what is asked of the engine, which never ends by itself."""
    found: list[str] = []
    engine = parts.session._engine
    assert engine is not None

    def run(name: str, _how: dict[str, Any]) -> None:
        found.append(name)
        engine._running = True

    monkeypatch.setattr(engine, "run", run)
    parts.session.away = False
    parts.session.changed.emit(Changes.EVERYTHING, None)
    return found


def test_a_cut_that_comes_after_the_hand_rests_elsewhere_is_not_shown(
    parts: Parts, asked: list[str], qtbot: QtBot
) -> None:
    session, turning = parts.session, parts.workspace.turning
    number, before = parts.workspace.tool_bar.k.findChild(QSpinBox), session.gallery
    recut = SlowRecut()
    turning._recut, turning._from = recut, before  # type: ignore[assignment]
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.keyClick(number, Qt.Key.Key_Down)
    qtbot.keyClick(number, Qt.Key.Key_Return)  # as many as there are
    recut.go.set()
    qtbot.waitUntil(lambda: not parts.jobs.busy)
    assert session.gallery is before
    assert asked == []


def test_auto_takes_back_a_cut_that_is_only_shown(parts: Parts, asked: list[str], qtbot: QtBot) -> None:
    session, turning, k = parts.session, parts.workspace.turning, parts.workspace.tool_bar.k
    before, recut = session.gallery, SlowRecut()
    recut.go.set()
    turning._recut, turning._from = recut, before  # type: ignore[assignment]
    k.show_state(3, False, 12)
    qtbot.keyClick(k.findChild(QSpinBox), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: session.gallery is not before)
    qtbot.keyClick(k.findChild(QCheckBox), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.gallery is before)
    assert asked == ["organise"]


def test_the_curve_is_counted_once_the_engine_is_free(parts: Parts, asked: list[str], qtbot: QtBot) -> None:
    session, tool_bar = parts.session, parts.workspace.tool_bar
    session.run("map", {"words": session.words})
    qtbot.mouseClick(tool_bar.k.curve, Qt.MouseButton.LeftButton)
    assert tool_bar.curve.isVisible()
    assert asked == ["map"]
    for job in ("the map", "the curve, stopped"):
        session._engine._running = False  # type: ignore[union-attr]
        with qtbot.waitSignal(session.changed):
            session._finished()
        assert asked == ["map", "curve"], job  # asked for once: what the user stops is not begun again
    tool_bar.curve.hide()
