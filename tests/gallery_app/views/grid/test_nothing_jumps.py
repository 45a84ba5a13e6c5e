"""The photo that somebody looks at stays where it is, whatever is done to the grid around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.core.records import Cluster, Content, File
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.models.photo_list import SORTS
from gallery_app.state.session import Session
from gallery_app.views.grid.photo_grid import NOTCH, PhotoGrid

SIZES = [(900, 600), (640, 420), (1300, 700), (430, 380)]


@pytest.fixture
def grid(qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch) -> Iterator[PhotoGrid]:
    """A grid of 600 photos of three shapes in three clusters."""
    count, random = 600, np.random.default_rng(1)
    monkeypatch.setattr(Session, "thumbnail", lambda _session, _row: "/nowhere.jpg")
    session = Session(jobs)
    session.gallery = Gallery(
        files=tuple(File(i + 1, 1, f"{i * 7 % count}.jpg", 1 + i % 50, 1, "abc"[i % 3]) for i in range(count)),
        contents={"a": Content("a", 4, 3), "b": Content("b", 3, 4), "c": Content("c", 16, 9)},
        clusters=tuple(Cluster(f"c{i + 1}", f"Cluster {i + 1}") for i in range(3)),
        labels=random.integers(0, 3, count),
        confidences=random.random(count).astype(np.float32),
        pinned=np.zeros(count, np.bool_),
        xy=np.zeros((count, 2), np.float32),
        roots={1: "/photos"},
    )
    session.filters.set_result(session.filters.evaluate(session.gallery))
    grid = PhotoGrid(session, jobs)
    grid.resize(*SIZES[0])
    grid.show()
    qtbot.waitExposed(grid)
    yield grid
    qtbot.waitUntil(lambda: not jobs.busy)
    grid.close()
    grid.deleteLater()
    session.deleteLater()


def scroll(grid: PhotoGrid, share: float) -> None:
    grid.verticalScrollBar().setValue(round(grid.verticalScrollBar().maximum() * share))


def pick(grid: PhotoGrid, share: float = 0.6) -> int:
    """Select a photo in the middle of the view; its file id."""
    seen = grid.visible()
    position = seen[int(len(seen) * share)]
    file = int(grid.photos.ids[position])
    grid.select_at(position, frozenset([file]))
    return file


def top(grid: PhotoGrid, file: int) -> int:
    return grid.box_of(grid.photos.position_of(file)).top()


def in_view(grid: PhotoGrid, file: int) -> bool:
    """Whether the whole photo is seen, below the heading that sticks to the top."""
    box = grid.box_of(grid.photos.position_of(file))
    return box.top() >= 0 and box.bottom() < grid.viewport().height()


def resize(grid: PhotoGrid, width: int, height: int) -> None:
    grid.resize(width, height)
    QApplication.processEvents()


def narrow_and_widen(grid: PhotoGrid) -> None:
    """As a splitter is dragged to and fro, a few pixels at a time."""
    for width in [*range(900, 500, -9), *range(500, 900, 9), 900]:
        resize(grid, width, 600)


def zoom_out_and_in(grid: PhotoGrid) -> None:
    for factor in (1 / NOTCH, 1 / NOTCH, NOTCH, NOTCH):
        grid.zoom_by(factor)


def sort_and_back(grid: PhotoGrid) -> None:
    for sort in (*SORTS[1:], SORTS[0]):
        grid.set_sort(sort)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("picked", [True, False], ids=["picked", "only looked at"])
@pytest.mark.parametrize("there_and_back", [narrow_and_widen, zoom_out_and_in, sort_and_back])
def test_there_and_back_again(
    grid: PhotoGrid, there_and_back: Callable[[PhotoGrid], None], picked: bool, share: float
) -> None:
    scroll(grid, share)
    if picked:
        pick(grid)
    before = grid.offset
    there_and_back(grid)
    assert grid.offset == before


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_current_photo_stays_in_view_at_every_size(grid: PhotoGrid, share: float) -> None:
    scroll(grid, share)
    file = pick(grid)
    for size in SIZES[1:]:
        resize(grid, *size)
        assert in_view(grid, file)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_current_photo_stays_in_view_at_every_zoom(grid: PhotoGrid, share: float) -> None:
    scroll(grid, share)
    file = pick(grid)
    for factor in (NOTCH, NOTCH, NOTCH, 0.5, 0.8):
        grid.zoom_by(factor)
        assert in_view(grid, file)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_current_photo_stays_in_view_in_every_order(grid: PhotoGrid, share: float) -> None:
    scroll(grid, share)
    file = pick(grid)
    for sort in SORTS:
        grid.set_sort(sort)
        assert in_view(grid, file)


def test_without_a_current_photo_the_first_line_in_view_stays(grid: PhotoGrid) -> None:
    scroll(grid, 0.4)
    first = next(p for p in grid.visible() if grid.box_of(p).top() >= 0)
    file, before = int(grid.photos.ids[first]), grid.box_of(first).top()
    for factor in (1 / NOTCH, 1 / NOTCH, NOTCH):
        grid.zoom_by(factor)
        assert top(grid, file) == before


def test_the_very_top_stays_the_top(grid: PhotoGrid) -> None:
    for factor in (NOTCH, NOTCH, 1 / NOTCH):
        grid.zoom_by(factor)
        assert grid.offset == 0
    resize(grid, 700, 500)
    assert grid.offset == 0


def test_who_has_scrolled_meanwhile_is_not_taken_back(grid: PhotoGrid) -> None:
    scroll(grid, 0.3)
    resize(grid, 700, 500)
    scroll(grid, 0.8)
    first = next(p for p in grid.visible() if grid.box_of(p).top() >= 0)
    file, before = int(grid.photos.ids[first]), grid.box_of(first).top()
    resize(grid, 900, 600)
    assert top(grid, file) == before


def test_the_wheel_zooms_around_one_photo_until_the_mouse_moves(grid: PhotoGrid) -> None:
    scroll(grid, 0.5)
    point = QPoint(120, 300)
    before = grid.offset
    for factor in (NOTCH, NOTCH, 1 / NOTCH, 1 / NOTCH):
        grid.zoom_by(factor, point)
    assert grid.offset == before


@pytest.mark.parametrize("words", ["17", "no such name"])
@pytest.mark.parametrize("picked", [True, False], ids=["picked", "only looked at"])
def test_a_filter_that_is_cleared_leads_back(grid: PhotoGrid, words: str, picked: bool, qtbot: QtBot) -> None:
    filters = grid.session.filters
    scroll(grid, 0.6)
    if picked:
        pick(grid)
    before = grid.offset
    with qtbot.waitSignal(filters.changed):
        filters.find(words, None)
    assert len(grid.photos) < 600
    filters.clear(None)
    assert grid.offset == before


def test_a_found_photo_that_is_picked_stays_in_its_place(grid: PhotoGrid, qtbot: QtBot) -> None:
    filters = grid.session.filters
    scroll(grid, 0.6)
    with qtbot.waitSignal(filters.changed):
        filters.find("1", None)
    file = pick(grid, 0.5)
    before = top(grid, file)
    filters.clear(None)
    assert top(grid, file) == before
