"""ReconstructionView: the current photo, and beside it what is kept of it (in a replay: was), redrawn from its code."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.gallery.reconstruction import reconstructed, squared_error
from engine.gallery.snapshot import Gallery
from engine.library.library import Library
from gallery_app.base.painting import RADIUS, hairline
from gallery_app.engine_client.background import JobRunner
from gallery_app.engine_client.latest_task import LatestTask
from gallery_app.images.thumbnail_loader import ThumbnailLoader, ThumbnailRequest
from gallery_app.state.session import Session
from gallery_app.state.training_replay import TrainingReplay
from gallery_app.widgets.labels import label

SIDE = 88
Pixels = NDArray[np.uint8] | None  # (n, n, 3)
Redrawn = tuple[Pixels, float | None]  # and their squared error


class ReconstructionView(QWidget):
    """For those who watch how it learns: beside the plots, empty while there is no current photo."""

    def __init__(self, session: Session, jobs: JobRunner, training_replay: TrainingReplay) -> None:
        super().__init__()
        self._session, self._training_replay = session, training_replay
        self._loader = ThumbnailLoader(jobs, self, budget=1 << 20)
        self._loader.loaded.connect(lambda _keys: self._draw())
        self._answer = LatestTask(jobs.serial)  # serial, so that the library is not closed meanwhile
        self._asked: tuple[Gallery, int, int | None] | None = None  # photo and frame that are shown, or on their way
        self._found: Pixels = None
        self.photo, self.picture = _Picture(), _Picture()
        self.photo.setAccessibleName(self.tr("The current photo"))
        self.picture.setAccessibleName(self.tr("What it remembers"))
        self._note = label(self.tr("Select a photo to see what is kept of it."), "small", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.error = label("", "small")
        self.error.setToolTip(self.tr("The mean squared error of what is redrawn: 0 is the photo itself."))
        self._pair = QWidget()
        self.setToolTip(
            self.tr(
                "A few numbers are kept of each photo. On the right are the photos with the most similar numbers, this "
                "one left out, mixed by how near they are: what is blurred was not kept."
            )
        )
        self.setFixedWidth(2 * SIDE + 8)
        row = QHBoxLayout(self._pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.photo)
        row.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("What it remembers"), "small"))
        column.addWidget(self._pair)
        column.addWidget(self.error)
        column.addWidget(self._note)
        column.addStretch(1)
        session.selection_changed.connect(lambda _ids, _origin: self._follow())
        session.changed.connect(lambda _changes, _origin: self._follow())
        training_replay.changed.connect(self._follow)
        self._show((None, None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asked = None
        self._answer.drop()

    def _follow(self) -> None:
        """Redraw the current photo; nothing is computed while it is hidden."""
        library, gallery, file = self._session.library, self._session.gallery, self._session.current
        if not self.isVisible():
            return
        if library is None or file not in gallery.row_of or file is None:
            self._asked = None
            self._answer.drop()
            self._show((None, None))
            return
        asked = gallery, file, self._training_replay.frame
        if self._asked is None or self._asked[0] is not gallery or self._asked[1:] != asked[1:]:
            self._asked = asked
            then = self._training_replay.seen_then(gallery, file)
            self._answer.submit(lambda: _redrawn(library, then, file), self._show)

    def _show(self, found: Redrawn) -> None:
        self._found, error = found
        self._pair.setVisible(self._found is not None)
        self._note.setVisible(self._found is None)
        self.error.setVisible(error is not None)
        if error is not None:
            self.error.setText(self.tr("Squared error: {0}").format(QLocale().toString(error, "f", 3)))
        self._draw()

    def _draw(self) -> None:
        if self._found is None or self._asked is None:
            return
        gallery, file, _ = self._asked
        ratio, row = self.devicePixelRatioF(), gallery.row_of[file]
        height, width = self._found.shape[:2]
        self.picture.show_image(
            QImage(self._found.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        )
        key = file, gallery.files[row].digest
        pixmap: QPixmap | None = self._loader.pixmap(key)
        self.photo.show_image(QImage() if pixmap is None else pixmap.toImage())
        if gallery is self._session.gallery:
            size = QSize(SIDE, SIDE) * ratio
            self._loader.request([ThumbnailRequest(key, self._session.thumbnail(row), size)])


def _redrawn(library: Library, gallery: Gallery, file: int) -> Redrawn:
    """On the serial lane."""
    found = reconstructed(library, gallery, file)
    return found, None if found is None else squared_error(library, gallery, file, found)


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(QSize(SIDE, SIDE))

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        box, corners = QRectF(self.rect()), QPainterPath()
        corners.addRoundedRect(box, RADIUS, RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipPath(corners)
            painter.drawImage(box, self._image, QRectF(self._image.rect()))
            hairline(painter, box)
