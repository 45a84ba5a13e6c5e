"""PagedLayout: the layout of the grid in pages of lines: heights at once, the lines of a page when it is needed.

So a million photos are laid out as quickly as a thousand, and the scroll bar is exact from the start.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from engine.core.records import Floats, Ints
from gallery_app.views.grid.layout import (
    NARROWEST,
    TALLEST,
    WIDEST,
    Doubles,
    GridLayout,
    GridStyle,
    Lines,
    cell_of,
    columns_of,
    lay_out,
    place_lines,
)

LINES = 64  # lines of a page, about: with so many the estimated height is within 2 %

Boxes = tuple[Ints, Ints, Ints, Ints]  # left, top, width, height


class PagedLayout:
    """The rectangles of n photos in display order, by section; `total` is the whole height.

    Section s begins at `section_tops[s]` with its heading. The last page of a section is laid out by `lay_out`; the
    pages before it end with a full line, and their lines are scaled to the estimated height.
    """

    def __init__(self, aspects: Floats, section_starts: Ints, width: int, style: GridStyle) -> None:
        """`aspects` (n,) are width over height; `section_starts` are ascending positions, the first is 0."""
        self._aspects, self._style, self._width = aspects, style, width
        self._usable = max(width - 2 * style.margin, 40)
        self._page_layouts: dict[int, GridLayout] = {}
        self._page_size = self._estimate_page_size()
        sizes = np.diff(np.append(section_starts, len(aspects)).astype(np.int64))
        whole = np.maximum(sizes - 1, 0) // self._page_size  # pages but for the last of each section
        section = np.repeat(np.arange(len(sizes)), whole + 1)
        number = np.arange(len(section)) - np.repeat(np.cumsum(whole + 1) - whole - 1, whole + 1)
        self._starts = np.append(section_starts[section] + number * self._page_size, len(aspects)).astype(np.int64)
        self._is_last = number == whole[section]
        self._last_pages, heights = self._lay_out_last_pages(sizes - whole * self._page_size)
        self._lines = np.zeros(len(section), np.int64)
        self._heights = np.empty(len(section), np.int64)  # with the gap below each line
        self._heights[self._is_last] = heights
        self._estimate_heights(~self._is_last)
        below = np.cumsum(self._heights)
        self._tops = below - self._heights + (section + 1) * style.heading + section * style.between_sections
        self._bottoms = self._tops + self._heights - style.gap
        self.section_tops: Ints = self._tops[number == 0] - style.heading
        self.total = int(self._bottoms[-1]) + style.margin if len(aspects) else 0

    def __len__(self) -> int:
        return len(self._aspects)

    # Queries

    def visible(self, top: int, bottom: int) -> range:
        """The positions of the photos in lines between `top` and `bottom`."""
        pages = self._pages(top, bottom)
        if not pages:
            return range(int(self._starts[pages.start]), int(self._starts[pages.start]))
        first, last = pages[0], pages[-1]
        start = int(self._starts[first]) + self._page(first).visible(top, bottom).start
        return range(start, int(self._starts[last]) + self._page(last).visible(top, bottom).stop)

    def sections_between(self, top: int, bottom: int) -> range:
        """The sections between `top` and `bottom`."""
        first = int(np.searchsorted(self.section_tops, top, "right")) - 1
        return range(max(first, 0), int(np.searchsorted(self.section_tops, bottom, "left")))

    def box(self, position: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a photo."""
        left, top, width, height = self.boxes(range(position, position + 1))
        return int(left[0]), int(top[0]), int(width[0]), int(height[0])

    def boxes(self, positions: range) -> Boxes:
        """Left, top, width and height of consecutive photos: four int64 arrays."""
        found = [(np.empty(0, np.int64),) * 4]
        first = self._page_of(positions.start)
        stop = self._page_of(positions.stop - 1) + 1 if positions else first
        for page in range(first, stop):
            lay, start = self._page(page), int(self._starts[page])
            part = slice(max(positions.start - start, 0), positions.stop - start)
            found.append((lay.left[part], lay.top[part], lay.width[part], lay.height[part]))
        left, top, width, height = (np.concatenate(side) for side in zip(*found, strict=True))
        return left, top, width, height

    def at(self, x: int, y: int) -> int:
        """The position of the photo at a point, or -1."""
        return next(iter(self.within(x, y, x + 1, y + 1).tolist()), -1)

    def nearest(self, x: int, y: int, among: range) -> int:
        """The position among `among` whose centre is nearest to a point; -1 if `among` is empty."""
        if not len(among):
            return -1
        left, top, width, height = self.boxes(among)
        dx, dy = left + width / 2 - x, top + height / 2 - y
        return among.start + int((dx * dx + dy * dy).argmin())

    def within(self, left: int, top: int, right: int, bottom: int) -> Ints:
        """The positions of the photos that intersect a rectangle."""
        found = [
            self._page(page).within(left, top, right, bottom) + self._starts[page] for page in self._pages(top, bottom)
        ]
        return np.concatenate([np.empty(0, np.int64), *found])

    def vertical_step(self, position: int, lines: int) -> int:
        """The position `lines` lines below (negative: above), nearest to the same column."""
        page, (left, _, width, _) = self._page_of(position), self.box(position)
        line = self._page(page).line_of(position - int(self._starts[page])) + lines
        while line < 0 and page > 0:
            page -= 1
            line += len(self._page(page).line_tops)
        while line >= len(self._page(page).line_tops) and page < len(self._tops) - 1:
            line -= len(self._page(page).line_tops)
            page += 1
        return int(self._starts[page]) + self._page(page).in_line(line, left + width // 2)

    # Pages

    def _estimate_page_size(self) -> int:
        style, usable = self._style, self._usable
        if style.square:
            return columns_of(usable, style) * LINES
        wide = float(self._aspects.mean()) * style.row_height if len(self._aspects) else 1.0
        return round(max((usable + style.gap) / (wide + style.gap), 1.0) * LINES)

    def _lay_out_last_pages(self, sizes: Ints) -> tuple[GridLayout, Ints]:
        """One layout of the last pages of all sections, and the height of each page."""
        stops, style = self._starts[1:][self._is_last], self._style
        starts = np.cumsum(sizes) - sizes
        positions = np.arange(int(sizes.sum())) + np.repeat(stops - sizes - starts, sizes)
        rest = lay_out(self._aspects[positions], starts, self._width, style)
        self._last_page_starts = starts
        end = rest.total - style.margin + style.gap + style.between_sections
        return rest, np.diff(np.append(rest.section_tops, end)) - style.heading - style.between_sections

    def _estimate_heights(self, whole: np.ndarray) -> None:
        """Estimate the number of lines and the height of the pages in the mask `whole`."""
        if not whole.any():
            return
        style, count = self._style, self._page_size
        if style.square:
            lines, height = np.full(int(whole.sum()), LINES), np.rint(cell_of(self._usable, style))
        else:
            shape = np.clip(self._aspects, NARROWEST, WIDEST)
            sums = np.add.reduceat(shape, self._starts[:-1], dtype=np.float64)[whole]
            wide = sums * style.row_height + style.gap * count
            lines = np.clip(np.rint(wide / (self._usable + style.gap)), 1, count).astype(np.int64)
            height = np.maximum((self._usable - style.gap * (count / lines - 1)) / (sums / lines), 1.0)
            height = np.minimum(height, TALLEST * style.row_height)
        self._lines[whole] = lines
        self._heights[whole] = np.rint(lines * height).astype(np.int64) + style.gap * lines

    def _pages(self, top: int, bottom: int) -> range:
        first = int(np.searchsorted(self._bottoms, top, "right"))
        return range(first, int(np.searchsorted(self._tops, bottom, "left")))

    def _page_of(self, position: int) -> int:
        return int(np.searchsorted(self._starts, position, "right")) - 1

    def _page(self, page: int) -> GridLayout:
        """The layout of a page in the coordinates of the grid; its positions begin with 0."""
        if page not in self._page_layouts:
            lay = self._lay_out_last_page(page) if self._is_last[page] else self._lay_out_full_page(page)
            self._page_layouts[page] = lay.moved(int(self._tops[page]) - int(lay.line_tops[0]))
        return self._page_layouts[page]

    def _lay_out_last_page(self, page: int) -> GridLayout:
        section = int(self._is_last[:page].sum())
        start = int(self._last_page_starts[section])
        return self._last_pages.part(start, start + int(self._starts[page + 1] - self._starts[page]))

    def _lay_out_full_page(self, page: int) -> GridLayout:
        aspects, style = self._aspects[self._starts[page] : self._starts[page + 1]], self._style
        if style.square:
            return lay_out(aspects, np.zeros(1, np.int64), self._width, style)
        shape = np.clip(aspects, NARROWEST, WIDEST).astype(np.float64)
        sums = np.concatenate([[0.0], np.cumsum(shape)])
        lines = even_lines(sums * style.row_height + style.gap * np.arange(len(sums)), int(self._lines[page]))
        gaps = style.gap * (np.diff(lines) - 1)
        full = np.maximum(self._usable - gaps, 1) / np.diff(sums[lines])
        heights = np.clip(full, 1.0, TALLEST * style.row_height)
        room = int(self._heights[page]) - style.gap * len(heights)
        edges = np.rint(np.cumsum(heights) * (room / heights.sum())).astype(np.int64)
        even = Lines(lines, heights, np.diff(edges, prepend=0))
        return place_lines(shape, even, np.zeros(1, np.int64), self._usable, style)


def even_lines(natural: Doubles, count: int) -> Ints:
    """Break n photos into `count` lines of about equal width: the line starts, and n.

    `natural` (n + 1,) are the left edges if all photos were in one line; n >= count.
    """
    edges, lines, n = natural.tolist(), [0], len(natural) - 1
    for left in range(count, 1, -1):
        start = lines[-1]
        goal = edges[start] + (edges[-1] - edges[start]) / left
        stop = bisect_left(edges, goal, start + 1, n)
        if stop > start + 1 and goal - edges[stop - 1] < edges[stop] - goal:
            stop -= 1
        lines.append(min(stop, n - left + 1))  # leave a photo for each line after it
    return np.array([*lines, n], np.int64)
