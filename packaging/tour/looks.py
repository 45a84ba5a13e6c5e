"""The looks of the window in which a tour saves each state, and how a picture of it is saved."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gallery_app.shell.main_window import MainWindow

COLOURS = 256, 128, 64  # of a picture, until it is small enough
BYTES = 350_000


@dataclass(frozen=True)
class Look:
    """A theme and a size; `folder` takes the pictures."""

    folder: str
    theme: str
    width: int = 1280
    height: int = 800

    def take(self, window: MainWindow) -> None:
        """Let the window look so."""
        if window.settings.theme != self.theme:
            window.set_theme(self.theme)
        window.resize(self.width, self.height)


DARK, LIGHT = Look("dark", "dark"), Look("light", "light")
LARGE = Look("dark-large", "dark", 2560, 1440), Look("light-large", "light", 2560, 1440)
CONTRAST = Look("contrast", "contrast")
SMALL = DARK, LIGHT  # what hangs on a point of the screen does not move along with the window
ALL = (*SMALL, *reversed(LARGE))  # so that from one to the next not everything changes
AND_CONTRAST = (*ALL, CONTRAST)


def scale() -> int:
    """Of the screen, in percent, where the environment sets one."""
    return round(100 * float(os.environ.get("QT_SCALE_FACTOR") or 1))


def picture_of(window: QWidget) -> QImage:
    """The window with the dialogs and popups over it, which are windows of their own."""
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
    """Save a picture of the window as a PNG with a palette: a third of the bytes, and nobody sees it."""
    from PIL import Image

    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = Image.frombytes("RGBX", (plain.width(), plain.height()), bytes(plain.constBits())).convert("RGB")
    for colours in COLOURS:
        palette = pixels.quantize(colours, kmeans=1)
        pixels.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
        if path.stat().st_size <= BYTES:
            break
