"""Each job has a Run of its own, and each Run one end, whatever the others do."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from engine.core.partials import MapStored
from engine.core.records import Progress
from engine.service.protocol import (
    CancelJob,
    ClusterSplit,
    FilingDone,
    FindDuplicates,
    FinishEarly,
    LayOutReplay,
    ReplayLaidOut,
    RunFiling,
    UndoFiling,
)
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.run import Cancelled, Done, Failed, Run
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines

FIRST, SECOND, THIRD = LayOutReplay(), FindDuplicates(), LayOutReplay()


@pytest.fixture
def jobs(qapp: object, fakes: FakeEngines, tmp_path: Path) -> Iterator[EngineJobs]:
    jobs = EngineJobs(fakes)
    jobs.attach(tmp_path / "library", tmp_path)
    yield jobs
    jobs.detach()
    jobs.deleteLater()


@pytest.fixture
def engine(jobs: EngineJobs, fakes: FakeEngines) -> FakeEngine:
    return fakes.last


def follow(run: Run) -> list[object]:
    told: list[object] = []
    for signal in (run.progress, run.partial, run.ended):
        signal.connect(told.append)
    return told


def test_a_run_hears_of_its_own_job_alone(jobs: EngineJobs, engine: FakeEngine) -> None:
    told = follow(jobs.run(FIRST))
    engine.progress("replay", 1, 3)
    engine.partial(MapStored())
    engine.done(ReplayLaidOut(5))
    assert told == [Progress("replay", 1, 3), MapStored(), Done(ReplayLaidOut(5))]
    other = follow(jobs.run(SECOND))
    engine.progress("duplicates")
    engine.fail("The disk is full.", trace=None)
    assert other == [Progress("duplicates", 0, 0), Failed("The disk is full.")]
    assert len(told) == 3


def test_what_a_superseded_job_returns_is_credited_to_nobody(jobs: EngineJobs, engine: FakeEngine) -> None:
    """It was told to whoever waited: a retrain with another k was taken for done."""
    first = jobs.run(FIRST)
    told = follow(first)
    second = jobs.run(SECOND)
    waits = follow(second)
    assert told == [Cancelled("superseded")]
    assert engine.requests == [FIRST]
    engine.progress("replay", 2, 3)
    engine.partial(MapStored())
    engine.done(ReplayLaidOut(5))  # it was quicker than the word to stop
    assert (told, waits) == ([Cancelled("superseded")], [])
    assert jobs.current is second
    assert engine.requests == [FIRST, SECOND]
    engine.done(ClusterSplit(2))
    assert waits == [Done(ClusterSplit(2))]


def test_the_newest_wish_alone_is_done(jobs: EngineJobs, engine: FakeEngine) -> None:
    runs = [jobs.run(request) for request in (FIRST, SECOND, THIRD)]
    assert [run.outcome for run in runs] == [Cancelled("superseded"), Cancelled("superseded"), None]
    assert engine.stops == [1]  # asked once
    engine.cancelled()
    assert engine.requests == [FIRST, THIRD]
    engine.done(ReplayLaidOut(1))
    assert runs[2].outcome == Done(ReplayLaidOut(1))


def test_one_that_is_replaced_ends_before_the_next_is_told_of(jobs: EngineJobs, engine: FakeEngine) -> None:
    order: list[str] = []
    jobs.begun.connect(lambda run: order.append(f"{type(run.request).__name__} begins"))
    jobs.run(FIRST).ended.connect(lambda _outcome: order.append("the first ends"))
    jobs.run(SECOND)
    assert order == ["LayOutReplay begins", "the first ends", "FindDuplicates begins"]


def test_a_stop_ends_what_works_when_the_engine_says_so(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = jobs.run(FIRST)
    jobs.stop()
    assert not run.over
    assert engine.sent[1:] == [CancelJob(1)]
    engine.cancelled()
    assert run.outcome == Cancelled("stopped")
    assert not jobs.busy


def test_a_stop_of_what_waits_leaves_the_engine_its_time(jobs: EngineJobs, engine: FakeEngine) -> None:
    jobs.run(FIRST)
    waits = jobs.run(SECOND)
    jobs.stop(waits)
    assert waits.outcome == Cancelled("stopped")
    assert jobs.busy
    engine.cancelled()
    assert not jobs.busy
    assert engine.requests == [FIRST]


def test_only_the_run_that_is_meant_is_stopped(jobs: EngineJobs, engine: FakeEngine) -> None:
    first = jobs.run(FIRST)
    engine.done(ReplayLaidOut(1))
    jobs.run(SECOND)
    jobs.stop(first)
    assert engine.stops == []


def test_a_dead_engine_fails_its_run_and_the_next_begins_anew(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = jobs.run(FIRST)
    engine.crash()
    assert run.outcome == Failed("The engine stopped unexpectedly.")
    again = jobs.run(FIRST)
    engine.done(ReplayLaidOut(1))
    assert again.outcome == Done(ReplayLaidOut(1))


def test_one_that_dies_while_another_waits_harms_only_itself(jobs: EngineJobs, engine: FakeEngine) -> None:
    jobs.run(FIRST)
    waits = jobs.run(SECOND)
    engine.crash()
    assert not waits.over
    assert engine.requests == [FIRST, SECOND]


def test_one_that_does_not_hear_a_stop_is_killed(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    run = jobs.run(FIRST)
    jobs.stop()
    qtbot.waitUntil(lambda: run.over)
    assert engine.killed
    assert run.outcome == Cancelled("stopped")


def test_learning_is_ended_early_by_the_one_that_learns(jobs: EngineJobs, engine: FakeEngine) -> None:
    jobs.run(FIRST)
    jobs.finish_early()
    jobs.run(SECOND)
    jobs.finish_early()  # that one has not begun
    assert [m for m in engine.sent if isinstance(m, FinishEarly)] == [FinishEarly(1)]


def test_who_waits_for_a_free_engine_is_called_once_all_is_done(jobs: EngineJobs, engine: FakeEngine) -> None:
    called: list[str] = []
    jobs.run(FIRST)
    jobs.when_free(lambda: called.append("one"))
    jobs.when_free(lambda: called.append("other") or jobs.run(THIRD))  # type: ignore[func-returns-value]
    jobs.when_free(lambda: called.append("late"))
    jobs.run(SECOND)
    engine.cancelled()
    assert called == []
    engine.done(ClusterSplit(1))
    assert called == ["one", "other"]  # and now it is at work again
    engine.done(ReplayLaidOut(1))
    assert called == ["one", "other", "late"]


def test_a_free_engine_is_told_of_at_once_but_not_within_the_call(jobs: EngineJobs, qtbot: QtBot) -> None:
    called: list[int] = []
    jobs.when_free(lambda: called.append(1))
    assert called == []
    qtbot.waitUntil(lambda: called == [1])


def test_closing_ends_everything_as_closed(jobs: EngineJobs, engine: FakeEngine) -> None:
    first, called = jobs.run(FIRST), list[int]()
    told = follow(jobs.run(SECOND))
    jobs.when_free(lambda: called.append(1))
    jobs.detach()
    assert first.outcome == Cancelled("superseded")
    assert told == [Cancelled("closed")]
    assert engine.ended
    engine.done(ReplayLaidOut(1))  # too late
    assert told == [Cancelled("closed")]
    assert called == []
    assert not jobs.busy


def test_a_run_that_is_over_is_let_go_of(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = jobs.run(FIRST)
    run.ended.connect(partial(lambda _run, _outcome: None, run))  # who listens mostly holds what it listens to
    engine.done(ReplayLaidOut(5))
    there = weakref.ref(run)
    del run
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert there() is None


def test_without_an_engine_a_run_is_over_soon(qapp: object, fakes: FakeEngines, qtbot: QtBot) -> None:
    jobs = EngineJobs(fakes)
    run = jobs.run(FIRST)
    with qtbot.waitSignal(run.ended):
        assert not run.over  # there is time to listen
    assert run.outcome == Cancelled("closed")
    jobs.deleteLater()


def test_nothing_supersedes_files_that_are_being_moved(jobs: EngineJobs, engine: FakeEngine) -> None:
    filing = follow(jobs.run(RunFiling(7)))
    ends = [follow(jobs.run(request)) for request in (SECOND, THIRD, UndoFiling(6), SECOND)]
    assert engine.kinds == [RunFiling]
    assert engine.stops == []
    assert ends == [[Cancelled("superseded")], [Cancelled("superseded")], [], []]
    assert jobs.current is not None
    assert isinstance(jobs.current.request, RunFiling)
    engine.done(FilingDone(7, 3, 0))
    assert filing == [Done(FilingDone(7, 3, 0))]
    assert engine.kinds == [RunFiling, UndoFiling]
    engine.cancelled()
    assert engine.kinds == [RunFiling, UndoFiling, FindDuplicates]


def test_stop_stops_the_filing_and_what_waits_goes_on(jobs: EngineJobs, engine: FakeEngine) -> None:
    filing = follow(jobs.run(RunFiling(7)))
    rescan = jobs.run(SECOND)
    given_up = follow(jobs.run(UndoFiling(6)))
    waiting = follow(rescan)
    jobs.stop(rescan)
    jobs.stop()
    assert engine.stops == [1]
    engine.cancelled()
    assert filing == [Cancelled("stopped")]
    assert engine.kinds[-1] is UndoFiling
    assert waiting == []  # it had been superseded by the undo
    jobs.detach()
    assert given_up == [Cancelled("closed")]


def test_what_waits_ends_as_the_library_is_closed(jobs: EngineJobs, engine: FakeEngine) -> None:
    ends = [follow(jobs.run(request)) for request in (RunFiling(7), SECOND)]
    jobs.detach()
    assert ends == [[Cancelled("closed")], [Cancelled("closed")]]
    assert not jobs.busy
