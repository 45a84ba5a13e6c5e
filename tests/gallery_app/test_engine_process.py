"""EngineProcess against small programs that speak its protocol, and misbehave in ways the real one seldom does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.engine_client.engine_process import EngineProcess

POLITE = """
import json, sys
say = lambda **m: print(json.dumps(m), flush=True)
say(version=1, ready=True)
for line in sys.stdin:
    m = json.loads(line)
    if m.get("cancel"):
        say(job=m["job"], cancelled=True)
    elif m["run"] == "wait":
        say(job=m["job"], progress={"stage": "scan", "done": 1, "total": 2, "message": ""})
    elif m["run"] == "fail":
        say(job=m["job"], failed={"template": "The disk is {how}.", "values": {"how": "full"}, "trace": None})
    else:
        say(job=m["job"], partial="thumbnails", payload={"files": [1]})
        say(job=m["job"], done=m["arguments"])
"""
DEAF = """
import json, sys, time
m = json.loads(sys.stdin.readline())
print(json.dumps({"job": m["job"], "progress": {"stage": "embed", "done": 0, "total": 1, "message": ""}}), flush=True)
while True:
    time.sleep(1)
"""
CRASHING = (
    "import os, sys; sys.stdin.readline(); os.abort()"
    if sys.platform == "win32"
    else ("import os, signal, sys; sys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)")
)

Start = Callable[[str], EngineProcess]


@pytest.fixture
def start(qapp: object, tmp_path: Path) -> Iterator[Start]:
    made: list[EngineProcess] = []

    def begin(program: str) -> EngineProcess:
        made.append(EngineProcess(tmp_path, program=[sys.executable, "-c", program]))
        return made[-1]

    yield begin
    for process in made:
        process.end()
        process.deleteLater()


def test_a_job_reports_and_returns(start: Start, qtbot: QtBot) -> None:
    process = start(POLITE)
    with qtbot.waitSignals([process.partial, process.done]):
        process.run("organise", {"folder": "ü"})
    assert not process.running
    with qtbot.waitSignal(process.done) as heard:  # the same process serves the next one
        process.run("organise", {"again": 1})
    assert heard.args == [{"again": 1}]


def test_stop_is_heard(start: Start, qtbot: QtBot) -> None:
    process = start(POLITE)
    with qtbot.waitSignal(process.progress):
        process.run("wait", {})
    with qtbot.waitSignal(process.cancelled):
        process.stop()
    assert not process.running


def test_a_stop_that_is_not_heard_becomes_a_kill(start: Start, qtbot: QtBot) -> None:
    process = start(DEAF)
    with qtbot.waitSignal(process.progress):
        process.run("organise", {})
    with qtbot.waitSignal(process.cancelled, timeout=3000):
        process.stop()
    with qtbot.waitSignal(process.progress):  # and it is started again
        process.run("organise", {})


def test_another_job_takes_the_place_of_the_first(start: Start, qtbot: QtBot) -> None:
    process = start(POLITE)
    with qtbot.waitSignal(process.progress):
        process.run("wait", {})
    with qtbot.waitSignal(process.done) as heard:
        process.run("organise", {"second": True})
    assert heard.args == [{"second": True}]


def test_a_failure_is_a_sentence(start: Start, qtbot: QtBot) -> None:
    process = start(POLITE)
    with qtbot.waitSignal(process.failed) as heard:
        process.run("fail", {})
    assert heard.args == ["The disk is full."]


def test_a_crash_is_a_sentence(start: Start, qtbot: QtBot) -> None:
    process = start(CRASHING)
    with qtbot.waitSignal(process.failed) as heard:
        process.run("organise", {})
    assert "unexpectedly" in heard.args[0]
    assert not process.running


def test_a_missing_program_is_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    process = EngineProcess(tmp_path, program=[str(tmp_path / "nowhere")])
    with qtbot.waitSignal(process.failed) as heard:
        process.run("organise", {})
    assert "could not be started" in heard.args[0]
    process.deleteLater()
