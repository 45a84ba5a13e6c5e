"""DuplicateCard: one of several near-identical photos, with its size and sharpness."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gallery_app.base import icons, theme
from gallery_app.base.painting import RADIUS, disc, filled, mixed, ring, sized

PICTURE = 300  # pixels: thumbnails have 320
LINES = 4
PAD = 12
MARK = 11  # radius of the mark on what is kept


class DuplicateCard(QAbstractButton):
    """Checked while the photo is kept; a click toggles that."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture: QPixmap | None = None
        self._height = PICTURE
        self.lines: list[str] = []
        self._number = ""

    def show_duplicate(self, number: str, lines: list[str], kept: bool, height: int = PICTURE) -> None:
        """`lines` are the name and the details; `number` is the key that toggles it, or empty.

        `height` is that of the pictures of the group, so that no card of it is half empty.
        """
        self._number, self.lines, self._height = number, lines, height
        self.setChecked(kept)
        state = self.tr("kept") if kept else self.tr("not kept")
        self.setAccessibleName(", ".join([*lines, state]))
        self.updateGeometry()
        self.update()

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(PICTURE + 2 * PAD, self._height + 2 * PAD + LINES * (self.fontMetrics().height() + 4) + PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the page uses them for the previous and next group
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Does nothing: the page sets the state, for one of a group is always kept."""

    def paintEvent(self, event: QPaintEvent) -> None:
        now, kept = theme.current(), self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            filled(painter, box, QColor(now.raised if not self.underMouse() else now.hover), 10)
            if kept:
                ring(painter, box, QColor(now.good), 2.0)
            self._paint_picture(painter, kept)
            self._paint_lines(painter)

    def _paint_picture(self, painter: QPainter, kept: bool) -> None:
        now, room = theme.current(), QRect(PAD, PAD, PICTURE, self._height)
        picture = self._picture
        if picture is None:
            filled(painter, QRectF(room), mixed(now.line, now.raised, 0.5), RADIUS)
            shown = QRectF(room)
        else:
            size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, *size.toTuple())
            painter.setOpacity(1.0 if kept else 0.45)
            painter.drawPixmap(shown, picture, QRectF(picture.rect()))
            painter.setOpacity(1.0)
        if kept:
            middle = QPointF(shown.right() - MARK - 6, shown.top() + MARK + 6)
            disc(painter, middle, MARK, QColor(now.good))
            mark = icons.pixmap("check", 14, now.window, self.devicePixelRatioF())
            painter.drawPixmap(middle - QPointF(7, 7), mark)

    def _paint_lines(self, painter: QPainter) -> None:
        now, step = theme.current(), self.fontMetrics().height() + 4
        line = QRect(PAD, self._height + 2 * PAD, PICTURE, step)
        for index, text in enumerate(self.lines[:LINES]):
            painter.setFont(sized(painter.font(), now.body))
            painter.setPen(QColor(now.text if index == 0 else now.muted))
            room = line.adjusted(0, 0, -24 if index == 0 else 0, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            if index == 0 and self._number:
                painter.setPen(QColor(now.muted))
                painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._number)
            line.translate(0, step)
