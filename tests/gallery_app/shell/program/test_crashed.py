"""A window that crashes in native code, as the real program: its stacks stay, and those of the last run are told."""

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

    def look():
        if not parts.jobs.busy:
            print(window.bug.text(), flush=True)
            os.abort()

    ticking = QTimer(window, interval=10)
    ticking.timeout.connect(look)
    QTimer.singleShot(0, ticking.start)  # once it has begun to look for crashes
    return parts

app.furnish = furnished
sys.exit(main([]))
"""


def test_a_crash_of_the_last_run_is_said_and_one_of_this_run_is_kept(tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "window-1073741824.crash").write_text("Fatal Python error: Segmentation fault", "utf-8")
    environment = os.environ | {"PHOTOLOOM_HOME": str(tmp_path)}
    words = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, env=environment)
    assert "ended by a fault of its own the last time" in done.stdout
    crash, log = sorted(logs.iterdir())
    assert "Segmentation fault" in log.read_text("utf-8")
    assert crash.suffix == ".crash"
    assert "Fatal Python error: Aborted" in crash.read_text("utf-8")
