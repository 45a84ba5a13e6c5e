"""Tour: opens a folder, waits until it is organised, and saves a picture of each state."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from engine.records import Progress
from gallery_app.app import Parts
from gallery_app.tour_states import State, States

TICK = 100  # ms
QUIET = 6  # ticks without work after which a state has settled
IN_README = ("both", "grid", "map", "viewer", "light")  # as in the Makefile: few bytes, for many seconds
COLOURS = 256, 128, 64  # of a picture, until it is small enough
BYTES = 350_000
ENOUGH = 24  # photos that make a picture of scanning


class Tour(QObject):
    """`finished` carries the exit status."""

    finished = Signal(int)

    def __init__(self, parts: Parts, folder: Path, pictures: Path, own: Path) -> None:
        super().__init__(parts.window)
        session = parts.session
        self._window, self._session, self._jobs = parts.window, session, parts.jobs
        self._folder, self._pictures = folder, pictures
        self._scanned = False
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._steps: list[State] = list(States(parts, folder, own).all())
        session.progress.connect(self._watch)
        session.changed.connect(lambda _changes, _origin: self._scanning())
        session.failed.connect(self._failed)

    def start(self) -> None:
        self._window.resize(1280, 800)
        self._window.show()
        self._steps[0][1]()
        self._timer.start()

    def _tick(self) -> None:
        """A state has settled when nothing worked for a while; then it is saved and the next begins."""
        self._quiet = 0 if self._session.busy or self._jobs.busy else self._quiet + 1
        if self._quiet < QUIET:
            return
        self._quiet = 0
        name, _ = self._steps.pop(0)
        if name:
            self._save(name)
        elif not self._scanned:
            self._scanned = True
            self._save("scanning")
        if self._steps:
            self._steps[0][1]()
        else:
            self._timer.stop()
            self.finished.emit(0)

    def _watch(self, progress: Progress | None) -> None:
        if progress is not None and progress.stage in ("embed", "cluster"):
            self._scanning(least=1)

    def _scanning(self, least: int = ENOUGH) -> None:
        if not self._scanned and self._session.busy and len(self._session.gallery) >= least:
            self._scanned = True
            QTimer.singleShot(3 * TICK, self, lambda: self._save("scanning"))  # its thumbnails come in

    def _save(self, name: str) -> None:
        QApplication.processEvents()
        picture = self._window.grab().toImage()
        for over in self._window.findChildren(QWidget):  # windows of their own, which lie over it
            if over.isWindow() and over.isVisible():
                dialog = isinstance(over, QDialog)
                middle = self._window.rect().center() - over.rect().center()
                at = middle if dialog else self._window.mapFromGlobal(over.pos())
                with QPainter(picture) as painter:
                    painter.drawPixmap(at, over.grab())
        path = self._pictures / f"{name}.png"
        if name in IN_README:
            save_small(picture, path)
        else:
            picture.save(str(path))

    def _failed(self, sentence: str) -> None:
        if self._session.folder != self._folder:
            return  # a state that shows a failure
        print(f"photoloom: {sentence}")  # noqa: T201
        self._timer.stop()
        self.finished.emit(1)


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
