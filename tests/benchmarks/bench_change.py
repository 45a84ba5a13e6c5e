"""How long one photo that moves to another cluster, and one step of the zoom, hold the window's thread.

    python tests/benchmarks/bench_change.py [100000]

Prints a table in Markdown: medians in milliseconds of what a view does when the session changes, and of the frame
that is painted then; offscreen, 1280 × 800 but for the shelf, on a synthetic gallery.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from bench_views import BenchSession, gallery, thumbnails
from PySide6.QtWidgets import QApplication, QWidget

from engine.core.records import Changes
from engine.gallery.snapshot import Gallery
from gallery_app.base import theme
from gallery_app.engine_client.background import JobRunner
from gallery_app.views.grid.photo_grid import PhotoGrid
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.views.shelf.cluster_shelf import ClusterShelf

ROUNDS = 21
MOVED = Changes.PHOTOS | Changes.CLUSTERS | Changes.CORRECTIONS  # what edits.Move says that it changes


def with_a_move(before: Gallery, row: int) -> Gallery:
    """The gallery as it is read after a photo was moved: every array is another one."""
    labels, pinned, confidences = before.labels.copy(), before.pinned.copy(), before.confidences.copy()
    labels[row] = (labels[row] + 1) % len(before.clusters)
    pinned[row], confidences[row] = True, 1.0
    after = Gallery(
        files=before.files,
        contents=before.contents,
        clusters=tuple(before.clusters),
        labels=labels,
        confidences=confidences,
        pinned=pinned,
        xy=before.xy.copy(),
        roots=before.roots,
    )
    after.prepare()
    return after


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1e3


def moves(session: BenchSession, jobs: JobRunner, views: dict[str, QWidget]) -> dict[str, tuple[float, float]]:
    """For each view the medians of what it does after a move, and of the frame that follows."""
    random = np.random.default_rng(1)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in views}
    for row in random.integers(0, len(session.gallery), ROUNDS).tolist():
        session.select([int(session.gallery.ids[row])], None)  # as what has been dragged is
        before = session.gallery  # held, for the view that let go of it last would pay for it
        session.gallery = with_a_move(before, row)
        session.filters.set_result(session.filters.evaluate(session.gallery))
        for name, view in views.items():
            # reason: the signal would make all views follow, and this is about each alone
            follow = view._refresh if isinstance(view, ClusterShelf) else view._on_changed  # type: ignore[attr-defined]
            times[name].append((timed(partial(follow, MOVED, None)), timed(view.repaint)))
            settle(jobs)  # the thumbnails of one view would hold up the next
    return {name: medians(times[name]) for name in views}


def medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    work, frame = np.median(times, axis=0).tolist()
    return work, frame


def zooms(grid: PhotoGrid) -> tuple[float, float]:
    """The medians of a step of the zoom, and of the frame that follows."""
    times = []
    for step in range(2 * ROUNDS):
        zoom = partial(grid.zoom_by, 1.05 if step % 20 < 10 else 1 / 1.05)
        times.append((timed(zoom), timed(grid.viewport().repaint)))
        QApplication.processEvents()
    return medians(times)


def settle(jobs: JobRunner) -> None:
    while jobs.busy:
        QApplication.processEvents()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    theme.apply(app, "dark")  # type: ignore[arg-type]
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    jobs = JobRunner()
    session = BenchSession(jobs)
    with tempfile.TemporaryDirectory() as folder:
        session.thumbnails = thumbnails(Path(folder))
        session.gallery = gallery(count)
        session.gallery.prepare()
        session.filters.set_result(session.filters.evaluate(session.gallery))
        grid = PhotoGrid(session, jobs)
        views = {"grid": grid, "map": PhotoMap(session, jobs), "shelf": ClusterShelf(session, jobs)}
        for view in views.values():
            view.resize(240 if isinstance(view, ClusterShelf) else 1280, 800)
            view.show()
        settle(jobs)
        found = {f"a move, {name}": times for name, times in moves(session, jobs, views).items()}
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
        found["a step of the zoom, grid"] = zooms(grid)
        settle(jobs)
    jobs.close()
    print(f"| {count:,} photos, ms | work | frame |")
    print("| --- | --- | --- |")
    for what, times in found.items():
        print(f"| {what} | " + " | ".join(f"{t:.1f}" for t in times) + " |")


if __name__ == "__main__":
    main()
