"""TextLayer: lies over the picture in the viewer; its lines are faint until the pointer is on one, and selectable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QMenu, QWidget

from engine.core.records import PictureText
from engine.text.matching import Match
from gallery_app.base import theme
from gallery_app.base.icons import icon
from gallery_app.base.painting import faded, filled
from gallery_app.i18n.understanding.script_names import unread_words
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.viewer.text.placed_line import PlacedLine, place_line
from gallery_app.views.viewer.text.selection import Place, TextSelection, everything
from gallery_app.widgets.accessible.roles import Role, set_role

FOUND, FOUND_EDGE = "#ffd034", "#7a5b00"  # of what the search found: seen on any photo, light or dark
FAINT, HOVERED, SELECTED, MATCHED = 0.07, 0.2, 0.5, 0.42  # opacities


class TextLayer(QWidget):
    """Takes the mouse where there is text, and leaves it to the canvas elsewhere; `copied` carries what was."""

    copied = Signal(str)

    def __init__(self, canvas: PictureCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.on = True  # else only what a search found is seen
        self.text = PictureText()
        self.matches: Sequence[Match] = ()
        self.selection: TextSelection | None = None
        self._placed: list[PlacedLine] | None = None  # None: to be placed anew
        self._hovered: int | None = None
        self._selecting = False
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Text in the photo"))
        set_role(self, Role.StaticText, leaf=True)
        for moved in (canvas.zoomed, canvas.viewed):
            moved.connect(self._move)
        canvas.installEventFilter(self)
        self.lower()
        self.setGeometry(canvas.rect())

    # What is shown

    def show_text(self, text: PictureText, matches: Sequence[Match]) -> None:
        """Show what is written in the photo, and where the search found something in it."""
        if text != self.text:
            self.selection = self._hovered = None
            self._selecting = False
        self.text, self.matches = text, matches
        self._refresh()

    def set_on(self, on: bool) -> None:
        """Show the lines, and let them be selected; else only what a search found is seen."""
        self.on = on
        if not on:
            self.selection = self._hovered = None
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self.matches) or (self.on and bool(self.text.lines or self.text.unread)))
        self.setAccessibleDescription(self.words())
        self._move()

    def words(self) -> str:
        """All that is written, and what could not be read, as a screen reader has it."""
        lines = [line.text for line in self.text.lines]
        return "\n".join(filter(None, (*lines, unread_words(self.text))))

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.text.lines]

    @property
    def lines(self) -> list[PlacedLine]:
        """The lines where they lie now."""
        if self._placed is None:
            font = QFontMetricsF(self.font())
            self._placed = [place_line(line, self._canvas.point_of, font) for line in self.text.lines]
        return self._placed

    def _move(self, _scale: float = 1.0) -> None:
        self._placed = None
        self.update()

    # Selecting

    def selected_text(self) -> str:
        return "" if self.selection is None else self.selection.text(self.texts)

    def select_all(self) -> None:
        self.select(everything(self.texts))

    def copy(self) -> bool:
        """Copy what is selected; False where nothing is."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)
        return bool(text)

    def leave(self) -> bool:
        """Select nothing; False where nothing was selected."""
        had = bool(self.selected_text())
        self.select(None)
        return had

    def select(self, selection: TextSelection | None) -> None:
        if selection != self.selection:
            self.selection = selection
            self.update()

    def _line_at(self, at: QPointF) -> int | None:
        if not self.on:
            return None
        return next((number for number, line in enumerate(self.lines) if line.holds(at)), None)

    def _nearest(self, at: QPointF) -> Place:
        number = min(range(len(self.lines)), key=lambda n: self.lines[n].distance(at))
        return number, self.lines[number].place(at)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._line_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or number is None:
            if event.button() is Qt.MouseButton.LeftButton:
                self.select(None)
            event.ignore()  # the canvas pans
            return
        place = number, self.lines[number].place(event.position())
        extends = self.selection is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.select(TextSelection(self.selection.anchor if extends and self.selection else place, place))
        self._selecting = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._selecting and self.selection is not None:
            self.select(TextSelection(self.selection.anchor, self._nearest(event.position())))
            return
        hovered = None if event.buttons() else self._line_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.unsetCursor() if hovered is None else self.setCursor(Qt.CursorShape.IBeamCursor)
            self.update()
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._selecting:
            self._selecting = False
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self._line_at(event.position())
        if number is None:
            event.ignore()  # the canvas zooms
            return
        start, end = self.lines[number].word(self.lines[number].place(event.position()))
        self.select(TextSelection((number, start), (number, end)))

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._line_at(QPointF(event.pos())) is None and not self.selected_text():
            event.ignore()  # the photo's own
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("copy"), self.tr("Copy the text"), self.copy).setEnabled(bool(self.selected_text()))
        menu.addAction(icon("select-all"), self.tr("Select all of the text"), self.select_all)
        menu.popup(event.globalPos())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.on:
                self._paint_lines(painter)
            for match in self.matches:
                if match.line < len(self.lines):
                    outline = self.lines[match.line].part(match.start, match.end)
                    _fill(painter, outline, faded(FOUND, MATCHED), QColor(FOUND_EDGE))
            if self.on and self.text.unread:
                self._paint_note(painter, unread_words(self.text))

    def _paint_lines(self, painter: QPainter) -> None:
        now = theme.current()
        for number, line in enumerate(self.lines):
            lit = number == self._hovered
            _fill(painter, line.outline, faded(now.accent, HOVERED if lit else FAINT))
            painter.setPen(QPen(faded(now.accent, 0.9 if lit else 0.45), 1.0))
            painter.drawLine(line.corners[3], line.corners[2])
        if self.selection is not None:
            for number, start, end in self.selection.parts(self.texts):
                edge = faded(now.on_selection, SELECTED)  # seen on a photo of the same colour, too
                _fill(painter, self.lines[number].part(start, end), faded(now.selection, SELECTED), edge)

    def _paint_note(self, painter: QPainter, text: str) -> None:
        """Above the photo, readable over it."""
        now, metrics = theme.current(), painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 64)
        box = QRectF(0, 0, metrics.horizontalAdvance(shown) + 28, metrics.height() + 12)
        box.moveCenter(QPointF(self.width() / 2, 28))
        filled(painter, box, faded(now.panel, 0.93), box.height() / 2)
        painter.setPen(QColor(now.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _fill(painter: QPainter, outline: QPolygonF, colour: QColor, edge: QColor | None = None) -> None:
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1.0))
    painter.setBrush(colour)
    painter.drawPolygon(outline)
