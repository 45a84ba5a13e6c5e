"""A process that is killed while it looks at pictures: what it had found stays, and the next one does the rest."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.library.library import Library

WORDS = ("--method", "kmeans", "--k", "2", "--understand", "text", "--json-progress")


@pytest.mark.slow  # two processes with all their networks
def test_what_was_read_before_a_kill_stays(demo: Path, tmp_path: Path) -> None:
    photos, library = tmp_path / "photos", tmp_path / "library"
    photos.mkdir()
    for path in [*sorted((demo / "WhatsApp Images").iterdir())[:16], *sorted((demo / "Screenshots").iterdir())[:8]]:
        shutil.copy2(path, photos / path.name)
    command = [sys.executable, "-m", "engine", "organise", photos, "--library", library, *WORDS]
    _kill_once(command, lambda progress: progress.get("stage") == "text" and progress["done"] >= 12)
    with Library(library, "a test") as opened:
        before = opened.catalog.texts.turns(opened.catalog.connection.execute("SELECT model FROM texts").fetchone()[0])
    assert 0 < len(before) < 24
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    totals = [p["total"] for line in done.stderr.splitlines() if (p := json.loads(line)).get("stage") == "text"]
    assert set(totals) == {24 - len(before)}
    with Library(library, "a test") as opened:
        (count,) = opened.catalog.connection.execute("SELECT COUNT(*) FROM texts WHERE words != ''").fetchone()
    assert count >= 20


def _kill_once(command: list[object], due: Callable[[dict[str, Any]], bool]) -> None:
    with subprocess.Popen([str(word) for word in command], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if due(json.loads(line)):
                process.kill()
                break
        process.stderr.read()
    assert process.returncode == -9
