"""The engine process, spoken to as the window does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.core.partials import Clustered, PhotosRead
from engine.pipeline.options import OrganiseOptions
from engine.service import protocol
from engine.service.protocol import (
    BeginJob,
    CancelJob,
    FromEngine,
    JobCancelled,
    JobDone,
    JobFailed,
    JobPartial,
    JobProgress,
    Organise,
    Request,
    Result,
)

OPTIONS = OrganiseOptions(method="kmeans", map="pca", k=5)
ENDS = JobDone, JobCancelled, JobFailed


class Window:
    """The other end of the pipe."""

    def __init__(self, library: Path) -> None:
        command = [sys.executable, "-m", "engine.service.worker", "--library", str(library)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        assert self.receive() == protocol.Ready()

    def say(self, message: protocol.FromWindow) -> None:
        self.write(protocol.to_json(message))

    def write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def receive(self) -> FromEngine:
        assert self.process.stdout is not None
        return protocol.from_json(self.process.stdout.readline())  # type: ignore[return-value]

    def receive_until(self, *kinds: type) -> list[FromEngine]:
        received = [self.receive()]
        while not isinstance(received[-1], kinds):
            received.append(self.receive())
        return received

    def done(self, job: int, folder: Path, request: Request) -> Result:
        self.say(BeginJob(job, str(folder), request))
        end = self.receive_until(*ENDS)[-1]
        assert isinstance(end, JobDone), end
        assert end.job == job
        return end.result

    def close(self) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.process.stdin.close()
        status = self.process.wait(timeout=5)
        self.process.stdout.close()
        self.process.stderr.close()
        return status


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    opened = Window(tmp_path / "library")
    yield opened
    opened.process.kill()
    opened.process.wait()
    for pipe in (opened.process.stdin, opened.process.stdout, opened.process.stderr):
        assert pipe is not None
        pipe.close()


def test_it_runs_a_job_reports_and_ends_when_the_window_is_gone(window: Window, photos: Path) -> None:
    window.say(BeginJob(1, str(photos), Organise(OPTIONS)))
    received = window.receive_until(*ENDS)
    assert isinstance(received[-1], JobDone)
    assert isinstance(received[-1].result, protocol.Organised)
    assert received[-1].result.counters["embedded"] == 40
    stages = [m.progress.stage for m in received if isinstance(m, JobProgress)]
    assert list(dict.fromkeys(stages)) == ["scan", "thumbnails", "embed", "cluster", "map"]
    parts = [m.partial for m in received if isinstance(m, JobPartial)]
    read = [file for part in parts if isinstance(part, PhotosRead) for file in part.files]
    assert len(read) == len(set(read)) == 40
    assert window.close() == 0


def test_a_cancel_is_heard_within_a_second_and_the_next_job_goes_on(window: Window, photos: Path) -> None:
    window.say(BeginJob(1, str(photos), Organise(OPTIONS)))
    window.receive_until(JobProgress)
    asked = time.monotonic()
    window.say(CancelJob(1))
    assert window.receive_until(*ENDS)[-1] == JobCancelled(1)
    assert time.monotonic() - asked < 1
    window.done(2, photos, Organise(OPTIONS))


def test_what_is_new_is_placed_and_what_stands_is_kept_and_copies_are_found(window: Window, photos: Path) -> None:
    first = window.done(1, photos, Organise(OPTIONS))
    assert isinstance(first, protocol.Organised)
    assert first.placed is None
    shutil.copy2(min(photos.rglob("*.jpg")), photos / "new.jpg")
    window.say(BeginJob(2, str(photos), Organise(replace(OPTIONS, k=9), keep=True)))
    received = window.receive_until(*ENDS)
    assert isinstance(received[-1], JobDone)
    assert isinstance(received[-1].result, protocol.Organised)
    assert (received[-1].result.placed, received[-1].result.counters["trained"]) == (1, 0)
    assert Clustered in {type(m.partial) for m in received if isinstance(m, JobPartial)}
    found = window.done(3, photos, protocol.FindDuplicates())
    assert isinstance(found, protocol.DuplicatesFound)
    assert window.done(4, photos, protocol.MeasureSpace()) == protocol.SpaceMeasured((), {})
    (group,) = found.groups
    assert len(group) == 2
    assert set(group) <= found.sharpness.keys()


def test_a_failure_the_user_can_mend_is_a_sentence_and_the_process_lives_on(
    window: Window, tmp_path: Path, photos: Path
) -> None:
    window.say(BeginJob(1, str(tmp_path / "missing"), Organise(OPTIONS)))
    failed = window.receive_until(*ENDS)[-1]
    assert isinstance(failed, JobFailed)
    assert "There is no folder" in str(failed.sentence)
    assert failed.sentence.values == {"folder": str(tmp_path / "missing")}
    assert failed.trace is None
    window.say(BeginJob(2, str(photos), Organise(OrganiseOptions(method="dance"))))
    assert isinstance(window.receive_until(*ENDS)[-1], JobFailed)
    window.done(3, photos, Organise(OPTIONS))


@pytest.mark.parametrize(
    "line",
    ["{", '{"version": 1, "job": 1}', '{"version": 2, "type": "BeginJob", "job": 1}'],
    ids=["no JSON", "old", "cut"],
)
def test_what_it_cannot_understand_ends_it_and_leaves_no_orphan(window: Window, line: str) -> None:
    window.write(line)
    assert window.process.wait(timeout=10) == 1
    assert window.process.stderr is not None
    assert "Traceback" in window.process.stderr.read()


def test_a_killed_engine_leaves_what_it_did(photos: Path, tmp_path: Path) -> None:
    first = Window(tmp_path / "library")
    first.say(BeginJob(1, str(photos), Organise(OPTIONS)))
    while not (isinstance(received := first.receive(), JobProgress) and received.progress.stage == "cluster"):
        pass
    first.process.kill()
    first.process.wait()
    for pipe in (first.process.stdin, first.process.stdout, first.process.stderr):
        assert pipe is not None
        pipe.close()
    second = Window(tmp_path / "library")
    result = second.done(1, photos, Organise(OPTIONS))
    assert isinstance(result, protocol.Organised)
    counters = result.counters
    assert (counters["decoded"], counters["embedded"], counters["trained"]) == (0, 0, 1)
    second.close()
