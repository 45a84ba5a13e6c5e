from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_app.views.grid.layout import GridLayout, GridStyle, lay_out

STYLE = GridStyle(row_height=100, gap=4, margin=10, heading=30, between_sections=8)


def laid_out(aspects: list[float], starts: list[int], width: int = 800, style: GridStyle = STYLE) -> GridLayout:
    return lay_out(np.array(aspects, np.float32), np.array(starts, np.int64), width, style)


aspects_and_starts = st.lists(st.floats(0.1, 8.0), min_size=1, max_size=80).flatmap(
    lambda a: st.tuples(
        st.just(a), st.sets(st.integers(1, len(a)), max_size=4).map(lambda s: sorted({0, *s} - {len(a)}))
    )
)


@given(aspects_and_starts, st.integers(200, 1600), st.booleans())
def test_photos_never_overlap_and_stay_inside(drawn: tuple[list[float], list[int]], width: int, square: bool) -> None:
    aspects, starts = drawn
    style = GridStyle(row_height=100, gap=4, margin=10, heading=30, between_sections=8, square=square)
    lay = laid_out(aspects, starts, width, style)
    assert lay.left.min() >= 10
    assert (lay.left + lay.width).max() <= width - 10
    assert (lay.top + lay.height).max() < lay.total
    for first, stop in zip(lay.lines[:-1], lay.lines[1:], strict=True):
        assert (np.diff(lay.left[first:stop]) >= lay.width[first : stop - 1]).all()
        assert len(set(lay.top[first:stop].tolist())) == 1
    assert (lay.line_tops[1:] >= lay.line_bottoms[:-1]).all()
    assert set(starts) <= set(lay.lines.tolist())  # a section begins a line


def lines_one_by_one(aspects: list[float], starts: list[int], width: int, style: GridStyle) -> list[int]:
    """Where lines begin, as one would find it with neither arrays nor blocks."""
    usable, lines = width - 2 * style.margin, [0]
    while lines[-1] < len(aspects):
        first = lines[-1]

        def height(stop: int, first: int = first) -> float:
            return max(usable - style.gap * (stop - first - 1), 1) / max(sum(aspects[first:stop]), 1e-9)

        stop = first + 1  # the most photos that fit unstretched, or one
        while stop < len(aspects) and height(stop + 1) >= style.row_height:
            stop += 1
        if stop == len(aspects) or style.row_height / height(stop + 1) < height(stop) / style.row_height:
            stop += 1
        lines.append(min(stop, *(s for s in [*starts, len(aspects)] if s > first)))
    return lines


eighths = st.lists(st.integers(4, 17).map(lambda n: n / 8), min_size=1, max_size=80)  # their sums are exact


@given(eighths, st.sets(st.integers(1, 80), max_size=4), st.integers(200, 1600), st.integers(1, 90))
def test_lines_break_as_if_they_were_found_one_by_one(
    aspects: list[float], inner: set[int], width: int, block: int
) -> None:
    starts = sorted({0, *(s for s in inner if s < len(aspects))})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gallery_app.views.grid.layout.BLOCK", block)
        lay = laid_out(aspects, starts, width)
    assert lay.lines.tolist() == lines_one_by_one(aspects, starts, width, STYLE)


def test_full_lines_reach_both_margins_and_the_last_is_not_stretched() -> None:
    lay = laid_out([1.5] * 21, [0])
    ends = lay.lines[1:-1] - 1
    assert (lay.left[ends] + lay.width[ends] == 790).all()
    assert lay.height[-1] <= 100


def test_no_line_is_blown_up() -> None:
    lay = laid_out([3.0, 0.5, 3.0, 3.0, 3.0, 0.5, 1.0], [0], width=220)
    assert lay.height.max() <= 120


def test_a_heading_lies_above_each_section() -> None:
    lay = laid_out([1.0] * 30, [0, 12])
    assert lay.section_tops[0] == 0
    assert lay.top[0] == 30
    assert lay.top[12] - lay.section_tops[1] == 30
    assert lay.section_tops[1] >= lay.top[11] + lay.height[11]


def test_what_is_visible_is_found_again_at_its_place() -> None:
    lay = laid_out([1.0, 0.5, 2.0] * 40, [0, 50])
    seen = lay.visible(300, 600)
    inside = np.flatnonzero((lay.top < 600) & (lay.top + lay.height > 300))
    assert list(seen) == inside.tolist()
    for position in seen:
        x, y = int(lay.left[position]) + 3, int(lay.top[position]) + 3
        assert lay.within(x, y, x + 1, y + 1).tolist() == [position]


def test_a_band_touches_what_it_covers() -> None:
    lay = laid_out([1.0] * 40, [0])
    band = lay.within(0, 0, 800, int(lay.line_bottoms[1]))
    assert band.tolist() == list(range(int(lay.lines[2])))


@pytest.mark.parametrize("lines", [1, -1, 3])
def test_a_vertical_step_stays_in_its_column(lines: int) -> None:
    lay = laid_out([1.0] * 60, [0])
    start = int(lay.lines[4]) + 2
    assert lay.vertical_step(start, lines) == int(lay.lines[4 + lines]) + 2


def test_nothing_to_lay_out() -> None:
    lay = laid_out([], [])
    assert lay.total == 0
    assert list(lay.visible(0, 500)) == []
    assert lay.section_tops.tolist() == []
