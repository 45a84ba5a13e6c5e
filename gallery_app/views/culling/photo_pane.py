"""PhotoPane: a photo under review: its thumbnail at once, the picture itself once it was read, and its mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent

from gallery_app.base import theme
from gallery_app.base.painting import ring
from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.images.picture import Picture
from gallery_app.images.picture_reader import SOON, PictureReader
from gallery_app.state.session import Session
from gallery_app.views.parts.flag_badge import FlagLabel
from gallery_app.views.parts.picture_canvas import PictureCanvas


class PhotoPane(PictureCanvas):
    """Several share a reader, which is told by their page what to read."""

    def __init__(self, session: Session, jobs: JobRunner, reader: PictureReader) -> None:
        super().__init__()
        self._session, self._jobs, self._reader = session, jobs, reader
        self.file: int | None = None
        self._drawn: int | None = None  # the file whose picture is shown
        self._thumbnail: Ticket | None = None
        self.badge = FlagLabel(self)
        self.beside: PictureCanvas | None = None  # with which it is compared: keys are about this one
        reader.picture_loaded.connect(self._on_read)

    def show_file(self, file: int) -> None:
        if file == self.file:
            return
        self.file = file
        picture = self._reader.get(file)
        if picture.levels:
            self._draw(picture, picture.size)
        else:
            self.show_picture(Picture(), QSize(), fresh=True)
            self._show_thumbnail(file)

    def forget(self) -> None:
        """Let the picture go."""
        self.file = self._drawn = None
        self.show_picture(Picture(), QSize(), fresh=True)

    def compare_with(self, other: PictureCanvas | None) -> None:
        if other is not self.beside:
            self.beside = other
            self.update()

    def _draw(self, picture: Picture, size: QSize, note: str = "") -> None:
        assert self.file is not None
        turn = self._session.gallery.turn(self._session.gallery.row_of[self.file]) - picture.turn
        another, self._drawn = self._drawn != self.file, self.file
        self.show_picture(picture, size, note, fresh=another or self.fits, turn=turn)
        if another and self.beside is not None:
            self.view_as(self.beside)

    def _show_thumbnail(self, file: int) -> None:
        gallery = self._session.gallery
        row = gallery.row_of[file]
        path, content, turn = self._session.thumbnail(row), gallery.content(row), gallery.turn(row)

        def done(image: QImage) -> None:
            if self.file == file and not self._reader.get(file).levels and not image.isNull():
                size = QSize(content.width, content.height) if content.width else image.size()
                self._draw(Picture((image,), turn=turn), size, self._note_of(file))

        if self._thumbnail is not None:
            self._thumbnail.drop()
        self._thumbnail = self._jobs.run(lambda: QImage(str(path)), done, priority=SOON + 1)

    def _on_read(self, file: int) -> None:
        if file != self.file or file not in self._session.gallery.row_of:
            return
        picture = self._reader.get(file)
        if picture.levels:
            self._draw(picture, picture.size)
        else:
            self.note = self._note_of(file)
            self.update()

    def _note_of(self, file: int) -> str:
        reason = self._reader.get(file).note
        return self.tr("Only the thumbnail: {reason}").format(reason=reason) if reason else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.beside is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), QColor(theme.current().accent), 2.0, 0)
