"""The layout of the grid: justified or square lines; numpy only, no Qt, 100,000 photos in a few milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.core.records import Floats, Ints

Doubles = NDArray[np.float64]
LOWEST, HIGHEST = 64, 280  # row height in pixels: larger ones would enlarge thumbnails of 320
SMALL, LARGE = 84, 168  # row height without zoom
A_LINE = 4.4  # line width over row height without zoom: three or four photos
TALLEST = 1.2  # line height over row height at most; a line that would be higher is not justified
BLOCK = 1 << 13  # photos processed at a time: so many stay in the processor's cache
NARROWEST, WIDEST = 0.45, 2.2  # aspect ratios are clipped, so that no panorama fills a line alone


@dataclass(frozen=True)
class GridStyle:
    """The sizes of a grid in logical pixels."""

    row_height: int = 168
    gap: int = 6
    margin: int = 16
    heading: int = 46
    between_sections: int = 14
    square: bool = False


@dataclass(frozen=True)
class GridLayout:
    """The rectangles of n photos in display order, by line and section; `total` is the whole height.

    `left`, `top`, `width`, `height` are int64 (n,). Line l holds the photos `lines[l]` … `lines[l + 1] - 1`
    and reaches from `line_tops[l]` to `line_bottoms[l]`; section s begins at `section_tops[s]` with its heading.
    """

    left: Ints
    top: Ints
    width: Ints
    height: Ints
    lines: Ints
    line_tops: Ints
    line_bottoms: Ints
    section_tops: Ints
    total: int

    def __len__(self) -> int:
        return len(self.left)

    def visible(self, top: int, bottom: int) -> range:
        """The positions of the photos in lines between `top` and `bottom`."""
        first = int(np.searchsorted(self.line_bottoms, top, "right"))
        last = int(np.searchsorted(self.line_tops, bottom, "left"))
        return range(int(self.lines[first]), int(self.lines[max(first, last)]))

    def within(self, left: int, top: int, right: int, bottom: int) -> Ints:
        """The positions of the photos that intersect a rectangle."""
        band = self.visible(top, bottom)
        part = slice(band.start, band.stop)
        x, y = self.left[part], self.top[part]
        touched = (x < right) & (x + self.width[part] > left) & (y < bottom) & (y + self.height[part] > top)
        return np.flatnonzero(touched) + band.start

    def line_of(self, position: int) -> int:
        return int(np.searchsorted(self.lines, position, "right")) - 1

    def vertical_step(self, position: int, lines: int) -> int:
        """The position `lines` lines below (negative: above), nearest to the same column."""
        return self.in_line(self.line_of(position) + lines, int(self.left[position] + self.width[position] // 2))

    def in_line(self, line: int, x: int) -> int:
        """The position in a line (clipped to the first or last) whose centre is nearest to `x`."""
        line = min(max(line, 0), len(self.lines) - 2)
        first, stop = int(self.lines[line]), int(self.lines[line + 1])
        centres = self.left[first:stop] + self.width[first:stop] // 2
        return first + int(np.abs(centres - x).argmin())

    def moved(self, down: int) -> GridLayout:
        """The layout shifted `down` by pixels."""
        return replace(
            self,
            top=self.top + down,
            line_tops=self.line_tops + down,
            line_bottoms=self.line_bottoms + down,
            section_tops=self.section_tops + down,
            total=self.total + down,
        )

    def part(self, start: int, stop: int) -> GridLayout:
        """The photos `start` … `stop - 1`, at the same coordinates; both have to be line breaks."""
        photos = slice(start, stop)
        first, last = (int(np.searchsorted(self.lines, at)) for at in (start, stop))
        inside = (self.section_tops < self.line_tops[last - 1]) & (self.section_tops >= self.line_tops[first])
        return replace(
            self,
            left=self.left[photos],
            top=self.top[photos],
            width=self.width[photos],
            height=self.height[photos],
            lines=self.lines[first : last + 1] - start,
            line_tops=self.line_tops[first:last],
            line_bottoms=self.line_bottoms[first:last],
            section_tops=self.section_tops[inside],
        )


def row_height(width: int, zoom: float, margin: int) -> int:
    """The row height for a view `width` pixels wide, times the user's zoom."""
    fitting = min(max((width - 2 * margin) / A_LINE, SMALL), LARGE)
    return round(min(max(fitting * zoom, LOWEST), HIGHEST))


def lay_out(aspects: Floats, section_starts: Ints, width: int, style: GridStyle) -> GridLayout:
    """Lay out n photos in lines `width` pixels wide, with a heading above each section.

    `aspects` (n,) are width over height; `section_starts` are ascending positions, the first is 0.
    Justified lines fill the width, except the last of a section and those that would be too high.
    """
    if not len(aspects):
        none = np.empty(0, np.int64)
        return GridLayout(none, none, none, none, np.zeros(1, np.int64), none, none, none, 0)
    usable = max(width - 2 * style.margin, 40)
    stops = np.append(section_starts[1:], len(aspects)).astype(np.int64)
    end_of = np.repeat(stops, stops - section_starts)
    if style.square:
        shape = np.ones(len(aspects))
        following = np.arange(len(aspects)) + columns_of(usable, style)
        full = np.full(len(aspects), cell_of(usable, style))
    else:
        shape = np.clip(aspects, NARROWEST, WIDEST).astype(np.float64)
        following, full = _justified_breaks(shape, usable, style)
    lines = _follow_breaks(np.minimum(following, end_of))
    starts = lines[:-1]
    heights = full[starts]
    if not style.square:
        loose = following[starts] > lines[1:]
        heights = np.minimum(heights, np.where(loose, 1.0, TALLEST) * style.row_height)
    heights = np.maximum(heights, 1.0)
    return place_lines(shape, Lines(lines, heights, np.rint(heights).astype(np.int64)), section_starts, usable, style)


def columns_of(usable: int, style: GridStyle) -> int:
    """The number of square cells in a line."""
    return max((usable + style.gap) // (style.row_height + style.gap), 1)


def cell_of(usable: int, style: GridStyle) -> float:
    """The side of a square cell in pixels."""
    columns = columns_of(usable, style)
    return (usable - style.gap * (columns - 1)) / columns


def _justified_breaks(shape: Doubles, usable: int, style: GridStyle) -> tuple[Ints, Doubles]:
    """For each photo: if a line began with it, where the next line would begin, and the line's height.

    A line breaks where its justified height comes nearest to `style.row_height`.
    """
    following, full = np.empty(len(shape), np.int64), np.empty(len(shape))
    most = int((usable + style.gap) / (NARROWEST * style.row_height + style.gap)) + 2  # photos that a line may hold
    for start in range(0, len(shape), BLOCK):
        block = slice(start, start + BLOCK)
        breaks, full[block] = _breaks_of(shape[start : start + BLOCK + most], len(full[block]), most, usable, style)
        following[block] = start + breaks
    return following, full


def _breaks_of(shape: Doubles, count: int, most: int, usable: int, style: GridStyle) -> tuple[Ints, Doubles]:
    """`_justified_breaks` of the first `count` photos; `shape` has up to `most` more, for the last line."""
    n, index = len(shape), np.arange(count)
    sums = np.concatenate([[0.0], np.cumsum(shape)])
    natural = np.full(count + most + 1, np.inf)
    natural[: n + 1] = sums * style.row_height + style.gap * np.arange(n + 1)
    limit = natural[:count] + (usable + style.gap)
    fewer = index + 1
    for step in range(2, most):
        fits = natural[step : step + count] <= limit
        if not fits.any():
            break
        fewer += fits
    more = fewer + 1

    def height(stop: Ints) -> Doubles:
        inside = np.minimum(stop, n)
        gaps = style.gap * (inside - index - 1)
        return np.asarray(np.maximum(usable - gaps, 1) / np.maximum(sums[inside] - sums[:count], 1e-9))

    low, high = height(more), height(fewer)
    take_more = (style.row_height / low < high / style.row_height) | (fewer >= n)
    return np.where(take_more, more, fewer), np.where(take_more, low, high)


def _follow_breaks(following: Ints) -> Ints:
    """The line starts reached from the first photo, and n."""
    jumps, starts, position = following.data, [], 0  # `tolist` would take longer than the loop
    end = len(jumps)
    while position < end:
        starts.append(position)
        position = jumps[position]
    return np.array([*starts, end], np.int64)


@dataclass(frozen=True)
class Lines:
    """m lines of n photos: `breaks` (m + 1,) are the line starts, and n.

    The photos' widths follow `heights` (m,); they are drawn `pixel_heights` (m,) high.
    """

    breaks: Ints
    heights: Doubles
    pixel_heights: Ints


def place_lines(shape: Doubles, lines: Lines, section_starts: Ints, usable: int, style: GridStyle) -> GridLayout:
    """Place photos of a `shape` (n,) in lines."""
    pixel_heights = lines.pixel_heights
    starts, counts = lines.breaks[:-1], np.diff(lines.breaks)
    section_of = np.searchsorted(section_starts, starts, "right") - 1
    above = np.cumsum(pixel_heights + style.gap) - (pixel_heights + style.gap)
    tops = above + (section_of + 1) * style.heading + section_of * style.between_sections
    wide = shape * np.repeat(lines.heights, counts)
    edge = np.zeros(len(shape))
    np.cumsum(wide[:-1] + style.gap, out=edge[1:])
    edge -= np.repeat(edge[starts], counts)  # relative to the start of its line
    left = np.rint(edge)
    width = np.rint(edge + wide) - left
    first_line = np.searchsorted(starts, section_starts)
    return GridLayout(
        left=left.astype(np.int64) + style.margin,
        top=np.repeat(tops, counts),
        width=np.clip(width, 1, usable).astype(np.int64),
        height=np.repeat(pixel_heights, counts),
        lines=lines.breaks,
        line_tops=tops,
        line_bottoms=tops + pixel_heights,
        section_tops=tops[first_line] - style.heading,
        total=int(tops[-1] + pixel_heights[-1] + style.margin),
    )
