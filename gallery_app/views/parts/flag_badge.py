"""The badge of a flag over a picture: told by its shape, and not by its colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from engine.library.catalog.flag_table import Flag
from gallery_app.base import icons, theme
from gallery_app.base.painting import disc, filled

DRAWINGS: dict[Flag, str] = {"keep": "check", "reject": "close"}
MARKS: dict[int, Flag | None] = {Qt.Key.Key_P: "keep", Qt.Key.Key_X: "reject", Qt.Key.Key_U: None}  # Lightroom's keys


def flag_colour(flag: Flag) -> str:
    now = theme.current()
    return now.good if flag == "keep" else now.danger


def flag_words(flag: Flag | None) -> str:
    """ "Kept" or "Rejected"; empty where nothing is said."""
    if flag is None:
        return ""
    kept = flag == "keep"
    return (
        QCoreApplication.translate("FlagLabel", "Kept") if kept else QCoreApplication.translate("FlagLabel", "Rejected")
    )


def paint_flag(
    painter: QPainter, box: QRectF, flag: Flag | None, radius: float = 9.0, ratio: float = 1.0, *, left: bool = False
) -> None:
    """In the upper right corner of a picture, or the left one."""
    if flag is None:
        return
    now = theme.current()
    x = box.left() + radius + 3 if left else box.right() - radius - 3
    middle = QPointF(x, box.top() + radius + 3)
    disc(painter, middle, radius + 1.5, QColor(now.window))  # it stands apart from any picture
    disc(painter, middle, radius, QColor(flag_colour(flag)))
    side = round(radius * 1.35)
    drawn = icons.pixmap(DRAWINGS[flag], side, now.window, ratio)
    painter.drawPixmap(middle - QPointF(side / 2, side / 2), drawn)


class FlagLabel(QLabel):
    """A pill in the corner of the picture that is looked at: what is said of it, in a drawing and a word."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._flag: Flag | None = None
        self.move(16, 16)
        self.hide()

    def show_flag(self, flag: Flag | None) -> None:
        words, self._flag = flag_words(flag), flag
        self.setText(words)
        self.resize(self.fontMetrics().horizontalAdvance(words) + 44, self.fontMetrics().height() + 12)
        self.setVisible(flag is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._flag is None:
            return
        now, box = theme.current(), QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            filled(painter, box, QColor(now.window), box.height() / 2)
            filled(painter, box.adjusted(2, 2, -2, -2), QColor(flag_colour(self._flag)), box.height() / 2 - 2)
            drawn = icons.pixmap(DRAWINGS[self._flag], 16, now.window, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(10, box.center().y() - 8), drawn)
            painter.setPen(QColor(now.window))
            painter.drawText(box.adjusted(32, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
