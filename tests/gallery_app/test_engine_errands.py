"""What the window asks of the real engine besides organising: a retrain to look at, a split, a map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gallery_app.app import Parts, build

MINUTE = 60_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parts(qtbot: QtBot, tmp_path: Path, photo_folder: Path) -> Iterator[Parts]:
    """A window on a folder that was organised into two clusters by k-means."""
    parts = build(tmp_path / "its-library", tmp_path / "window.ini")
    parts.window.show()
    with qtbot.waitSignal(parts.session.opened, timeout=MINUTE):
        parts.session.open(photo_folder)
    parts.session.organise({"k": 2, "method": "kmeans", "parameters": {}})
    settle(parts, qtbot)
    yield parts
    parts.window.close()
    parts.window.deleteLater()


def settle(parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not parts.session.busy and not parts.jobs.busy, timeout=2 * MINUTE)


def sizes(parts: Parts) -> list[int]:
    return sorted(c.members for c in parts.session.gallery.clusters)


def test_proposed_taken_split_and_undone(parts: Parts, qtbot: QtBot) -> None:
    session, workspace = parts.session, parts.workspace
    assert len(sizes(parts)) == 2
    said: list[str] = []
    session.failed.connect(said.append)

    before, xy = sizes(parts), session.gallery.xy.copy()
    workspace.proposals.retrain({"k": 3, "method": "kmeans", "parameters": {}})
    settle(parts, qtbot)
    assert parts.window.pages.currentWidget() is workspace.preview
    assert sizes(parts) == before
    qtbot.mouseClick(workspace.preview.take, LEFT)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3)
    settle(parts, qtbot)
    assert not np.array_equal(session.gallery.xy, xy)  # the map was laid out anew

    session.undo()
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 2)
    settle(parts, qtbot)
    largest = max(session.gallery.clusters, key=lambda c: c.members)
    session.focus_cluster(largest.id, None)
    qtbot.keyClick(parts.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    menu = next(m for m in workspace.shelf.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if a.text() == "2 clusters").trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3, timeout=MINUTE)
    settle(parts, qtbot)
    assert session.undo_label == f"split {largest.name} into 2"
    assert sum(sizes(parts)) == 12
    session.undo()
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 2)
    settle(parts, qtbot)
    assert sizes(parts) == before
    assert said == []
