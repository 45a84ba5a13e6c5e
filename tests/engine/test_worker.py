"""The engine process, spoken to as the window does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

WORDS = {"method": "kmeans", "map": "pca", "k": 5}


class Window:
    """The other end of the pipe."""

    def __init__(self, library: Path) -> None:
        command = [sys.executable, "-m", "engine.service.worker", "--library", str(library)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.hear() == {"version": 1, "ready": True}

    def say(self, **message: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"version": 1, **message}) + "\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        heard: dict[str, Any] = json.loads(self.process.stdout.readline())
        return heard

    def hear_until(self, *kinds: str) -> list[dict[str, Any]]:
        heard = [self.hear()]
        while not any(kind in heard[-1] for kind in kinds):
            heard.append(self.hear())
        return heard

    def close(self) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        status = self.process.wait(timeout=5)
        self.process.stdout.close()
        return status


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    opened = Window(tmp_path / "library")
    yield opened
    opened.process.kill()
    opened.process.wait()
    for pipe in (opened.process.stdin, opened.process.stdout):
        assert pipe is not None
        pipe.close()


def test_it_runs_a_job_reports_and_ends_when_the_window_is_gone(window: Window, photos: Path) -> None:
    window.say(job=1, run="organise", arguments={"folder": str(photos), "words": WORDS})
    heard = window.hear_until("done", "failed")
    assert heard[-1]["done"]["counters"]["embedded"] == 40
    stages = [m["progress"]["stage"] for m in heard if "progress" in m]
    assert list(dict.fromkeys(stages)) == ["scan", "thumbnails", "embed", "cluster", "map"]
    read = [id_ for m in heard if m.get("partial") == "thumbnails" for id_ in m["payload"]["files"]]
    assert len(read) == len(set(read)) == 40
    assert window.close() == 0


def test_a_cancel_is_heard_within_a_second_and_the_next_job_goes_on(window: Window, photos: Path) -> None:
    window.say(job=1, run="organise", arguments={"folder": str(photos), "words": WORDS})
    window.hear_until("progress")
    asked = time.monotonic()
    window.say(job=1, cancel=True)
    assert "cancelled" in window.hear_until("cancelled", "done", "failed")[-1]
    assert time.monotonic() - asked < 1
    window.say(job=2, run="organise", arguments={"folder": str(photos), "words": WORDS})
    assert "done" in window.hear_until("cancelled", "done", "failed")[-1]


def test_what_is_new_is_placed_and_what_stands_is_kept_and_copies_are_found(window: Window, photos: Path) -> None:
    window.say(job=1, run="organise", arguments={"folder": str(photos), "words": WORDS})
    assert window.hear_until("done", "failed")[-1]["done"]["placed"] is None
    shutil.copy2(min(photos.rglob("*.jpg")), photos / "new.jpg")
    other = WORDS | {"k": 9}
    window.say(job=2, run="organise", arguments={"folder": str(photos), "words": other, "keep": True})
    heard = window.hear_until("done", "failed")
    done = heard[-1]["done"]
    assert (done["placed"], done["counters"]["trained"]) == (1, 0)
    assert "clustered" in {m.get("partial") for m in heard}
    window.say(job=3, run="duplicates", arguments={"folder": str(photos)})
    (group,) = window.hear_until("done", "failed")[-1]["done"]["groups"]
    assert len(group) == 2


def test_a_failure_the_user_can_mend_is_a_sentence_and_the_process_lives_on(
    window: Window, tmp_path: Path, photos: Path
) -> None:
    window.say(job=1, run="organise", arguments={"folder": str(tmp_path / "missing")})
    failed = window.hear_until("failed")[-1]["failed"]
    assert "There is no folder" in failed["sentence"]
    assert failed["template"].format(**failed["values"]) == failed["sentence"]
    assert failed["values"] == {"folder": str(tmp_path / "missing")}
    assert failed["trace"] is None
    window.say(job=2, run="dance", arguments={})
    failed = window.hear_until("failed")[-1]["failed"]
    assert "dance" in failed["trace"]


def test_a_killed_engine_leaves_what_it_did(photos: Path, tmp_path: Path) -> None:
    first = Window(tmp_path / "library")
    first.say(job=1, run="organise", arguments={"folder": str(photos), "words": WORDS})
    while first.hear().get("progress", {}).get("stage") != "cluster":
        pass
    first.process.kill()
    first.process.wait()
    first.process.stdin.close()  # type: ignore[union-attr]
    first.process.stdout.close()  # type: ignore[union-attr]
    second = Window(tmp_path / "library")
    second.say(job=1, run="organise", arguments={"folder": str(photos), "words": WORDS})
    counters = second.hear_until("done", "failed")[-1]["done"]["counters"]
    assert (counters["decoded"], counters["embedded"], counters["trained"]) == (0, 0, 1)
    second.close()
