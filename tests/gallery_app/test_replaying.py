"""A training is replayed when one asks again, however its drawing ended the first time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.edits import Move, Rename
from engine.library.library import open_library
from engine.pipeline.recorder import place_of, write
from engine.records import Changes, Ints, Projection, Update
from gallery_app.app import Parts
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.replaying import Replaying

ENDS: dict[str, Callable[[EngineProcess], None]] = {
    "stopped": lambda engine: engine.cancelled.emit(),
    "failed": lambda engine: engine.failed.emit("The engine stopped unexpectedly."),
    "replaced": lambda engine: engine.done.emit({"parts": 2}),
}


@pytest.fixture
def trained(make: Callable[[], Parts], photo_folder: Path, organised: Path, qtbot: QtBot) -> Parts:
    """A window on a library whose clustering has learned in one update."""
    with open_library(photo_folder, organised, "a test")[0] as library:
        clusterings = library.catalog.clusterings
        current = clusterings.current()
        assert current is not None
        made = dataclasses.replace(clusterings.get(current[0]), history=(Update(0, 1.0, 0.1, 0.9),))
        library.catalog.set_setting("clustering", str(clusterings.add(made, "watched")))
    parts = make()
    parts.session._place = organised
    return parts


@pytest.mark.parametrize("end", ENDS)
def test_it_can_be_asked_for_again(
    trained: Parts, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    session, bar = trained.session, trained.workspace.training.replay_bar
    asked: list[str] = []
    monkeypatch.setattr(session, "run", lambda name, _how: asked.append(name))
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    trained.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: bar.play.isVisible() and bar.play.isEnabled() and not trained.jobs.busy)
    asked.clear()
    engine = session._engine
    assert engine is not None
    for times in (1, 2):
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: asked == ["replay"] * times)  # noqa: B023 - it is waited for at once
        ENDS[end](engine)
        qtbot.waitUntil(lambda: not trained.jobs.busy and bar.play.isEnabled())


@pytest.fixture
def watched(trained: Parts, photo_folder: Path, organised: Path) -> Parts:
    """The same, of which four moments were watched and laid out, from a heap to islands; the last three are updates."""
    with open_library(photo_folder, organised, "a test")[0] as library:
        clusterings = library.catalog.clusterings
        current = clusterings.current()
        assert current is not None
        made, projection = clusterings.get(current[0]), clusterings.projection("neighbours")
        assert projection is not None
        moments = {
            "ids": projection[0].ids,
            "xy": np.stack([projection[0].xy * far for far in (0.0, 0.5, 0.8, 1.0)]),
            "labels": np.stack([np.full(len(made.ids), -1), made.labels, made.labels, made.labels]),
            "updates": np.array([-1, 0, 1, 2]),
        }
        write(place_of(library, current[0]), moments)
    return trained


@pytest.fixture
def quiet(watched: Parts, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Parts:
    """It is open with its training panel, and its engine does nothing."""
    session = watched.session
    monkeypatch.setattr(session, "run", lambda _name, _how: None)
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    watched.window.actions_["training"].trigger()
    bar = watched.workspace.training.replay_bar
    qtbot.waitUntil(lambda: bar.play.isVisible() and bar.play.isEnabled() and not watched.jobs.busy)
    return watched


def _play(parts: Parts, qtbot: QtBot) -> Replaying:
    replaying = parts.workspace.training.replaying
    qtbot.mouseClick(parts.workspace.training.replay_bar.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: replaying.playing)
    return replaying


def _lies(parts: Parts) -> dict[int, list[float]]:
    scene = parts.workspace.map.scene
    return {id_: np.round(xy, 2).tolist() for id_, xy in zip(scene.ids.tolist(), scene.xy, strict=True)}


def test_a_busy_engine_is_waited_for(
    trained: Parts, photo_folder: Path, organised: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, panel = trained.session, trained.workspace.training
    bar, replaying = panel.replay_bar, panel.replaying
    asked: list[str] = []
    monkeypatch.setattr(session, "run", lambda name, _how: asked.append(name))
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    trained.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: bar.play.isVisible() and bar.play.isEnabled() and not trained.jobs.busy)
    asked.clear()
    engine = session._engine
    assert engine is not None
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    engine._running = True  # before the library has answered, something else began
    qtbot.waitUntil(lambda: not trained.jobs.busy)
    assert "busy" in bar.said.text()
    assert asked == []
    engine._running = False
    engine.done.emit({})
    qtbot.waitUntil(lambda: asked == ["replay"])
    assert replaying.hindrance is None
    engine.done.emit({"moments": 0})
    assert "Nobody watched" in bar.said.text()


def test_who_changes_something_while_the_engine_is_busy_does_not_wait_any_more(
    trained: Parts, photo_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, panel = trained.session, trained.workspace.training
    asked: list[str] = []
    monkeypatch.setattr(session, "run", lambda name, _how: asked.append(name))
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    trained.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: panel.replay_bar.play.isEnabled() and not trained.jobs.busy)
    asked.clear()
    engine = session._engine
    assert engine is not None
    qtbot.mouseClick(panel.replay_bar.play, Qt.MouseButton.LeftButton)
    engine._running = True
    qtbot.waitUntil(lambda: panel.replaying.hindrance == "busy")
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    first = int(session.gallery.ids[0])
    with qtbot.waitSignal(session.changed):
        session.edit(Move([first], session.gallery.clusters[-1].id), None)
    engine._running = False
    engine.done.emit({})
    qtbot.waitUntil(lambda: not trained.jobs.busy)
    assert asked == []
    assert panel.replaying.hindrance is None


def test_it_is_shown_on_its_own_map_whichever_is_chosen(quiet: Parts, qtbot: QtBot) -> None:
    session, panel = quiet.session, quiet.workspace.training
    home = session.gallery.xy.copy()
    other = session.gallery.sorted_as(xy=np.flip(home, axis=1) * np.float32(0.3) + np.float32(0.6))
    session.gallery = other
    session.changed.emit(Changes.EVERYTHING, session)
    replaying = _play(quiet, qtbot)
    assert replaying.replay is not None
    replaying.show(len(replaying.replay) - 2)
    then = quiet.workspace.map.scene
    assert np.allclose(then.xy, replaying.replay.xy[-2][_places(replaying, then.ids)], atol=2e-3)
    assert not np.allclose(then.xy, other.xy[then.rows], atol=0.1)
    panel.replay_bar.slider.setValue(len(replaying.replay) - 1)
    scene = quiet.workspace.map.scene
    assert np.array_equal(scene.xy, other.xy[scene.rows])


def _places(replaying: Replaying, ids: Ints) -> Ints:
    assert replaying.replay is not None
    where = {int(id_): place for place, id_ in enumerate(replaying.replay.ids)}
    return np.array([where[int(id_)] for id_ in ids])


def test_an_undo_ends_it(quiet: Parts, qtbot: QtBot) -> None:
    session = quiet.session
    first = int(session.gallery.ids[0])
    with qtbot.waitSignal(session.changed):
        session.edit(Move([first], session.gallery.clusters[-1].id), None)
    now = _lies(quiet)
    replaying = _play(quiet, qtbot)
    assert _lies(quiet) != now
    with qtbot.waitSignal(session.changed):
        quiet.window.actions_["undo"].trigger()
    assert not replaying.playing
    assert replaying.moment is None
    assert _lies(quiet) == now


def test_photos_that_came_or_went_since_do_not_matter(
    watched: Parts, photo_folder: Path, organised: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(photo_folder, organised, "a test")[0] as library:
        catalog = library.catalog
        projection = catalog.clusterings.projection("neighbours")
        assert projection is not None
        gone, kept = projection[0].ids[0], projection[0].ids[1:]
        root = next(iter(dict(catalog.files.roots())))
        catalog.files.add(root, [("new.jpg", 9, 9)])
        new = next(f.id for f in catalog.files.all() if f.path == "new.jpg")
        digest = next(f.digest for f in catalog.files.all() if f.id == kept[0])
        assert digest is not None
        catalog.files.set_read([(new, digest)])
        catalog.files.set_problems([(int(gone), "It is gone.")])
        xy = np.vstack([projection[0].xy[1:], projection[0].xy[1] + np.float32(0.01)])
        grown = Projection(np.append(kept, new), xy, "neighbours", {})
        catalog.clusterings.set_projection(grown, "by hand")
    session = watched.session
    monkeypatch.setattr(session, "run", lambda _name, _how: None)
    with qtbot.waitSignal(session.opened):
        session.open(photo_folder)
    watched.window.actions_["training"].trigger()
    qtbot.waitUntil(lambda: watched.workspace.training.replay_bar.play.isEnabled() and not watched.jobs.busy)
    now = _lies(watched)
    assert int(gone) not in now
    replaying = _play(watched, qtbot)
    then = _lies(watched)
    assert then.keys() == now.keys()
    moved = {id_: np.subtract(then[id_], now[id_]) for id_ in now}
    assert np.abs(moved[new]).max() > 0.1
    assert np.allclose(moved[new], moved[int(kept[0])], atol=0.02)
    replaying.pause()


def test_a_new_name_ends_it_and_is_on_the_map_when_it_is_asked_for_again(quiet: Parts, qtbot: QtBot) -> None:
    session, now = quiet.session, _lies(quiet)
    replaying = _play(quiet, qtbot)
    assert _lies(quiet) != now
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    assert replaying.moment is None
    assert _lies(quiet) == now
    _play(quiet, qtbot)
    assert "Sea" in quiet.workspace.map.scene.names
    replaying.pause()


def test_the_curves_of_a_library_go_with_it(quiet: Parts) -> None:
    panel = quiet.workspace.training
    assert len(panel.updates()) == 1
    quiet.session.close()
    assert panel.updates() == []


def test_the_numbers_are_those_of_the_moment_that_is_shown(quiet: Parts, qtbot: QtBot) -> None:
    panel = quiet.workspace.training
    loss = panel._values["loss"]
    assert loss.text() == "1"
    replaying = _play(quiet, qtbot)
    for moment, said in ((0, "–"), (1, "1"), (0, "–"), (3, "1")):  # before there were clusters; one update; now
        replaying.show(moment)
        assert loss.text() == said


def test_who_folds_the_panel_away_sees_the_map_as_it_is(quiet: Parts, qtbot: QtBot) -> None:
    now = _lies(quiet)
    replaying = _play(quiet, qtbot)
    assert _lies(quiet) != now
    quiet.window.actions_["training"].trigger()
    assert not replaying.playing
    assert _lies(quiet) == now
    quiet.window.actions_["training"].trigger()
    assert _play(quiet, qtbot).moment == 0
    replaying.pause()
