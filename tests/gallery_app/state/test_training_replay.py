"""A training is replayed when one asks again, however its drawing ended the first time."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.core.records import Changes, Ints, Projection, Update
from engine.edits import Move, Rename
from engine.library.library import open_library
from engine.service.protocol import ClusterSplit, LayOutReplay, Organise, ReplayLaidOut, SplitCluster
from engine.training.recorder import training_path, write
from gallery_app.app import Parts
from gallery_app.state.training_replay import TrainingReplay
from gallery_app.views.training.replay_bar import ReplayBar
from tests.gallery_app.fake_engine import FakeEngine


def _stopped(parts: Parts, engine: FakeEngine) -> None:
    parts.session.stop()
    engine.cancelled()


def _failed(_parts: Parts, engine: FakeEngine) -> None:
    engine.fail()


def _replaced(parts: Parts, engine: FakeEngine) -> None:
    parts.session.jobs.run(SplitCluster("c1", 2, parts.session.options))
    engine.done(ReplayLaidOut(3))  # too late: nobody waits for it
    engine.done(ClusterSplit(2))


ENDS = {"stopped": _stopped, "failed": _failed, "replaced": _replaced}


@pytest.fixture
def trained(photo_folder: Path, organised: Path) -> None:
    """The library's clustering has learned in one update."""
    with open_library(photo_folder, organised, "a test")[0] as library:
        clusterings = library.catalog.clusterings
        current = clusterings.current()
        assert current is not None
        made = dataclasses.replace(clusterings.get(current[0]), history=(Update(0, 1.0, 0.1, 0.9),))
        library.catalog.set_setting("clustering", str(clusterings.add(made, "watched")))


def _open_panel(parts: Parts, qtbot: QtBot) -> ReplayBar:
    parts.window.actions_["training"].trigger()
    bar = parts.workspace.training.replay_bar
    qtbot.waitUntil(lambda: bar.play.isVisible() and bar.play.isEnabled() and not parts.jobs.busy)
    return bar


@pytest.mark.parametrize("end", ENDS)
def test_it_can_be_asked_for_again(trained: None, scripted: Parts, engine: FakeEngine, qtbot: QtBot, end: str) -> None:
    bar = _open_panel(scripted, qtbot)
    for times in (1, 2):
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: engine.kinds.count(LayOutReplay) == times)  # noqa: B023 - it is waited for at once
        ENDS[end](scripted, engine)
        qtbot.waitUntil(lambda: not scripted.jobs.busy and bar.play.isEnabled())


def test_it_can_be_asked_for_again_after_a_bug_of_ours(
    trained: None, scripted: Parts, engine: FakeEngine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = _open_panel(scripted, qtbot)

    def fails(_library: object) -> None:
        raise KeyError("ours")

    with qtbot.captureExceptions() as raised, monkeypatch.context() as broken:
        broken.setattr("gallery_app.state.training_replay.load_replay", fails)
        qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert len(raised) == 1
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: engine.kinds == [LayOutReplay])


@pytest.fixture
def watched(trained: None, photo_folder: Path, organised: Path) -> None:
    """The same: of it four moments were watched and laid out, from a heap to islands; the last three are updates."""
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
            "codes": np.stack([np.roll(projection[0].xy, 5 * (3 - t), axis=0) for t in range(4)]).astype(np.float16),
        }
        write(training_path(library, current[0]), moments)


@pytest.fixture
def quiet(watched: None, scripted: Parts, qtbot: QtBot) -> Parts:
    """It is open with its training panel, and its engine does nothing."""
    _open_panel(scripted, qtbot)
    return scripted


def _play(parts: Parts, qtbot: QtBot) -> TrainingReplay:
    training_replay = parts.workspace.training.training_replay
    qtbot.mouseClick(parts.workspace.training.replay_bar.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: training_replay.playing)
    return training_replay


def _lies(parts: Parts) -> dict[int, list[float]]:
    scene = parts.workspace.map.scene
    return {id_: np.round(xy, 2).tolist() for id_, xy in zip(scene.ids.tolist(), scene.xy, strict=True)}


def test_a_busy_engine_is_waited_for(trained: None, scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, training_replay = scripted.session, scripted.workspace.training.training_replay
    bar = _open_panel(scripted, qtbot)
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    session.organise()  # before the library has answered, something else began
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert "busy" in bar.message.text()
    assert engine.kinds == [Organise]
    engine.done()
    qtbot.waitUntil(lambda: engine.kinds == [Organise, LayOutReplay])
    assert training_replay.hindrance is None
    engine.done(ReplayLaidOut(0))
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert "Nobody watched" in bar.message.text()


def test_who_changes_something_while_the_engine_is_busy_does_not_wait_any_more(
    trained: None, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session, training_replay = scripted.session, scripted.workspace.training.training_replay
    bar = _open_panel(scripted, qtbot)
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    session.organise()
    qtbot.waitUntil(lambda: training_replay.hindrance == "busy")
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    first = int(session.gallery.ids[0])
    with qtbot.waitSignal(session.changed):
        session.edit(Move([first], session.gallery.clusters[-1].id), None)
    engine.done()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert LayOutReplay not in engine.kinds
    assert training_replay.hindrance is None


def test_it_is_shown_on_its_own_map_whichever_is_chosen(quiet: Parts, qtbot: QtBot) -> None:
    session, panel = quiet.session, quiet.workspace.training
    home = session.gallery.xy.copy()
    other = session.gallery.with_changes(xy=np.flip(home, axis=1) * np.float32(0.3) + np.float32(0.6))
    session.gallery = other
    session.changed.emit(Changes.EVERYTHING, session)
    training_replay = _play(quiet, qtbot)
    assert training_replay.replay is not None
    training_replay.show(len(training_replay.replay) - 2)
    then = quiet.workspace.map.scene
    assert np.allclose(then.xy, training_replay.replay.xy[-2][_places(training_replay, then.ids)], atol=2e-3)
    assert not np.allclose(then.xy, other.xy[then.rows], atol=0.1)
    panel.replay_bar.slider.setValue(len(training_replay.replay) - 1)
    scene = quiet.workspace.map.scene
    assert np.array_equal(scene.xy, other.xy[scene.rows])


def _places(training_replay: TrainingReplay, ids: Ints) -> Ints:
    assert training_replay.replay is not None
    where = {int(id_): place for place, id_ in enumerate(training_replay.replay.ids)}
    return np.array([where[int(id_)] for id_ in ids])


def test_an_undo_ends_it(quiet: Parts, qtbot: QtBot) -> None:
    session = quiet.session
    first = int(session.gallery.ids[0])
    with qtbot.waitSignal(session.changed):
        session.edit(Move([first], session.gallery.clusters[-1].id), None)
    now = _lies(quiet)
    training_replay = _play(quiet, qtbot)
    assert _lies(quiet) != now
    with qtbot.waitSignal(session.changed):
        quiet.window.actions_["undo"].trigger()
    assert not training_replay.playing
    assert training_replay.frame is None
    assert _lies(quiet) == now


@pytest.fixture
def grown(watched: None, photo_folder: Path, organised: Path) -> tuple[int, int, int]:
    """A photo has gone since, and one has come: those two, and one that lies where that lies."""
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
        wider = Projection(np.append(kept, new), xy, "neighbours", {})
        catalog.clusterings.set_projection(wider, "by hand")
    return int(gone), new, int(kept[0])


def test_photos_that_came_or_went_since_do_not_matter(
    grown: tuple[int, int, int], scripted: Parts, qtbot: QtBot
) -> None:
    gone, new, beside = grown
    _open_panel(scripted, qtbot)
    now = _lies(scripted)
    assert gone not in now
    training_replay = _play(scripted, qtbot)
    then = _lies(scripted)
    assert then.keys() == now.keys()
    moved = {id_: np.subtract(then[id_], now[id_]) for id_ in now}
    assert np.abs(moved[new]).max() > 0.1
    assert np.allclose(moved[new], moved[beside], atol=0.02)
    training_replay.pause()


def test_a_new_name_ends_it_and_is_on_the_map_when_it_is_asked_for_again(quiet: Parts, qtbot: QtBot) -> None:
    session, now = quiet.session, _lies(quiet)
    training_replay = _play(quiet, qtbot)
    assert _lies(quiet) != now
    with qtbot.waitSignal(session.changed):
        session.edit(Rename(session.gallery.clusters[0].id, "Sea"), None)
    assert training_replay.frame is None
    assert _lies(quiet) == now
    _play(quiet, qtbot)
    assert "Sea" in quiet.workspace.map.scene.names
    training_replay.pause()


def test_the_curves_of_a_library_go_with_it(quiet: Parts) -> None:
    panel = quiet.workspace.training
    assert len(panel.updates()) == 1
    quiet.session.close()
    assert panel.updates() == []


def test_the_numbers_are_those_of_the_moment_that_is_shown(quiet: Parts, qtbot: QtBot) -> None:
    panel = quiet.workspace.training
    loss = panel.values["loss"]
    assert loss.text() == "1"
    training_replay = _play(quiet, qtbot)
    for frame, said in ((0, "–"), (1, "1"), (0, "–"), (3, "1")):  # before there were clusters; one update; now
        training_replay.show(frame)
        assert loss.text() == said


def test_what_was_remembered_of_a_photo_is_that_of_the_moment_that_is_shown(quiet: Parts, qtbot: QtBot) -> None:
    session, view = quiet.session, quiet.workspace.training.reconstruction
    quiet.window.resize(1400, 900)
    session.select([int(session.gallery.ids[0])], None)
    training_replay = _play(quiet, qtbot)
    training_replay.show(0)
    qtbot.waitUntil(view.error.isVisible)
    first = view.error.text()
    assert first.startswith("Squared error: 0.")
    training_replay.show(1)
    qtbot.waitUntil(lambda: view.error.text() != first)
    training_replay.show(3)
    qtbot.waitUntil(lambda: not view.error.isVisible())  # k-means keeps no codes


def test_a_photo_that_was_not_watched_is_remembered_as_now(quiet: Parts, qtbot: QtBot) -> None:
    gallery = quiet.session.gallery
    training_replay = _play(quiet, qtbot)
    training_replay.show(1)
    first = int(gallery.ids[0])
    then = training_replay.seen_then(gallery, first).clustering
    assert then is not None
    assert training_replay.replay is not None
    assert training_replay.replay.codes is not None
    np.testing.assert_array_equal(then.codes, training_replay.replay.codes[1])
    assert training_replay.seen_then(gallery, 10**6) is gallery
    training_replay.show(3)
    assert training_replay.seen_then(gallery, first) is gallery


def test_who_folds_the_panel_away_sees_the_map_as_it_is(quiet: Parts, qtbot: QtBot) -> None:
    now = _lies(quiet)
    training_replay = _play(quiet, qtbot)
    assert _lies(quiet) != now
    quiet.window.actions_["training"].trigger()
    assert not training_replay.playing
    assert _lies(quiet) == now
    quiet.window.actions_["training"].trigger()
    assert _play(quiet, qtbot).frame == 0
    training_replay.pause()
