"""PlacedLine: a line of text where it lies on the canvas, turned and slanted as in the photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPolygonF

from engine.core.records import TextLine


@dataclass(frozen=True)
class PlacedLine:
    """`corners` are clockwise from where the line begins; `stops` (len(text) + 1) lie before and after each letter.

    A recogniser says where a line is, and not where its letters are: they are spread as a plain font has them.
    """

    text: str
    corners: tuple[QPointF, QPointF, QPointF, QPointF]
    stops: tuple[float, ...]  # shares of the line's length

    def part(self, start: int, end: int) -> QPolygonF:
        """The outline of the letters `start` to `end`."""
        first, last = self.stops[start], self.stops[end]
        upper, lower = self._along(0, 1), self._along(3, 2)
        return QPolygonF([upper(first), upper(last), lower(last), lower(first)])

    @property
    def outline(self) -> QPolygonF:
        return QPolygonF(list(self.corners))

    def holds(self, at: QPointF) -> bool:
        return self.outline.containsPoint(at, Qt.FillRule.WindingFill)

    def distance(self, at: QPointF) -> float:
        """Pixels from the line to a point; 0 within it."""
        if self.holds(at):
            return 0.0
        sides = zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)
        return min(_distance(at, one, other) for one, other in sides)

    def place(self, at: QPointF) -> int:
        """The place between two letters that is nearest to a point."""
        begin, end = (self.corners[0] + self.corners[3]) / 2, (self.corners[1] + self.corners[2]) / 2
        along = _share(at, begin, end)
        return min(range(len(self.stops)), key=lambda place: abs(self.stops[place] - along))

    def word(self, place: int) -> tuple[int, int]:
        """The letters of the word at a place, or of the space there."""
        at = min(place, len(self.text) - 1)
        space = self.text[at].isspace()
        start, end = at, at + 1
        while start > 0 and self.text[start - 1].isspace() == space:
            start -= 1
        while end < len(self.text) and self.text[end].isspace() == space:
            end += 1
        return start, end

    def _along(self, begin: int, end: int) -> Callable[[float], QPointF]:
        one, other = self.corners[begin], self.corners[end]
        return lambda share: one + (other - one) * share


def place_line(line: TextLine, to_canvas: Callable[[tuple[float, float]], QPointF], font: QFontMetricsF) -> PlacedLine:
    """Place a line; `font` tells how wide letters are against each other."""
    one, two, three, four = (to_canvas((x, y)) for x, y in line.corners)
    return PlacedLine(line.text, (one, two, three, four), _stops(line.text, font))


def _stops(text: str, font: QFontMetricsF) -> tuple[float, ...]:
    widths: Sequence[float] = [max(font.horizontalAdvance(letter), 0.1) for letter in text]
    whole = sum(widths)
    return (0.0, *(reached / whole for reached in accumulate(widths)))


def _share(at: QPointF, begin: QPointF, end: QPointF) -> float:
    """How far along the way from `begin` to `end` the point nearest to `at` lies, 0 to 1."""
    way, to = end - begin, at - begin
    length = QPointF.dotProduct(way, way)
    return 0.0 if length == 0 else min(max(QPointF.dotProduct(way, to) / length, 0.0), 1.0)


def _distance(at: QPointF, begin: QPointF, end: QPointF) -> float:
    off = at - (begin + (end - begin) * _share(at, begin, end))
    return float(QPointF.dotProduct(off, off) ** 0.5)
