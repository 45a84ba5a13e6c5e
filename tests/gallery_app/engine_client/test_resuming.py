"""Taking photos in goes on after whatever the user has asked for meanwhile, unless the user stops it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import FindDuplicates, Organise
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.resuming import Resuming
from tests.gallery_app.fake_engine import FakeEngine, FakeEngines

INTAKE = Organise(OrganiseOptions(), keep=True, propose=True)
RETRAIN, FINER = (Organise(OrganiseOptions(k=k), force=True) for k in (3, 4))


@pytest.fixture
def jobs(qapp: object, fakes: FakeEngines, tmp_path: Path) -> Iterator[EngineJobs]:
    jobs = EngineJobs(fakes)
    Resuming(jobs, jobs)
    jobs.attach(tmp_path / "library", tmp_path)
    jobs.run(INTAKE)
    yield jobs
    jobs.detach()
    jobs.deleteLater()


@pytest.fixture
def engine(jobs: EngineJobs, fakes: FakeEngines) -> FakeEngine:
    return fakes.last


def rest(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> list[object]:
    """What is begun until the engine has nothing to do, if each job is done."""
    before, free = len(engine.requests), list[bool]()
    while not free or jobs.busy:
        if jobs.busy:
            engine.done()
        free.clear()
        jobs.when_free(lambda: free.append(True))
        qtbot.waitUntil(lambda: bool(free) or jobs.busy)
    return engine.requests[before:]


def supersede(jobs: EngineJobs, engine: FakeEngine, request: Organise | FindDuplicates) -> None:
    jobs.run(request)
    engine.cancelled()
    assert engine.requests[-1] == request


def test_it_goes_on_after_something_else(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    supersede(jobs, engine, FindDuplicates())
    assert rest(jobs, engine, qtbot) == [INTAKE]


def test_a_retrain_takes_in_what_waits(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    supersede(jobs, engine, RETRAIN)
    assert rest(jobs, engine, qtbot) == []


@pytest.mark.parametrize("trainings", [[RETRAIN], [RETRAIN, FINER], [RETRAIN, FindDuplicates(), FINER]])
def test_it_goes_on_after_retrains_that_are_stopped(
    jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot, trainings: list[Organise | FindDuplicates]
) -> None:
    for request in trainings:
        supersede(jobs, engine, request)
    jobs.stop()
    engine.cancelled()
    assert engine.requests[-1] == INTAKE
    assert rest(jobs, engine, qtbot) == []


def test_it_goes_on_after_a_retrain_that_something_else_ended(
    jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot
) -> None:
    supersede(jobs, engine, RETRAIN)
    supersede(jobs, engine, FindDuplicates())
    assert rest(jobs, engine, qtbot) == [INTAKE]


def test_stopped_it_stays_stopped(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    supersede(jobs, engine, FindDuplicates())
    engine.done()
    assert engine.requests[-1] == INTAKE
    jobs.stop()
    engine.cancelled()
    jobs.run(FindDuplicates())
    assert rest(jobs, engine, qtbot) == []


def test_what_fails_does_not_come_back(jobs: EngineJobs, engine: FakeEngine, qtbot: QtBot) -> None:
    """The user reads why; to do it again takes in what waits."""
    supersede(jobs, engine, RETRAIN)
    engine.fail()
    assert rest(jobs, engine, qtbot) == []


def test_another_library_has_nothing_to_go_on_with(
    jobs: EngineJobs, engine: FakeEngine, fakes: FakeEngines, qtbot: QtBot, tmp_path: Path
) -> None:
    supersede(jobs, engine, FindDuplicates())
    jobs.attach(tmp_path / "other", tmp_path)
    jobs.run(FindDuplicates())
    assert rest(jobs, fakes.last, qtbot) == []
