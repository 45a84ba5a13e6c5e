"""What the window asks of the real engine besides organising: a retrain to look at, a split, a map."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from engine.edits import Move
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import Organised
from gallery_app.app import Parts
from gallery_app.engine_client.run import Done, Outcome
from tests.gallery_app.windows import MINUTE, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parts(clustered: Parts) -> Parts:
    """A window whose folder is there, so that the engine runs."""
    return clustered


def sizes(parts: Parts) -> list[int]:
    return sorted(c.members for c in parts.session.gallery.clusters)


def test_proposed_taken_split_and_undone(parts: Parts, qtbot: QtBot) -> None:
    session, workspace = parts.session, parts.workspace
    assert len(sizes(parts)) == 2
    said: list[str] = []
    session.failed.connect(said.append)

    before, xy = sizes(parts), session.gallery.xy.copy()
    workspace.proposals.retrain(OrganiseOptions(k=3, method="kmeans"))
    settle(parts, qtbot)
    assert parts.window.pages.currentWidget() is workspace.preview
    assert sizes(parts) == before
    qtbot.mouseClick(workspace.preview.accept, LEFT)
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


def test_learning_is_ended_early_and_replayed(parts: Parts, qtbot: QtBot) -> None:
    session, workspace, panel = parts.session, parts.workspace, parts.workspace.training
    said: list[str] = []
    session.failed.connect(said.append)
    qtbot.keyClick(parts.window, Qt.Key.Key_F9)
    assert panel.isVisible()
    endless = {"updates": 1000, "tolerance": 0.0, "rounds": 40}
    session.organise(OrganiseOptions(k=2, method="dec", parameters=endless), force=True)
    qtbot.waitUntil(lambda: bool(panel.updates()), timeout=MINUTE)
    bar = panel.replay_bar
    qtbot.waitUntil(bar.keep.isVisible, timeout=MINUTE)  # the engine has just begun
    qtbot.mouseClick(bar.keep, LEFT)
    settle(parts, qtbot)
    assert 1 <= len(session.gallery.clustering.history) < 1000
    assert session.gallery.clustering.method == "dec"

    now = session.gallery.xy.copy()
    qtbot.mouseClick(bar.play, LEFT)
    qtbot.waitUntil(lambda: panel.training_replay.playing, timeout=MINUTE)
    assert panel.training_replay.frame == 0
    assert "Before there were clusters" in bar.message.text()
    scene = workspace.map.scene
    assert len(scene) == 12
    assert not np.allclose(scene.xy, now[scene.rows])
    qtbot.mouseClick(bar.play, LEFT)
    assert not panel.training_replay.playing

    replay = panel.training_replay.replay
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    assert panel.training_replay.frame is None  # the last is now
    scene = workspace.map.scene
    assert np.allclose(scene.xy, now[scene.rows])
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    assert panel.training_replay.frame == len(replay) - 2
    assert (
        panel.training_replay.update == replay.at[-2] < replay.updates - 1
    )  # of a long training not every one is kept
    assert f"of {replay.updates - 1}" in bar.message.text()

    first = int(session.gallery.ids[0])
    other = next(c for c in session.gallery.clusters if c.id != session.gallery.cluster_of(0).id)
    session.edit(Move([first], other.id), None)
    qtbot.waitUntil(lambda: session.can_undo and session.undo_label.startswith("move"))
    assert panel.training_replay.frame is None  # what is done is seen as it is now
    settle(parts, qtbot)
    assert said == []


def add_photos(folder: Path, name: str, count: int) -> None:
    """Nothing like what is there: the clusters come to be others."""
    random = np.random.default_rng(count)
    for i in range(count):
        grains = random.integers(0, 256, (30, 40, 3), np.uint8)
        Image.fromarray(grains).resize((160, 120), Image.Resampling.NEAREST).save(folder / f"{name}_{i}.jpg")


def test_many_new_photos_move_nothing_unasked_and_are_trained_with_once(
    parts: Parts, photo_folder: Path, qtbot: QtBot
) -> None:
    session, workspace, bar = parts.session, parts.workspace, parts.workspace.proposal_bar
    trained: list[int] = []

    def ended(outcome: Outcome) -> None:
        if isinstance(outcome, Done) and isinstance(outcome.result, Organised):
            trained.append(outcome.result.counters["trained"])

    session.jobs.begun.connect(lambda run: run.ended.connect(ended))

    def look() -> None:
        qtbot.keyClick(parts.window, Qt.Key.Key_F5)
        assert session.busy
        settle(parts, qtbot)

    def homes() -> dict[str, str]:
        gallery = session.gallery
        return {f.path: gallery.clusters[c].id for f, c in zip(gallery.files, gallery.labels, strict=True) if c >= 0}

    before = homes()
    add_photos(photo_folder, "grains", 12)
    look()
    assert trained == [1]
    placed = homes()  # the new ones have a place at once
    assert len(placed) == len(before) + 12
    assert {path: placed[path] for path in before} == before
    assert parts.window.pages.currentWidget() is workspace.work
    assert "would move" in bar.text()
    qtbot.mouseClick(bar.dismiss, LEFT)
    for more in (0, 1):  # as each change of a watched folder
        add_photos(photo_folder, "more", more)
        look()
        assert "would move" in bar.text()
    assert trained == [1, 0, 0]
    assert {path: cluster for path, cluster in homes().items() if path in placed} == placed
    qtbot.mouseClick(bar.accept, LEFT)
    settle(parts, qtbot)
    after = homes()
    assert len(after) == len(before) + 13
    assert {path: after[path] for path in before} != before

    parts.settings.preview = False  # who would rather not look first
    add_photos(photo_folder, "finer", 20)
    look()
    assert bar.text() == ""
    assert len(homes()) == len(after) + 20
    assert session.undo_label.startswith("retrain into")


def test_turning_k_cuts_at_once_and_trains_when_the_hand_rests(parts: Parts, qtbot: QtBot) -> None:
    session, k = parts.session, parts.workspace.tool_bar.k
    number = k.findChild(QSpinBox)
    said: list[str] = []
    session.failed.connect(said.append)
    assert number.value() == 2
    k.rest.setInterval(10 * MINUTE)  # on a busy machine a second is over too soon: Enter says that the hand rests
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3, timeout=MINUTE)
    assert not session.can_undo  # it is only shown yet
    assert not session.busy
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 4, timeout=MINUTE)
    qtbot.keyClick(number, Qt.Key.Key_Return)  # the hand rests
    qtbot.waitUntil(lambda: session.undo_label == "cut into 4 clusters", timeout=MINUTE)
    qtbot.waitUntil(lambda: session.busy, timeout=MINUTE)

    qtbot.keyClick(number, Qt.Key.Key_Down)  # training for four is not wanted any more
    qtbot.waitUntil(lambda: not session.busy, timeout=MINUTE)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3, timeout=MINUTE)
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.undo_label == "cut into 3 clusters", timeout=MINUTE)
    settle(parts, qtbot)
    assert parts.window.pages.currentWidget() is parts.workspace.work  # a retrain that nobody waits for opens nothing
    assert len(session.gallery.clustering.cluster_ids) == 3
    session.undo()
    qtbot.waitUntil(lambda: session.undo_label != "cut into 3 clusters", timeout=MINUTE)
    settle(parts, qtbot)
    assert said == []


def test_a_turn_counts_though_one_opens_a_photo_at_once(parts: Parts, qtbot: QtBot) -> None:
    session, workspace, k = parts.session, parts.workspace, parts.workspace.tool_bar.k
    slider = k.findChild(QSlider)  # unlike the number it does not say when it is left
    said: list[str] = []
    session.failed.connect(said.append)
    k.rest.setInterval(10 * MINUTE)
    before = {c.id for c in session.gallery.clusters}
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3, timeout=MINUTE)
    workspace.grid.setFocus()
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Home)
    qtbot.keyClick(workspace.grid, Qt.Key.Key_Return)
    assert parts.window.pages.currentWidget() is workspace.viewer
    qtbot.waitUntil(lambda: session.undo_label == "cut into 3 clusters", timeout=MINUTE)
    qtbot.keyClick(workspace.viewer, Qt.Key.Key_Escape)
    new = next(c for c in session.gallery.clusters if c.id not in before)
    other = next(
        i
        for i, label in zip(session.gallery.ids, session.gallery.labels, strict=True)
        if session.gallery.clusters[label].id != new.id
    )
    session.edit(Move([int(other)], new.id), None)
    qtbot.waitUntil(lambda: session.undo_label.startswith("move 1 photo"), timeout=MINUTE)
    settle(parts, qtbot)
    assert said == []


def test_photos_are_moved_to_a_cluster_that_a_turn_has_only_shown(parts: Parts, qtbot: QtBot) -> None:
    session, k = parts.session, parts.workspace.tool_bar.k
    said: list[str] = []
    session.failed.connect(said.append)
    k.rest.setInterval(10 * MINUTE)
    before = {c.id for c in session.gallery.clusters}
    qtbot.keyClick(k.findChild(QSlider), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 3, timeout=MINUTE)
    new = next(c for c in session.gallery.clusters if c.id not in before)
    other = next(row for row in range(12) if session.gallery.cluster_of(row).id != new.id)
    moved = int(session.gallery.ids[other])
    session.edit(Move([moved], new.id), None)  # within the second: nothing was written yet
    qtbot.waitUntil(lambda: (session.undo_label or "").startswith("move 1 photo"), timeout=MINUTE)
    assert session.gallery.cluster_of(session.gallery.row_of[moved]).id == new.id
    assert len(session.gallery.clusters) == 3
    settle(parts, qtbot)
    assert session.gallery.cluster_of(session.gallery.row_of[moved]).id == new.id
    assert said == []
    undone = []
    while session.undo_label is not None:  # also a retrain that came to the same, and was taken at once
        undone.append(session.undo_label)
        session.undo()
        qtbot.waitUntil(lambda: session.undo_label != undone[-1], timeout=MINUTE)
    assert [what.split()[0] for what in undone if not what.startswith("retrain")] == ["move", "cut"]
    settle(parts, qtbot)


def test_the_curve_is_counted_and_a_click_chooses(parts: Parts, qtbot: QtBot) -> None:
    session, tool_bar = parts.session, parts.workspace.tool_bar
    qtbot.mouseClick(tool_bar.k.curve, LEFT)
    assert tool_bar.curve.isVisible()
    curve = tool_bar.curve.curve
    qtbot.waitUntil(lambda: len(curve.shown) > 3, timeout=MINUTE)
    settle(parts, qtbot)
    qtbot.mouseMove(curve, curve.point(4).toPoint())
    qtbot.mouseClick(curve, LEFT, pos=curve.point(4).toPoint())
    assert not tool_bar.curve.isVisible()
    assert tool_bar.k.value == 4
    qtbot.waitUntil(lambda: len(session.gallery.clusters) == 4, timeout=MINUTE)
    settle(parts, qtbot)
