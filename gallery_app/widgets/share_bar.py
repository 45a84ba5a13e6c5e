"""ShareBar: a button with a cluster's name, a share as text and as a bar in the cluster's colour; and stacked bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.marks import DISC, Mark, paint_mark
from gallery_app.base.painting import filled, sized, track
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided

BAR = 5
GAP = 2  # between the parts of a stack
INSET = 8  # of its words from its edges
MARK = 15  # pixels that the mark of a cluster takes before its name


def paint_stack(painter: QPainter, box: QRectF, shares: Sequence[tuple[float, QColor]], *, rest: QColor) -> None:
    """Shares of a whole one after the other, with a gap between two; what is left is `rest`. Each can be seen."""
    radius, least = box.height() / 2, box.height()
    filled(painter, box, rest, radius)
    left = box.left()
    for share, colour in shares:
        if share > 0 and left < box.right():
            width = min(max(box.width() * share, least), box.right() - left)
            filled(painter, QRectF(left, box.top(), width, box.height()), colour, radius)
            left += width + GAP


class ShareBar(QAbstractButton):
    """Two lines: name and figure, below them the bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._figure = ""
        self._share, self._mark, self._strong = 0.0, Mark("#808080"), False
        self._ruled_out = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_share(
        self, name: str, figure: str, share: float, mark: Mark, action: str, *, strong: bool = False
    ) -> None:
        """Show a share, 0 to 1; `action` describes what a click does, `strong` sets the name in bold."""
        self._share, self._mark, self._strong, self._ruled_out = share, mark, strong, False
        self._set_texts(name, figure, action)

    def show_ruled_out(self, name: str, figure: str, action: str) -> None:
        """Show a cluster that is ruled out: name struck out, no bar."""
        self._mark, self._strong, self._ruled_out = Mark(self._mark.colour), False, True
        self._set_texts(name, figure, action)

    def _set_texts(self, name: str, figure: str, action: str) -> None:
        self._name, self._figure = name, figure
        self.setToolTip(plain_tip(action))
        self.setAccessibleName(f"{name}, {figure}")
        self.setAccessibleDescription(action)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height() + 20 + BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        now = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            filled(painter, box, QColor(now.hover), 6)
        weight = QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal
        font = sized(self.font(), now.body, weight)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        left, right = self.rect().left() + INSET, self.rect().right() + 1 - INSET
        figure = metrics.horizontalAdvance(self._figure)
        line = round(box.top() + 5 + metrics.ascent())
        painter.setPen(QColor(now.muted))
        painter.drawText(round(right - figure), line, self._figure)
        if self._ruled_out:
            font.setStrikeOut(True)
            painter.setFont(font)
        else:
            painter.setPen(QColor(now.text))
        room = round(right - left - figure - 12)
        shift = MARK if self._mark.shape != DISC else 0  # beyond a dozen clusters the colour alone does not tell
        if shift:
            paint_mark(painter, QPointF(left + 4.5, line - metrics.xHeight() / 2), 4.0, self._mark)
            painter.setPen(QColor(now.text))
        painter.drawText(round(left + shift), line, elided(metrics, self._name, room - shift))
        if self._ruled_out:
            return
        bar = QRectF(left, box.bottom() - BAR - 5, right - left, BAR)
        filled(painter, bar, track(), 2.5)
        if self._share > 0:
            bar.setWidth(max(bar.width() * min(self._share, 1.0), BAR))
            filled(painter, bar, QColor(self._mark.colour), 2.5)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
