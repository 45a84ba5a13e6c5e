"""Turning k in the window, from the turn to the painted views: `python tests/benchmarks/bench_turning.py [photos]`.

The library of bench_recut.py, offscreen at 1280 × 800 with photos and map side by side.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from bench_recut import organised
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from engine.core.records import Projection
from engine.library.library import Library
from gallery_app.app import build

PATIENCE = 60.0  # seconds
LOOK = 1  # ms between two looks whether it is done


def until(holds: Callable[[], bool]) -> None:
    """The window's own loop, which sleeps between events: one that spun would take the time of those that work."""
    end, loop, timer = time.perf_counter() + PATIENCE, QEventLoop(), QTimer()
    timer.setInterval(LOOK)
    timer.timeout.connect(lambda: loop.quit() if holds() or time.perf_counter() > end else None)
    timer.start()
    if not holds():
        loop.exec()
    assert holds()


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library"
        with Library(place, "a benchmark") as library:
            organised(library.catalog, n)
            xy = np.random.default_rng(0).uniform(-1, 1, (n, 2)).astype(np.float32)
            library.catalog.clusterings.set_projection(Projection(np.arange(1, n + 1), xy, "neighbours", {}), "made up")
        parts = build(None, Path(folder) / "window.ini")
        window, session, k_preview = parts.window, parts.session, parts.workspace.k_preview
        window.resize(1280, 800)
        window.show()
        parts.workspace.view_options.show_view("both")
        session.open("/photos", place)
        until(lambda: session.library is not None and not parts.jobs.busy)
        k_preview.prepare()
        until(lambda: k_preview.ready)
        took = []
        for k in range(6, 40):
            start = time.perf_counter()
            k_preview.preview(k)
            until(lambda k=k: k_preview.shown == k)
            QApplication.processEvents()
            took.append(1000 * (time.perf_counter() - start))
            until(lambda: not parts.jobs.busy)
        window.close()
    middle, most = statistics.median(took), max(took)
    print(
        f"{n:,} photos, k from 6 to 39, from the turn to the painted views: median {middle:.0f} ms, most {most:.0f} ms"
    )


if __name__ == "__main__":
    main()
