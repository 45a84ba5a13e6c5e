"""A library is worked on by one program at a time: the second says which one has it, and touches nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from gallery_app.app import Parts
from tests.gallery_app.windows import MINUTE
from tests.paths import ROOT

HOLD = """
import sys
from pathlib import Path
from engine.library.library import open_library
with open_library(Path(sys.argv[1]), Path(sys.argv[2]), "the other program")[0]:
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_window_says_who_has_the_library_and_opens_it_afterwards(
    make: Callable[[Path], Parts], organised: Path, photo_folder: Path, qtbot: QtBot
) -> None:
    words = [sys.executable, "-c", HOLD, str(photo_folder), str(organised)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        parts = make(organised)
        with qtbot.waitSignal(parts.session.failed, timeout=MINUTE):
            parts.session.open(photo_folder)
        page = parts.workspace.message
        assert parts.window.pages.currentWidget() is page
        assert "the other program" in page.text()
        assert parts.session.library is None
        other.stdin.close()
        other.wait(MINUTE / 1000)
    photo_folder.rename(photo_folder.with_name("elsewhere"))  # so that no engine runs
    with qtbot.waitSignal(parts.session.changed, timeout=MINUTE):
        parts.session.open(photo_folder)
    assert len(parts.session.gallery) == 12


def test_a_command_says_that_the_window_has_the_library(parts: Parts, photo_folder: Path, organised: Path) -> None:
    away = photo_folder.with_name("elsewhere")
    before = {path: path.read_bytes() for path in away.iterdir()}
    words = [sys.executable, "-m", "engine", "undo", str(away), "--library", str(organised)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    assert done.returncode == 1
    assert "is open in" in done.stderr
    assert {path: path.read_bytes() for path in away.iterdir()} == before
