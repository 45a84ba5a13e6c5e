"""PictureReader: full-size pictures of the current photo and its neighbours, read on the pool."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.engine_client.background import JobRunner, Ticket
from gallery_app.images.picture import Picture, PictureDecoder
from gallery_app.state.session import Session

SOON = 10  # priority on the pool of the current photo


class PictureReader(QObject):
    """Full-size pictures are large: only the requested ones are read, and kept."""

    picture_loaded = Signal(int)  # file id: its picture was read, or cannot be

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._decoder = PictureDecoder(jobs)
        self._wanted: set[int] = set()
        self._pictures: dict[int, Picture] = {}
        self._tickets: dict[int, Ticket] = {}

    @property
    def files(self) -> set[int]:
        """File ids whose picture was read, or could not be."""
        return set(self._pictures)

    def get(self, file: int) -> Picture:
        """The picture of a file; without levels until it is read."""
        return self._pictures.get(file, Picture())

    def keep_only(self, files: Sequence[int]) -> None:
        """Drop all others, and those that could not be read: they may be readable again."""
        for file in [f for f, picture in self._pictures.items() if f not in files or not picture.levels]:
            del self._pictures[file]
        for file in [f for f in self._tickets if f not in files]:
            self._tickets.pop(file).drop()
        self._wanted.intersection_update(files)

    def read(self, files: Sequence[int]) -> None:
        """Read the pictures that are missing, the first with priority; only that one is fetched from a cloud."""
        for index, file in enumerate(files):
            if file not in self._tickets and file not in self._pictures:
                self._start(file, 1 if index else SOON)

    def _start(self, file: int, priority: int) -> None:
        path = self._session.photo_path(self._session.gallery.row_of[file])

        def done(picture: Picture) -> None:
            self._pictures[file] = picture
            self.picture_loaded.emit(file)

        def read() -> Picture:
            return self._decoder.read(path, lambda: file in self._wanted, download=priority == SOON)

        def over() -> None:
            self._tickets.pop(file, None)  # also after an error: it can be requested again

        self._wanted.add(file)
        self._tickets[file] = self._jobs.run(read, done, priority=priority, over=over)
