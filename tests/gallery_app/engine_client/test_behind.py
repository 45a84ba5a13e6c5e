"""What is done in the background: nothing is busy for it, and it makes way for anything else at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from engine.core.records import Progress
from engine.service.protocol import CancelJob, LayOutReplay, ReplayLaidOut
from engine.service.understand_messages import Understand, Understood
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.run import Cancelled, Done, Run
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines

WISH = LayOutReplay()


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


def behind(jobs: EngineJobs) -> Run:
    run = jobs.run_behind(Understand())
    assert run is not None
    return run


def test_nothing_is_busy_and_nobody_else_is_told(jobs: EngineJobs, engine: FakeEngine) -> None:
    told: list[object] = []
    jobs.begun.connect(told.append)
    jobs.progress.connect(lambda progress: told.append(progress) if progress else None)
    run, heard = behind(jobs), []
    run.progress.connect(heard.append)
    engine.progress("text", 3, 9)
    assert not jobs.busy
    assert (heard, told) == ([Progress("text", 3, 9)], [])
    engine.done(Understood({"text": 9}))
    assert run.outcome == Done(Understood({"text": 9}))
    assert told == []


def test_a_wish_takes_its_place_at_once(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = behind(jobs)
    wish = jobs.run(WISH)
    assert run.outcome == Cancelled("superseded")
    assert jobs.busy
    assert engine.sent[1:] == [CancelJob(1)]
    engine.cancelled()
    assert engine.requests == [Understand(), WISH]
    engine.done(ReplayLaidOut(1))
    assert wish.outcome == Done(ReplayLaidOut(1))


def test_one_that_does_not_hear_is_killed_for_a_wish(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    behind(jobs)
    wish = jobs.run(WISH)
    qtbot.waitUntil(lambda: engine.killed, timeout=1000)
    assert engine.requests[-1] == WISH
    engine.done(ReplayLaidOut(1))
    assert isinstance(wish.outcome, Done)


def test_it_begins_only_where_there_is_nothing_else(jobs: EngineJobs, engine: FakeEngine) -> None:
    idle: list[bool] = []
    jobs.idle.connect(lambda: idle.append(True))
    jobs.run(WISH)
    assert jobs.run_behind(Understand()) is None
    assert idle == []
    engine.done(ReplayLaidOut(1))
    assert idle == [True]
    run = behind(jobs)
    assert jobs.run_behind(Understand()) is None
    jobs.stop(run)
    engine.cancelled()
    assert run.outcome == Cancelled("stopped")
    jobs.detach()
    assert jobs.run_behind(Understand()) is None


def test_a_stop_of_the_users_leaves_it_alone(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = behind(jobs)
    jobs.stop()
    assert not run.over
    assert engine.stops == []


def test_who_waits_for_a_free_engine_does_not_wait_for_it(jobs: EngineJobs, engine: FakeEngine) -> None:
    jobs.run(WISH)
    called: list[bool] = []
    jobs.when_free(lambda: called.append(True))
    engine.done(ReplayLaidOut(1))
    assert called == [True]
    run = behind(jobs)
    jobs.restart()  # another kind of engine is to do the next job
    QCoreApplication.processEvents()
    assert (engine.ended, run.outcome) == (True, Cancelled("superseded"))


def test_a_library_that_is_closed_ends_it(jobs: EngineJobs, engine: FakeEngine) -> None:
    run = behind(jobs)
    jobs.detach()
    assert run.outcome == Cancelled("closed")
    assert engine.ended
