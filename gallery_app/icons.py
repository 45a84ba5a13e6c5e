"""Icons: line drawings in SVG, stroked in the theme's own colours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.assets import resource
from gallery_app import theme
from gallery_app.drawings import source

SIDES = (16, 20, 24, 32, 48, 64, 96)


def icon(name: str) -> QIcon:
    """The icon `name` of resources/icons/ui in the theme in force; ask again when the theme changes."""
    now = theme.current()
    return _icon(name, now.text, now.faint)


def pixmap(name: str, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """One drawing in one colour, `side` device-independent pixels large."""
    svg = source(name).replace("currentColor", colour)
    drawn = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def app_icon() -> QIcon:
    made = QIcon()
    for side in (16, 32, 64, 256):
        made.addFile(str(resource(f"icons/photoloom-{side}.png")))
    return made


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for side in SIDES:
        made.addPixmap(pixmap(name, side, colour), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, side, disabled), QIcon.Mode.Disabled)
    return made
