"""RowButton: a clickable row of a list with a title, a line below it, and a tag at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gallery_app.base import theme
from gallery_app.base.painting import filled, sized
from gallery_app.i18n.bidi import elided

_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class RowButton(QAbstractButton):
    def __init__(self, title: str, below: str, tag: str = "") -> None:
        super().__init__()
        self.show_texts(title, below, tag)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_texts(self, title: str, below: str, tag: str = "") -> None:
        self._title, self._below, self._tag = title, below, tag
        self.setAccessibleName(", ".join(filter(None, (title, below, tag))))
        self.update()

    def sizeHint(self) -> QSize:
        now = theme.current()
        lines = [QFontMetrics(sized(self.font(), points)).height() for points in (now.body, now.small)]
        return QSize(320, sum(lines) + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, theme.current())

    def _paint(self, painter: QPainter, now: theme.Theme) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            filled(painter, box, QColor(now.hover), now.radius)
        inner = box.adjusted(12, 5, -12, -5)
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(inner.height() / 2)
        lower.setTop(upper.bottom())
        painter.setFont(sized(self.font(), now.small))
        painter.setPen(QColor(now.accent))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | _VCENTRE, self._tag)
        painter.setPen(QColor(now.muted))
        metrics = painter.fontMetrics()
        below = metrics.elidedText(self._below, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | _VCENTRE, below)
        upper.setRight(upper.right() - metrics.horizontalAdvance(self._tag) - 12)
        painter.setFont(sized(self.font(), now.body, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.text))
        title = elided(painter.fontMetrics(), self._title, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | _VCENTRE, title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
