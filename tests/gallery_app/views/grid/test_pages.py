"""A grid that is laid out page by page: what is true of all photos at once is true of them wherever one looks."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.core.records import Cluster, Content, File, Ints
from engine.gallery.snapshot import Gallery
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.grid.layout import GridStyle, lay_out
from gallery_app.views.grid.pages import LINES, PagedLayout
from gallery_app.views.grid.photo_grid import PhotoGrid

STYLE = GridStyle(row_height=100, gap=4, margin=10, heading=30, between_sections=8)
STARTS = [0, 1500, 1501, 1530]  # of sections of several pages, of one photo, of a few, of very many
COUNT = 12_000


def shapes(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).choice([0.3, 0.75, 1.0, 4 / 3, 16 / 9, 3.0], count).astype(np.float32)


def paged(aspects: np.ndarray, starts: list[int], width: int = 800, square: bool = False) -> PagedLayout:
    style = GridStyle(row_height=100, gap=4, margin=10, heading=30, between_sections=8, square=square)
    return PagedLayout(aspects, np.array(starts, np.int64), width, style)


@pytest.fixture(params=[False, True], ids=["justified", "square"])
def lay(request: pytest.FixtureRequest) -> PagedLayout:
    return paged(shapes(COUNT), STARTS, square=request.param)


def all_boxes(lay: PagedLayout) -> SimpleNamespace:
    left, top, width, height = lay.boxes(range(len(lay)))
    lines = np.flatnonzero(np.diff(top, prepend=-1))
    return SimpleNamespace(left=left, top=top, width=width, height=height, lines=lines)


@settings(max_examples=25)
@given(st.integers(1, 3000), st.sets(st.integers(1, 2999), max_size=4), st.integers(120, 2000), st.booleans())
def test_photos_never_overlap_and_stay_inside(count: int, inner: set[int], width: int, square: bool) -> None:
    starts = sorted({0, *(s for s in inner if s < count)})
    lay = paged(shapes(count, width), starts, width, square)
    boxes = all_boxes(lay)
    assert boxes.left.min() >= 10
    assert (boxes.left + boxes.width).max() <= width - 10
    assert (boxes.top + boxes.height).max() + 10 == lay.total
    same_line = np.diff(boxes.top) == 0
    assert (np.diff(boxes.left)[same_line] >= boxes.width[:-1][same_line]).all()
    assert (np.diff(boxes.top)[~same_line] >= boxes.height[:-1][~same_line]).all()
    assert (boxes.top[starts] == lay.section_tops + 30).all()
    assert set(starts) <= set(boxes.lines.tolist())


def test_few_photos_lie_as_in_one_layout(lay: PagedLayout) -> None:
    aspects, starts = shapes(200), np.array([0, 90, 91], np.int64)
    few, whole = PagedLayout(aspects, starts, 800, STYLE), lay_out(aspects, starts, 800, STYLE)
    for side, expected in zip(few.boxes(range(200)), (whole.left, whole.top, whole.width, whole.height), strict=True):
        assert (side == expected).all()
    assert (few.section_tops == whole.section_tops).all()
    assert few.total == whole.total


def test_lines_are_full_but_for_the_last_of_each_section_and_those_stretched_most(lay: PagedLayout) -> None:
    boxes = all_boxes(lay)
    ends = np.append(boxes.lines[1:], COUNT) - 1
    inside = ~np.isin(ends, np.array([*STARTS[1:], COUNT]) - 1)
    short = (boxes.left + boxes.width)[ends[inside]] < 788
    assert (boxes.height[ends[inside]][short] >= 116).all()
    assert short.mean() < 0.01


def test_no_photo_is_cropped_for_its_page() -> None:
    aspects = shapes(COUNT)
    boxes = all_boxes(paged(aspects, STARTS))
    shown = boxes.width / boxes.height / np.clip(aspects, 0.45, 2.2)
    assert np.abs(shown - 1).max() < 0.05
    assert 80 < np.median(boxes.height) < 120


def test_the_height_of_all_is_close_to_that_of_one_layout(lay: PagedLayout) -> None:
    whole = lay_out(shapes(COUNT), np.array(STARTS, np.int64), 800, STYLE)
    assert paged(shapes(COUNT), STARTS).total == pytest.approx(whole.total, rel=0.03)


def test_what_is_visible_is_what_the_boxes_say(lay: PagedLayout) -> None:
    boxes = all_boxes(lay)
    assert lay.at(3, 3) == -1  # a heading
    for top in range(-300, lay.total + 300, 997):
        inside = np.flatnonzero((boxes.top < top + 700) & (boxes.top + boxes.height > top))
        assert list(lay.visible(top, top + 700)) == inside.tolist()
        for position in inside[::5].tolist():
            left, upper, width, height = lay.box(position)
            assert lay.at(left + width // 2, upper + height // 2) == position
            assert lay.nearest(left + width // 2, upper + height // 2, lay.visible(top, top + 700)) == position


def test_a_band_touches_what_it_covers(lay: PagedLayout) -> None:
    boxes = all_boxes(lay)
    box = 200, lay.total // 3, 500, lay.total // 3 + 9000
    touched: Ints = np.flatnonzero(
        (boxes.left < box[2])
        & (boxes.left + boxes.width > box[0])
        & (boxes.top < box[3])
        & (boxes.top + boxes.height > box[1])
    )
    assert lay.within(*box).tolist() == touched.tolist()


@pytest.mark.parametrize("lines", [1, -1, 5, -5])
def test_steps_go_through_all_pages_and_stay_in_their_column(lay: PagedLayout, lines: int) -> None:
    boxes = all_boxes(lay)
    line_of = np.searchsorted(boxes.lines, np.arange(COUNT), "right") - 1
    for position in range(3, COUNT, 501):
        stepped = lay.vertical_step(position, lines)
        assert line_of[stepped] == min(max(line_of[position] + lines, 0), len(boxes.lines) - 1)
        centre = boxes.left + boxes.width // 2
        others = np.flatnonzero(line_of == line_of[stepped])
        assert abs(centre[stepped] - centre[position]) == np.abs(centre[others] - centre[position]).min()


def test_only_the_pages_that_are_looked_at_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = []

    def counting(aspects: np.ndarray, *rest: object) -> object:
        laid.append(len(aspects))
        return lay_out(aspects, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("gallery_app.views.grid.pages.lay_out", counting)
    lay = paged(np.ones(1_000_000, np.float32), [0, 400_000], square=True)
    lay.visible(lay.total // 2, lay.total // 2 + 700)
    assert sum(laid) < 5 * LINES * 7


# In the grid


@pytest.fixture
def grid(qtbot: QtBot, jobs: JobRunner, monkeypatch: pytest.MonkeyPatch) -> Iterator[PhotoGrid]:
    """A grid of 50,000 photos in three clusters."""
    count, random = 50_000, np.random.default_rng(1)
    monkeypatch.setattr(Session, "thumbnail", lambda _session, _row: "/nowhere.jpg")
    session = Session(jobs)
    session.gallery = Gallery(
        files=tuple(File(i + 1, 1, f"{i}.jpg", 1, 1, "abc"[i % 3]) for i in range(count)),
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
    grid.resize(900, 600)
    grid.show()
    qtbot.waitExposed(grid)
    yield grid
    qtbot.waitUntil(lambda: not jobs.busy)
    grid.close()
    grid.deleteLater()
    session.deleteLater()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
def test_zooming_keeps_the_photo_under_the_mouse_there(grid: PhotoGrid, share: float) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    position = grid.visible()[len(grid.visible()) // 2]
    before = grid.box_of(position)
    point = before.center()
    share = (point.y() - before.top()) / before.height()
    for factor in (1.15, 1.15, 1.15, 1 / 1.15, 1 / 1.15, 1 / 1.15, 1 / 1.15):
        grid.zoom_by(factor, point)
        after = grid.box_of(position)  # the same one, although others come beside it
        assert after.top() + share * after.height() == pytest.approx(point.y(), abs=1)


def test_the_ends_are_where_the_scroll_bar_ends(grid: PhotoGrid, qtbot: QtBot) -> None:
    bar, last = grid.verticalScrollBar(), len(grid.photos) - 1
    range_before = bar.maximum()
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(value)
        grid.grab()
    assert bar.maximum() == range_before  # nothing that is looked at makes the rest longer
    bar.setValue(bar.maximum())
    assert grid.box_of(last).bottom() == grid.viewport().height() - 1 - grid.style_of_grid.margin
    grid.select_at(last, frozenset())
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.box_of(last).bottom() < grid.viewport().height()


def test_a_band_selects_across_pages(grid: PhotoGrid, qtbot: QtBot) -> None:
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 60))
    grid.verticalScrollBar().setValue(40_000)
    qtbot.mouseMove(grid.viewport(), QPoint(800, 300))
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(800, 300))
    under = grid.layout_of_photos.within(4, 60, 801, 40_301)
    assert grid.session.selection == frozenset(grid.photos.ids[under].tolist())
    assert len(under) > 500
