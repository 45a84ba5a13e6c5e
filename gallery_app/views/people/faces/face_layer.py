"""FaceLayer: lies over the photo in the viewer: the frames of its faces, and the one that is being drawn."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from engine.core.records import Box, Face
from gallery_app.state.people.people import People
from gallery_app.views.parts.picture_canvas import PictureCanvas
from gallery_app.views.people.faces.face_drawing import FaceDrawing
from gallery_app.views.people.faces.face_frame import label_place, paint_frame, paint_label
from gallery_app.widgets.accessible.items import Items
from gallery_app.widgets.accessible.roles import Role
from gallery_app.widgets.focus_ring import by_keys

EDGE = 4  # pixels around a frame that belong to it
WHOLE = Box(0.0, 0.0, 1.0, 1.0)


class FaceLayer(QWidget):
    """A face under the pointer has its frame; with `on` all have. It takes the mouse where faces are, and no more."""

    pressed = Signal(object)  # a Face was clicked, or chosen by Enter
    drawn = Signal(object)  # Box: a face was missed there
    drawing_ended = Signal()

    def __init__(self, canvas: PictureCanvas, people: People) -> None:
        super().__init__(canvas)
        self._canvas, self._people = canvas, people
        self._file: int | None = None
        self.faces: tuple[Face, ...] = ()
        self.on = False
        self.current = self.hovered = -1  # indices of the faces: of the keys, and of the pointer
        self.drawing: FaceDrawing | None = None
        self._pressed: QPointF | None = None
        self._panned = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Faces in the photo"))
        self.spoken = _SpokenFaces(self)
        canvas.installEventFilter(self)
        for moved in (canvas.zoomed, canvas.viewed):
            moved.connect(self._move)
        people.changed.connect(self._refresh)
        self._refresh()

    # What is shown

    def show_photo(self, file: int | None) -> None:
        """Show the faces of a photo (file id); None: of none."""
        if file != self._file:
            self.end_drawing()
            self._file, self.current, self.hovered = file, -1, -1
        self._refresh()

    def set_on(self, on: bool) -> None:
        """Show all frames; else only that of the face under the pointer."""
        self.on = on
        self._move()

    def words(self, face: Face) -> str:
        """Who it is, or that nobody has said."""
        card = self._people.card(face.person)
        if card is not None and card.name:
            return card.name
        return self.tr("Stranger") if self._people.is_strange(face) else self.tr("Who is this?")

    def frame_of(self, face: Face) -> QRectF:
        """Where a face is on the canvas."""
        return self._canvas.place_of(face.box)

    def _refresh(self) -> None:
        self.faces = () if self._file is None else self._people.faces_of(self._file)
        self.current = min(self.current, len(self.faces) - 1)
        self.hovered = min(self.hovered, len(self.faces) - 1)
        self._move()
        self.spoken.follow()

    def _move(self, _scale: float = 1.0) -> None:
        """Cover what there is of frames and names, so that the mouse reaches what lies below it elsewhere."""
        self.setGeometry(self._canvas.rect())
        region = QRegion(self.rect()) if self.drawing is not None else QRegion()
        for at, face in enumerate(self.faces):
            frame = self.frame_of(face)
            region += frame.toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)
            if self._seen(at):
                region += self._label(face).toAlignedRect()
        self.setVisible(not region.isEmpty())
        if self.drawing is not None:
            self.clearMask()
        elif not region.isEmpty():
            self.setMask(region)
        self.update()

    def _seen(self, at: int) -> bool:
        return self.on or at == self.hovered or (at == self.current and self.hasFocus())

    def _label(self, face: Face) -> QRectF:
        return label_place(self.frame_of(face), self.words(face), self.font(), QRectF(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.drawing is not None:
                if self.drawing.frame is not None:
                    paint_frame(painter, self.drawing.frame, strong=True)
                return
            for at, face in enumerate(self.faces):
                if self._seen(at):
                    focused = at == self.current and self.hasFocus() and by_keys()
                    paint_frame(painter, self.frame_of(face), strong=at == self.hovered or focused, focused=focused)
            for at, face in enumerate(self.faces):  # over the frames of others
                if self._seen(at):
                    card = self._people.card(face.person)
                    known = card is not None and bool(card.name)
                    paint_label(painter, self._label(face), self.words(face), known=known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.end_drawing()
            self._move()
        return False

    # Drawing

    def draw(self) -> None:
        """Let a frame be drawn around a face that was missed."""
        if self._file is None or not self._canvas.picture.levels:
            return
        self.drawing = FaceDrawing(self._canvas.place_of(WHOLE).intersected(QRectF(self._canvas.rect())))
        self._canvas.message = self.tr("Drag a frame around the face, or use the arrow keys. Esc ends it.")
        self._canvas.update()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._move()
        self.raise_()
        self.setFocus()

    def end_drawing(self) -> None:
        """Draw nothing after all, or nothing more."""
        if self.drawing is None:
            return
        self.drawing = None
        self._canvas.message = ""
        self._canvas.update()
        self.unsetCursor()
        self._move()
        self.drawing_ended.emit()

    def _finish_drawing(self) -> None:
        assert self.drawing is not None
        frame = self.drawing.release()
        if frame is not None:
            self.drawn.emit(self._canvas.box_at(frame))

    # Mouse and keys

    def face_at(self, point: QPointF) -> int:
        """The index of the face at a point, the smallest of those that overlap; -1: there is none."""
        found = [at for at, face in enumerate(self.faces) if self._covers(at, face, point)]
        return min(found, key=lambda at: self.faces[at].box.width * self.faces[at].box.height, default=-1)

    def _covers(self, at: int, face: Face, point: QPointF) -> bool:
        return self.frame_of(face).contains(point) or (self._seen(at) and self._label(face).contains(point))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.drawing is not None and event.button() is Qt.MouseButton.LeftButton:
            self.drawing.press(event.position())
        elif event.button() is Qt.MouseButton.LeftButton and self.face_at(event.position()) >= 0:
            self._pressed, self._panned = event.position(), False
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drawing is not None:
            self.drawing.drag(event.position())
            self.update()
            return
        self._hover(self.face_at(event.position()))
        if self._pressed is None:
            event.ignore()
            return
        by = event.position() - self._pressed
        if self._panned or by.manhattanLength() >= QApplication.startDragDistance():
            self._panned, self._pressed = True, event.position()
            self._canvas.pan(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.drawing is not None:
            self._finish_drawing()
            return
        pressed, self._pressed = self._pressed, None
        at = self.face_at(event.position())
        if pressed is None:
            event.ignore()
        elif not self._panned and at >= 0:
            self.current = at
            self.pressed.emit(self.faces[at])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._canvas.mouseDoubleClickEvent(event)  # it zooms there, as beside a face

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, at: int) -> None:
        if at != self.hovered:
            self.hovered = at
            self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            self._move()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, enter = event.key(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self.drawing is not None:
            if key == Qt.Key.Key_Escape:
                self.end_drawing()
            elif enter and self.drawing.large:
                self._finish_drawing()
            elif self.drawing.take_key(event):
                self.update()
        elif enter and 0 <= self.current < len(self.faces):
            self.pressed.emit(self.faces[self.current])
        elif self.faces and key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
            self._go_to((self.current + by) % len(self.faces))
        else:
            event.ignore()  # the viewer's

    def _go_to(self, at: int) -> None:
        self.current = at
        self._move()
        self.spoken.follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and self.faces and self.drawing is None:
            self.current = 0
        self._move()
        self.spoken.enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._move()


class _SpokenFaces(Items):
    """The faces for a screen reader, from the first that was found on."""

    item_role = Role.ListItem

    def __init__(self, layer: FaceLayer) -> None:
        super().__init__(layer)
        self._layer = layer

    def count(self) -> int:
        return len(self._layer.faces)

    def key(self, at: int) -> Hashable:
        return self._layer.faces[at].id

    def position(self, key: Hashable) -> int:
        return next((at for at, face in enumerate(self._layer.faces) if face.id == key), -1)

    def current(self) -> int:
        return self._layer.current

    def name(self, at: int) -> str:
        return self._layer.words(self._layer.faces[at])

    def box(self, at: int) -> QRect:
        return self._layer.frame_of(self._layer.faces[at]).toAlignedRect()

    def at(self, point: QPoint) -> int:
        return self._layer.face_at(QPointF(point))

    def press(self, at: int) -> None:
        self._layer.pressed.emit(self._layer.faces[at])
