"""Frame times of the grid's scroll and the map's pan and zoom, offscreen at 1280 × 800, on synthetic galleries.

    python tests/benchmarks/bench_views.py [10000 100000 1000000]

Prints a table in Markdown: the 50th and 99th percentile of a frame in milliseconds, a few single times, and the memory
that the process holds by then (of one size only what it needs itself).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import psutil
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QWidget

from engine.core.records import Cluster, Content, File
from engine.gallery.snapshot import Gallery
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.map.photo_map import PhotoMap

CLUSTERS, PICTURES, FRAMES = 30, 400, 150


class BenchSession(Session):
    """A session on a gallery that no library stands behind."""

    thumbnails: list[Path]

    def thumbnail(self, row: int) -> Path:
        return self.thumbnails[row % len(self.thumbnails)]


def thumbnails(folder: Path) -> list[Path]:
    """Pictures of 320 pixels with as much detail as a photo has."""
    random = np.random.default_rng(0)
    paths = [folder / f"{i}.jpg" for i in range(PICTURES)]
    for path in paths:
        small = random.integers(0, 255, (30, 40, 3), np.uint8)
        Image.fromarray(small).resize((320, 240), Image.Resampling.BICUBIC).save(path, quality=85)
    return paths


def gallery(count: int) -> Gallery:
    """`count` photos in clusters of uneven size, each a cloud on the map."""
    random = np.random.default_rng(0)
    shapes = random.choice([(3000, 4000), (4000, 3000), (4000, 2250), (1080, 1080)], count)
    labels = random.choice(CLUSTERS, count, p=random.dirichlet(np.full(CLUSTERS, 2.0)))
    centres, spread = random.normal(size=(CLUSTERS, 2)) * 0.4, 0.03 + 0.07 * random.random(CLUSTERS)
    xy = centres[labels] + random.normal(size=(count, 2)) * spread[labels][:, None]
    return Gallery(
        files=tuple(File(i + 1, 1, f"2024/IMG_{i:07d}.jpg", 3_000_000, i, f"{i:x}") for i in range(count)),
        contents={f"{i:x}": Content(f"{i:x}", int(w), int(h)) for i, (w, h) in enumerate(shapes)},
        clusters=tuple(Cluster(f"c{i + 1}", f"Cluster {i + 1}") for i in range(CLUSTERS)),
        labels=labels.astype(np.int64),
        confidences=random.random(count).astype(np.float32),
        pinned=np.zeros(count, np.bool_),
        xy=xy.astype(np.float32),
        roots={1: "/photos"},
    )


def resorted(gallery: Gallery) -> Gallery:
    """The same photos after a tenth of them has moved, prepared as the thread that loads does it."""
    random = np.random.default_rng(1)
    moved = random.random(len(gallery)) < 0.1
    labels = np.where(moved, random.integers(0, CLUSTERS, len(gallery)), gallery.labels)
    made = gallery.with_changes(labels=labels)
    made.prepare()
    return made


def frames(view: QWidget, step: Callable[[int], object], count: int = FRAMES) -> tuple[float, float]:
    """Milliseconds (50th, 99th percentile) from a step to its painted frame, and for what else is due then."""
    times = []
    for frame in range(count):
        start = perf_counter()
        step(frame)
        view.repaint()
        QApplication.processEvents()
        times.append((perf_counter() - start) * 1e3)
    return float(np.percentile(times, 50)), float(np.percentile(times, 99))


def once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    QApplication.processEvents()
    return (perf_counter() - start) * 1e3


def measure(count: int, paths: list[Path]) -> list[tuple[str, str]]:
    jobs = JobRunner()
    session = BenchSession(jobs)
    session.thumbnails = paths
    session.gallery = gallery(count)
    session.gallery.prepare()
    session.filters.set_result(session.filters.evaluate(session.gallery))
    grid, map_ = PhotoGrid(session, jobs), PhotoMap(session, jobs)
    for view in (grid, map_):
        view.resize(1280, 800)
        view.show()
    QApplication.processEvents()
    while jobs.busy:  # nobody scrolls before the first page is there
        QApplication.processEvents()
    found: list[tuple[str, str]] = []

    def add(what: str, step: Callable[[int], object], view: QWidget, count: int = FRAMES) -> None:
        found.append((what, "{:.1f} / {:.1f}".format(*frames(view, step, count))))

    def whole() -> None:
        map_.set_camera(map_.camera.fitted(map_.scene.extent))

    bar = grid.verticalScrollBar()
    add("grid, wheel", lambda f: bar.setValue(90 * f), grid)
    add("grid, scroll bar dragged", lambda f: bar.setValue(bar.maximum() * f // FRAMES), grid)
    add("grid, zoom", lambda f: grid.zoom_by(1.05 if f % 20 < 10 else 1 / 1.05), grid, 40)
    add("map, pan", lambda f: map_.set_camera(map_.camera.panned(3, 1 if f % 2 else -1)), map_)
    whole()
    add("map, zoom", lambda f: map_.zoom_by(1.04 if f % 150 < 75 else 1 / 1.04, QPointF(500, 300)), map_)
    whole()
    add("map, hover", lambda f: map_.hover(map_.index_at(QPointF(200 + 2 * f, 300 + f))), map_)
    map_.set_camera(map_.camera.zoomed((640, 400), 30 * (count / 100_000) ** 0.5, 1, 1e9))
    add("map, pan among thumbnails", lambda f: map_.set_camera(map_.camera.panned(3, 1 if f % 2 else -1)), map_)
    whole()
    everything = frozenset(session.gallery.ids.tolist())
    found.append(("select all, both views", f"{once(lambda: session.select(everything, None)):.1f}"))
    add("map, pan, all selected", lambda f: map_.set_camera(map_.camera.panned(3, 0)), map_)
    galleries = [session.gallery, resorted(session.gallery)]
    answers = [session.filters.evaluate(g) for g in galleries]

    def another(frame: int) -> None:
        session.gallery = galleries[frame % 2]
        session.filters.set_result(answers[frame % 2])

    # reason: the signal would make both views follow, and this is about each alone
    add("another gallery, grid", lambda f: (another(f), grid._on_changed(None, None)), grid, 15)
    # reason: as above
    add("another gallery, map", lambda f: (another(f), map_._on_changed(None, None)), map_, 15)
    found.append(("held so far, MB", f"{psutil.Process().memory_info().rss / 2**20:.0f}"))
    jobs.close()
    for view in (grid, map_):
        view.close()
    return found


def main() -> None:
    app = QApplication.instance() or QApplication([])
    theme.apply(app, "dark")  # type: ignore[arg-type]
    counts = [int(a) for a in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
    with tempfile.TemporaryDirectory() as folder:
        paths = thumbnails(Path(folder))
        tables = [measure(count, paths) for count in counts]
    print("| frame in ms, 50 % / 99 % | " + " | ".join(f"{c:,} photos" for c in counts) + " |")
    print("| --- |" + " --- |" * len(counts))
    for row in zip(*tables, strict=True):
        print(f"| {row[0][0]} | " + " | ".join(cell for _, cell in row) + " |")


if __name__ == "__main__":
    main()
