"""Window styles (theme and size) in which the tour saves each state, and saving a screenshot."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gallery_app.shell.main_window import MainWindow

COLOURS = 256, 128, 64  # palette sizes to try until the file is small enough
BYTES = 350_000


@dataclass(frozen=True)
class WindowStyle:
    """A theme and a size in pixels; screenshots go to `folder`."""

    folder: str
    theme: str
    width: int = 1280
    height: int = 800

    def apply(self, window: MainWindow) -> None:
        """Set theme and size of the window."""
        if window.settings.theme != self.theme:
            window.set_theme(self.theme)
        window.resize(self.width, self.height)


DARK, LIGHT = WindowStyle("dark", "dark"), WindowStyle("light", "light")
LARGE = WindowStyle("dark-large", "dark", 2560, 1440), WindowStyle("light-large", "light", 2560, 1440)
CONTRAST = WindowStyle("contrast", "contrast")
SMALL = DARK, LIGHT  # for popups, which do not follow a resized window
ALL = (*SMALL, *reversed(LARGE))  # ordered so that theme and size change one at a time
AND_CONTRAST = (*ALL, CONTRAST)


def scale() -> int:
    """The scale of the screen in percent, from QT_SCALE_FACTOR."""
    return round(100 * float(os.environ.get("QT_SCALE_FACTOR") or 1))


def picture_of(window: QWidget) -> QImage:
    """A screenshot of the window with its dialogs and popups, which are separate windows."""
    QApplication.processEvents()
    picture = window.grab().toImage()
    for over in window.findChildren(QWidget):
        if over.isWindow() and over.isVisible():
            dialog = isinstance(over, QDialog)
            middle = window.rect().center() - over.rect().center()
            at = middle if dialog else window.mapFromGlobal(over.pos())
            with QPainter(picture) as painter:
                painter.drawPixmap(at, over.grab())
    return picture


def save_small(image: QImage, path: Path) -> None:
    """Save a screenshot as a PNG with a palette: a third of the bytes without a visible difference."""
    from PIL import Image

    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = Image.frombytes("RGBX", (plain.width(), plain.height()), bytes(plain.constBits())).convert("RGB")
    for colours in COLOURS:
        palette = pixels.quantize(colours, kmeans=1)
        pixels.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
        if path.stat().st_size <= BYTES:
            break
