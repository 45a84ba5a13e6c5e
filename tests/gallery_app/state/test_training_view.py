"""The map moves while the engine learns, for who watches, and not under the hands of who works on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.core.partials import LayoutFrame, TrainingFrame
from engine.core.records import Changes, Update
from engine.edits import Move
from engine.library.library import open_library
from engine.pipeline.options import OrganiseOptions
from gallery_app.app import Parts
from gallery_app.state.training_view import TrainingView
from tests.gallery_app.fake_engine import FakeEngine
from tests.gallery_app.windows import MINUTE, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def busy(scripted: Parts) -> Parts:
    """A window on an organised library whose engine works; what it says is up to the test."""
    scripted.session.organise(force=True)
    return scripted


def _right(x: float) -> np.ndarray[Any, Any]:
    return np.array([x, 0], np.float32)


def _frame(parts: Parts, x: float, places: Any = None) -> TrainingFrame:
    """The first six photos lie a step to the right of where they lie in rest, in a cluster that is new."""
    gallery = parts.session.gallery
    xy = gallery.xy[:6] + _right(x) if places is None else np.array(places, np.float32)
    return TrainingFrame(gallery.ids[:6], xy, np.zeros(6, np.int64), ("c9",))


def _settled(parts: Parts, qtbot: QtBot) -> None:
    training_view = parts.workspace.training.training_view
    qtbot.waitUntil(lambda: not parts.jobs.busy and not training_view.pending)


def _lies(parts: Parts) -> np.ndarray[Any, Any]:
    """Where the map shows the gallery's rows, or glides to."""
    scene = parts.workspace.map.scene
    places = np.full((len(parts.session.gallery), 2), np.nan, np.float32)
    places[scene.rows] = scene.xy
    return places


def _open_panel(parts: Parts) -> TrainingView:
    parts.window.actions_["training"].trigger()
    assert parts.workspace.training.isVisible()
    return parts.workspace.training.training_view


def test_nothing_moves_for_who_does_not_watch(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    now = busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))
    _settled(busy, qtbot)
    assert np.array_equal(_lies(busy), now)
    assert not busy.workspace.training.training_view.shown


def test_photos_move_and_those_near_them_follow(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))
    qtbot.waitUntil(lambda: training_view.shown)
    assert np.allclose(_lies(busy), now + _right(0.5), atol=1e-5)
    scene = busy.workspace.map.scene
    assert [scene.gallery.clusters[label].id for label in scene.gallery.labels[:6]] == ["c9"] * 6
    assert scene.gallery.labels[6:].tolist() == busy.session.gallery.labels[6:].tolist()
    assert "press" in busy.workspace.training.replay_bar.message.text()


def test_only_the_newest_moment_is_shown(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    shown: list[float] = []
    busy.session.frame_changed.connect(lambda then: shown.append(round(float(then.xy[0, 0] - now[0, 0]), 3)))
    engine.partial(_frame(busy, 0.1))
    qtbot.waitUntil(lambda: training_view.shown)
    for x in (0.2, 0.3, 0.4):
        engine.partial(_frame(busy, x))
    qtbot.waitUntil(lambda: len(shown) == 2)
    _settled(busy, qtbot)
    assert shown == [0.1, 0.4]


def _press(parts: Parts, qtbot: QtBot) -> None:
    qtbot.mouseClick(parts.workspace.map, LEFT, pos=QPoint(3, 3))


def _edit(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    other = next(c.id for c in session.gallery.clusters if c is not session.gallery.cluster_of(0))
    with qtbot.waitSignal(session.changed):
        session.edit(Move([int(session.gallery.ids[0])], other), parts.workspace)


def _close_panel(parts: Parts, _qtbot: QtBot) -> None:
    parts.window.actions_["training"].trigger()


@pytest.mark.parametrize("end", [_press, _edit, _close_panel])
def test_the_map_comes_back_to_who_takes_hold_of_it(
    busy: Parts, engine: FakeEngine, qtbot: QtBot, end: Callable[[Parts, QtBot], None]
) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))
    qtbot.waitUntil(lambda: training_view.shown)
    end(busy, qtbot)
    assert not training_view.shown
    assert np.array_equal(_lies(busy), now)
    engine.partial(_frame(busy, 0.7))
    _settled(busy, qtbot)
    assert np.array_equal(_lies(busy), now)
    if end is not _close_panel:  # the next run is shown again
        engine.done()
        _settled(busy, qtbot)
        busy.session.organise(force=True)
        engine.partial(_frame(busy, 0.7))
        qtbot.waitUntil(lambda: training_view.shown)


def test_at_the_end_photos_lie_where_they_stand(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))
    qtbot.waitUntil(lambda: training_view.shown)
    with qtbot.waitSignal(busy.session.changed):
        engine.done()
    assert not training_view.shown
    assert np.array_equal(_lies(busy), now)


def test_reading_the_catalog_again_does_not_interrupt(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))
    qtbot.waitUntil(lambda: training_view.shown)
    with qtbot.waitSignal(busy.session.changed):
        busy.session.reload()
    assert training_view.shown
    assert np.allclose(_lies(busy), now + _right(0.5), atol=1e-5)
    made = busy.session.gallery.clustering
    assert made is not None
    engine.partial(LayoutFrame(now * 2))  # and then the map that is laid out is seen on its way
    qtbot.waitUntil(lambda: np.allclose(_lies(busy), now * 2, atol=1e-5))


@pytest.fixture
def unmapped(organised: Path, photo_folder: Path) -> None:
    """The library as it is while its first training runs."""
    with open_library(photo_folder, organised, "a test")[0] as library:
        library.catalog.connection.execute("DELETE FROM projections")


def test_a_first_training_is_shown_to_everybody(unmapped: None, busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, map_ = busy.workspace.training.training_view, busy.workspace.map
    assert len(map_.scene) == 0
    xy = [[float(x), float(x % 2)] for x in range(6)]
    engine.partial(_frame(busy, 0, xy))
    qtbot.waitUntil(lambda: training_view.shown)
    assert len(map_.scene) == 6  # nobody knows where the others are
    assert np.allclose(_lies(busy)[:6], xy)

    def all_seen() -> bool:
        seen = map_.camera.to_view(map_.scene.xy)
        return bool(((seen > 0) & (seen < (map_.width(), map_.height()))).all())

    qtbot.waitUntil(all_seen)  # the map has just got its place
    _press(busy, qtbot)
    assert training_view.shown  # there is nothing to go back to
    assert not training_view.moving
    with qtbot.waitSignal(busy.session.changed):
        busy.session.reload()
    engine.partial(_frame(busy, 0, (np.array(xy) * 2).tolist()))
    _settled(busy, qtbot)
    assert np.allclose(_lies(busy)[:6], xy)


def test_a_gallery_that_changes_meanwhile_is_asked_again(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))  # it is being made ready
    session = busy.session
    session.gallery = session.gallery.with_changes(xy=now + np.float32(1))
    session.changed.emit(Changes.EVERYTHING, session)
    qtbot.waitUntil(lambda: training_view.shown)
    assert np.allclose(_lies(busy)[:6], now[:6] + _right(0.5), atol=1e-5)


@pytest.mark.slow
def test_the_engine_moves_the_map_from_the_first_run_on(
    make: Callable[[], Parts], photo_folder: Path, qtbot: QtBot
) -> None:
    parts = make()
    session, training_view = parts.session, parts.workspace.training.training_view
    said: list[str] = []
    session.failed.connect(said.append)
    session.open(photo_folder)
    qtbot.waitUntil(lambda: training_view.shown, timeout=2 * MINUTE)
    assert not np.isfinite(session.gallery.xy).any()
    assert len(parts.workspace.map.scene) == 12
    settle(parts, qtbot)
    assert not training_view.shown
    assert np.array_equal(_lies(parts), session.gallery.xy)

    if not parts.workspace.training.isVisible():
        _open_panel(parts)
    lasting = {"pretraining": "autoencoder", "reconstruction": 10.0, "updates": 300, "tolerance": 0.0}
    for method, parameters in (("dec", lasting), ("kmeans", {})):
        updates: list[Update] = []
        run = session.organise(OrganiseOptions(k=3, method=method, parameters=parameters), force=True)
        run.partial.connect(lambda part, told=updates: told.append(part) if isinstance(part, Update) else None)
        if method == "dec":  # the other is over in no time
            qtbot.waitUntil(lambda: training_view.shown, timeout=2 * MINUTE)
        settle(parts, qtbot)
        assert np.array_equal(_lies(parts), session.gallery.xy)
        assert len(updates) > 1
        assert all((u.reconstruction is not None) == (method == "dec") for u in updates)
        assert parts.workspace.training.updates() == updates

    bar, training_replay = parts.workspace.training.replay_bar, parts.workspace.training.training_replay
    qtbot.mouseClick(bar.play, LEFT)
    qtbot.waitUntil(lambda: training_replay.playing, timeout=2 * MINUTE)
    assert training_replay.update == 0  # k-means has clusters from the start
    assert np.allclose(_lies(parts), session.gallery.xy, atol=1e-3)  # and moves nobody
    assert said == []


def test_a_moment_of_a_run_that_is_over_is_not_shown(busy: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()
    engine.partial(_frame(busy, 0.5))  # it is being made ready
    busy.session.organise()  # another run, perhaps of another library
    engine.cancelled()
    _settled(busy, qtbot)
    assert not training_view.shown
    assert np.array_equal(_lies(busy), now)
    engine.partial(_frame(busy, 0.7))
    qtbot.waitUntil(lambda: training_view.shown)
    assert np.allclose(_lies(busy), now + _right(0.7), atol=1e-5)


def test_after_a_bug_of_ours_the_next_frame_is_shown(
    busy: Parts, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    training_view, now = _open_panel(busy), busy.session.gallery.xy.copy()

    def fails(*_of: object) -> None:
        raise KeyError("ours")

    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr("gallery_app.state.training_view.SampleInterpolator.of", fails)
        engine.partial(_frame(busy, 0.2))
        _settled(busy, qtbot)
    assert len(raised) == 1
    assert not training_view.shown
    engine.partial(_frame(busy, 0.5))
    qtbot.waitUntil(lambda: training_view.shown)
    assert np.allclose(_lies(busy), now + _right(0.5), atol=1e-5)
