"""The whole grid in pages of lines: how high each is is known at once, its lines are laid out when it is looked at.

So a million photos are laid out anew as quickly as a thousand, and the scroll bar is right from the start.
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
    cell_of,
    columns_of,
    lay_out,
    place_lines,
)

LINES = 64  # of a page, about: with so many their mean height is within 2 % of what is foreseen

Boxes = tuple[Ints, Ints, Ints, Ints]  # left, top, width, height


class PagedLayout:
    """Rectangles of n photos in display order, in sections; `total` is the height of everything.

    Section s begins at `section_tops[s]` with its heading. The last page of a section is as `lay_out` makes it; those
    before it end with a full line each, and their lines share the page's height.
    """

    def __init__(self, aspects: Floats, section_starts: Ints, width: int, style: GridStyle) -> None:
        """`aspects` (n,) is width over height; `section_starts` are ascending positions, the first is 0."""
        self._aspects, self._style, self._width = aspects, style, width
        self._usable = max(width - 2 * style.margin, 40)
        self._laid: dict[int, GridLayout] = {}
        self._count = self._photos_of_a_page()
        sizes = np.diff(np.append(section_starts, len(aspects)).astype(np.int64))
        whole = np.maximum(sizes - 1, 0) // self._count  # pages but for the last of each section
        section = np.repeat(np.arange(len(sizes)), whole + 1)
        number = np.arange(len(section)) - np.repeat(np.cumsum(whole + 1) - whole - 1, whole + 1)
        self._starts = np.append(section_starts[section] + number * self._count, len(aspects)).astype(np.int64)
        self._last = number == whole[section]
        self._rest, heights = self._lay_out_last(sizes - whole * self._count)
        self._lines = np.zeros(len(section), np.int64)
        self._heights = np.empty(len(section), np.int64)  # with the gap below each line
        self._heights[self._last] = heights
        self._foresee(~self._last)
        below = np.cumsum(self._heights)
        self._tops = below - self._heights + (section + 1) * style.heading + section * style.between_sections
        self._bottoms = self._tops + self._heights - style.gap
        self.section_tops: Ints = self._tops[number == 0] - style.heading
        self.total = int(self._bottoms[-1]) + style.margin if len(aspects) else 0

    def __len__(self) -> int:
        return len(self._aspects)

    # Where photos are

    def visible(self, top: int, bottom: int) -> range:
        """Positions of the photos in lines that touch the band from `top` to `bottom`."""
        pages = self._pages(top, bottom)
        if not pages:
            return range(int(self._starts[pages.start]), int(self._starts[pages.start]))
        first, last = pages[0], pages[-1]
        start = int(self._starts[first]) + self._page(first).visible(top, bottom).start
        return range(start, int(self._starts[last]) + self._page(last).visible(top, bottom).stop)

    def sections_between(self, top: int, bottom: int) -> range:
        """Sections of which something lies in the band."""
        first = int(np.searchsorted(self.section_tops, top, "right")) - 1
        return range(max(first, 0), int(np.searchsorted(self.section_tops, bottom, "left")))

    def box(self, position: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a photo."""
        left, top, width, height = self.boxes(range(position, position + 1))
        return int(left[0]), int(top[0]), int(width[0]), int(height[0])

    def boxes(self, positions: range) -> Boxes:
        """The same of photos that follow one another: four arrays of int64."""
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
        """The photo at a point, or the one among some whose middle is nearest; -1 of none."""
        if not len(among):
            return -1
        left, top, width, height = self.boxes(among)
        dx, dy = left + width / 2 - x, top + height / 2 - y
        return among.start + int((dx * dx + dy * dy).argmin())

    def within(self, left: int, top: int, right: int, bottom: int) -> Ints:
        """Positions of the photos that a rectangle touches."""
        found = [
            self._page(page).within(left, top, right, bottom) + self._starts[page] for page in self._pages(top, bottom)
        ]
        return np.concatenate([np.empty(0, np.int64), *found])

    def vertical_step(self, position: int, lines: int) -> int:
        """The photo `lines` lines further down (or up), nearest to the same column."""
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

    def _photos_of_a_page(self) -> int:
        style, usable = self._style, self._usable
        if style.square:
            return columns_of(usable, style) * LINES
        wide = float(self._aspects.mean()) * style.row_height if len(self._aspects) else 1.0
        return round(max((usable + style.gap) / (wide + style.gap), 1.0) * LINES)

    def _lay_out_last(self, sizes: Ints) -> tuple[GridLayout, Ints]:
        """The last pages of all sections as if there were no others, and how high each is."""
        stops, style = self._starts[1:][self._last], self._style
        starts = np.cumsum(sizes) - sizes
        positions = np.arange(int(sizes.sum())) + np.repeat(stops - sizes - starts, sizes)
        rest = lay_out(self._aspects[positions], starts, self._width, style)
        self._rest_starts = starts
        end = rest.total - style.margin + style.gap + style.between_sections
        return rest, np.diff(np.append(rest.section_tops, end)) - style.heading - style.between_sections

    def _foresee(self, whole: np.ndarray) -> None:
        """How many lines the other pages have, and how high they are."""
        if not whole.any():
            return
        style, count = self._style, self._count
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
        """The lines of a page, at their place in the whole; its first photo is 0."""
        if page not in self._laid:
            lay = self._lay_out_end(page) if self._last[page] else self._lay_out_whole(page)
            self._laid[page] = lay.moved(int(self._tops[page]) - int(lay.line_tops[0]))
        return self._laid[page]

    def _lay_out_end(self, page: int) -> GridLayout:
        section = int(self._last[:page].sum())
        start = int(self._rest_starts[section])
        return self._rest.part(start, start + int(self._starts[page + 1] - self._starts[page]))

    def _lay_out_whole(self, page: int) -> GridLayout:
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
        return place_lines(shape, lines, heights, np.diff(edges, prepend=0), np.zeros(1, np.int64), self._usable, style)


def even_lines(natural: Doubles, count: int) -> Ints:
    """Part n photos into `count` full lines, each about as wide as those after it: where lines start, and n.

    `natural` (n + 1,) is how far right a photo begins if all lay in one line, n >= count.
    """
    edges, lines, n = natural.tolist(), [0], len(natural) - 1
    for left in range(count, 1, -1):
        start = lines[-1]
        goal = edges[start] + (edges[-1] - edges[start]) / left
        stop = bisect_left(edges, goal, start + 1, n)
        if stop > start + 1 and goal - edges[stop - 1] < edges[stop] - goal:
            stop -= 1
        lines.append(min(stop, n - left + 1))  # a photo for each line after it
    return np.array([*lines, n], np.int64)
