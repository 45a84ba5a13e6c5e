"""How long the window's thread is ever busy while 5,000 photos are read, sorted and sorted again.

    python tests/benchmarks/bench_responsive.py [photos]

A folder of made-up pictures is opened in a real window, offscreen; a timer of the window's thread that should fire
every 5 ms says how late it came. Prints the 99th percentile and the longest gap of each stage in milliseconds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from engine.core.records import Progress
from gallery_app import app

BEAT = 5  # ms
KINDS = 20


def pictures(folder: Path, count: int) -> None:
    """Coarse patterns in KINDS colours, so that there is something to sort."""
    random = np.random.default_rng(0)
    colours = random.integers(0, 255, (KINDS, 3))
    for i in range(count):
        noise = random.normal(0, 60, (8, 10, 3))
        pixels = np.clip(colours[i % KINDS] + noise, 0, 255).astype(np.uint8)
        Image.fromarray(pixels).resize((400, 320), Image.Resampling.BICUBIC).save(folder / f"{i:06}.jpg", quality=80)


class Watchdog:
    """Gaps between the beats of a timer, by what the window was doing."""

    def __init__(self) -> None:
        self.stage = "opening"
        self.gaps: dict[str, list[float]] = defaultdict(list)
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps[self.stage].append(1000 * (now - self._last) - BEAT)
        self._last = now

    def table(self) -> str:
        rows = ["| while | beats | 99 % within, ms | longest, ms |", "| --- | --- | --- | --- |"]
        for stage, gaps in self.gaps.items():
            rows.append(f"| {stage} | {len(gaps)} | {np.percentile(gaps, 99):.0f} | {max(gaps):.0f} |")
        return "\n".join(rows)


def until(done: Callable[[], bool]) -> None:
    """The window's own loop, until `done`."""
    loop, timer = QEventLoop(), QTimer()
    timer.setInterval(100)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start()
    loop.exec()


def main(count: int) -> None:
    QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="photoloom-bench-", ignore_cleanup_errors=True) as place:
        own, folder = Path(place), Path(place) / "photos"
        os.environ["PHOTOLOOM_HOME"] = place
        folder.mkdir()
        pictures(folder, count)
        parts = app.build(own / "library", own / "window.ini")
        parts.window.resize(1280, 800)
        parts.window.show()
        session, watchdog = parts.session, Watchdog()

        def stage(progress: Progress | None) -> None:
            if progress is not None:
                watchdog.stage = f"{watchdog.stage.split(':')[0]}: {progress.stage}"

        session.progress.connect(stage)
        watchdog.stage = "first run"
        session.open(folder)
        until(lambda: not session.busy and bool(session.gallery.clusters))
        watchdog.stage = "retrain"
        session.organise(force=True)
        until(lambda: not session.busy)
        print(watchdog.table())
        parts.window.close()
        until(lambda: not parts.jobs.busy)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
