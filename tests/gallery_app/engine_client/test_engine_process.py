"""EngineProcess against small programs that speak its protocol, and misbehave in ways the real one seldom does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import engine
from engine.core.logs import log_file
from engine.pipeline.options import OrganiseOptions
from engine.service.protocol import FindDuplicates, LayOutReplay, ReplayLaidOut, Request, SplitCluster
from gallery_app.engine_client.engine_jobs import EngineJobs
from gallery_app.engine_client.engine_process import EngineProcess
from gallery_app.engine_client.run import Cancelled, Done, Failed, Run

POLITE = """
import sys
from engine.core.errors import Sentence
from engine.core.partials import MapStored
from engine.core.records import Progress
from engine.service.protocol import *
from engine.service.protocol import from_json, to_json
say = lambda m: print(to_json(m), flush=True)
say(Ready())
for line in sys.stdin:
    m = from_json(line)
    if isinstance(m, CancelJob):
        say(JobCancelled(m.job))
    elif isinstance(m.request, FindDuplicates):
        say(JobProgress(m.job, Progress("duplicates", 1, 2)))
    elif isinstance(m.request, SplitCluster):
        say(JobFailed(m.job, Sentence("The disk is {how}.", how="full"), m.request.cluster or None))
    else:
        say(JobPartial(m.job, MapStored()))
        say(JobDone(m.job, ReplayLaidOut(m.job)))
"""
DEAF = """
import sys, time
from engine.core.records import Progress
from engine.service.protocol import JobProgress, from_json, to_json
m = from_json(sys.stdin.readline())
print(to_json(JobProgress(m.job, Progress("embed", 0, 1))), flush=True)
while True:
    time.sleep(1)
"""
LAST_WORDS = """
import os, sys
from pathlib import Path
from engine.service.protocol import *
from engine.core.records import Progress
from engine.service.protocol import from_json, to_json
say = lambda m: print(to_json(m), flush=True)
for line in sys.stdin:
    m = from_json(line)
    if isinstance(m, BeginJob) and isinstance(m.request, FindDuplicates):
        say(JobProgress(m.job, Progress("duplicates", 1, 2)))
    elif isinstance(m, BeginJob):
        say(JobDone(m.job, ReplayLaidOut(m.job)))
    else:
        if sys.argv[1] == "as it is killed":
            while not Path("killing").exists():
                pass
        say(JobCancelled(m.job))
        Path("said").touch()
        if sys.argv[1] == "and exits":
            os._exit(1)
"""
OLD = """
import sys
for line in sys.stdin:
    print('{"version": 1, "ready": true}', flush=True)
"""
CRASHING = (
    "import os, sys; sys.stdin.readline(); os.abort()"
    if sys.platform == "win32"
    else ("import os, signal, sys; sys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)")
)

ABORTING = """
import os, sys
from engine.core.logs import catch_crash
catch_crash("worker")
sys.stdin.readline()
os.abort()
"""

WAIT, GO = FindDuplicates(), LayOutReplay()
Start = Callable[..., EngineJobs]


@pytest.fixture
def start(qapp: object, tmp_path: Path) -> Iterator[Start]:
    made: list[EngineJobs] = []

    def begin(*program: str) -> EngineJobs:
        words = [sys.executable, "-c", *program] if len(program) == 1 else list(program)
        made.append(EngineJobs(lambda library: EngineProcess(library, program=words)))
        made[-1].attach(tmp_path, tmp_path / "ü")
        return made[-1]

    yield begin
    for jobs in made:
        jobs.detach()
        jobs.deleteLater()


def ends(qtbot: QtBot, run: Run) -> object:
    qtbot.waitUntil(lambda: run.over, timeout=20_000)
    return run.outcome


def begins(qtbot: QtBot, jobs: EngineJobs, request: Request) -> Run:
    run = jobs.run(request)
    qtbot.waitSignal(run.progress, timeout=20_000).wait()
    return run


def test_a_job_reports_and_returns(start: Start, qtbot: QtBot) -> None:
    jobs = start(POLITE)
    run, told = jobs.run(GO), list[object]()
    run.partial.connect(told.append)
    run.ended.connect(told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert told[1] == Done(ReplayLaidOut(1))
    assert not jobs.busy
    assert ends(qtbot, jobs.run(GO)) == Done(ReplayLaidOut(2))  # the same process serves the next one


def test_stop_is_heard(start: Start, qtbot: QtBot) -> None:
    jobs = start(POLITE)
    run = begins(qtbot, jobs, WAIT)
    jobs.stop()
    assert ends(qtbot, run) == Cancelled("stopped")
    assert not jobs.busy


def test_a_stop_that_is_not_heard_becomes_a_kill(start: Start, qtbot: QtBot) -> None:
    jobs = start(DEAF)
    run = begins(qtbot, jobs, WAIT)
    jobs.stop(run)
    assert ends(qtbot, run) == Cancelled("stopped")
    begins(qtbot, jobs, WAIT)  # and it is started again


def test_another_job_takes_the_place_of_the_first(start: Start, qtbot: QtBot) -> None:
    jobs = start(POLITE)
    first = begins(qtbot, jobs, WAIT)
    second = jobs.run(GO)
    assert first.outcome == Cancelled("superseded")
    assert ends(qtbot, second) == Done(ReplayLaidOut(2))


@pytest.mark.parametrize("how", ["and exits", "as it is killed"])
def test_a_job_that_waits_is_not_begun_in_an_engine_that_is_gone(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(engine.__file__).parents[1]))
    kill = EngineProcess.kill

    def kill_as_it_answers(process: EngineProcess) -> None:
        Path("killing").touch()
        while not Path("said").exists():  # the answer lies in the pipe, and the window has not read it
            pass
        kill(process)

    monkeypatch.setattr(EngineProcess, "kill", kill_as_it_answers)
    jobs = start(sys.executable, "-c", LAST_WORDS, how)
    first = begins(qtbot, jobs, WAIT)
    second = jobs.run(GO)
    assert first.outcome == Cancelled("superseded")
    assert ends(qtbot, second) == Done(ReplayLaidOut(2))


def test_a_failure_is_a_sentence_and_a_bug_keeps_its_trace(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = start(POLITE)
    assert ends(qtbot, jobs.run(SplitCluster("", None, OrganiseOptions()))) == Failed("The disk is full.")
    assert ends(qtbot, jobs.run(SplitCluster("where it broke", None, OrganiseOptions()))) == Failed(
        "The disk is full.", True
    )
    assert "where it broke" in caplog.text


def test_a_crash_is_a_sentence(start: Start, qtbot: QtBot) -> None:
    jobs = start(CRASHING)
    outcome = ends(qtbot, jobs.run(GO))
    assert isinstance(outcome, Failed)
    assert "unexpectedly" in outcome.sentence
    assert not jobs.busy


def test_the_stacks_of_a_crash_are_logged_as_a_bug(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(ends(qtbot, start(ABORTING).run(GO)), Failed)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "Fatal Python error: Aborted" in caplog.text
    assert list(log_file("worker").parent.glob("*.crash")) == []


def test_a_missing_program_is_a_sentence(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    jobs = start(str(tmp_path / "nowhere"), "-")
    outcome = ends(qtbot, jobs.run(GO))
    assert isinstance(outcome, Failed)
    assert "could not be started" in outcome.sentence


def test_an_engine_of_another_version_is_a_sentence(start: Start, qtbot: QtBot) -> None:
    outcome = ends(qtbot, start(OLD).run(GO))
    assert isinstance(outcome, Failed)
    assert "different versions" in outcome.sentence
