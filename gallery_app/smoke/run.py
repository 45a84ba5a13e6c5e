"""Runs the loop on the demo gallery in a home of its own, and writes what came of it."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import engine
from engine.core.assets import resource
from engine.core.errors import UserError
from engine.core.interpreter import is_frozen
from gallery_app.app import Parts, application, frame, furnish
from gallery_app.shell.crash_log import CrashLog
from gallery_app.shell.main_window import MainWindow

LIMIT = 300.0  # seconds: a runner without a graphics card takes a tenth


def run(out: Path) -> int:
    """Write smoke.json, window.png and, after a failure, the logs to `out`; returns the exit status, 0 or 1."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("{folder} cannot be written ({reason}).", folder=out, reason=error.strerror) from error
    with _home() as home:
        told = Smoke(home, out).told()
        if "error" in told and (home / "logs").is_dir():
            shutil.copytree(home / "logs", out / "logs", dirs_exist_ok=True)
    (out / "smoke.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    if "error" in told and sys.stderr is not None:
        print(f"photoloom: {told['error']}", file=sys.stderr)  # noqa: T201
    return 1 if "error" in told else 0


class Smoke:
    """One run of the window; seconds are counted from the start of the process."""

    def __init__(self, home: Path, out: Path) -> None:
        self._home, self._out = home, out
        self._seconds: dict[str, float] = {}
        self._found: dict[str, Any] = {}
        self._parts: Parts | None = None

    def told(self) -> dict[str, Any]:
        """Run, and say what smoke.json is to hold; "error" is there where it failed."""
        app = application()
        log = CrashLog(app)
        window = frame(self._home / "window.ini")
        window.show_opening()
        window.painted.connect(partial(self._note, "window"))
        window.painted.connect(partial(self._open, window, log), Qt.ConnectionType.QueuedConnection)
        window.show()
        app.exec()
        log.close()
        return {**_surroundings(app), **self._found, "seconds": self._seconds}

    def _open(self, window: MainWindow, log: CrashLog) -> None:
        from gallery_app.smoke.loop import Loop  # as in app.py: after the first paint, for it imports numpy

        self._parts = furnish(window, None)
        self._parts.session.changed.connect(self._changed)
        loop = Loop(self._parts, resource("demo"), LIMIT)
        log.broken.connect(partial(loop.fail, "Something went wrong in Photoloom: see its log."))
        loop.finished.connect(self._end)
        loop.start()

    def _changed(self, _changes: object, _origin: object) -> None:
        if self._parts is not None and self._parts.session.gallery.cluster_count:
            self._note("first cluster")

    def _note(self, moment: str) -> None:
        """Keep when this happened first."""
        self._seconds.setdefault(moment, round(age(), 3))

    def _end(self, error: str) -> None:
        assert self._parts is not None
        window, gallery = self._parts.window, self._parts.session.gallery
        self._note("total")
        self._found = {"photos": len(gallery), "clusters": gallery.cluster_count}
        if not window.grab().save(str(self._out / "window.png")):
            error = error or f"The window's picture could not be written to {self._out}."
        if error:
            self._found["error"] = error
        window.close()


def age() -> float:
    """Seconds since this process was started."""
    if sys.platform != "linux":
        import psutil

        return time.time() - psutil.Process().create_time()
    # There psutil adds the time of the boot, which is known to a second.
    ticks = int(Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _surroundings(app: QApplication) -> dict[str, Any]:
    """What this program is, and on what it runs."""
    from engine.core.devices import resolve

    return {
        "version": engine.__version__,
        "frozen": is_frozen(),
        "python": platform.python_version(),
        "torch": metadata.version("torch"),
        "qt": PySide6.__version__,
        "system": platform.platform(),
        "display": app.platformName(),
        "device": resolve("auto"),
    }


@contextmanager
def _home() -> Iterator[Path]:
    """A data folder that is gone afterwards: nothing of the user's is read or written."""
    with tempfile.TemporaryDirectory(prefix="photoloom-smoke-", ignore_cleanup_errors=True) as folder:
        before = os.environ.get("PHOTOLOOM_HOME")
        os.environ["PHOTOLOOM_HOME"] = folder
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["PHOTOLOOM_HOME"]
            else:
                os.environ["PHOTOLOOM_HOME"] = before
