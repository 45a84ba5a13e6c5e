"""Tour: opens a folder, waits until it is organised, and saves a picture of each state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from engine.records import Progress
from gallery_app.app import Parts

TICK = 100  # ms
QUIET = 6  # ticks without work after which a state has settled
COLOURS = 256, 128, 64  # of a picture, until it is small enough
BYTES = 350_000
ENOUGH = 24  # photos that make a picture of scanning


class Tour(QObject):
    """`finished` carries the exit status."""

    finished = Signal(int)

    def __init__(self, parts: Parts, folder: Path, pictures: Path) -> None:
        super().__init__(parts.window)
        window, workspace, session = parts.window, parts.workspace, parts.session
        self._window, self._workspace, self._session, self._jobs = window, workspace, session, parts.jobs
        self._folder, self._pictures = folder, pictures
        self._scanned = False
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._steps: list[tuple[str, Callable[[], None]]] = [
            ("first-start", lambda: window.set_theme("dark")),
            ("", self._open),
            ("both", self._look_at_one),
            ("grid", self._show_grid),
            ("map", lambda: workspace.show_view("map")),
            ("viewer", lambda: workspace.show_photo(self._example())),
            ("light", self._light),
            ("dark", lambda: window.set_theme("dark")),
        ]
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
            self._save("scanning")
        if self._steps:
            self._steps[0][1]()
        else:
            self._timer.stop()
            self.finished.emit(0)

    def _open(self) -> None:
        self._session.open(self._folder)

    def _watch(self, progress: Progress | None) -> None:
        if progress is not None and progress.stage in ("embed", "cluster"):
            self._scanning(least=1)

    def _scanning(self, least: int = ENOUGH) -> None:
        if not self._scanned and self._session.busy and len(self._session.gallery) >= least:
            self._scanned = True
            QTimer.singleShot(3 * TICK, self, lambda: self._save("scanning"))  # its thumbnails come in

    def _example(self) -> int:
        """A photo of the second cluster of which the machine is not quite sure: its bars tell something."""
        gallery = self._session.gallery
        if not gallery.clusters:
            return int(gallery.ids[0])
        members = gallery.members(gallery.clusters[min(1, len(gallery.clusters) - 1)].id)
        return int(gallery.ids[members[2 * len(members) // 3]])

    def _look_at_one(self) -> None:
        self._workspace.show_view("both")
        self._session.select((), self, self._example())  # looked at, with nothing dimmed on the map
        self._between_sections()

    def _show_grid(self) -> None:
        self._workspace.show_view("photos")
        self._between_sections()

    def _between_sections(self) -> None:
        """Scroll so that the second cluster begins in the middle of the grid: several are seen at once."""
        QApplication.processEvents()  # the grid has the width of its view now
        grid = self._workspace.grid
        tops = grid.layout_of_photos.section_tops
        if len(tops) > 1:
            grid.verticalScrollBar().setValue(int(tops[1]) - grid.viewport().height() * 2 // 5)

    def _light(self) -> None:
        self._workspace.viewer.closed.emit()
        self._look_at_one()
        self._window.set_theme("light")

    def _save(self, name: str) -> None:
        QApplication.processEvents()
        save_small(self._window.grab().toImage(), self._pictures / f"{name}.png")

    def _failed(self, sentence: str) -> None:
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
