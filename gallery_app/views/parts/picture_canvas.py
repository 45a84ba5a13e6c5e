"""PictureCanvas: shows one picture, with zoom, pan and quarter turns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from engine.core.records import Box
from gallery_app.base import motion, theme
from gallery_app.base.painting import faded, filled, hairline, hint
from gallery_app.images.picture import Picture
from gallery_app.images.shares import placed, shares_of, turned
from gallery_app.widgets.accessible.roles import Role, set_role

LARGEST = 16.0  # screen pixels a picture pixel
ENLARGED = 2.0  # how much a small picture is enlarged to fit
NOTCH = 1.2
MARGIN = 20  # around a picture that is shown whole
FADE = 450  # ms from one picture of a slideshow to the next
PANS = {  # where the picture goes by an arrow key
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}


class PictureCanvas(QWidget):
    """Fits the picture until it is zoomed; wheel and double-click zoom at the pointer, drags pan.

    A picture of `size` pixels may be shown by its thumbnail until it is decoded. Turns are applied while painting: the
    picture itself is not changed.
    """

    zoomed = Signal(float)  # screen pixels a picture pixel
    viewed = Signal()  # the user has zoomed or moved
    flicked = Signal(int)  # a wheel turned sideways: -1 back, 1 on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._size, self.note = Picture(), QSize(), ""
        self.message = ""  # shown instead of the note while it is set
        self._turn = 0  # quarter turns clockwise; the size is that of the turned picture
        self.margin = MARGIN
        self._scale: float | None = None  # None: as large as fits
        self._centre = QPointF()  # the point of the picture in the middle of the canvas
        self._drag_position: QPointF | None = None
        self._fading: tuple[QPixmap, QPixmap] | None = None  # the views before and after
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE)
        self._fade.valueChanged.connect(lambda _share: self.update())
        self._fade.finished.connect(self._end_fade)
        self.setAccessibleName(self.tr("Photo"))
        set_role(self, Role.Graphic, leaf=True)

    @property
    def picture(self) -> Picture:
        return self._picture

    @property
    def scale(self) -> float:
        return self._fitting() if self._scale is None else self._scale

    @property
    def fits(self) -> bool:
        return self._scale is None

    @property
    def turn(self) -> int:
        return self._turn

    def show_picture(self, picture: Picture, size: QSize, note: str = "", *, fresh: bool, turn: int = 0) -> None:
        """Show a picture of `size` pixels; a `fresh` one is fitted, else zoom and position are kept."""
        self._end_fade()
        self._picture, self._turn, self.note = picture, turn % 4, note
        self._size = size.transposed() if self._turn % 2 else size
        if fresh:
            self._scale = None
            self.zoomed.emit(self.scale)
        self.update()

    def fade_to(self, picture: Picture, size: QSize, note: str = "", *, turn: int = 0) -> None:
        """Cross-fade to a new picture; both are rendered once and then blended."""
        if motion.is_reduced():
            self.show_picture(picture, size, note, fresh=True, turn=turn)
            return
        before = self._rendered()
        self.show_picture(picture, size, note, fresh=True, turn=turn)
        self._fading = before, self._rendered()
        self._fade.start()

    def turn_by(self, quarters: int) -> None:
        """Turn clockwise by quarters and fit."""
        if quarters % 2:
            self._size = self._size.transposed()
        self._turn = (self._turn + quarters) % 4
        self._end_fade()
        self.fit()

    def fit(self) -> None:
        self._scale = None
        self.zoomed.emit(self.scale)
        self.viewed.emit()
        self.update()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom around `at` (by default the centre), between fitted (or 1:1, if smaller) and LARGEST."""
        if self._size.isEmpty():
            return
        at = at or self.rect().toRectF().center()
        under = self.to_picture(at)
        fitting = self._fitting()
        scale = min(max(scale, min(fitting, 1.0 / self.devicePixelRatioF())), LARGEST)
        self._scale = None if abs(scale - fitting) < 0.001 * fitting else scale
        self._centre = under - (at - self.rect().toRectF().center()) / self.scale
        self._keep_inside()
        self.zoomed.emit(self.scale)
        self.viewed.emit()
        self.update()

    def view_as(self, other: PictureCanvas) -> None:
        """Show the part that another one shows of its picture, which may have another size."""
        if self._size.isEmpty() or other._size.isEmpty():
            return
        self._scale = None
        if not other.fits:
            across, down = other._centre.x() / other._size.width(), other._centre.y() / other._size.height()
            self._scale = other.scale * other._size.width() / self._size.width()
            self._centre = QPointF(across * self._size.width(), down * self._size.height())
            self._keep_inside()
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.scale * factor, at)

    def pan(self, by: QPointF) -> None:
        if self._scale is not None:
            self._centre -= by / self._scale
            self._keep_inside()
            self.viewed.emit()
            self.update()

    def take_zoom_key(self, event: QKeyEvent) -> bool:
        """Zoom in or out, to the whole photo or to its own pixels; False where the key does none of these."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.ZoomIn) or key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(NOTCH)
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or key == Qt.Key.Key_Minus:
            self.zoom_by(1 / NOTCH)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_F):
            self.fit()
        elif key == Qt.Key.Key_1:
            self.zoom_to(1.0 / self.devicePixelRatioF())
        else:
            return False
        return True

    # Geometry

    def _fitting(self) -> float:
        if self._size.isEmpty():
            return 1.0
        room = QSizeF(max(self.width() - 2 * self.margin, 1), max(self.height() - 2 * self.margin, 1))
        whole = min(room.width() / self._size.width(), room.height() / self._size.height())
        return min(whole, ENLARGED / self.devicePixelRatioF()) if whole > 1 else whole

    def _box(self) -> QRectF:
        """The rectangle of the whole picture on the canvas."""
        size = self._size.toSizeF() * self.scale
        middle = self._size.toSizeF() / 2
        focus = QPointF(middle.width(), middle.height()) if self._scale is None else self._centre
        corner = self.rect().toRectF().center() - focus * self.scale
        return QRectF(corner, size)

    def to_picture(self, at: QPointF) -> QPointF:
        return (at - self._box().topLeft()) / self.scale

    def place_of(self, box: Box) -> QRectF:
        """Where a box of the picture is on the canvas; boxes are of the picture before the user's turns."""
        return placed(turned(box, self._turn + self._picture.turn), self._box())

    def box_at(self, place: QRectF) -> Box:
        """The box of the picture at a place on the canvas, the other way round; not of an empty picture."""
        return turned(shares_of(place, self._box()), -(self._turn + self._picture.turn))

    def _keep_inside(self) -> None:
        """Keep the view within the picture; a side that fits is centred."""
        for axis, full, room in (
            ("X", self._size.width(), self.width() / self.scale),
            ("Y", self._size.height(), self.height() / self.scale),
        ):
            position = self._centre.x() if axis == "X" else self._centre.y()
            kept = full / 2 if full <= room else min(max(position, room / 2), full - room / 2)
            self._centre.setX(kept) if axis == "X" else self._centre.setY(kept)

    def point_of(self, share: tuple[float, float]) -> QPointF:
        """Where a point of the picture is on the canvas, given in shares of it before the user's turns."""
        x, y = share
        for _ in range((self._turn + self._picture.turn) % 4):
            x, y = 1 - y, x
        box = self._box()
        return box.topLeft() + QPointF(x * box.width(), y * box.height())

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._fading is None:
                painter.fillRect(event.rect(), QColor(theme.current().window))
                self._paint(painter)
            else:
                before, after = self._fading
                painter.drawPixmap(0, 0, before)
                painter.setOpacity(float(self._fade.currentValue()))
                painter.drawPixmap(0, 0, after)

    def _rendered(self) -> QPixmap:
        """The current view as a pixmap."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap((self.size() * ratio).expandedTo(QSize(1, 1)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(theme.current().window))
        with QPainter(pixmap) as painter:
            self._paint(painter)
        return pixmap

    def _end_fade(self) -> None:
        self._fading = None
        self._fade.stop()
        self.update()

    def _paint(self, painter: QPainter) -> None:
        if self._picture.levels:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale < 4)
            box = self._box()
            turned = QTransform().translate(box.center().x(), box.center().y()).rotate(90 * self._turn)
            flat, _ = turned.inverted()
            seen = flat.mapRect(box.intersected(self.rect().toRectF()))  # in the coordinates of the unturned picture
            box = flat.mapRect(box)
            whole = self._picture.size.width() or 1
            level = self._picture.level_for(box.width() / whole * self.devicePixelRatioF())
            share = level.width() / box.width()
            source = QRectF((seen.topLeft() - box.topLeft()) * share, seen.size() * share)
            painter.save()
            painter.setTransform(turned, combine=True)
            painter.drawImage(seen, level, source)
            if not self._box().contains(self.rect().toRectF()):  # it does not fill the view
                hairline(painter, box, 0)
            painter.restore()
        text = self.message or self.note
        if text and self._picture.levels:
            self._paint_note(painter, text)
        elif text:
            hint(painter, self.rect().toRectF(), text)

    def _paint_note(self, painter: QPainter, text: str) -> None:
        """Paint the note on a pill at the lower edge, readable over the photo."""
        now, metrics = theme.current(), painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 64)
        box = QRectF(0, 0, metrics.horizontalAdvance(shown) + 28, metrics.height() + 12)
        box.moveCenter(QPointF(self.width() / 2, self.height() - 28))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled(painter, box, faded(now.panel, 0.93), box.height() / 2)
        painter.setPen(QColor(now.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._end_fade()
        if self._scale is not None:
            self._keep_inside()
        self.zoomed.emit(self.scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()) and not event.modifiers():
            self.flicked.emit(-1 if turn.x() > 0 else 1)
        else:
            self.zoom_by(NOTCH ** (turn.y() / 120), event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            whole = 1.0 / self.devicePixelRatioF()
            self.zoom_to(whole, event.position()) if self.fits else self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag_position = event.position()
            if not self.fits:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_position is not None:
            self.pan(event.position() - self._drag_position)
            self._drag_position = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_position = None
        self.unsetCursor()
