"""FlowStrip: the photos of one flow as thumbnails, the most certain first; each can be refused and looked at."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from engine.edits.flows import Flow, Refusal
from gallery_app.base import icons, theme
from gallery_app.base.icons import icon
from gallery_app.base.painting import RADIUS, disc, faded, filled, framed, line_height, mixed, ring, sized
from gallery_app.i18n.numbers import number
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.views.review.flow_words import photo_caption
from gallery_app.views.review.strip_layout import SIDE, StripLayout
from gallery_app.widgets.accessible.items import Items

MARGIN = 4  # around the photos, for the ring of the current one
MARK = 15  # radius of the mark on a refused photo
CORNER = 26  # side of the place that shows a photo larger
REFUSE = (Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class FlowStrip(QWidget):
    """A click or Space refuses a photo, or takes that back; Enter, a double-click or its corner shows it larger."""

    refused = Signal(int)  # file id: refuse it, or take that back
    opened = Signal(int)  # file id
    unfolded = Signal()  # the place that says how many are hidden was pressed
    laid_out = Signal()
    painted = Signal()
    left = Signal(int)  # the current photo was to go above (-1) or below (1) the strip
    current_moved = Signal(QRect)  # where the current photo lies

    def __init__(self, session: Session, loader: ThumbnailLoader, flow: Flow) -> None:
        """The `loader` belongs to all strips: whoever has it asks for what is `wanted()`, at each `painted`."""
        super().__init__()
        self._session, self.flow = session, flow
        self._refusals: frozenset[Refusal] = frozenset()
        self._loader = loader
        self.layout_of_photos = StripLayout(len(flow.photos), SIDE)
        self.current, self._hovered = 0, -1
        self._pressed: int | None = None  # the photo on which the left button went down
        self._clicked: int | None = None  # the photo whose refusal the last click has changed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._spoken: _Spoken | None = None
        self._lay_out(unfolded=False)
        self._spoken = _Spoken(self)

    def show_refusals(self, refusals: frozenset[Refusal]) -> None:
        self._refusals = refusals
        self._describe()
        self.update()

    def set_unfolded(self, unfolded: bool) -> None:
        """Show all photos, or only the most certain and the most doubtful."""
        self._lay_out(unfolded)

    def is_refused(self, file: int) -> bool:
        return (file, self.flow.target) in self._refusals

    def place(self, index: int) -> QRect:
        """Where a photo lies; of one that is hidden the place that says how many are."""
        left, top = self.layout_of_photos.corner(index)
        return QRect(MARGIN + left, self._top + top, SIDE, SIDE)

    def larger_corner(self, index: int) -> QRect:
        """The place on a photo that shows it larger."""
        photo = self.place(index)
        return QRect(photo.right() - CORNER + 1, photo.top(), CORNER, CORNER)

    def set_current(self, index: int) -> None:
        if index != self.current:
            self.current = index
            self._describe()
            self.update()
        self.current_moved.emit(self.place(index).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _lay_out(self, unfolded: bool) -> None:
        self.layout_of_photos = StripLayout(len(self.flow.photos), self.width() - 2 * MARGIN, unfolded)
        if self.current in self.layout_of_photos.hidden:
            self.current = self.layout_of_photos.hidden.start - 1
        self.setFixedHeight(self._top + self.layout_of_photos.height + MARGIN)
        self.update()
        self.laid_out.emit()

    @property
    def _top(self) -> int:
        """Above the photos stands which are the most certain ones."""
        return self.fontMetrics().height() + MARGIN

    def caption(self, index: int) -> str:
        file = self.flow.photos[index]
        return photo_caption(self._session, file, self.flow.chances[index], self.is_refused(file))

    def _describe(self) -> None:
        if self.flow.photos:
            self.setAccessibleDescription(self.caption(self.current))
            if self._spoken is not None:
                self._spoken.follow()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            for index in self._seen():
                self._paint_photo(painter, index)
            if self.layout_of_photos.hidden:
                self._paint_hidden(painter)
            self._paint_ends(painter)
        self.painted.emit()

    def wanted(self) -> list[ThumbnailRequest]:
        """The thumbnails of the photos that are seen."""
        return [w for index in self._seen() if (w := self._wanted(index)) is not None]

    def _seen(self) -> list[int]:
        seen = self.visibleRegion().boundingRect()
        return (
            [] if seen.isEmpty() else self.layout_of_photos.between(seen.top() - self._top, seen.bottom() - self._top)
        )

    def _wanted(self, index: int) -> ThumbnailRequest | None:
        session, ratio = self._session, self.devicePixelRatioF()
        row = session.gallery.row_of.get(self.flow.photos[index])
        if row is None:
            return None  # it has left the gallery: new flows are on their way
        key = session.gallery.files[row].digest
        return ThumbnailRequest(key, session.thumbnail(row), QSize(SIDE, SIDE) * ratio, RADIUS * ratio)

    def _paint_photo(self, painter: QPainter, index: int) -> None:
        now, file, box = theme.current(), self.flow.photos[index], QRectF(self.place(index))
        wanted, refused = self._wanted(index), self.is_refused(file)
        picture = None if wanted is None else self._loader.pixmap(wanted.key)
        painter.setOpacity(0.25 if refused or not self.isEnabled() else 1.0)
        if picture is None:
            filled(painter, box, mixed(now.line, now.raised, 0.5))
        else:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        framed(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), QColor(now.border), 1)  # a white photo on white has an edge
        painter.setOpacity(1.0)
        if refused:
            disc(painter, box.center(), MARK, QColor(now.danger))
            mark = icons.pixmap("close", 18, now.window, self.devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(9, 9), mark)
        if index == self._hovered and self.isEnabled():
            self._paint_offers(painter, index, box, refused)
        if index == self.current and self.hasFocus():
            ring(painter, box, QColor(now.focus), 2.0, outside=2.0)

    def _paint_offers(self, painter: QPainter, index: int, box: QRectF, refused: bool) -> None:
        """What a click does, and the corner that shows it larger."""
        now, corner = theme.current(), QRectF(self.larger_corner(index))
        ring(painter, box, QColor(now.good if refused else now.danger), 2.0, outside=1.0)
        filled(painter, corner.adjusted(2, 2, -2, -2), faded(now.panel, 0.93), RADIUS)
        painter.drawPixmap(corner.center() - QPointF(7, 7), icons.pixmap("expand", 14, now.text, self._ratio))
        foot = box.adjusted(2, box.height() - line_height(self.font(), now.small) - 12, -2, -2)
        filled(painter, foot, faded(now.panel, 0.93), RADIUS)
        painter.setFont(sized(self.font(), now.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(now.good if refused else now.danger))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.tr("Let it move") if refused else self.tr("Refuse"))

    def _paint_ends(self, painter: QPainter) -> None:
        """Say at which end the most certain photos are, and where the most doubtful ones begin."""
        layout, count = self.layout_of_photos, len(self.flow.photos)
        if count < 3:
            return
        painter.setFont(sized(self.font(), theme.current().small))
        painter.setPen(QColor(theme.current().muted))
        line = QRectF(MARGIN, 0, self.width() - 2 * MARGIN, self._top - MARGIN)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.tr("Most certain"))
        if layout.hidden and not layout.unfolded:
            line.setLeft(self.place(layout.hidden.stop).left())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.tr("Most doubtful"))
        elif layout.fits:
            line.setRight(self.place(count - 1).right())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self.tr("Most doubtful"))

    def _paint_hidden(self, painter: QPainter) -> None:
        now, hidden = theme.current(), self.layout_of_photos.hidden
        box = QRectF(self.place(hidden.start))
        filled(painter, box, QColor(now.hover if self._hovered in hidden else now.raised), RADIUS)
        framed(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), QColor(now.border), 1)
        painter.setPen(QColor(now.muted))
        painter.setFont(sized(self.font(), now.title, QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{number(len(hidden))}")

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()

    # Mouse

    def index_at(self, point: QPointF) -> int:
        """The photo at a point, or -1."""
        found = self.layout_of_photos.index_at(point.x() - MARGIN, point.y() - self._top)
        return -1 if found is None else found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setCursor(Qt.CursorShape.ArrowCursor if index < 0 else Qt.CursorShape.PointingHandCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.index_at(event.position()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed is done where the button is let go on it: one may think again."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index, pressed = self.index_at(event.position()), self._pressed
        self._pressed = self._clicked = None
        if index < 0 or index != pressed:
            return
        if index in self.layout_of_photos.hidden:
            self.unfolded.emit()
            return
        self.set_current(index)
        if self.larger_corner(index).contains(event.position().toPoint()):
            self.opened.emit(self.flow.photos[index])
        else:
            self._clicked = index
            self.refused.emit(self.flow.photos[index])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the photo larger; its first click has refused it, or taken that back, which is undone."""
        index = self.index_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index == self._clicked:
            self._clicked = None
            self.refused.emit(self.flow.photos[index])
            self.opened.emit(self.flow.photos[index])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.current if keyed else self.index_at(QPointF(event.pos()))
        if index < 0 or index in self.layout_of_photos.hidden:
            return
        self.set_current(index)
        file, menu = self.flow.photos[index], QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = self.tr("Let it move") if self.is_refused(file) else self.tr("Refuse")
        menu.addAction(icon("not-this"), text, lambda: self.refused.emit(file))
        menu.addAction(icon("expand"), self.tr("Show it larger"), lambda: self.opened.emit(file))
        menu.popup(self.mapToGlobal(self.place(index).center()) if keyed else event.globalPos())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS:
            self._step(*STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if key == Qt.Key.Key_Home else len(self.flow.photos) - 1)
        elif key in REFUSE:
            self.refused.emit(self.flow.photos[self.current])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.flow.photos[self.current])
        else:
            super().keyPressEvent(event)

    def _step(self, right: int, down: int) -> None:
        index = self.layout_of_photos.step(self.current, right, down)
        if index is not None:
            self.set_current(index)
        elif down:
            self.left.emit(down)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.set_current(self.current)
        if self._spoken is not None:
            self._spoken.enter()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.index_at(QPointF(event.pos()))
            shown = index >= 0 and index not in self.layout_of_photos.hidden
            QToolTip.showText(event.globalPos(), self.caption(index) if shown else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(self.layout_of_photos.unfolded)


class _Spoken(Items):
    """The photos of a flow for a screen reader, by file; to press one refuses it, or takes that back."""

    def __init__(self, strip: FlowStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._places = {file: at for at, file in enumerate(strip.flow.photos)}

    def count(self) -> int:
        return len(self._strip.flow.photos)

    def key(self, at: int) -> int:
        return self._strip.flow.photos[at]

    def position(self, key: Hashable) -> int:
        return self._places.get(key, -1) if isinstance(key, int) else -1

    def current(self) -> int:
        return self._strip.current if self._strip.flow.photos else -1

    def name(self, at: int) -> str:
        return self._strip.caption(at)

    def box(self, at: int) -> QRect:
        return self._strip.place(at)

    def at(self, point: QPoint) -> int:
        return self._strip.index_at(point.toPointF())

    def press(self, at: int) -> None:
        self._strip.refused.emit(self.key(at))
