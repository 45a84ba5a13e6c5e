"""FocusRings: a ring around what has the focus, the same for every control and view of all windows.

It is shown to keyboard users only, as browsers do it (CSS :focus-visible): from a key that moves the focus or within
a view until the mouse is pressed. It lies over the control, so that no neighbour and no scroll area cuts it off.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)

from gallery_app.base import theme

WIDTH = 2  # pixels of the ring, with one of the ground on either side
BAND = WIDTH + 2
OUTSIDE = 3  # pixels that it reaches out of a control
LARGE = 150  # pixels of width and height: within such a view, not around it
RADIUS = 7.0
OWN = QLineEdit | QAbstractSpinBox | QMenu | QMenuBar  # their edge or their current line shows it
_MOVES = QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange
_KEY_EVENTS = QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride  # the latter alone for the shortcut of a command
_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F6,
)
_last = {"by keys": False}  # one keyboard and one mouse for all windows


def by_keys() -> bool:
    """Whether the focus was moved with keys last, and not with the mouse."""
    return _last["by keys"]


class FocusRings(QObject):
    """Follows the focus of the application; a view that shows its focus itself has `shows_focus`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._target: QWidget | None = None
        self._followed: list[QObject] = []  # the target and what it lies in
        self._ring: _Ring | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, app.focusWidget())

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for followed in self._followed:
            if shiboken6.isValid(followed):
                followed.removeEventFilter(self)
        self._followed = []
        self._target = None if now is None or isinstance(now, OWN) else now
        if now is not None:
            part: QWidget | None = now
            while part is not None:
                self._followed.append(part)
                part = None if part.isWindow() else part.parentWidget()
            if (handle := now.window().windowHandle()) is not None:
                self._followed.append(handle)
            for followed in self._followed:
                followed.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self._set_by_keys(False)
        elif kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            if event.key() in _KEYS:
                self._set_by_keys(True)
        elif kind in _MOVES:
            self._place()
        return False

    def _set_by_keys(self, on: bool) -> None:
        if on is not _last["by keys"]:
            _last["by keys"] = on
            self._place()
            if self._target is not None and shiboken6.isValid(self._target):
                seen = self._target.viewport() if isinstance(self._target, QAbstractScrollArea) else self._target
                seen.update()

    def _place(self) -> None:
        target = self._target
        if target is None or not shiboken6.isValid(target) or not (by_keys() and _shown_by_ring(target)):
            self._hide()
            return
        window = target.window()
        if self._ring is None or not shiboken6.isValid(self._ring) or self._ring.parent() is not window:
            self._hide()
            self._ring = window.findChild(_Ring) or _Ring(window)
        self._ring.show_around(ring_box(target))

    def _hide(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()


def _shown_by_ring(target: QWidget) -> bool:
    if not target.isVisible() or getattr(target, "shows_focus", False):
        return False
    return not (isinstance(target, QAbstractItemView) and target.currentIndex().isValid())  # its line shows it


def ring_box(target: QWidget) -> QRect:
    """Where the ring of a widget lies in its window: around it, within a large view, and where it is scrolled to."""
    window = target.window()
    box, clip = QRect(target.mapTo(window, QPoint()), target.size()), window.rect()
    large = isinstance(target, QAbstractScrollArea) or min(box.width(), box.height()) >= LARGE
    if not large:
        box.adjust(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
    part = target
    while part is not window and (above := part.parentWidget()) is not None:
        if isinstance(above, QAbstractScrollArea) and above.viewport() is part:
            clip &= QRect(part.mapTo(window, QPoint()), part.size())
        part = above
    return box & clip


class _Ring(QWidget):
    """Lies over its window and lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus-ring")
        self.hide()

    def show_around(self, box: QRect) -> None:
        if box.isEmpty():
            self.hide()
            return
        self.setGeometry(box)
        corner = round(RADIUS)
        whole = self.rect()
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(corner, corner, -corner, -corner)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, inset = theme.current(), BAND / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width in ((now.window, BAND), (now.focus, WIDTH)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(box, RADIUS, RADIUS)
