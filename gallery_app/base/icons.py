"""Icons: SVG line drawings, rendered in the colours of the current theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.core.assets import resource
from gallery_app.base import theme
from gallery_app.base.drawings import source


class _SvgIconEngine(QIconEngine):
    """Renders on demand: hundreds of pixmaps would slow the start, and the theme may change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = min(rect.width(), rect.height())
        drawn = pixmap(self._name, side, _colour(mode, state), ratio)
        painter.drawPixmap(rect.center().x() - (side - 1) // 2, rect.center().y() - (side - 1) // 2, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), _colour(mode, state))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._name, round(min(size.width(), size.height()) / scale), _colour(mode, state), scale)

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._name)


def icon(name: str) -> QIcon:
    """The icon `name` of resources/icons/ui; it follows the theme by itself."""
    return QIcon(_SvgIconEngine(name))


@lru_cache(maxsize=512)
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


def _colour(mode: QIcon.Mode, state: QIcon.State) -> str:
    """What is checked lies on the selection's colour."""
    now = theme.current()
    if mode is QIcon.Mode.Disabled:
        return now.disabled
    return now.on_selection if state is QIcon.State.On else now.text
