"""SavingMap: a picture of the map in a file, as PNG or SVG."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDate, QIODevice, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.core.errors import UserError
from engine.library.outputs.whole import write_whole
from engine.report.map_svg import write_svg
from gallery_app.engine_client.background import JobRunner
from gallery_app.state.session import Session
from gallery_app.views.map.photo_map import PhotoMap
from gallery_app.widgets.dialogs import file_dialog

SUFFIXES = (".png", ".svg")


class SavingMap(QObject):
    """Asks for a file name, and writes off the GUI thread; `message` and `failed` carry a sentence."""

    message = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: JobRunner, view: PhotoMap, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._map, self._window = session, jobs, view, window

    def ask(self) -> None:
        """Open the file dialog; it never starts in a folder of photos."""
        folder = self._session.folder
        if folder is None:
            return
        dialog = file_dialog(self._window, self.tr("Save the map as a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = [self.tr("Picture as it is seen (*.png)"), self.tr("Drawing for any size (*.svg)")]
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(SUFFIXES[0])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(SUFFIXES[filters.index(chosen)]))
        dialog.setDirectory(str(start_folder(map(Path, self._session.gallery.roots.values()))))
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        dialog.selectFile(self.tr("{0} map {1}").format(folder.name, today))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def save(self, out: Path) -> None:
        """Write what the map shows now, as SVG if the name ends in .svg, else as PNG."""
        if out.suffix.lower() == ".svg":
            drawing = self._map.drawing(out.stem)
            self._jobs.run(lambda: write_svg(drawing, out), lambda _: self._saved(out), self.failed.emit)
        else:
            image = self._map.picture()
            self._jobs.run(lambda: write_whole(out, [png(image, out)]), lambda _: self._saved(out), self.failed.emit)

    def _saved(self, out: Path) -> None:
        self.message.emit(self.tr("The map is saved as {0}.").format(out))


def png(image: QImage, out: Path) -> bytes:
    """The picture as a file's bytes; UserError where Qt cannot make them, or the file would be empty."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise UserError("{file} could not be written: {reason}.", file=out, reason=writer.errorString())
    return bytes(buffer.data().data())


def start_folder(roots: Iterable[Path]) -> Path:
    """The first folder of the dialog: Pictures, or Documents, or home, whichever is outside the photo folders."""
    folders = list(roots)
    where = QStandardPaths.StandardLocation
    for location in (where.PicturesLocation, where.DocumentsLocation):
        found = Path(QStandardPaths.writableLocation(location))
        if found.is_dir() and not any(found.is_relative_to(root) for root in folders):
            return found
    return Path.home()
