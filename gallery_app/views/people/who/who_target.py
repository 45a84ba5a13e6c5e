"""WhoTarget: a large button for a person with a name: its key, the face, the name, and how many photos."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gallery_app.base import theme
from gallery_app.base.icons import pixmap
from gallery_app.base.painting import filled, framed, line_height, sized
from gallery_app.base.plain_tip import plain_tip
from gallery_app.i18n.bidi import elided
from gallery_app.i18n.numbers import counted

LEAST = 54  # pixels: the height of a target at least
FACE, BADGE = 40, 22
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


def target_height(font: QFont) -> int:
    """The height of a target in pixels."""
    return max(LEAST, line_height(font, theme.current().body + 1) + line_height(font, theme.current().small) + 18)


class WhoTarget(QAbstractButton):
    """A click, or its key on the page, answers with this person."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._name, self._photos = key, "", ""
        self._face: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_person(self, name: str, photos: int) -> None:
        self._name = name
        self._photos = counted(photos, self.tr("{0} photo"), self.tr("{0} photos"))
        self.setAccessibleName(self.tr("{0}: {1}").format(self._key, name))
        self.setToolTip(plain_tip(self.tr("It is {0} ({1})").format(name, self._key)))
        self.update()

    def show_face(self, face: QPixmap | None) -> None:
        self._face = face
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, target_height(self.font()))

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
        face = QRectF(badge.right() + 12, box.center().y() - FACE / 2, FACE, FACE)
        if self._face is None:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(face.center().toPoint() - QRectF(0, 0, 22, 22).center().toPoint(), _person(now, ratio))
        else:
            painter.drawPixmap(face, self._face, QRectF(self._face.rect()))
        left = face.right() + 12
        self._paint_name(painter, now, QRectF(left, box.y(), box.right() - left - 10, box.height()))

    def _paint_name(self, painter: QPainter, now: theme.Theme, box: QRectF) -> None:
        heights = [line_height(self.font(), size) for size in (now.body + 1, now.small)]
        top = box.y() + (box.height() - sum(heights) - 2) / 2
        painter.setFont(sized(self.font(), now.body + 1, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.text))
        name = elided(painter.fontMetrics(), self._name, box.width())
        painter.drawText(QRectF(box.x(), top, box.width(), heights[0]), Qt.AlignmentFlag.AlignLeft | _VCENTRE, name)
        painter.setFont(sized(self.font(), now.small))
        painter.setPen(QColor(now.muted))
        below = QRectF(box.x(), top + heights[0] + 2, box.width(), heights[1])
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | _VCENTRE, self._photos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()


def _person(now: theme.Theme, ratio: float) -> QPixmap:
    return pixmap("person", 22, now.faint, ratio)
