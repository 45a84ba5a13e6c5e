"""A window that crashes in native code, started again: the real program, twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys
from PySide6.QtCore import QTimer
from gallery_app import app
from gallery_app.__main__ import main

furnish = app.furnish

def furnished(window, library):
    parts = furnish(window, library)
    if sys.argv[1] == "crash":
        QTimer.singleShot(0, os.abort)
        return parts

    def look():
        if not parts.jobs.busy:
            print(window.bug.text())
            ticking.stop()
            window.close()

    ticking = QTimer(window, interval=10)
    ticking.timeout.connect(look)
    QTimer.singleShot(0, ticking.start)  # once it has begun to look for crashes
    return parts

app.furnish = furnished
sys.exit(main([]))
"""


def test_a_crash_is_said_at_the_next_start_and_leaves_nothing_else(tmp_path: Path) -> None:
    environment, logs = os.environ | {"PHOTOLOOM_HOME": str(tmp_path)}, tmp_path / "logs"

    def start(how: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-c", PROGRAM, how]
        return subprocess.run(words, capture_output=True, text=True, timeout=120, env=environment)

    assert start("crash").returncode != 0
    assert [file.suffix for file in logs.iterdir()] == [".crash"]
    again = start("look")
    assert (again.returncode, again.stdout.strip()) == (
        0,
        "Photoloom ended by a fault of its own the last time. What you had done is kept.",
    ), again.stderr
    assert [file.name for file in logs.iterdir()] == ["window.log"]
    assert "Fatal Python error: Aborted" in (logs / "window.log").read_text("utf-8")
