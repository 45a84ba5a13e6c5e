"""How long the window's thread is ever busy while pictures are looked at in the background; and how that makes way.

    python tests/benchmarks/understanding/bench_background.py [photos]

A folder of made-up pictures, a third of them with lines of text, is opened and organised in a real window, offscreen.
Then their kinds are told apart and their text is read, while nobody does anything, and while somebody scrolls. Prints
how late a timer of the window's thread came, and the milliseconds until a wish of the user's is begun, and until the
window is closed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from engine.service.protocol import FindDuplicates
from gallery_app import app
from gallery_app.app import Parts
from tests.benchmarks.bench_responsive import Watchdog, pictures, until

SECONDS = 20  # that each of the two is watched
SCROLLED = 30  # ms between two steps of somebody who scrolls
STEP = 60  # pixels


def write_on_some(folder: Path) -> None:
    """Lines of text on every third picture."""
    font = ImageFont.load_default(24)
    for number, path in enumerate(sorted(folder.glob("*.jpg"))[::3]):
        with Image.open(path) as image:
            drawn = ImageDraw.Draw(image)
            for row, words in enumerate(("Total", f"{number}.50", "Thank you")):
                drawn.text((20, 40 + 70 * row), words, "white", font, stroke_width=2, stroke_fill="black")
            image.save(path, quality=85)


def watch(parts: Parts, watchdog: Watchdog, stage: str, *, scrolling: bool) -> None:
    """Let the background work for a while; somebody may scroll through the photos meanwhile."""
    bar, begun = parts.workspace.grid.verticalScrollBar(), perf_counter()
    hand = QTimer()
    hand.setInterval(SCROLLED)
    hand.timeout.connect(lambda: bar.setValue((bar.value() + STEP) % max(bar.maximum(), 1)))
    if scrolling:
        hand.start()
    watchdog.stage = stage
    background = parts.workspace.understanding.background
    until(lambda: perf_counter() - begun > SECONDS or not (background.at_work or background.rest.isActive()))
    hand.stop()
    watchdog.stage = "between"
    print(f"{stage}: {background.progress or 'all is known'}")


def main(count: int) -> None:
    QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="photoloom-bench-", ignore_cleanup_errors=True) as place:
        own, folder = Path(place), Path(place) / "photos"
        os.environ["PHOTOLOOM_HOME"] = place
        folder.mkdir()
        pictures(folder, count)
        write_on_some(folder)
        parts = app.build(own / "library", own / "window.ini")
        parts.window.resize(1280, 800)
        parts.window.show()
        session, watchdog, background = parts.session, Watchdog(), parts.workspace.understanding.background
        background.switch(False)
        watchdog.stage = "organising"
        session.open(folder)
        until(lambda: not session.busy and bool(session.gallery.clusters) and not parts.jobs.busy)
        background.switch(True)
        until(lambda: background.at_work)
        watch(parts, watchdog, "in the background", scrolling=False)
        watch(parts, watchdog, "in the background, while one scrolls", scrolling=True)
        asked = perf_counter()
        run = session.jobs.run(FindDuplicates())
        started: list[float] = []
        run.progress.connect(lambda _progress: started.append(perf_counter() - asked))
        until(lambda: bool(started) or run.over)
        print(f"a wish is begun after {1000 * (started or [0.0])[0]:.0f} ms")
        until(lambda: not session.busy)
        until(lambda: background.at_work or not background.rest.isActive())
        closing = perf_counter()
        parts.window.close()
        print(f"closed after {1000 * (perf_counter() - closing):.0f} ms")
        print(watchdog.table())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
