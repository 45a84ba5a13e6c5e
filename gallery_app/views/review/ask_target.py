"""AskTarget: a large button for a cluster: its key, three photos, the name and the probability."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.marks import Mark, paint_mark
from gallery_app.base.painting import filled, framed, line_height, sized, track
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided
from gallery_app.i18n.numbers import percent

LEAST = 56  # pixels: the height of a target at least
PICTURE = 40  # the side of a photo
PICTURES = 3
BADGE = 22
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


def target_height(font: QFont) -> int:
    """The height of a target in pixels."""
    return max(LEAST, line_height(font, theme.current().body + 1) + 41)


class AskTarget(QAbstractButton):
    """A click, or its key on the page, answers with this cluster."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._name, self._mark = key, "", Mark("#808080")
        self._chance: float | None = None
        self._photos: list[QPixmap] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_cluster(self, name: str, chance: float | None, mark: Mark) -> None:
        """`chance` is the probability, 0 to 1; None if it is not known."""
        self._name, self._chance, self._mark = name, chance, mark
        description = name if chance is None else f"{name}, {percent(chance)}"
        self.setAccessibleName(self.tr("{0}: {1}").format(self._key, description))
        self.setToolTip(plain_tip(self.tr("Put the photo into {0} ({1})").format(name, self._key)))
        self.update()

    def show_photos(self, photos: Sequence[QPixmap]) -> None:
        self._photos = list(photos)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, target_height(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            self._paint(painter, theme.current())

    def _paint(self, painter: QPainter, now: theme.Theme) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lit = self.underMouse() or self.isDown()
        filled(painter, box, QColor(now.hover if lit else now.raised), now.radius)
        framed(painter, box, QColor(now.border), 1, now.radius)
        badge = QRectF(box.x() + 10, box.center().y() - BADGE / 2, BADGE, BADGE)
        filled(painter, badge, QColor(now.tint), 6)
        painter.setPen(QColor(now.text))
        painter.setFont(sized(self.font(), now.body, QFont.Weight.DemiBold))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._key)
        x = badge.right() + 12
        for index in range(PICTURES):
            frame = QRectF(x, box.center().y() - PICTURE / 2, PICTURE, PICTURE)
            if index < len(self._photos):
                photo = self._photos[index]
                painter.drawPixmap(frame, photo, QRectF(photo.rect()))
            else:
                filled(painter, frame, QColor(now.hover))
            x += PICTURE + 3
        self._paint_name(painter, now, QRectF(x + 10, box.y(), box.right() - x - 22, box.height()))

    def _paint_name(self, painter: QPainter, now: theme.Theme, box: QRectF) -> None:
        figure = "" if self._chance is None else percent(self._chance)
        painter.setPen(QColor(now.muted))
        top = QRectF(box.x(), box.y() + 9, box.width(), line_height(self.font(), now.body + 1) + 7)
        painter.setFont(sized(self.font(), now.body))
        room = painter.fontMetrics().horizontalAdvance(figure) + 12
        below = QRectF(box.x(), box.bottom() - 26, box.width(), 20)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | _VCENTRE, figure)
        paint_mark(painter, QPointF(box.x() + 5, top.center().y()), 4.5, self._mark)
        painter.setFont(sized(self.font(), now.body + 1, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.text))
        name_box = top.adjusted(16, 0, 0, 0)
        name = elided(painter.fontMetrics(), self._name, name_box.width())
        painter.drawText(name_box, Qt.AlignmentFlag.AlignLeft | _VCENTRE, name)
        bar = QRectF(box.x(), box.bottom() - 18, box.width() - room, 4)
        filled(painter, bar, track(), 2)
        if self._chance:
            bar.setWidth(max(4.0, bar.width() * self._chance))
            filled(painter, bar, QColor(self._mark.colour), 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
