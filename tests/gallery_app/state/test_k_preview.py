"""Turning k where the engine is busy, or the hand quicker than a cut. With the real engine: test_engine_errands.py."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSpinBox
from pytestqt.qtbot import QtBot

from engine.core.errors import UserError
from engine.core.records import CurvePoint
from engine.gallery.snapshot import Gallery
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import EvaluateK, KEvaluated, LayOutMap, Organise
from gallery_app.app import Parts
from gallery_app.state import k_preview as k_preview
from gallery_app.views.bars.k_curve import CurvePopup
from tests.gallery_app.fake_engine import FakeEngine

CURVE = tuple(CurvePoint(k, 0.5, 0.4, 0.3) for k in range(2, 9))


class SlowCut:
    """Cuts when it is let to."""

    least, most = 1, 9

    def __init__(self) -> None:
        self.go = threading.Event()
        self.fails: Exception | None = None

    def preview(self, gallery: Gallery, _k: int) -> Gallery:
        assert self.go.wait(20)
        if self.fails is not None:
            raise self.fails
        return replace(gallery)


@pytest.fixture
def library_cut(monkeypatch: pytest.MonkeyPatch) -> SlowCut:
    """What can be cut of the library that is opened next."""
    made = SlowCut()
    monkeypatch.setattr(k_preview, "load_cuts", lambda _library: made)
    return made


def test_a_cut_that_comes_after_the_hand_rests_elsewhere_is_not_shown(
    library_cut: SlowCut, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session, number = scripted.session, scripted.workspace.tool_bar.k.findChild(QSpinBox)
    before = session.gallery
    scripted.workspace.k_preview.prepare()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    qtbot.keyClick(number, Qt.Key.Key_Up)
    qtbot.keyClick(number, Qt.Key.Key_Down)
    qtbot.keyClick(number, Qt.Key.Key_Return)  # as many as there are
    library_cut.go.set()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert session.gallery is before
    assert engine.requests == []


def test_a_cut_that_the_hand_has_left_behind_is_not_shown(library_cut: SlowCut, scripted: Parts, qtbot: QtBot) -> None:
    """The window was busy with each of them, and the number beside the pointer lagged: it was let go of too late."""
    session, k_preview = scripted.session, scripted.workspace.k_preview
    shown: list[int | None] = []
    session.changed.connect(lambda _changes, _origin: shown.append(k_preview.shown))
    k_preview.prepare()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    for k in (4, 5, 6):
        k_preview.preview(k)
    library_cut.go.set()
    qtbot.waitUntil(lambda: k_preview.shown == 6)
    assert shown == [6]
    qtbot.waitUntil(lambda: not scripted.jobs.busy)


def test_auto_takes_back_a_cut_that_is_only_shown(
    library_cut: SlowCut, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session, k = scripted.session, scripted.workspace.tool_bar.k
    before = session.gallery
    library_cut.go.set()
    k.show_state(3, False, 12)
    qtbot.keyClick(k.findChild(QSpinBox), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: session.gallery is not before)
    qtbot.keyClick(k.findChild(QCheckBox), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.gallery is before)
    assert engine.kinds == [Organise]


@pytest.mark.parametrize("error", [UserError("It cannot be cut."), KeyError("ours")])
def test_after_a_cut_that_failed_the_next_is_shown(
    library_cut: SlowCut, scripted: Parts, qtbot: QtBot, error: Exception
) -> None:
    session, k_preview = scripted.session, scripted.workspace.k_preview
    before, library_cut.fails = session.gallery, error
    library_cut.go.set()
    with qtbot.captureExceptions() as raised:
        k_preview.preview(4)
        qtbot.waitUntil(lambda: library_cut.fails is not None and not scripted.jobs.busy)
    assert len(raised) == isinstance(error, KeyError)
    assert session.gallery is before
    library_cut.fails = None
    k_preview.preview(5)
    qtbot.waitUntil(lambda: session.gallery is not before)


def test_after_a_look_that_failed_what_can_be_cut_is_looked_for_again(
    scripted: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, turning_ = scripted.session, scripted.workspace.k_preview
    before, made = session.gallery, SlowCut()
    made.go.set()

    def fails(_library: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(k_preview, "load_cuts", fails)
    with qtbot.captureExceptions() as raised:
        turning_.prepare()
        qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert len(raised) == 1
    monkeypatch.setattr(k_preview, "load_cuts", lambda _library: made)
    turning_.preview(4)
    qtbot.waitUntil(lambda: session.gallery is not before)


def test_turning_on_stops_the_training_of_the_k_before_and_no_other(
    library_cut: SlowCut, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session, k_preview = scripted.session, scripted.workspace.k_preview
    k_preview.commit(replace(session.options, k=None))
    trained = engine.job
    k_preview.preview(4)
    assert engine.stops == [trained]
    engine.cancelled()
    session.jobs.run(LayOutMap(session.options))  # something else
    k_preview.preview(5)
    assert engine.stops == [trained]
    library_cut.go.set()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)


def test_the_words_keep_k_while_the_job_before_ends(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    """What a job returned that had been replaced was credited to the one that waited: k was shown as before."""
    session = scripted.session
    session.organise(OrganiseOptions(k=3), force=True)
    session.organise(OrganiseOptions(k=7), force=True)
    engine.done()  # of the first, which was quicker than the word to stop
    assert session.busy
    assert session.options.k == 7
    with qtbot.waitSignal(session.changed):
        session.reload()
    assert scripted.workspace.tool_bar.options().k == 7


# The curve


@pytest.fixture
def popup(scripted: Parts, qtbot: QtBot) -> CurvePopup:
    qtbot.mouseClick(scripted.workspace.tool_bar.k.curve, Qt.MouseButton.LeftButton)
    assert scripted.workspace.tool_bar.curve.isVisible()
    return scripted.workspace.tool_bar.curve


def test_the_curve_is_counted_once_the_engine_is_free(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    session, tool_bar = scripted.session, scripted.workspace.tool_bar
    session.jobs.run(LayOutMap(session.options))
    qtbot.mouseClick(tool_bar.k.curve, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert engine.kinds == [LayOutMap]
    engine.cancelled()
    qtbot.waitUntil(lambda: engine.kinds == [LayOutMap, EvaluateK])
    session.stop()
    with qtbot.waitSignal(session.changed):
        engine.cancelled()
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert engine.kinds == [LayOutMap, EvaluateK]  # asked for once: what the user stops is not begun again
    tool_bar.curve.hide()


def test_a_curve_is_of_the_photos_that_there_are(
    popup: CurvePopup, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    session = scripted.session
    qtbot.waitUntil(lambda: engine.kinds == [EvaluateK])
    engine.done(KEvaluated(CURVE))
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    assert popup.curve.shown == CURVE
    popup.hide()
    popup.open_popup()  # it is known
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
    qtbot.wait(0)
    assert engine.kinds == [EvaluateK]
    popup.hide()
    gone = int(session.gallery.ids[0])
    with qtbot.waitSignal(session.changed):
        scripted.jobs.serial(lambda: session.library.catalog.files.set_problems([(gone, "It is gone.")]))  # type: ignore[union-attr]
        session.reload()
    popup.open_popup()
    assert popup.curve.shown == ()
    qtbot.waitUntil(lambda: engine.kinds == [EvaluateK, EvaluateK])
    engine.done(KEvaluated(CURVE[1:]))
    assert popup.curve.shown == CURVE[1:]
    popup.hide()


def test_a_curve_that_nobody_waited_for_is_no_answer_to_another(
    popup: CurvePopup, scripted: Parts, engine: FakeEngine, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: engine.kinds == [EvaluateK])
    scripted.session.organise()
    engine.done(KEvaluated(CURVE))  # quicker than the word to stop
    assert popup.curve.shown == ()
    popup.hide()


def test_retrain_takes_the_k_that_is_turned_to(scripted: Parts, engine: FakeEngine, qtbot: QtBot) -> None:
    """Left to rest it was chosen as the preview of this training hid the control, which began another."""
    session, tool_bar = scripted.session, scripted.workspace.tool_bar
    qtbot.keyClick(tool_bar.k.findChild(QSpinBox), Qt.Key.Key_Up)
    k = tool_bar.k.value
    scripted.window.actions_["retrain"].trigger()
    run = session.jobs.current
    assert run is not None
    if engine.stops:
        engine.cancelled()
    assert isinstance(engine.requests[-1], Organise)
    assert engine.requests[-1].options.k == k
    tool_bar.hide()
    assert session.jobs.current is run
    qtbot.waitUntil(lambda: not scripted.jobs.busy)
