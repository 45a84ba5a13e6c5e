"""WebSearchDesk: asks before a reduced copy of a picture goes to the clipboard, then opens the page that searches."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QWidget

from gallery_app.base import desktop
from gallery_app.base.settings import AppSettings
from gallery_app.engine_client.background import JobRunner
from gallery_app.images.picture import PictureDecoder
from gallery_app.images.reduced_copy import EDGE, png_bytes, reduced_copy
from gallery_app.state.session import Session
from gallery_app.state.understanding.search_pages import SearchPage, WebSearch

if TYPE_CHECKING:
    from gallery_app.views.web_search.web_search_dialog import WebSearchDialog

DECODED = 2 * EDGE  # pixels: from twice as many the copy is as sharp as it can be


class WebSearchDesk(QObject):
    """Opens no socket. The command goes where the user says never; `message` carries a sentence for the foot."""

    message = Signal(str)

    def __init__(
        self, window: QWidget, session: Session, jobs: JobRunner, settings: AppSettings, command: QAction
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs, self._command = window, session, jobs, command
        self.search = WebSearch(settings, self)
        self.search.changed.connect(self._offer)
        self._offer()

    @cached_property
    def _decoder(self) -> PictureDecoder:
        return PictureDecoder(self._jobs)

    def _offer(self) -> None:
        self._command.setVisible(self.search.offered)

    def ask(self) -> None:
        """Say what would leave of the current photo."""
        from gallery_app.views.web_search.web_search_dialog import WebSearchDialog

        session = self._session
        row = session.gallery.row_of.get(session.current or -1)
        if row is None:
            return
        dialog = WebSearchDialog(self._window, self.search)
        dialog.wanted.connect(self._open)
        dialog.never.connect(lambda: self.search.offer(False))
        dialog.never.connect(lambda: self.message.emit(self.tr("The command is gone; Preferences bring it back.")))
        self._read(row, dialog)
        dialog.open()

    def _read(self, row: int, dialog: WebSearchDialog) -> None:
        """As the photo is shown; where its file cannot be read its thumbnail has to do, which is turned already."""
        path, turn = self._session.photo_path(row), self._session.gallery.turn(row)
        thumbnail, decoder = self._session.thumbnail(row), self._decoder

        def read() -> tuple[QImage, int]:
            picture = decoder.read(path, edge=DECODED)
            copy = reduced_copy(picture.levels[0], turn) if picture.levels else _copy_of(QImage(str(thumbnail)))
            return copy, 0 if copy.isNull() else len(png_bytes(copy))

        def done(found: tuple[QImage, int]) -> None:
            if found[0].isNull():
                dialog.show_problem(self.tr("The picture cannot be read."))
            else:
                dialog.show_picture(*found)

        ticket = self._jobs.run(read, done)
        dialog.finished.connect(lambda _result: ticket.drop())

    def _open(self, page: SearchPage) -> None:
        desktop.open_page(page.address)
        self.message.emit(self.tr("The copy is on the clipboard: paste it into {0}.").format(page.name))


def _copy_of(thumbnail: QImage) -> QImage:
    return thumbnail if thumbnail.isNull() else reduced_copy(thumbnail)
