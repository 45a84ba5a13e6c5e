"""MapInput: mouse, wheel and keys on the map: click and lasso select, drag pans or drags photos, wheel zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from gallery_app.views.map.keys import MapKeys
from gallery_app.views.map.spoken import SpokenMap
from gallery_app.views.parts.photo_drag import SHOWN, start_drag
from gallery_app.views.parts.photo_menu import photo_menu

if TYPE_CHECKING:
    from gallery_app.views.map.photo_map import PhotoMap

NOTCH = 1.25  # zoom for one notch of the wheel
LASSO_STEP = 4.0  # pixels between two corners of a lasso

Modifier = Qt.KeyboardModifier


class MapInput(QObject):
    """Turns events of a PhotoMap into panning, zooming, selections and drags; walking by keys is that of MapKeys."""

    def __init__(self, view: PhotoMap) -> None:
        super().__init__(view)
        self._map = view
        self.keys, self.spoken = MapKeys(view), SpokenMap(view)
        self._pressed: QPointF | None = None  # where the button was pressed
        self._last_position = QPointF()
        self.gesture: str | None = None  # "pan", "lasso", or None while it may still be a click
        self._pressed_file: int | None = None  # an id, for the arrays may change before the button is released

    def handle(self, event: QEvent) -> bool:
        """Handle an event of the map; True if it was used."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QWheelEvent):
            if turned := event.angleDelta().y():  # else to the side
                self._map.zoom_by(NOTCH ** (turned / 120), event.position())
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._map.zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QContextMenuEvent):
            return self._menu(event)
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._map.cut_name_at(event.pos()), self._map)
            return True
        if isinstance(event, QFocusEvent):
            self.spoken.enter()
            self._map.update()
        elif event.type() is QEvent.Type.Leave:
            self._map.pointer = None
            self._map.hover(-1)
        elif event.type() is QEvent.Type.Hide:
            self._cancel_gesture()
        return False

    # Mouse

    def _mouse(self, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            self._move(event)
        elif event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        elif kind is QEvent.Type.MouseButtonPress:
            self._press(event)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._release(event)
        elif kind is QEvent.Type.MouseButtonDblClick:
            self._pressed = None
            file = self._map.file_at(event.position())
            if file is not None:
                self._map.opened.emit(file)
        return True

    def _press(self, event: QMouseEvent) -> None:
        self._map.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = self._last_position = event.position()
        self._pressed_file = self._map.file_at(event.position())
        self.gesture = None
        if event.button() is Qt.MouseButton.MiddleButton:
            self.gesture = "pan"
        elif event.modifiers() & Modifier.ShiftModifier:
            self.gesture = "lasso"
            self._map.lasso = [event.position()]

    def _move(self, event: QMouseEvent) -> None:
        view, at = self._map, event.position()
        view.pointer = at
        if self._pressed is None:
            view.hover(view.index_at(at))
            return
        if self.gesture is None and (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            if self._pressed_file in view.session.selection:
                self._drag()
                return
            self.gesture = "pan"
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.gesture == "pan":
            moved = at - self._last_position
            self._last_position = at
            view.set_camera(view.camera.panned(moved.x(), moved.y()))
        elif self.gesture == "lasso" and (at - view.lasso[-1]).manhattanLength() >= LASSO_STEP:
            view.lasso.append(at)
            view.update()

    def _release(self, event: QMouseEvent) -> None:
        view, gesture, pressed = self._map, self.gesture, self._pressed
        self._pressed = self.gesture = None
        view.unsetCursor()
        toggle = bool(event.modifiers() & Modifier.ControlModifier)
        if gesture == "lasso":
            outline, view.lasso = view.lasso, []
            if len(outline) > 2:
                view.select_in(outline, add=toggle)
            else:
                self._click(toggle=True)
        elif gesture is None and pressed is not None:
            self._click(toggle=toggle)
        view.update()

    def _click(self, *, toggle: bool) -> None:
        view, file = self._map, self._pressed_file
        if file is None:
            if not toggle:
                view.select(frozenset())
        elif view.scene.index_of(file) >= 0:
            view.select(view.session.selection ^ {file} if toggle else frozenset([file]), file)

    def _cancel_gesture(self) -> None:
        """The button will be released elsewhere: forget the press and the lasso."""
        self._pressed = self.gesture = None
        self._map.lasso = []
        self._map.unsetCursor()

    def _drag(self) -> None:
        view = self._map
        self._pressed = None
        view.pointer = None
        ids = view.session.selection
        start_drag(view, view.session, ids, view.thumbnails_of(ids, SHOWN))

    def _menu(self, event: QContextMenuEvent) -> bool:
        view = self._map
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = view.index_at(event.pos().toPointF()) if by_mouse else self.keys.start()
        if index < 0:
            return False
        clicked = int(view.scene.ids[index])
        if clicked not in view.session.selection:
            view.select(frozenset([clicked]), clicked)
        ids = [clicked, *sorted(view.session.selection - {clicked})]
        if not by_mouse:
            self.keys.reveal(index)
        at = (
            event.globalPos() if by_mouse else view.mapToGlobal(self.spoken.box(self.spoken.position(clicked)).center())
        )
        photo_menu(view.session, view, ids, view.opened.emit).popup(at)
        return True

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        view = self._map
        if self.keys.take(event):
            return True
        match event.key():
            case Qt.Key.Key_Home | Qt.Key.Key_F | Qt.Key.Key_0:
                view.fit()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                view.zoom_by(NOTCH)
            case Qt.Key.Key_Minus:
                view.zoom_by(1 / NOTCH)
            case Qt.Key.Key_Escape if view.lasso:
                self._cancel_gesture()
                view.update()
            case Qt.Key.Key_Escape:
                return view.session.escape(view)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if view.session.current is not None:
                view.opened.emit(view.session.current)
            case _:
                if not event.matches(QKeySequence.StandardKey.SelectAll):
                    return False
                view.select(frozenset(view.scene.ids.tolist()), view.session.current)
        return True
