"""KLine: a line plot of one measure over the number of clusters, with the best k marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.painting import disc, hint, line_height, sized

SIDE, BOTTOM = 14, 10  # pixels around the line
APART, STEPS = 26, (1, 2, 5, 10, 20)  # least pixels between two labels; labels are multiples of a step


class KLine(QWidget):
    """Display only: KCurve handles mouse and keys for all its lines."""

    def __init__(self) -> None:
        super().__init__()
        self._numbered = False
        self._values: Sequence[tuple[int, float]] = ()
        self._best: int | None = None
        self._k = 0
        self._pointed: int | None = None  # the hovered k
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(330, 70 + self._text + self._below)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_line(self, values: Sequence[tuple[int, float]], best: int | None, k: int, numbered: bool) -> None:
        """`values` are (k, score), then the best k, the current k, and whether axis labels are shown."""
        self._values, self._best, self._k, self._pointed = values, best, k, None
        self._numbered = numbered
        self.updateGeometry()
        self.update()

    def point_at(self, k: int | None) -> None:
        """Mark the hovered k, or none."""
        self._pointed = k
        self.update()

    def points(self) -> list[QPointF]:
        """The position of each value in pixels."""
        ks, values = [k for k, _ in self._values], [v for _, v in self._values]
        low, high = min(values), max(values)
        across = (self.width() - 2 * SIDE) / max(1, ks[-1] - ks[0])
        up = (self.height() - self._below - self._text - 8 - BOTTOM) / max(high - low, 1e-9)
        return [QPointF(SIDE + (k - ks[0]) * across, self._text + 8 + (high - v) * up) for k, v in self._values]

    @property
    def _text(self) -> int:
        """The height of a number in pixels."""
        return line_height(self.font(), theme.current().small)

    @property
    def _below(self) -> int:
        return self._text + 6 if self._numbered else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if len(self._values) < 2:
                hint(painter, QRectF(self.rect()), self.tr("Counting…"))
                return
            points = self.points()
            self._paint_axis(painter, now, points)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            for point, (k, _) in zip(points, self._values, strict=True):
                if k == self._best:
                    self._paint_best(painter, now, point)
                elif k in (self._pointed, self._k):
                    disc(painter, point, 3.5, QColor(now.text if k == self._pointed else now.muted))

    def _paint_axis(self, painter: QPainter, now: theme.Theme, points: list[QPointF]) -> None:
        """Paint the axis, the current and the hovered k, and the labels."""
        foot = self.height() - self._below - 2
        painter.setPen(QColor(now.border))
        painter.drawLine(QPointF(SIDE, foot), QPointF(self.width() - SIDE, foot))
        for point, (k, _) in zip(points, self._values, strict=True):
            if k in (self._pointed, self._k):
                style = Qt.PenStyle.SolidLine if k == self._pointed else Qt.PenStyle.DashLine
                painter.setPen(QPen(QColor(now.muted), 1, style))
                top = point.y() if k == self._best else 0  # not through the label above
                painter.drawLine(QPointF(point.x(), top), QPointF(point.x(), foot))
        if self._numbered:
            painter.setFont(sized(self.font(), now.small))
            painter.setPen(QColor(now.muted))
            across = points[1].x() - points[0].x()
            every = next((step for step in STEPS if step * across >= APART), STEPS[-1])
            for point, (k, _) in zip(points, self._values, strict=True):
                if k % every == 0:
                    painter.drawText(
                        _box(point.x(), foot + 4 + self._text / 2, self._text), Qt.AlignmentFlag.AlignCenter, str(k)
                    )

    def _paint_best(self, painter: QPainter, now: theme.Theme, point: QPointF) -> None:
        disc(painter, point, 6, QColor(now.accent))
        disc(painter, point, 3, QColor(now.panel))
        painter.setFont(sized(self.font(), now.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.text))
        painter.drawText(
            _box(point.x(), point.y() - 7 - self._text / 2, self._text), Qt.AlignmentFlag.AlignCenter, str(self._best)
        )


def _box(x: float, y: float, height: float) -> QRectF:
    """The rectangle of a label centred on (x, y)."""
    return QRectF(x - 20, y - height / 2, 40, height)
